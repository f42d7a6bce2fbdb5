// Whether an attribution denies a statement, or refuses something (Attribution -> yes or no).
//
// "denied the theft", "rejected the allegations" and "said that the claims are false" say that something is not so;
// "rejected the offer" says only that somebody will not have it, though the verb is the same. Source: own lists.
#pragma once

#include <span>

#include "language/annotation.hpp"

namespace axray::language {

// `content`: what counts as the content of `said`, its pieces in order. `tokens` may be of either depth; those of
// `said` are numbered alike. O(tokens of content).
[[nodiscard]] bool is_denial(const Tokens& tokens, const Attribution& said, std::span<const TokenSpan> content);

// Whether the content names what somebody says: "the allegations", "a report". O(tokens of content).
[[nodiscard]] bool names_claim(const Tokens& tokens, std::span<const TokenSpan> content);

}  // namespace axray::language
