// Feeds arbitrary bytes to the reader of `screen --jsonl`.
// Depends: base report
//
// What must hold: no crash; every text of an accepted question is valid UTF-8; what is written back is one line, and
// the same parser reads an error's line without complaint about its syntax.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "report/screen_request.hpp"
#include "report/screening_json.hpp"
#include "require.hpp"

namespace {

using axray::fuzz::require;

void require_valid(std::string_view text) {
    require(axray::base::first_invalid_utf8(text) == text.size(), "accepted text is valid UTF-8");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static axray::report::ScreenRequestParser parser;
    const std::string_view line(reinterpret_cast<const char*>(data), size);
    const auto request = parser.parse(line);
    if (request.query) {
        require_valid(request.query->name);
        for (const auto* values : {&request.query->births, &request.query->countries, &request.query->identifiers}) {
            for (const auto& value : *values) require_valid(value);
        }
        const auto written = axray::report::screen_answer_json(request.id_json, *request.query, {}, {},
                                                               axray::report::ScreenDetail::full);
        require(written.find('\n') == std::string::npos, "an answer is one line");
        return 0;
    }
    const auto written = axray::report::screen_error_json(request.id_json, request.query.error(), 1);
    require(written.find('\n') == std::string::npos, "an error is one line");
    const auto again = parser.parse(written);
    require(again.id_json == request.id_json, "the id is written as it was read");
    return 0;
}
