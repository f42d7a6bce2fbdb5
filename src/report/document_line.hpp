// The lines of `story --jsonl`, and of files of documents (one JSON line -> LineDocument).
//
//     {"id"?, "title"?, "text" or "html"?, "date"?, "source"?, "author"?, "url"?}; other keys are passed over.
//
// docs/json.md and docs/schema/document-line.schema.json describe them. Source: own.
#pragma once

#include <string>
#include <string_view>

#include <axray/document.hpp>
#include <axray/engine.hpp>
#include <axray/result.hpp>

#include "report/json_line.hpp"

namespace axray::report {

inline constexpr JsonLineLimits kDocumentLineLimits{std::size_t{64} << 20, 64};

// Strings as they stand, empty where a member is absent or null.
struct LineDocument {
    std::string id;
    std::string title;
    std::string text;  // plain text
    std::string html;  // a page, in place of the text
    std::string date;  // ISO 8601
    std::string source;
    std::string author;
    std::string url;
};

struct DocumentRequest {
    std::string id_json;            // as JSON text; empty when the line has none or it is unreadable
    Result<LineDocument> document;  // errors: malformed, limit_exceeded, empty
};

class DocumentLineParser {
public:
    [[nodiscard]] DocumentRequest parse(std::string_view line);

private:
    JsonLineParser parser_;
};

// Reads the text or page, and puts what the line says of it into the metadata, found in "line date" and so on. A
// document with a title alone has the title for its text. A date that is none, or later than `now` (ISO 8601, empty:
// unknown), is left out, which Document::notes says. Errors: as of Engine::read; empty when neither title nor text has
// words.
[[nodiscard]] Result<Document> read_line_document(const Engine& engine, const LineDocument& line,
                                                  const std::string& now);

}  // namespace axray::report
