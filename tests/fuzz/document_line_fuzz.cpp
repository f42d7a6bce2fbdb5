// Feeds arbitrary bytes to the reader of documents as lines of JSON.
// Depends: base report
//
// What must hold: no crash; every text of an accepted document is valid UTF-8, and one of them has something in it; the
// error of a line is one line that keeps its id.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "report/bulk_json.hpp"
#include "report/document_line.hpp"
#include "require.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using axray::fuzz::require;
    static axray::report::DocumentLineParser parser;
    const auto request = parser.parse(std::string_view(reinterpret_cast<const char*>(data), size));
    if (request.document) {
        const auto& line = *request.document;
        for (const auto* text :
             {&line.id, &line.title, &line.text, &line.html, &line.date, &line.source, &line.author, &line.url}) {
            require(axray::base::first_invalid_utf8(*text) == text->size(), "accepted text is valid UTF-8");
        }
        require(!line.title.empty() || !line.text.empty() || !line.html.empty(), "a document has a text");
        return 0;
    }
    const auto written = axray::report::write_line_error(request.id_json, request.document.error(), 1);
    require(written.find('\n') == written.size() - 1, "an error is one line");
    require(parser.parse(written).id_json == request.id_json, "the id is written as it was read");
    return 0;
}
