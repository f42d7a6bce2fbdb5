// Punctuation and symbols: what they are, and their plain forms (code point -> Sign).
//
// Scripts and typography write the same sign in many ways: full width, curly, angled. The tokenizer asks here for the
// one Sign behind them all, so that no later rule has to know more than one form of a quotation mark. Source: names and
// uses of the Unicode Character Database; the choice of signs is our own.
#pragma once

#include <cstdint>
#include <string_view>

#include "language/words/words.hpp"

namespace axray::language {

// Sign::other for a code point that no rule asks for.
[[nodiscard]] Sign sign_of(char32_t value);

// What a sign is folded to, in UTF-8: typographic forms become the plain ones, others stay as `written`.
[[nodiscard]] std::string_view plain_sign(Sign sign, std::string_view written);

// True when equal signs that follow each other are one token: "...", "!!!", "---".
[[nodiscard]] bool merges_runs(Sign sign, char32_t value);

// True when `next` goes on with a run that began with `first`: an equal sign, or both of ".", "?" and "!".
[[nodiscard]] bool continues_run(char32_t first, char32_t next);

// What a run of two and more ASCII signs is whose first sign is `first`: "..." an ellipsis, "?!" a question.
[[nodiscard]] Sign sign_of_run(Sign first, std::string_view run);

// The bytes of the emoticon at `at` (":)", ";-)", ":D", "<3", "^_^"), 0 when there is none. Constant time.
[[nodiscard]] std::uint32_t emoticon_size(std::string_view text, std::uint32_t at);

}  // namespace axray::language
