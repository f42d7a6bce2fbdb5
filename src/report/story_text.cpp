#include "report/story_text.hpp"

#include <algorithm>
#include <utility>

#include "report/story_lines.hpp"
#include "report/story_list.hpp"
#include "report/story_parts_text.hpp"
#include "report/story_words.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

constexpr std::size_t kMarkersShown = 6;

class StoryText {
public:
    StoryText(const StoryReport& story, const StoryTextOptions& options) : story_(story), lines_(options) {}

    std::string write() && {
        write_head();
        write_account();
        if (lines_.options().detail == StoryDetail::account) {
            write_conflicts_briefly();
            write_notes();
            return std::move(lines_).take();
        }
        write_conflicts(lines_, story_);
        write_facts(lines_, story_);
        write_timeline(lines_, story_);
        write_origins(lines_, story_);
        write_sole_facts(lines_, story_);
        write_left_out_facts(lines_, story_);
        write_names(lines_, story_);
        write_reports();
        write_notes();
        return std::move(lines_).take();
    }

private:
    void write_head() {
        const auto summary = summary_of(story_);
        if (!summary.headline.empty()) lines_.put(StyledText().add(summary.headline, TextStyle::strong), "", "");
        StyledText counts;
        counts.add(counts_of(story_), TextStyle::faint);
        if (!summary.first_day.empty()) {
            counts.add("; published " + summary.first_day, TextStyle::faint);
            if (summary.first_day != summary.last_day) counts.add(" to " + summary.last_day, TextStyle::faint);
        }
        lines_.put(counts, "", "");
    }

    // A sentence with the numbers of its reports and what must be said of it.
    void add_sentence(StyledText& text, const AccountSentence& sentence) const {
        text.add(sentence.text);
        const auto reports = reports_behind(story_, sentence);
        text.add(" [" + report_numbers(reports, lines_.shown(reports.size(), kMarkersShown)), TextStyle::faint);
        if (const auto remarks = remarks_on(story_, sentence); !remarks.empty()) {
            text.add("; ", TextStyle::faint).add(remarks, TextStyle::partly_supported);
        }
        text.add("]", TextStyle::faint);
    }

    void write_account() {
        const auto& account = story_.account;
        if (!account.summary.text.empty()) {
            lines_.blank();
            StyledText summary;
            add_sentence(summary, account.summary);
            lines_.put(summary, "", "");
        }
        if (!account.at_a_glance.empty()) {
            lines_.heading("At a glance");
            for (const auto& sentence : account.at_a_glance) {
                StyledText point;
                add_sentence(point, sentence);
                lines_.put(point, "  -  ", kStoryIndent);
            }
        }
        if (!account.details.empty()) lines_.heading("The details");
        bool first = true;
        for (const auto& paragraph : account.details) {
            if (!std::exchange(first, false)) lines_.blank();
            StyledText text;
            for (const auto& sentence : paragraph.sentences) {
                add_sentence(text, sentence);
                text.add(" ");
            }
            lines_.put(text, "", "");
        }
    }

    void write_conflicts_briefly() {
        if (story_.conflicts.empty()) return;
        lines_.heading("Conflicts");
        for (std::size_t number = 0; number < story_.conflicts.size(); ++number) {
            const auto& conflict = story_.conflicts[number];
            StyledText line;
            line.add(words_for(conflict.kind), TextStyle::contradicted)
                .add(": ")
                .add(with_report_numbers(story_, conflict.explanation));
            lines_.put_numbered(number + 1, line);
        }
    }

    void write_reports() {
        if (story_.reports.empty()) return;
        lines_.heading("The reports");
        const auto count = lines_.shown(story_.reports.size(), kReportsShown);
        for (std::uint32_t number = 0; number < count; ++number) {
            const auto& report = *story_.reports[number];
            StyledText line;
            line.add(report.id);
            if (title_of(report) != report.id) line.add(", ").add(shortened(title_of(report), kTitleLength));
            const auto& publisher = report.metadata.publisher.value;
            if (!publisher.empty()) line.add(", ").add(shortened(publisher, kTitleLength));
            if (const auto day = published_of(story_, number); !day.empty()) line.add(", ").add(day);
            lines_.put_numbered(number + 1, line);
        }
        lines_.more(story_.reports.size(), count, "report", "reports");
    }

    void write_notes() {
        if (!story_.left_out.empty()) {
            lines_.heading("Left out");
            const auto count = lines_.shown(story_.left_out.size(), kReportsShown);
            for (std::size_t number = 0; number < count; ++number) {
                const auto& report = story_.left_out[number];
                lines_.put(StyledText().add(report.id + ": " + report.reason));
            }
            lines_.more(story_.left_out.size(), count, "report", "reports");
        }
        if (!story_.notes.empty()) lines_.blank();
        for (const auto& note : story_.notes) {
            lines_.put(StyledText().add("Note: ", TextStyle::strong).add(with_report_numbers(story_, note)), "", "");
        }
    }

    static constexpr std::size_t kReportsShown = 20;
    static constexpr std::size_t kTitleLength = 120;

    const StoryReport& story_;
    StoryLines lines_;
};

}  // namespace

std::string render_story_text(const StoryReport& story, const StoryTextOptions& options) {
    return StoryText(story, options).write();
}

}  // namespace axray::report
