// Phrases that say how sure a text is, or that negate ("is due to", "no evidence that"), beside the single words of the
// word lists (tokens -> class of a cue).
#pragma once

#include <cstdint>

#include "language/segments/token_view.hpp"
#include "language/speech/phrase_table.hpp"

namespace axray::language {

enum class CertaintyPhrase : std::uint8_t {
    none,
    possible,
    probable,
    alleged,
    denied,
    future,
    conditional,
    before_noun,  // "so-called"
    negation,
};

class CertaintyWords {
public:
    CertaintyWords();

    struct Match {
        CertaintyPhrase kind = CertaintyPhrase::none;
        std::uint32_t end = 0;  // behind its last word
    };
    // The longest phrase that begins at the token, its words side by side and none behind `end`. Where the phrase needs
    // more than its words ("is to" needs a verb behind it), that is looked for too.
    [[nodiscard]] Match find(const TokenView& view, std::uint32_t at, std::uint32_t end) const;

private:
    PhraseTable phrases_;
};

}  // namespace axray::language
