// What the choice of an article's blocks is made from (page -> one row of numbers a block).
//
// The first pass sees a block, its place in the page and its neighbours. The second pass also sees what the first said
// of the blocks around it, so that a heading between two kept paragraphs is kept and a lone one among links is not.
// Source: own; passes after stacked sequential learning (Cohen and Carvalho 2005).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "read/blocks.hpp"
#include "read/body/block_signs.hpp"
#include "read/body/declared_texts.hpp"
#include "read/body/feature_rows.hpp"
#include "read/body/page_shape.hpp"

namespace axray::read {

// Everything that is known of a page before the choice.
struct PageSigns {
    std::vector<BlockSigns> blocks;
    PageShape shape;
    std::vector<float> title_share;  // of a block's words, 0..1, one a block
    std::vector<float> description_share;
    std::vector<float> article_share;
    bool declares_article = false;
};

[[nodiscard]] PageSigns signs_of_page(const HtmlTree& tree, const BlockView& list, const WordScores& scores);

inline constexpr std::string_view kBodyTreesKind = "body_trees";
inline constexpr std::uint32_t kFirstPassColumns = 179;
inline constexpr std::uint32_t kCarriedColumns = 38;  // of the first pass, which the second sees again: words and kind
inline constexpr std::uint32_t kSecondPassColumns = kCarriedColumns + 32;

[[nodiscard]] FeatureRows first_pass_features(const HtmlTree& tree, const BlockView& list, const PageSigns& signs);

// `chances` is what the first pass gave, one a block, 0..1.
[[nodiscard]] FeatureRows second_pass_features(const HtmlTree& tree, const BlockView& list, const PageSigns& signs,
                                               const FeatureRows& first, std::span<const float> chances);

}  // namespace axray::read
