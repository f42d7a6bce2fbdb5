// Lines of a report that reading left in its text and that say nothing of the story (AnnotatedText -> yes or no).
//
// Captions with a label, lettering of maps and pictures, headings of lists ("what we know so far"), lines about
// authors, agencies' desks and newsletters. General English only; no outlet is named. Source: own.
#pragma once

#include <cstdint>

#include <axray/document.hpp>

#include "language/annotation.hpp"

namespace axray::story {

// `sentence` is a number of `text.sentences`. O(tokens of the sentence).
[[nodiscard]] bool is_furniture_line(const Document& document, const language::AnnotatedText& text,
                                     std::uint32_t sentence);

}  // namespace axray::story
