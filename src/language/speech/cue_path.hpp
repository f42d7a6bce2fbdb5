// Where words stand in the tree of a sentence, seen from a cue (Tokens with heads -> rows of a table).
//
// Of each word: whether it lies below the cue, below the word that the cue depends on, or below the one above that, and
// by which relation its branch hangs there: "the subject of the cue", "the clause that the cue is a parenthesis of".
// Method: own, after the paths between predicate and argument of semantic role labelling (Gildea and Jurafsky 2002).
#pragma once

#include <cstdint>

#include "language/annotation.hpp"

namespace axray::language {

class CuePath {
public:
    // Of a cue in parsed tokens: its head is the first of its tokens that depends on none of the others.
    CuePath(const Tokens& tokens, TokenSpan cue);

    // Row of the table of paths, below kPathRows. O(depth of the tree), at most 64 steps.
    [[nodiscard]] std::uint8_t row(std::uint32_t token) const;

private:
    const Tokens& tokens_;
    std::uint32_t anchors_[3];  // the cue, what it depends on, and what that depends on; kNone when there is none
};

}  // namespace axray::language
