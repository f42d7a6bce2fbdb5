// Finds the phrases of read/furniture/furniture_rules.hpp in a block, in one pass over its words (FoldedWords -> phrase
// points).
//
// Source: own; an index of the phrases by their first word, made by the compiler.
#pragma once

#include <vector>

#include "read/characters/folded_words.hpp"
#include "read/furniture/furniture_rules.hpp"

namespace axray::read {

// The phrases found, each rule at most once; of rules that begin at the same word only the one with most points counts.
[[nodiscard]] std::vector<const PhraseRule*> find_phrases(const std::vector<FoldedWord>& words);

}  // namespace axray::read
