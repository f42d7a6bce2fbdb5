// Names of several words that the lists hold ("West Bank", "Securities and Exchange Commission"): what they say of each
// word (tokens -> NamePhrase), as a feature of the network of names.
//
// From left to right the longest run of two to four words that begins with a capital and is in the lists, whatever the
// case of the rest. Source: own.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/annotation.hpp"
#include "language/names/name_words.hpp"

namespace axray::language {

enum class NamePhrase : std::uint8_t { none, begin_place, inside_place, begin_body, inside_body };
inline constexpr std::size_t kNamePhrases = 5;

// One for each token of `run`. O(tokens).
[[nodiscard]] std::vector<NamePhrase> find_name_phrases(std::string_view text, const Tokens& tokens, TokenSpan run,
                                                        const NameWords& names);

}  // namespace axray::language
