#include "cli/story/line_run.hpp"

#include <string>

#include "cli/command.hpp"
#include "cli/line_input.hpp"
#include "report/bulk_json.hpp"
#include "report/words.hpp"

namespace axray::cli {
namespace {

base::LineAnswer answer(const base::InputLine& line, const LineRun& run) {
    if (line.state == base::LineState::too_long) {
        const Error error{ErrorCode::limit_exceeded, "the line is longer than the limit of 64 MiB", {}};
        return unusable_line({}, error, line.number);
    }
    if (line.text.find_first_not_of(" \t\r") == std::string_view::npos)
        return {{}, static_cast<std::size_t>(LineOutcome::blank)};
    return run.take(line);
}

}  // namespace

base::LineAnswer unusable_line(std::string_view id_json, const Error& error, std::uint64_t number) {
    return {report::write_line_error(id_json, error, number), static_cast<std::size_t>(LineOutcome::unusable)};
}

int work_through_lines(const StoryArguments& arguments, const LineRun& run) {
    const auto input = LineInput::open(*arguments.lines);
    if (!input) return refuse(input.error());
    auto output = arguments.output.empty() ? base::Output::standard() : base::Output::to_file(arguments.output);
    if (!output) return refuse(output.error());
    const auto make_worker = [&]() -> base::LineWorker {
        return [&run](const base::InputLine& line) { return answer(line, run); };
    };
    const auto sink = [&](std::string_view bytes) { return output->write(bytes); };
    base::OrderedLinesOptions options;
    options.threads = 1;
    const auto summary = base::process_lines(input->descriptor(), input->name(), make_worker, sink, options);
    if (!summary) return refuse(summary.error());
    if (const auto written = run.write_the_rest(*output); !written) return refuse(written.error());
    if (const auto finished = output->finish(); !finished) return refuse(finished.error());
    const auto count = [&](LineOutcome outcome) { return summary->outcomes[static_cast<std::size_t>(outcome)]; };
    if (!arguments.quiet) {
        say(report::count_of(count(LineOutcome::done), "document", "documents") + " " + std::string(run.what_was_done));
    }
    if (const auto unusable = count(LineOutcome::unusable); unusable > 0) {
        say(report::count_of(unusable, "line", "lines") + " of " + input->name() +
            " could not be used; the answers say which and why");
    }
    return kDone;
}

}  // namespace axray::cli
