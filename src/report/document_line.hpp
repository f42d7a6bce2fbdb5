// The lines of `story --jsonl`, and of files of documents (one JSON line -> LineDocument).
//
//     {"id"?, "title"?, "text" or "html"?, "date"?, "source"?, "author"?, "url"?}; other keys are passed over.
//
// docs/json.md and docs/schema/document-line.schema.json describe them. Source: own.
#pragma once

#include <string>
#include <string_view>

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

}  // namespace axray::report
