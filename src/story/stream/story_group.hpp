// Documents that are taken for one story, as the grouping sees them, and how two such groups compare
// (StoryGroup, StoryGroup -> GroupFeatures).
//
// A group is the sum of its documents' vectors: the product of two sums over the number of pairs is the mean likeness
// of all pairs, which no single document can bring about. Source: average linkage (Sokal and Michener 1958); features
// of a learned join after Miranda et al. 2018 and Saravanakumar et al. 2021.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "story/stream/arrival_gaps.hpp"
#include "story/stream/document_profile.hpp"
#include "story/stream/sparse_vector.hpp"

namespace axray::story {

struct StoryGroup {
    SparseVector sum;
    std::array<float, kTermClasses> squares{};  // of `sum`
    float own = 0;                              // sum of the documents' own squared lengths
    float words = 0;                            // of all documents
    std::int64_t first_day = 0;                 // of the dated documents
    std::int64_t last_day = 0;
    std::int64_t days = 0;    // their sum
    std::uint32_t dated = 0;  // documents with a day
    double arrivals = 0;      // sum of the numbers of the documents, and of their squares
    double arrival_squares = 0;
    std::vector<std::uint32_t> members;  // documents

    [[nodiscard]] float size() const { return static_cast<float>(members.size()); }
    [[nodiscard]] float square() const { return squares[0] + squares[1] + squares[2] + squares[3]; }
};

[[nodiscard]] StoryGroup group_of(std::uint32_t document, const SparseVector& vector, float words, std::int64_t day);
[[nodiscard]] StoryGroup join(StoryGroup one, const StoryGroup& other);

// What is known of two groups from their nearest documents.
struct GroupLink {
    float nearest = 0;        // likeness of the two documents that are most alike
    std::uint32_t links = 0;  // pairs of documents that are near each other
};

// In the order in which the model has them; kMissing where there is nothing to compare.
enum class GroupFeature : std::uint8_t {
    mean_likeness,
    centre_likeness,
    inner_large,  // mean likeness of the pairs within
    inner_small,
    of_inner_large,  // mean likeness as a share of that
    of_inner_small,
    nearest,
    links,
    size_large,  // logarithms
    size_small,
    words_more,  // of the documents, their mean in the group where it is greater; logarithm
    words_fewer,
    names,
    numbers,
    pairs,    // share of what is alike that is pairs of words
    highest,  // share of the one term that adds most
    second,
    days_between,  // logarithm, between the middles of both
    days_apart,    // logarithm, between the end of one and the begin of the other
    rival_large,   // mean likeness as a share of that and of the greatest with any other group
    rival_small,
    arrival_pairs,    // what the order of arrival tells (arrival_gaps.hpp), for two documents of both; 0 where days
    arrival_middles,  // are known, which tell more. The same for the middles of both
    arrival_apart,    // logarithm, between the middles of both in units of their spread
};
inline constexpr std::size_t kGroupFeatures = 24;
inline constexpr float kMissing = -1;
using GroupFeatures = std::array<float, kGroupFeatures>;

// Which of two groups is the large one: that of more documents, of equals the one that began earlier.
[[nodiscard]] bool is_larger(const StoryGroup& one, const StoryGroup& other);

// All but the rivals. The same for both orders of the groups. `steps` grows by what it cost.
[[nodiscard]] GroupFeatures compare(const StoryGroup& one, const StoryGroup& other, const GroupLink& link,
                                    const ArrivalGaps& gaps, std::uint64_t& steps);

// `large` and `small` are the greatest mean likeness of each group with any group but the other.
void set_rivals(GroupFeatures& features, float large, float small);

[[nodiscard]] inline float mean_likeness(const GroupFeatures& features) {
    return features[static_cast<std::size_t>(GroupFeature::mean_likeness)];
}

}  // namespace axray::story
