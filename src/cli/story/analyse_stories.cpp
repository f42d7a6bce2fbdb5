// `axray story REPORT...`: sorts the reports into stories and analyses each.
#include <algorithm>
#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <axray/engine.hpp>
#include <axray/story_sorter.hpp>

#include "base/ordered_work.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/story/story_forms.hpp"
#include "cli/story/story_inputs.hpp"
#include "cli/story/story_options.hpp"
#include "report/words.hpp"

namespace axray::cli {
namespace {

constexpr std::size_t kMemoryLimit = std::size_t{256} << 20;  // bytes that the stories on their way take, as estimated
constexpr std::size_t kTimesText = 100;                       // bytes of an annotated text for each of its own

struct StoryGroup {
    std::uint32_t number = 0;  // of the stream, from 0
    std::vector<std::shared_ptr<const Document>> reports;
};

// As they would have come in: by day of publication, those without one last. Files are named in any order.
std::vector<std::shared_ptr<const Document>> by_day(std::vector<std::shared_ptr<const Document>> documents) {
    const auto day_of = [](const std::shared_ptr<const Document>& document) {
        const auto& published = document->metadata.published.value;
        return published.empty() ? std::string("9999") : published.substr(0, 10);
    };
    std::stable_sort(documents.begin(), documents.end(),
                     [&](const auto& left, const auto& right) { return day_of(left) < day_of(right); });
    return documents;
}

// Largest first; of the same size in the order in which they began. The reports of a story stay as they were named.
std::vector<StoryGroup> sort_reports(const Engine& engine, const StoryInputs& inputs, Sorting sorting) {
    if (sorting == Sorting::one_story) return {{0, inputs.documents}};
    StorySorter sorter(engine);
    const auto documents = by_day(inputs.documents);
    for (const auto& document : documents) (void)sorter.add(*document);
    const auto numbers = sorter.stories();
    std::map<const Document*, std::uint32_t> story_of;
    for (std::size_t at = 0; at < documents.size(); ++at) story_of[documents[at].get()] = numbers[at];
    std::vector<StoryGroup> groups;
    for (const auto& document : inputs.documents) {
        const auto story = story_of.at(document.get());
        if (story >= groups.size()) groups.resize(story + std::size_t{1});
        groups[story].reports.push_back(document);
    }
    for (std::uint32_t number = 0; number < groups.size(); ++number) groups[number].number = number;
    std::erase_if(groups, [](const StoryGroup& group) { return group.reports.empty(); });
    std::stable_sort(groups.begin(), groups.end(), [](const StoryGroup& left, const StoryGroup& right) {
        return left.reports.size() > right.reports.size();
    });
    return groups;
}

std::string id_of(const StoryGroup& group) { return std::to_string(group.number + std::uint64_t{1}); }

// A story of which no more is told than which reports it has.
report::StorySummary listed(const StoryGroup& group) {
    StoryReport story;
    story.id = id_of(group);
    story.reports = group.reports;
    for (const auto& report : group.reports) {
        const auto& published = report->metadata.published.value;
        story.published.push_back(published.substr(0, std::min<std::size_t>(10, published.size())));
    }
    return report::summary_of(story);
}

std::size_t cost_of(const StoryGroup& group) {
    std::size_t bytes = 0;
    for (const auto& report : group.reports) bytes += report->text.size();
    return bytes * kTimesText;
}

class Run {
public:
    Run(const Engine& engine, const StoryArguments& arguments, StoryForm& form, std::vector<StoryGroup> groups)
        : engine_(engine), arguments_(arguments), form_(form), groups_(std::move(groups)), summaries_(groups_.size()) {
        options_.today = present_time().substr(0, 10);
    }

    Result<std::vector<report::StorySummary>> run() {
        const auto done = base::process_in_order([this](const std::atomic<bool>&) { return next(); },
                                                 [this](const base::WorkAnswer& answer) { return hand_on(answer); },
                                                 {threads_of(arguments_), kMemoryLimit});
        if (!done) return fail(done.error());
        return std::move(summaries_);
    }

private:
    Result<std::optional<base::WorkItem>> next() {
        if (begun_ == groups_.size()) return std::optional<base::WorkItem>();
        const auto number = begun_++;
        auto fault = faults_.emplace_back(std::make_shared<std::optional<Error>>());
        base::WorkItem item;
        item.cost = cost_of(groups_[number]);
        item.task = [this, number, fault](unsigned) { return analyse(number, *fault); };
        return std::optional<base::WorkItem>(std::move(item));
    }

    base::WorkAnswer analyse(std::size_t number, std::optional<Error>& fault) {
        auto story = engine_.story(groups_[number].reports, options_);
        if (!story) {
            fault = story.error();
            return {};
        }
        story->id = id_of(groups_[number]);
        summaries_[number] = report::summary_of(*story, form_.file_of(*story));
        auto rendered = form_.render(*story);
        if (!rendered) {
            fault = rendered.error();
            return {};
        }
        return {*std::move(rendered), {}};
    }

    Result<std::uint64_t> hand_on(const base::WorkAnswer& answer) {
        const auto number = finished_++;
        if (*faults_[number]) return fail(**faults_[number]);
        if (auto added = form_.add(answer.output); !added) return fail(std::move(added).error());
        return std::uint64_t{answer.output.size()};
    }

    const Engine& engine_;
    const StoryArguments& arguments_;
    StoryForm& form_;
    std::vector<StoryGroup> groups_;
    std::vector<report::StorySummary> summaries_;  // one a group, each written by the thread that analysed it
    std::vector<std::shared_ptr<std::optional<Error>>> faults_;
    std::size_t begun_ = 0;
    std::size_t finished_ = 0;
    StoryOptions options_;
};

void say_summary(std::size_t reports, const StoryRun& run) {
    const auto stories = run.stories.size() + run.listed.size();
    auto text = report::count_of(reports, "report", "reports") + ", " + report::count_of(stories, "story", "stories");
    if (!run.listed.empty())
        text += ", " + std::to_string(run.listed.size()) + " of them only listed (--least-reports 1 analyses all)";
    if (!run.unreadable.empty())
        text += ", " + report::count_of(run.unreadable.size(), "input", "inputs") + " could not be read";
    say(text);
}

}  // namespace

int analyse_stories(const StoryArguments& arguments) {
    const auto engine = Engine::open(engine_options(arguments.registers));
    if (!engine) return refuse(engine.error());
    auto inputs = read_reports(*engine, arguments);
    if (!inputs) return refuse(inputs.error());
    if (inputs->documents.empty()) {
        say("there is no report that could be read");
        return kUnreadableInput;
    }
    auto groups = sort_reports(*engine, *inputs, arguments.sorting);
    const auto reports = inputs->documents.size();
    inputs->documents.clear();
    const std::size_t least = arguments.least_reports > 0                              ? arguments.least_reports
                              : groups.size() > 1 && groups.front().reports.size() > 1 ? 2
                                                                                       : 1;
    StoryRun run;
    run.unreadable = std::move(inputs->unreadable);
    const auto first_listed = std::partition_point(
        groups.begin(), groups.end(), [least](const StoryGroup& group) { return group.reports.size() >= least; });
    for (auto group = first_listed; group != groups.end(); ++group) run.listed.push_back(listed(*group));
    groups.erase(first_listed, groups.end());

    auto form = make_story_form(arguments, groups.size());
    if (!form) return refuse(form.error());
    auto summaries = Run(*engine, arguments, **form, std::move(groups)).run();
    if (!summaries) return refuse(summaries.error());
    run.stories = *std::move(summaries);
    if (auto finished = (*form)->finish(run); !finished) return refuse(finished.error());
    if (!arguments.quiet) say_summary(reports, run);
    return run.unreadable.empty() ? kDone : kUnreadableInput;
}

}  // namespace axray::cli
