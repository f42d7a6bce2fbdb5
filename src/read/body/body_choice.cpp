#include "read/body/body_choice.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string_view>
#include <unordered_set>

#include "read/body/body_features.hpp"
#include "read/body/body_models.hpp"
#include "read/body/cut_reasons.hpp"
#include "read/furniture/furniture.hpp"

namespace axray::read {
namespace {

constexpr float kKept = 0.5F;
constexpr float kFewWords = 60;

// A page of a few words has nothing to compare its blocks with: all of it is its text that does not say otherwise.
bool says_furniture(const RawBlock& block, const BlockSigns& signs) {
    return reason_of(block, signs) != CutReason::other_furniture;
}

std::vector<float> chances_of(const HtmlTree& tree, const BlockView& list, const PageSigns& signs) {
    const BodyModels& models = body_models();
    const FeatureRows first = first_pass_features(tree, list, signs);
    const std::vector<float> chances = models.first.probabilities(first.values, kFirstPassColumns);
    const FeatureRows second = second_pass_features(tree, list, signs, first, chances);
    return models.second.probabilities(second.values, kSecondPassColumns);
}

// Pages without a single likely block are lists, products, forms: what is likeliest there is their text.
void keep_likeliest(std::vector<RawBlock>& blocks, std::size_t first) {
    constexpr float kShareOfBest = 0.5F;
    float best = 0;
    for (std::size_t i = first; i < blocks.size(); ++i) {
        if (!blocks[i].cut) return;
        if (blocks[i].cut != CutReason::hidden) best = std::max(best, blocks[i].chance);
    }
    for (std::size_t i = first; i < blocks.size(); ++i) {
        if (blocks[i].cut != CutReason::hidden && blocks[i].chance >= best * kShareOfBest) blocks[i].cut.reset();
    }
}

// Captions of pictures in the article, or close over it; those of teasers stay furniture.
void set_captions_apart(std::vector<RawBlock>& blocks, std::size_t first) {
    constexpr std::size_t kOver = 6;  // blocks
    const auto is_kept = [](const RawBlock& block) { return !block.cut; };
    const auto begin = std::find_if(blocks.begin() + static_cast<std::ptrdiff_t>(first), blocks.end(), is_kept);
    const auto end = std::find_if(blocks.rbegin(), blocks.rend(), is_kept);
    if (begin == blocks.end()) return;
    const auto from = static_cast<std::size_t>(begin - blocks.begin());
    const auto to = static_cast<std::size_t>(blocks.rend() - end);
    for (std::size_t i = std::max(first, from - std::min(from, kOver)); i < to; ++i) {
        if (blocks[i].kind == BlockKind::caption && blocks[i].cut != CutReason::hidden)
            blocks[i].cut = CutReason::caption;
    }
}

void cut_repetitions(const BlockList& list, std::vector<RawBlock>& blocks, const std::vector<BlockSigns>& signs,
                     std::size_t first) {
    constexpr float kAnswer = 5;  // words: "No comment." may be said twice
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = first; i < blocks.size(); ++i) {
        RawBlock& block = blocks[i];
        if (block.cut || block.kind == BlockKind::table_row || signs[i - first].words < kAnswer) continue;
        if (!seen.insert(list.slice(block.span)).second) block.cut = CutReason::repeated;
    }
}

}  // namespace

void choose_body(const HtmlTree& tree, BlockList& list, std::size_t first) {
    if (list.blocks.size() > kMostJudgedBlocks) return set_aside_furniture(list);
    const BlockView view{list.text, std::span<const RawBlock>(list.blocks).subspan(first)};
    const PageSigns signs = signs_of_page(tree, view, body_models().words.scores());
    const std::vector<float> chances = chances_of(tree, view, signs);
    const bool few_words = !signs.shape.nodes.empty() && signs.shape.nodes[0].words < kFewWords;
    for (std::size_t i = first; i < list.blocks.size(); ++i) {
        RawBlock& block = list.blocks[i];
        block.chance = chances[i - first];
        if (block.cut) continue;
        const bool furniture = few_words ? says_furniture(block, signs.blocks[i - first]) : block.chance < kKept;
        if (block.kind == BlockKind::caption || furniture) block.cut = reason_of(block, signs.blocks[i - first]);
    }
    keep_likeliest(list.blocks, first);
    set_captions_apart(list.blocks, first);
    cut_repetitions(list, list.blocks, signs.blocks, first);
}

}  // namespace axray::read
