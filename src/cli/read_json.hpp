// What was read, for programs (Document -> one line of JSON).
//
// Spans of the text count code points, those of the file bytes, as in all JSON of the program (docs/json.md). Safe to
// call from any number of threads. Source: own.
#pragma once

#include <string>

#include <axray/annotations.hpp>
#include <axray/document.hpp>
#include <axray/result.hpp>

#include "cli/document_source.hpp"
#include "cli/read_options.hpp"

namespace axray::cli {

// A JSON object without a line feed: who and when, the text, its blocks, links and captions, and what was set aside.
// With places, the bytes of `source` are parsed once more. `annotations` are left out where there are none.
[[nodiscard]] std::string document_as_json(const Document& document, const DocumentSource& source,
                                           PlaceDetail places = PlaceDetail::none,
                                           const Annotations* annotations = nullptr);

// The object that stands in the place of an input that could not be read: {"id", "error": {"code", "message"}}.
[[nodiscard]] std::string failure_as_json(const std::string& id, const Error& error);

}  // namespace axray::cli
