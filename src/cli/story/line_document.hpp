// Makes a document of what a line of JSON says (LineDocument -> Document). Source: own.
//
// The text is read as a file would be; what the line declares goes before what the text tells.
#pragma once

#include <string>

#include <axray/engine.hpp>

#include "report/document_line.hpp"

namespace axray::cli {

// Reads the text or page, and puts what the line says of it into the metadata, found in "line date" and so on. A
// document with a title alone has the title for its text. A date that is none, or later than the day after `now` (ISO
// 8601, empty: unknown), is left out, which Document::notes says. Errors: as of Engine::read; empty when neither title
// nor text has words.
[[nodiscard]] Result<Document> read_line_document(const Engine& engine, const report::LineDocument& line,
                                                  const std::string& now);

}  // namespace axray::cli
