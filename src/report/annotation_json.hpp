// The annotations of a document, for programs (Annotations -> one JSON object, docs/json.md).
//
// Spans count code points of the document's text, `file_bytes` bytes of its file, as in all JSON of the program. What
// is said of every token stands in columns, one array for each. Source: own.
#pragma once

#include <axray/annotations.hpp>
#include <axray/document.hpp>

#include "base/compact_json.hpp"

namespace axray::report {

// Writes the object; `annotations` are those of `document`. O(bytes).
void write_annotations(base::CompactJson& json, const Document& document, const Annotations& annotations);

}  // namespace axray::report
