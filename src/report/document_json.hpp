// Documents and places in them as parts of a report (Document, Span -> JSON).
//
// The reports of a check and of a story write them alike. Positions count code points of the document's text. Source:
// own.
#pragma once

#include <axray/document.hpp>

#include "report/json_writer.hpp"
#include "report/text_place.hpp"

namespace axray::report {

// An object with what the document is, its text, blocks, and what was cut.
void write_document(JsonWriter& json, const Document& document, const PlaceFinder& places);

// The members "begin" and "end".
void write_position(JsonWriter& json, CodePointSpan span);

// The member "file_bytes": a pair, or null where nothing of it stood in the file.
void write_file_bytes(JsonWriter& json, Span original);

// The member "place", by which the words can be found again in another copy of the text.
void write_place(JsonWriter& json, const PlaceFinder& places, Span span);

}  // namespace axray::report
