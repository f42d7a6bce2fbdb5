// How a speaker stands to what he is said to say (Tokens, cue -> Stance).
//
// The words of a cue and the few around it are looked up in lists of words and phrases by class ("deny", "cast doubt",
// "point the finger"); a negation turns the class around: "did not deny" asserts, "does not believe" doubts, "refused
// to accept" denies. Source: own lists and rules.
#pragma once

#include <cstdint>
#include <vector>

#include "language/segments/token_view.hpp"
#include "language/speech/attribution.hpp"
#include "language/speech/phrase_table.hpp"

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

// Some 200 phrases with their classes. Constant after it was made; microseconds to make.
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
    PhraseTable phrases_;
};

// `sentence` is where the cue stands.
[[nodiscard]] Stance stance_of(const TokenView& view, const StanceWords& words, TokenSpan sentence,
                               const Attribution& attribution);

// Sets stance and kind of all attributions of a text. A cue is one of speech when a word of the lists or of those for
// reporting is in it, when it is a sign (":"), or when what is said stands in quotation marks.
void set_stances(const TokenView& view, const StanceWords& words, const std::vector<Sentence>& sentences,
                 std::vector<Attribution>& attributions);

}  // namespace axray::language
