// What was read, for people and for programs (Documents -> text or JSON).
//
// Source: own; the JSON is that of docs/json.md.
#pragma once

#include <string>
#include <vector>

#include <axray/document.hpp>

namespace axray::cli {

// Metadata, blocks with their kinds, and what was set aside with the reason; lines of at most `width` columns.
[[nodiscard]] std::string documents_as_text(const std::vector<Document>& documents, unsigned width);

// {"version", "documents": [{"id", "sha256", "size", "metadata", "text", "blocks", "cut"}]}; spans of text count code
// points, those of the original bytes.
[[nodiscard]] std::string documents_as_json(const std::vector<Document>& documents);

}  // namespace axray::cli
