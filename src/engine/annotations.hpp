// The annotations of a document for those who use the library (AnnotatedText -> Annotations).
//
// Hashes become words again, and what the layers keep as token positions becomes bytes of the text. Source: own.
#pragma once

#include <axray/annotations.hpp>
#include <axray/document.hpp>

#include "base/days.hpp"
#include "language/annotation.hpp"

namespace axray::engine {

// `annotated` was made from `document`, with `published` as the day to reckon from. O(tokens).
[[nodiscard]] Annotations public_annotations(const Document& document, const language::AnnotatedText& annotated,
                                             base::Day published);

// The day on which the document was published, as its metadata has it; year 0 when it does not say.
[[nodiscard]] base::Day publication_day(const Document& document);

}  // namespace axray::engine
