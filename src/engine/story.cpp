// Engine::story: the steps of a story's analysis, one after the other.
#include <utility>

#include <axray/engine.hpp>
#include <axray/version.hpp>

#include "engine/engine_state.hpp"
#include "engine/story_parties.hpp"
#include "engine/story_reports.hpp"
#include "story/names/story_names.hpp"
#include "story/report_reader.hpp"
#include "story/story_texts.hpp"

namespace axray {
namespace {

std::string written_day(base::Day day) {
    if (day.year == 0) return {};
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::to_string(day.year) + "-" + two(day.month) + "-" + two(day.day);
}

}  // namespace

Result<StoryReport> Engine::story(const std::vector<std::shared_ptr<const Document>>& reports,
                                  const StoryOptions& options) const {
    const auto closely = state_->full_annotator.get();
    if (!closely) return fail(closely.error());
    const auto scratch = state_->pool.lend();
    auto chosen = engine::choose_reports(reports, options.report_limit, state_->annotator, scratch->annotating);

    StoryReport report;
    report.version = kVersion;
    report.options = options;
    report.left_out = std::move(chosen.left_out);
    report.notes = std::move(chosen.notes);
    report.reports = chosen.reports;

    const story::ReportReaders readers{state_->annotator, **closely, scratch->annotating, scratch->reading_closely};
    std::vector<story::ReportText> read;
    for (const auto& document : chosen.reports) {
        read.push_back(story::read_report(document, readers));
        report.published.push_back(written_day(read.back().published));
    }
    const story::StoryTexts texts(std::move(read));
    report.names = story::join_names(texts);
    if (state_->registers) {
        auto parties = engine::find_story_parties(texts, *state_->registers, state_->lexicon);
        if (!parties) return fail(std::move(parties).error());
        engine::tie_names(*parties, report.names);
        report.parties = *std::move(parties);
    }
    return report;
}

}  // namespace axray
