// The lines of `check --jsonl`: any bytes give a request or an error, and what is written is valid UTF-8.
// Depends: report
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.hpp"
#include "report/bulk_json.hpp"

namespace {

void require_utf8(std::string_view text) {
    if (axray::base::first_invalid_utf8(text) != text.size()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    axray::report::ClaimRequestParser parser;
    const auto request = parser.parse({reinterpret_cast<const char*>(data), size});
    require_utf8(request.id_json);
    if (!request.claim) {
        require_utf8(axray::report::write_line_error(request.id_json, request.claim.error(), 1));
        return 0;
    }
    require_utf8(request.claim->claim);
    for (const auto& source : request.claim->sources) {
        require_utf8(source.id);
        require_utf8(source.text);
        for (const auto& sentence : source.sentences) require_utf8(sentence);
    }
    require_utf8(axray::report::write_claim_answer(request.id_json, {}, axray::report::AnswerDetail::full));
    return 0;
}
