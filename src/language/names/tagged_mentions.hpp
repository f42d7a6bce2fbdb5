// Names out of the tags of the sentence models (Tokens::name_tag -> Mentions).
//
// Does what find_mentions of mentions.hpp does, and gives the mentions their types. Articles in front and possessive
// endings are left out of the span even where the tags hold them, but for an article whose capital says that it belongs
// to the name ("The Hill"); keys never have it, so that they mean the same either way.
#pragma once

#include <vector>

#include "language/names/name_words.hpp"
#include "language/segments/token_view.hpp"

namespace axray::language {

// Tokens::name_tag has an entry for each token. Sets Tokens::mention and marks name tokens; ties acronyms in brackets.
// O(tokens).
[[nodiscard]] std::vector<Mention> mentions_from_tags(const TokenView& view, const std::vector<Sentence>& sentences);

// Types that lists of names know better: a country's name is a place, and so is a single word taken for a person that
// the lists hold as a place and as no one's name. O(bytes of the names).
void settle_types(const TokenView& view, const NameWords& lists, std::vector<Mention>& mentions);

// The type that a tag speaks of; unknown for none.
[[nodiscard]] NameType type_of(NameTag tag);
// A name goes on at a token with this tag.
[[nodiscard]] bool goes_on(NameTag tag);

}  // namespace axray::language
