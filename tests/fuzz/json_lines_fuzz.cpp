// Feeds arbitrary bytes to the reader of `check --jsonl` and to the reader of lines before it.
// Depends: base report
//
// What must hold: no crash; every text of an accepted request is valid UTF-8; what is written back as an error is one
// line that the same parser reads without complaint about its syntax; cutting into lines loses no line.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include <unistd.h>

#include "base/ordered_lines.hpp"
#include "base/utf8.hpp"
#include "report/bulk_json.hpp"
#include "require.hpp"

namespace {

using axray::base::InputLine;
using axray::base::LineAnswer;

using axray::fuzz::require;

void require_valid(std::string_view text) {
    require(axray::base::first_invalid_utf8(text) == text.size(), "accepted text is valid UTF-8");
}

void require_texts_valid(const axray::ClaimRequest& request) {
    require_valid(request.claim);
    for (const auto& source : request.sources) {
        require_valid(source.id);
        require_valid(source.text);
        for (const auto& sentence : source.sentences) require_valid(sentence);
    }
}

LineAnswer answer(axray::report::ClaimRequestParser& parser, const InputLine& line) {
    const auto request = parser.parse(line.text);
    if (request.claim) {
        require_texts_valid(*request.claim);
        return {axray::report::write_claim_answer(request.id_json, {}, axray::report::AnswerDetail::full), 0};
    }
    auto written = axray::report::write_line_error(request.id_json, request.claim.error(), line.number);
    require(written.find('\n') == written.size() - 1, "an answer is one line");
    const auto again = parser.parse(written);
    require(again.id_json == request.id_json || request.id_json.empty(), "the id is written as it was read");
    return {std::move(written), 1};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static std::FILE* const kFile = std::tmpfile();
    require(kFile != nullptr && ::ftruncate(::fileno(kFile), 0) == 0, "a temporary file can be used");
    std::rewind(kFile);
    require(size == 0 || std::fwrite(data, 1, size, kFile) == size, "a temporary file can be written");
    std::fflush(kFile);
    ::lseek(::fileno(kFile), 0, SEEK_SET);

    std::uint64_t bytes = 0;
    const auto make_worker = []() -> axray::base::LineWorker {
        return [parser = std::make_shared<axray::report::ClaimRequestParser>()](const InputLine& line) {
            return answer(*parser, line);
        };
    };
    const auto sink = [&bytes](std::string_view written) -> axray::Result<std::uint64_t> {
        return bytes += written.size();
    };
    const auto summary = axray::base::process_lines(::fileno(kFile), "bytes", make_worker, sink, {});
    require(summary.has_value(), "the lines can be read");
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    std::uint64_t lines = 0;
    for (const char letter : text) lines += letter == '\n' ? 1 : 0;
    if (!text.empty() && text.back() != '\n') ++lines;
    require(summary->lines == lines, "every line is answered");
    return 0;
}
