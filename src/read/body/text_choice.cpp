#include "read/body/text_choice.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "read/body/body_models.hpp"
#include "read/body/cut_reasons.hpp"
#include "read/body/text_features.hpp"
#include "read/furniture/furniture.hpp"

namespace axray::read {

namespace {

constexpr float kFewWords = 60;

float count_words(const std::vector<BlockSigns>& signs) {
    float words = 0;
    for (const BlockSigns& block : signs) words += block.words;
    return words;
}

// When all was set aside, the text is its own text: nobody hands in furniture alone.
void restore_lone_text(BlockList& list) {
    if (std::any_of(list.blocks.begin(), list.blocks.end(), [](const RawBlock& block) { return !block.cut; })) return;
    for (RawBlock& block : list.blocks) block.cut.reset();
}

}  // namespace

void choose_text(BlockList& list) {
    constexpr float kKept = 0.5F;
    const BlockView view{list.text, list.blocks};
    const BodyModels& models = body_models();
    const std::vector<BlockSigns> signs = signs_of_text(view, models.words.scores());
    set_aside_furniture(list);
    if (count_words(signs) < kFewWords) {
        restore_lone_text(list);
        return;
    }
    const FeatureRows first = text_first_features(view, signs);
    std::vector<float> chances;
    for (std::size_t i = 0; i < signs.size(); ++i) chances.push_back(models.text_first.probability(first.row(i)));
    const FeatureRows second = text_second_features(view, signs, first, chances);
    for (std::size_t i = 0; i < signs.size(); ++i) {
        RawBlock& block = list.blocks[i];
        block.chance = models.text_second.probability(second.row(i));
        if (block.cut)
            block.chance = -1;  // a rule is sure by itself
        else if (block.chance < kKept)
            block.cut = reason_of(block, signs[i]);
    }
    restore_lone_text(list);
}

}  // namespace axray::read
