// `axray story --jsonl`: one document a line in, the number of its story out.
#include <string>
#include <utility>
#include <vector>

#include <axray/engine.hpp>
#include <axray/story_sorter.hpp>

#include "base/compact_json.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/story/line_run.hpp"
#include "cli/story/story_inputs.hpp"
#include "cli/story/story_options.hpp"

namespace axray::cli {
namespace {

// The order in which documents come matters, so that one thread sorts them all.
class LineSorter {
public:
    explicit LineSorter(const Engine& engine) : reports_(engine, present_time()), sorter_(engine) {}

    base::LineAnswer answer(const base::InputLine& line) {
        auto report = reports_.read(line.text, line.number);
        if (!report.document) return unusable_line(report.id_json, report.document.error(), line.number);
        Sorted sorted;
        sorted.id_json = report.id_json.empty() ? "null" : std::move(report.id_json);
        sorted.line = line.number;
        sorted.story = sorter_.add(*report.document);
        auto text = written(sorted, sorted.story);
        documents_.push_back(std::move(sorted));
        return {std::move(text), static_cast<std::size_t>(LineOutcome::done)};
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
    LineSorter sorter(*engine);
    return work_through_lines(arguments,
                              {[&](const base::InputLine& line) { return sorter.answer(line); },
                               [&](base::Output& output) { return output.write(sorter.moved()); }, "sorted"});
}

}  // namespace axray::cli
