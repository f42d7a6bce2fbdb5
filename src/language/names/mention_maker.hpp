// Makes a mention of tokens that were found to be a name (TokenSpan -> Mention): its key, its acronym, its marks.
//
// Shared by those that find names: mentions.hpp with word lists, tagged_mentions.hpp with the models' tags.
#pragma once

#include <vector>

#include "language/names/name.hpp"
#include "language/segments/token_view.hpp"

namespace axray::language {

// Appends the mention to `mentions` and sets Tokens::mention and the name marks. Signs at the ends are left out; what
// is nothing then, or a single letter, is no name.
void append_mention(const TokenView& view, TokenSpan tokens, NameType type, std::vector<Mention>& mentions);

}  // namespace axray::language
