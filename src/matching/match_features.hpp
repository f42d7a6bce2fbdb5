// What the model sees of two names whose words were aligned (Alignment -> numbers).
//
// Shares of the weight that met, on both sides and by the kind of agreement; what is left; order, counts, kinds,
// scripts, numbers that contradict each other. Source: own.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "matching/word_alignment.hpp"

namespace axray::matching {

enum class MatchFeature : std::uint8_t {
    share_query,  // of the weight of its words, times how alike
    share_listed,
    share_least,  // the less of both
    sure_query,   // met in the same word or spelling
    sure_listed,
    typo_query,
    typo_listed,
    meaning,  // nicknames, translations, acronyms: mean of both sides
    consonants,
    joined,
    initials,    // count
    left_query,  // weight that met nothing
    left_listed,
    most_left_query,
    most_left_listed,
    both_left,   // the less of both: each has what the other lacks
    met_weight,  // mean of both sides
    most_met,
    least_alike,  // of words that tell
    mean_alike,
    words_query,  // that tell
    words_listed,
    words_met,
    numbers_clash,  // both have numbers that the other lacks
    numbers_met,
    numbers_left,
    forms,  // 1 the same, -1 others, 0 not told on both sides
    in_order,
    first_with_first,
    last_with_last,
    first_query_met,
    last_query_met,
    first_listed_met,
    last_listed_met,
    person,
    vessel,
    kinds_clash,
    other_script,
    consonants_only,
    letters,    // all letters in one row, errors counted
    best_left,  // of words that are left, how alike the two most alike are
    families,   // 1 met, -1 known on both sides and not met, 0 not known
    given_met,  // of a person whose family name is known on one side: similarity of the best other word
    weight_query,
    weight_listed,
    typing_errors,   // an estimate of how many
    least_met,       // weight of the best word that met surely
    sorted_letters,  // as letters, words in alphabetical order
    first_letters,   // words that met by their letters and begin with different ones
};

inline constexpr std::size_t kMatchFeatures = static_cast<std::size_t>(MatchFeature::first_letters) + 1;

using MatchFeatures = std::array<float, kMatchFeatures>;

// Least probability of names that are the same but for order, legal forms, particles and titles: 0 when they are not. A
// full name of two words or more is sure, a single common word less.
[[nodiscard]] float floor_of(const Alignment& alignment);

// What the probability of two names of persons is multiplied with when they have two words or fewer and one of these
// met by its letters alone: a typing error is one explanation, another bearer of a like name is the other, and where
// both words are known names the likelier one. 1 for all others.
[[nodiscard]] float ceiling_of(const Alignment& alignment);

// Both for two names, and a probability brought between them, so that names within the same bounds keep their order.
struct Bounds {
    float floor = 0;
    float ceiling = 1;

    [[nodiscard]] constexpr float apply(float probability) const { return floor + (1 - floor) * ceiling * probability; }
};
[[nodiscard]] inline Bounds bounds_of(const Alignment& alignment) {
    return {floor_of(alignment), ceiling_of(alignment)};
}

[[nodiscard]] MatchFeatures features_of(const Alignment& alignment);

[[nodiscard]] std::string_view to_string(MatchFeature feature);

// 1 where more can only make a match likelier, -1 where it can only make it less likely, 0 where neither is sure.
[[nodiscard]] int direction_of(MatchFeature feature);

}  // namespace axray::matching
