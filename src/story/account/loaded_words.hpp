// Words that take sides, in a sentence of the account (AnnotatedText -> Spans).
//
// Our own list of English words that judge where a plain one would do ("slammed", "regime", "so-called"), by
// dictionary form and form as written. What stands between quotation marks is somebody's word and is passed over.
#pragma once

#include <vector>

#include <axray/span.hpp>

#include "language/annotation.hpp"

namespace axray::story {

// In order. `text` is what `annotated` was made from. O(tokens).
[[nodiscard]] std::vector<Span> find_loaded_words(std::string_view text, const language::AnnotatedText& annotated);

// The same within a stretch of tokens.
[[nodiscard]] std::vector<Span> find_loaded_words(std::string_view text, const language::AnnotatedText& annotated,
                                                  language::TokenSpan tokens);

}  // namespace axray::story
