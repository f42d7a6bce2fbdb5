// The questions that cutting a sentence rests on (SentenceView + position -> answer). Part of find_clauses.
//
// Each looks at most kReach tokens ahead or behind. Source: own rules.
#pragma once

#include <cstdint>
#include <optional>

#include "claims/clauses.hpp"
#include "claims/sentence_view.hpp"

namespace axray::claims {

inline constexpr std::uint32_t kReach = 40;           // tokens that a rule looks ahead or behind
inline constexpr std::uint32_t kLongestSubject = 22;  // tokens between the start of a clause and its verb

// The first position at or behind `at` that is no adverb.
[[nodiscard]] std::uint32_t skip_adverbs(const SentenceView& sentence, std::uint32_t at);

// Position of the finite verb of a clause that begins at `at` with its own subject; none when no clause begins there.
[[nodiscard]] std::optional<std::uint32_t> verb_of_clause_at(const SentenceView& sentence, std::uint32_t at);

// Position of the verb that leads the range's main clause: the first finite one that stands in no relative clause.
[[nodiscard]] std::optional<std::uint32_t> main_verb(const SentenceView& sentence, Range range);

// Position of the verb at or behind `at` when a predicate begins there that continues one with the verb at `governor`:
// same tense, and its own object or complement.
[[nodiscard]] std::optional<std::uint32_t> verb_of_predicate_at(const SentenceView& sentence, std::uint32_t at,
                                                                std::uint32_t governor);

// True when something stands between the verb at `verb` with its auxiliaries and `end`: an object, a place, a time.
[[nodiscard]] bool has_complement(const SentenceView& sentence, std::uint32_t verb, std::uint32_t end);

// True when "-ing" at or behind `at` opens a participle clause and not a list of activities.
[[nodiscard]] bool participle_clause_at(const SentenceView& sentence, std::uint32_t at);

// True when behind "with" at `with` somebody does or suffers something: "with China denying it".
[[nodiscard]] bool absolute_clause_at(const SentenceView& sentence, std::uint32_t with);

// The noun phrase that ends at `end`, for a relative clause that follows. A name stands alone ("an attack on Norvik,
// which ..."), another noun with the one that it belongs to ("sanctions against the firms, which ...").
[[nodiscard]] Range noun_phrase_before(const SentenceView& sentence, std::uint32_t begin, std::uint32_t end);

// The comma at which a relative or participle clause that begins at `at` gives way to the verb of the main clause; none
// when it runs to the end.
[[nodiscard]] std::optional<std::uint32_t> closing_comma(const SentenceView& sentence, std::uint32_t at);

// The range of a trailing ", officials said" or ", according to X"; empty when there is none.
[[nodiscard]] Range trailing_attribution(const SentenceView& sentence);

}  // namespace axray::claims
