// How a speaker stands to what he is said to say (Tokens, cue -> Stance).
//
// The words of a cue and the few around it are looked up in lists of words and phrases by class ("deny", "cast doubt",
// "point the finger"); a negation turns the class around: "did not deny" asserts, "does not believe" doubts, "refused
// to accept" denies. Source: own lists and rules.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "language/segments/token_view.hpp"
#include "language/speech/attribution.hpp"

namespace axray::language {

// What a word or phrase does in a cue.
enum class CueClass : std::uint8_t {
    none,
    asserts,
    reports,
    doubts,
    accuses,
    denies,
    withholds,    // "declined": turns what follows into a doubt
    refuses,      // "refused to accept": turns belief into a denial
    negates,      // "not", "few", "neither"
    leaves_open,  // "whether"
};

// Phrases by the hash of their first word. Constant after it was made; some 200 entries, microseconds to make.
class StanceWords {
public:
    StanceWords();

    struct Match {
        CueClass cue_class = CueClass::none;
        std::uint32_t words = 0;  // of the phrase; more say more
    };
    // The longest phrase that begins at the token; its words may stand up to three tokens apart, none behind `end`.
    [[nodiscard]] Match find(const TokenView& view, std::uint32_t at, std::uint32_t end) const;

private:
    struct Phrase {
        std::uint64_t first = 0;
        std::uint32_t begin = 0;  // further words in words_
        std::uint32_t end = 0;
        CueClass cue_class = CueClass::none;
    };
    void add(std::string_view phrase, CueClass cue_class);
    [[nodiscard]] std::size_t first_phrase(std::uint64_t word) const;  // phrases_.size() when there is none

    std::vector<Phrase> phrases_;  // ordered by first
    std::vector<std::uint64_t> words_;
    std::vector<std::uint16_t> slots_;  // by hash of the first word: its first phrase plus one, 0 for none
};

// `sentence` is where the cue stands.
[[nodiscard]] Stance stance_of(const TokenView& view, const StanceWords& words, TokenSpan sentence,
                               const Attribution& attribution);

// The same for all attributions of a text.
void set_stances(const TokenView& view, const StanceWords& words, const std::vector<Sentence>& sentences,
                 std::vector<Attribution>& attributions);

}  // namespace axray::language
