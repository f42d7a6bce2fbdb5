// What the choice of a plain text's blocks is made from (blocks of a text -> one row of numbers a block).
//
// A text copied from a page has its words and their order, but no elements: the first pass sees a block, its place and
// its neighbours, the second what the first said of those. Source: own, as read/body/body_features.hpp.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "read/blocks.hpp"
#include "read/body/block_signs.hpp"
#include "read/body/feature_rows.hpp"
#include "read/body/word_scores.hpp"

namespace axray::read {

inline constexpr std::string_view kTextTreesKind = "text_trees";
inline constexpr std::uint32_t kTextFirstColumns = 98;
inline constexpr std::uint32_t kTextCarriedColumns = 31;
inline constexpr std::uint32_t kTextSecondColumns = kTextCarriedColumns + 21;

[[nodiscard]] std::vector<BlockSigns> signs_of_text(const BlockView& list, const WordScores& scores);

[[nodiscard]] FeatureRows text_first_features(const BlockView& list, const std::vector<BlockSigns>& signs);

// `chances` is what the first pass gave, one a block, 0..1.
[[nodiscard]] FeatureRows text_second_features(const BlockView& list, const std::vector<BlockSigns>& signs,
                                               const FeatureRows& first, std::span<const float> chances);

// The items of a list belong to the article all or none: each gets the mean chance of its list.
[[nodiscard]] std::vector<float> even_in_lists(const BlockView& list, const std::vector<float>& chances);

}  // namespace axray::read
