// Differences that the network over words sees where the rules of differences.hpp see none (WordPairs + WordScores ->
// Differences).
//
// A word of the claim that the network calls not borne out, and a word of the evidence that excludes it: its opposite,
// another kind of the same thing ("Monday", "Tuesday"), another number, date or name. Both values can be shown; whether
// they make a contradiction is for the judging models to say. Own method.
#pragma once

#include <vector>

#include "judge/word_judge.hpp"

namespace axray::judge {

// At most one for each word of the claim, in the order of the claim. O(words of the claim * words of the evidence).
[[nodiscard]] std::vector<Difference> word_differences(const WordPairs& pairs, const WordScores& scores);

}  // namespace axray::judge
