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

// The chance of each block to belong to the article.
std::vector<float> chances_of(const BlockView& view, const std::vector<BlockSigns>& signs) {
    const BodyModels& models = body_models();
    const FeatureRows first = text_first_features(view, signs);
    const std::vector<float> chances = models.text_first.probabilities(first.values, kTextFirstColumns);
    const FeatureRows second = text_second_features(view, signs, first, chances);
    return even_in_lists(view, models.text_second.probabilities(second.values, kTextSecondColumns));
}

// Of what the rules left, sets aside what is likely furniture.
void set_aside_unlikely(BlockList& list, const std::vector<BlockSigns>& signs, const std::vector<float>& chances) {
    constexpr float kKept = 0.5F;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        RawBlock& block = list.blocks[i];
        if (block.cut) continue;  // a rule is sure by itself
        block.chance = chances[i];
        if (block.chance < kKept) block.cut = reason_of(block, signs[i]);
    }
}

}  // namespace

void choose_text(BlockList& list) {
    std::vector<float> chances;
    std::vector<BlockSigns> signs;
    if (list.blocks.size() <= kMostJudgedBlocks) {
        const BlockView view{list.text, list.blocks};
        signs = signs_of_text(view, body_models().words.scores());
        if (count_words(signs) >= kFewWords) chances = chances_of(view, signs);
    }
    set_aside_furniture(list);
    if (!chances.empty()) set_aside_unlikely(list, signs, chances);
    restore_lone_text(list);
}

}  // namespace axray::read
