// Acronyms of names, and the definitions that a text gives: "National Cyber Security Centre (NCSC)", "NCSC (National
// Cyber Security Centre)", "an advanced persistent threat (APT)" (Mentions -> Mention::alias). Source: own, after the
// idea of Schwartz and Hearst 2003: the letters of the short form stand in order at the beginnings of words of the long
// form.
#pragma once

#include <vector>

#include "language/segments/token_view.hpp"

namespace axray::language {

// Hash of the folded initials of the capitalised words of a name, digits whole ("Advanced Persistent Threat 31":
// "apt31"); 0 when fewer than two words have a capital.
[[nodiscard]] std::uint64_t acronym_of(const TokenView& view, TokenSpan name);

// Sets `alias` in the mentions from position `first` on, which are those of this sentence. A long form in lower case is
// no mention; its key is the alias of the acronym all the same.
void link_acronyms(const TokenView& view, TokenSpan sentence, std::size_t first, std::vector<Mention>& mentions);

}  // namespace axray::language
