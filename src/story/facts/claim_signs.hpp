// What kind of statement a claim makes, where the kind tells more than its words do (own words of a claim -> signs).
//
// "China denied the accusations" and "The embassy dismissed the claims" share hardly a word, nor do two lists of the
// names that a group goes by; a denial is known by who denies and that he denies all of it, an alias by the name
// itself. Source: own rules over speech, names and dependencies.
#pragma once

#include <cstdint>
#include <vector>

#include "language/annotation.hpp"
#include "story/names/story_entities.hpp"
#include "story/story_texts.hpp"

namespace axray::story {

enum class Denial : std::uint8_t {
    none,
    of_something,  // "denied that it was behind the attack"
    of_all,        // "rejected the accusations"
};

struct ClaimSigns {
    Denial denial = Denial::none;
    std::uint32_t denier = language::kNone;          // entity
    std::uint32_t denier_country = language::kNone;  // of a government or its diplomats
    std::vector<std::uint32_t> further_names;        // entities that a naming verb gives: "known as", "dubbed"
};

// The claim is of a sentence of report `report` of `texts`; `predicate` is the word that carries it, kNone for none.
// O(tokens of the sentence).
[[nodiscard]] ClaimSigns find_signs(const StoryTexts& texts, const StoryEntities& entities, std::uint32_t report,
                                    std::uint32_t sentence, const std::vector<language::TokenSpan>& own,
                                    std::uint32_t predicate);

// Whether the signs alone make two claims one.
[[nodiscard]] bool signs_agree(const ClaimSigns& first, const ClaimSigns& second);

// Whether two of different countries deny something.
[[nodiscard]] bool deniers_differ(const ClaimSigns& first, const ClaimSigns& second);

}  // namespace axray::story
