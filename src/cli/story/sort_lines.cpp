// `axray story --jsonl`: one document a line in, the number of its story out.
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <axray/engine.hpp>
#include <axray/story_sorter.hpp>

#include "base/compact_json.hpp"
#include "base/ordered_lines.hpp"
#include "base/output.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/line_input.hpp"
#include "cli/story/story_inputs.hpp"
#include "cli/story/story_options.hpp"
#include "report/bulk_json.hpp"
#include "report/words.hpp"

namespace axray::cli {
namespace {

enum LineOutcome : std::size_t { kSorted, kUnusable, kBlank };
static_assert(kBlank < base::kLineOutcomes);

// The order in which documents come matters, so that one thread sorts them all.
class LineSorter {
public:
    explicit LineSorter(const Engine& engine) : reports_(engine, present_time()), sorter_(engine) {}

    base::LineAnswer answer(const base::InputLine& line) {
        if (line.state == base::LineState::too_long) {
            const Error error{ErrorCode::limit_exceeded, "the line is longer than the limit of 64 MiB", {}};
            return {report::write_line_error({}, error, line.number), kUnusable};
        }
        if (line.text.find_first_not_of(" \t\r") == std::string_view::npos) return {{}, kBlank};
        auto report = reports_.read(line.text, line.number);
        if (!report.document)
            return {report::write_line_error(report.id_json, report.document.error(), line.number), kUnusable};
        Sorted sorted;
        sorted.id_json = report.id_json.empty() ? "null" : std::move(report.id_json);
        sorted.line = line.number;
        sorted.story = sorter_.add(*report.document);
        auto text = written(sorted, sorted.story);
        documents_.push_back(std::move(sorted));
        return {std::move(text), kSorted};
    }

    // Those that stand in another story now.
    [[nodiscard]] std::string moved() {
        std::string lines;
        const auto stories = sorter_.stories();
        for (std::size_t number = 0; number < documents_.size(); ++number) {
            if (stories[number] != documents_[number].story) lines += written(documents_[number], stories[number]);
        }
        return lines;
    }

private:
    struct Sorted {
        std::string id_json;
        std::uint64_t line = 0;
        std::uint32_t story = 0;  // when it came
    };

    static std::string written(const Sorted& sorted, std::uint32_t story) {
        base::CompactJson json;
        json.begin('{').member("line").number(sorted.line);
        json.member("story").string(std::to_string(story + std::uint64_t{1}));
        if (story != sorted.story) json.member("was").string(std::to_string(sorted.story + std::uint64_t{1}));
        json.end('}');
        auto text = std::move(json).take();
        return "{\"id\":" + sorted.id_json + "," + text.substr(1) + "\n";
    }

    LineReports reports_;
    StorySorter sorter_;
    std::vector<Sorted> documents_;
};

}  // namespace

int sort_lines(const StoryArguments& arguments) {
    const auto engine = Engine::open({});
    if (!engine) return refuse(engine.error());
    const auto input = LineInput::open(*arguments.lines);
    if (!input) return refuse(input.error());
    auto output = arguments.output.empty() ? base::Output::standard() : base::Output::to_file(arguments.output);
    if (!output) return refuse(output.error());

    const auto sorter = std::make_shared<LineSorter>(*engine);
    const auto make_worker = [&]() -> base::LineWorker {
        return [sorter](const base::InputLine& line) { return sorter->answer(line); };
    };
    const auto sink = [&](std::string_view bytes) { return output->write(bytes); };
    base::OrderedLinesOptions options;
    options.threads = 1;
    const auto summary = base::process_lines(input->descriptor(), input->name(), make_worker, sink, options);
    if (!summary) return refuse(summary.error());
    if (const auto written = output->write(sorter->moved()); !written) return refuse(written.error());
    if (const auto finished = output->finish(); !finished) return refuse(finished.error());
    if (!arguments.quiet) say(report::count_of(summary->outcomes[kSorted], "document", "documents") + " sorted");
    if (const auto unusable = summary->outcomes[kUnusable]; unusable > 0) {
        say(report::count_of(unusable, "line", "lines") + " of " + input->name() +
            " could not be used; the answers say which and why");
    }
    return kDone;
}

}  // namespace axray::cli
