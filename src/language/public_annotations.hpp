// The annotations of a document for those who use the library (AnnotatedText -> Annotations).
//
// Hashes become words again, and what the layers keep as token positions becomes bytes of the text. Source: own.
#pragma once

#include <axray/annotations.hpp>
#include <axray/document.hpp>

#include "base/days.hpp"
#include "language/annotation.hpp"
#include "language/annotator.hpp"
#include "language/dates/date.hpp"

namespace axray::language {

// `annotated` was made from `document` by `annotator`, with `published` as the day to reckon from. O(tokens).
[[nodiscard]] Annotations public_annotations(const Document& document, const AnnotatedText& annotated,
                                             const Annotator& annotator, base::Day published);

// One of them; `annotated` was made from `document`.
[[nodiscard]] QuantityAnnotation public_quantity(const Document& document, const AnnotatedText& annotated,
                                                 const Quantity& quantity);
[[nodiscard]] DateAnnotation public_date(const Date& date);

// When the document was published, on the clock of its place, as its metadata has it; unknown when that does not say.
[[nodiscard]] ReferenceTime time_of_publication(const Document& document);

}  // namespace axray::language
