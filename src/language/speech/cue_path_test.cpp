#include "language/speech/cue_path.hpp"

#include <doctest/doctest.h>

#include "language/speech/speech_model.hpp"

namespace axray::language {

TEST_CASE("tells where words stand in the tree, seen from a cue") {
    // Tokens 0..4; 3 is the root, 1 hangs on it with relation 7, 0 on 1 with 2, 4 on 3 with 5, 2 on nothing.
    Tokens tokens;
    tokens.head = {1, 3, kNone, kNone, 3};
    tokens.relation = {2, 7, 51, 51, 5};
    constexpr unsigned kItself = kRelationRows - 1;
    const CuePath path(tokens, {1, 2});
    CHECK(path.row(1) == kItself);
    CHECK(path.row(0) == 2);                        // below the cue
    CHECK(path.row(3) == kRelationRows + kItself);  // what the cue depends on
    CHECK(path.row(4) == kRelationRows + 5);        // beside the cue
    CHECK(path.row(2) == 3 * kRelationRows);        // elsewhere
    CHECK(CuePath(tokens, {0, 2}).row(0) == 2);     // the head of a cue of two words is the upper one
    CHECK(CuePath(tokens, {0, 1}).row(4) == 2 * kRelationRows + 5);
}

TEST_CASE("a tree that runs in a circle ends the search") {
    Tokens tokens;
    tokens.head = {1, 0, 3, 2};
    tokens.relation = {1, 1, 1, 1};
    CHECK(CuePath(tokens, {0, 1}).row(2) == 3 * kRelationRows);
}

}  // namespace axray::language
