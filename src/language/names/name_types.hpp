// Tells what bears a name where no model did (Mentions of unknown type -> their types).
//
// Evidence is counted over all mentions with the same key: the dictionary (WordNet has countries, towns and people),
// words that names of organisations, places and events end in, titles in front, and what stands around ("in X", "X
// said"). What nothing speaks for stays unknown. Source: own rules.
#pragma once

#include <vector>

#include "language/segments/token_view.hpp"
#include "language/words/lexicon.hpp"

namespace axray::language {

// O(mentions log mentions).
void find_name_types(const TokenView& view, const Lexicon& lexicon, std::vector<Mention>& mentions);

}  // namespace axray::language
