// `axray screen --jsonl`: one question a line, one answer a line, in the same order.
#include <memory>
#include <string>
#include <utility>

#include "base/ordered_lines.hpp"
#include "base/output.hpp"
#include "cli/command.hpp"
#include "cli/line_input.hpp"
#include "cli/screen/screen_options.hpp"
#include "report/screen_request.hpp"
#include "report/screening_json.hpp"
#include "report/words.hpp"

namespace axray::cli {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

enum LineOutcome : std::size_t { kNoHit, kHit, kUnusable, kBlank };
static_assert(kBlank < base::kLineOutcomes);

class LineScreener {
public:
    LineScreener(const OpenRegisters& opened, const ScreenArguments& arguments)
        : opened_(opened), arguments_(arguments) {}

    base::LineAnswer answer(const base::InputLine& line) {
        if (line.state == base::LineState::too_long) {
            const Error error{ErrorCode::limit_exceeded, "the line is longer than the limit of 1 MiB", {}};
            return {report::screen_error_json({}, error, line.number) + "\n", kUnusable};
        }
        auto text = line.text;
        if (line.number == 1 && text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
        if (text.find_first_not_of(" \t\r") == std::string_view::npos) return {{}, kBlank};
        auto request = parser_.parse(text);
        if (!request.query) return unusable(request.id_json, request.query.error(), line.number);
        auto& query = *request.query;
        if (query.kind == EntryKind::unknown) query.kind = arguments_.given.kind;
        const auto found = opened_.registers.screen(query, arguments_.options);
        if (!found) return unusable(request.id_json, found.error(), line.number);
        return {
            report::screen_answer_json(request.id_json, query, *found, opened_.run, report::ScreenDetail::brief) + "\n",
            found->hits.empty() ? kNoHit : kHit};
    }

private:
    static base::LineAnswer unusable(const std::string& id_json, const Error& error, std::uint64_t line) {
        return {report::screen_error_json(id_json, error, line) + "\n", kUnusable};
    }

    const OpenRegisters& opened_;
    const ScreenArguments& arguments_;
    report::ScreenRequestParser parser_;
};

}  // namespace

int screen_lines(const ScreenArguments& arguments) {
    const auto opened = open_registers(arguments);
    if (!opened) return refuse(opened.error());
    const auto input = LineInput::open(*arguments.lines);
    if (!input) return refuse(input.error());
    auto output = arguments.output.empty() ? base::Output::standard() : base::Output::to_file(arguments.output);
    if (!output) return refuse(output.error());

    base::OrderedLinesOptions options;
    options.threads = threads_of(arguments);
    options.line_limit = report::kScreenRequestLimits.bytes;
    const auto make_worker = [&]() -> base::LineWorker {
        auto screener = std::make_shared<LineScreener>(*opened, arguments);
        return [screener](const base::InputLine& line) { return screener->answer(line); };
    };
    const auto sink = [&](std::string_view bytes) { return output->write(bytes); };
    const auto summary = base::process_lines(input->descriptor(), input->name(), make_worker, sink, options);
    if (!summary) return refuse(summary.error());
    if (const auto finished = output->finish(); !finished) return refuse(finished.error());

    const auto& count = summary->outcomes;
    if (!arguments.quiet) {
        say(report::count_of(count[kNoHit] + count[kHit], "name", "names") + " screened, " +
            std::to_string(count[kHit]) + " with hits");
        for (const auto& note : report::notes_on_lists(opened->run)) say("note: " + note);
    }
    if (count[kUnusable] > 0) {
        say(report::count_of(count[kUnusable], "line", "lines") + " of " + input->name() +
            " could not be used; the answers say which and why");
    }
    return arguments.fail_on_hit && count[kHit] > 0 ? kVerdictMet : kDone;
}

}  // namespace axray::cli
