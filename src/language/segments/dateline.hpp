// The line of place and day that a report begins with (tokens of a sentence -> how many of them):
// "PORT LANE, Velland, May 20 (Wire) - The agency ...".
//
// It is no part of the sentence behind it. Source: own, after the style books of news agencies.
#pragma once

#include <cstdint>
#include <string_view>

#include "language/annotation.hpp"

namespace axray::language {

// With its dash; 0 when the sentence begins with none. Of `tokens` the spans and kinds are looked at. Bounded.
[[nodiscard]] std::uint32_t dateline_tokens(std::string_view text, const Tokens& tokens, TokenSpan sentence);

}  // namespace axray::language
