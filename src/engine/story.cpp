// Engine::story: the steps of a story's analysis, one after the other.
#include <utility>

#include <axray/engine.hpp>
#include <axray/version.hpp>

#include "base/days.hpp"
#include "engine/engine_state.hpp"
#include "engine/story_parties.hpp"
#include "engine/story_reports.hpp"
#include "story/account/account.hpp"
#include "story/conflicts/conflicts.hpp"
#include "story/facts/facts.hpp"
#include "story/names/story_names.hpp"
#include "story/origins/origins.hpp"
#include "story/report_reader.hpp"
#include "story/story_texts.hpp"
#include "story/timeline/publication_days.hpp"
#include "story/timeline/timeline.hpp"

namespace axray {
namespace {

struct ReadReports {
    std::vector<story::ReportText> texts;
    std::vector<story::PublicationDay> days;  // one a text
    std::vector<LeftOutReport> left_out;
};

// A report in which nobody says anything would stand in the story as an origin of its own.
ReadReports read_reports(const std::vector<std::shared_ptr<const Document>>& documents, base::Day today,
                         const story::ReportReaders& readers) {
    ReadReports read;
    auto days = story::publication_days(documents, readers.by_words, readers.words_workspace, today);
    for (std::size_t number = 0; number < documents.size(); ++number) {
        auto text = story::read_report(documents[number], days[number].time, readers);
        text.published_inferred = days[number].inferred;
        if (text.claims.empty()) {
            read.left_out.push_back({documents[number]->id, "there is no statement in it"});
            continue;
        }
        read.texts.push_back(std::move(text));
        read.days.push_back(std::move(days[number]));
    }
    return read;
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

    const story::ReportReaders readers{state_->annotator, **closely, scratch->annotating, scratch->reading_closely};
    auto read = read_reports(chosen.reports, base::day_of(options.today), readers);
    report.left_out.insert(report.left_out.end(), read.left_out.begin(), read.left_out.end());
    for (std::size_t number = 0; number < read.texts.size(); ++number) {
        const auto& document = read.texts[number].document;
        const auto& day = read.days[number];
        report.reports.push_back(document);
        report.published.push_back(base::written_day(day.time.day));
        if (!day.reason.empty()) report.notes.push_back(document->id + ": " + day.reason);
    }
    const story::StoryTexts texts(std::move(read.texts));
    const story::Analyst analyst{state_->judge, state_->annotator, scratch->judging, scratch->annotating};
    report.names = story::join_names(texts);
    report.origins = story::trace_origins(texts);
    report.facts = story::join_facts(texts, report.origins, analyst, {options.fact_limit});
    report.conflicts = story::find_conflicts(texts, report.facts, analyst);
    story::mark_conflicts(report.conflicts, report.facts);
    auto timeline = story::make_timeline(texts, report.facts, report.conflicts);
    story::mark_corrections(timeline.corrections, report.facts);
    report.timeline = std::move(timeline.entries);
    report.corrections = std::move(timeline.corrections);
    report.account = story::write_account(
        texts, {report.facts, report.conflicts, report.timeline, report.origins, &report.corrections}, analyst,
        {options.detail_limit});
    if (state_->registers) {
        auto parties = engine::find_story_parties(texts, *state_->registers, state_->lexicon);
        if (!parties) return fail(std::move(parties).error());
        engine::tie_names(*parties, report.names);
        report.parties = *std::move(parties);
    }
    return report;
}

}  // namespace axray
