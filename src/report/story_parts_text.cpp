#include "report/story_parts_text.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "report/annotation_words.hpp"
#include "report/marked_text.hpp"
#include "report/parties_text.hpp"
#include "report/screening.hpp"
#include "report/story_parties.hpp"
#include "report/story_words.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

constexpr std::size_t kConflictsShown = 12;
constexpr std::size_t kExplanation = 220;  // code points
constexpr std::size_t kShortValue = 60;
constexpr std::size_t kEventLength = 180;
constexpr std::size_t kWholeText = 1'000'000;
constexpr std::size_t kFactsShown = 10;
constexpr std::size_t kEntriesShown = 12;
constexpr std::size_t kCopiesShown = 12;
constexpr std::size_t kSoleFactsShown = 2;
constexpr std::size_t kReportsShown = 12;
constexpr std::size_t kLeftOutShown = 6;
constexpr std::size_t kNamesShown = 12;
constexpr std::size_t kNumbersShown = 8;

std::string numbers(const StoryLines& lines, const std::vector<std::uint32_t>& reports) {
    return report_numbers(reports, lines.shown(reports.size(), kNumbersShown));
}

// The claim of a mention with some of its words marked.
StyledText quotation(const StoryLines& lines, const StoryReport& story, const FactMention& mention,
                     const std::vector<Span>& marked) {
    const auto& report = *story.reports.at(mention.report);
    StyledText text;
    bool first = true;
    for (const auto part : parts_of(mention.claim, report)) {
        if (!first && !begins_with_own_mark(part, report)) text.add(" ... ");
        first = false;
        add_marked(text, report, part, marked, lines.options().color);
    }
    return text;
}

void write_side(StoryLines& lines, const StoryReport& story, const ConflictSide& side,
                const std::vector<ConflictSide>& others, const std::vector<Span>& marked) {
    const auto& mention = mention_of(story, side);
    const auto reports = reports_of(story, side, others);
    StyledText head;
    const auto words = slice(story, side);
    if (base::count_code_points(words) <= kShortValue) head.add(words, TextStyle::strong).add(" ");
    head.add("[" + numbers(lines, reports) + "]", TextStyle::faint);
    if (reports.size() > 1) {
        head.add(", " + support_of(reports.size(), origins_of(story, reports)), TextStyle::faint);
    }
    lines.put(head);
    lines.put_quote(quotation(lines, story, mention, marked));
}

void write_mention(StoryLines& lines, const StoryReport& story, const FactMention& mention) {
    StyledText text;
    text.add(name_of_report(story, mention.report), TextStyle::faint);
    if (const auto speaker = speaker_of(story, mention); !speaker.empty()) text.add(", " + speaker, TextStyle::faint);
    if (mention.certainty != Certainty::stated) {
        text.add(", " + std::string(to_string(mention.certainty)), TextStyle::faint);
    }
    lines.put_quote(text.add(": ", TextStyle::faint).add(mention.claim.text));
}

// "statement or document a press release -> [1] wire, [2] rewrite"
void write_origin(StoryLines& lines, const StoryReport& story, const Origin& origin) {
    StyledText line;
    line.add(name_of_origin(story, origin), TextStyle::strong)
        .add(" (" + std::string(words_for(origin.kind)) + ") -> ");
    std::vector<std::string> names;
    for (const auto report : takers_of(story, origin)) names.push_back(name_of_report(story, report));
    lines.put(line.add(joined(names, ", ", lines.shown(names.size(), kNumbersShown))));
}

// " [dated by 2, 3; first in [1] wire, published 2024-03-25]"
std::string timeline_remark(const StoryReport& story, const TimelineEntry& entry) {
    std::string remark = " [dated by " + report_numbers(reports_dating(story, entry), kNumbersShown);
    if (!entry.reported_by.empty()) {
        const auto first = entry.reported_by.front();
        const auto day = published_of(story, first);
        remark += "; first in " + name_of_report(story, first);
        if (!day.empty()) remark += ", published " + std::string(day);
    }
    return remark + "]";
}

}  // namespace

void write_conflicts(StoryLines& lines, const StoryReport& story) {
    if (story.conflicts.empty()) return;
    lines.heading("Where the reports differ: " + count_of(story.conflicts.size(), "conflict", "conflicts"));
    const auto count = lines.shown(story.conflicts.size(), kConflictsShown);
    for (std::size_t number = 0; number < count; ++number) {
        const auto& conflict = story.conflicts[number];
        StyledText head;
        head.add(heading_of(story, conflict), TextStyle::contradicted);
        if (!sides_say_all(conflict)) {
            const auto explanation = with_report_numbers(story, conflict.explanation);
            head.add(": ").add(shortened(explanation, lines.shown(kWholeText, kExplanation)));
        }
        lines.put_numbered(number + 1, head);
        const auto differing = differing_words(story, conflict);
        write_side(lines, story, conflict.one, conflict.with_one, differing.one);
        write_side(lines, story, conflict.other, conflict.with_other, differing.other);
    }
    lines.more(story.conflicts.size(), count, "conflict", "conflicts");
}

void write_facts(StoryLines& lines, const StoryReport& story) {
    if (story.facts.empty()) return;
    lines.heading("Facts, most central first");
    const auto count = lines.shown(story.facts.size(), kFactsShown);
    for (std::uint32_t number = 0; number < count; ++number) {
        const auto& fact = story.facts[number];
        lines.put_numbered(number + 1, StyledText().add(main_mention_of(fact).claim.text));
        StyledText support;
        support.add(support_of(fact) + " [" + numbers(lines, fact.reports) + "]", TextStyle::faint);
        if (const auto remarks = remarks_on(story, number); !remarks.empty()) {
            support.add("; ", TextStyle::faint).add(remarks, TextStyle::partly_supported);
        }
        lines.put(support);
        if (lines.options().detail != StoryDetail::everything) continue;
        for (const auto& mention : fact.mentions) write_mention(lines, story, mention);
        for (const auto& related : fact.related) {
            lines.put_quote(StyledText().add(
                "fact " + std::to_string(related.fact + 1) + " " + std::string(words_for(related.relation)),
                TextStyle::faint));
        }
    }
    lines.more(story.facts.size(), count, "fact", "facts");
}

void write_timeline(StoryLines& lines, const StoryReport& story) {
    if (story.timeline.empty() && story.corrections.empty()) return;
    lines.heading("Timeline");
    const auto count = lines.shown(story.timeline.size(), kEntriesShown);
    for (std::size_t number = 0; number < count; ++number) {
        const auto& entry = story.timeline[number];
        const auto& fact = story.facts.at(entry.fact);
        const auto& mention =
            entry.dated_by.empty() ? main_mention_of(fact) : fact.mentions.at(entry.dated_by.front().mention);
        StyledText line;
        line.add(days_of(entry), TextStyle::strong).add("  ");
        line.add(shortened(mention.claim.text, lines.shown(kWholeText, kEventLength)));
        line.add(timeline_remark(story, entry), TextStyle::faint);
        lines.put(line, "  ", kStoryIndent);
    }
    lines.more(story.timeline.size(), count, "entry", "entries");
    for (const auto& correction : story.corrections) {
        lines.put(StyledText()
                      .add("corrected", TextStyle::contradicted)
                      .add(": ")
                      .add(with_report_numbers(story, correction.explanation)),
                  "  ", kStoryIndent);
    }
}

void write_origins(StoryLines& lines, const StoryReport& story) {
    const auto& origins = story.origins;
    if (origins.origins.empty() && origins.copies.empty()) return;
    lines.heading("Origins: " + support_of(story.reports.size(), independent_reports(story)));
    for (const auto& group : groups_of_several(story)) {
        lines.put(StyledText().add("Reports " + numbers(lines, group) + " count as one origin."));
    }
    const auto shown = lines.shown(origins.origins.size(), kEntriesShown);
    for (std::size_t number = 0; number < shown; ++number) write_origin(lines, story, origins.origins[number]);
    lines.more(origins.origins.size(), shown, "origin", "origins");
    const auto copies = weightiest_copies(story);
    const auto count = lines.shown(copies.size(), kCopiesShown);
    for (std::size_t number = 0; number < count; ++number) {
        const auto& copy = *copies[number];
        StyledText line;
        line.add(words_for(copy.kind), TextStyle::strong).add(": " + words_for(copy) + ". ");
        lines.put(line.add(with_report_numbers(story, copy.reason), TextStyle::faint));
    }
    lines.more(copies.size(), count, "pair of reports", "pairs of reports");
}

void write_sole_facts(StoryLines& lines, const StoryReport& story) {
    if (story.reports.size() < 2) return;
    lines.heading("What each report alone has");
    const auto facts = facts_of_one_report(story);
    const auto reports = lines.shown(facts.size(), kReportsShown);
    for (std::uint32_t report = 0; report < reports; ++report) {
        const auto& own = facts[report];
        StyledText head;
        head.add(name_of_report(story, report), TextStyle::strong);
        head.add(": " + (own.empty() ? "nothing that others have not" : count_of(own.size(), "fact", "facts")));
        lines.put(head, "  ", kStoryIndent);
        const auto count = lines.shown(own.size(), kSoleFactsShown);
        for (std::size_t number = 0; number < count; ++number) {
            lines.put_quote(StyledText().add(main_mention_of(story.facts[own[number]]).claim.text));
        }
    }
    lines.more(facts.size(), reports, "report", "reports");
}

void write_left_out_facts(StoryLines& lines, const StoryReport& story) {
    const auto& left_out = story.account.left_out;
    if (left_out.empty()) return;
    lines.heading("What the account leaves out: " + count_of(left_out.size(), "fact", "facts"));
    const auto count = lines.shown(left_out.size(), kLeftOutShown);
    for (std::size_t number = 0; number < count; ++number) {
        const auto& fact = story.facts.at(left_out[number].fact);
        StyledText line;
        line.add(main_mention_of(fact).claim.text);
        line.add(" [" + numbers(lines, fact.reports) + "; " + std::string(words_for(left_out[number].reason)) + "]",
                 TextStyle::faint);
        lines.put(line, "  -  ", kStoryIndent);
    }
    lines.more(left_out.size(), count, "fact", "facts");
}

void write_names(StoryLines& lines, const StoryReport& story) {
    if (!story.names.empty()) {
        lines.heading("Names");
        const auto count = lines.shown(story.names.size(), kNamesShown);
        StyledText list;
        for (std::size_t number = 0; number < count; ++number) {
            const auto& name = story.names[number];
            std::vector<std::uint32_t> reports;
            for (const auto& mention : name.mentions) {
                if (reports.empty() || reports.back() != mention.source) reports.push_back(mention.source);
            }
            list.add(number == 0 ? "" : "; ").add(name.name, TextStyle::strong);
            if (const auto type = words_for(name.type); !type.empty()) list.add(" (" + std::string(type) + ")");
            list.add(" [" + numbers(lines, reports) + "]", TextStyle::faint);
        }
        lines.put(list);
        lines.more(story.names.size(), count, "name", "names");
    }
    if (!story.parties) return;
    lines.heading("Parties, as public registers know them");
    const auto parties = parties_of(story);
    const TerminalOptions options{lines.options().width, lines.options().color, TerminalDetail::everything};
    for (std::size_t number = 0; number < parties.known.size(); ++number) {
        lines.add(party_text(number + 1, parties.known[number], story.parties->on, options));
    }
    if (!parties.not_listed.empty()) {
        const auto count = lines.shown(parties.not_listed.size(), kNamesShown);
        lines.put(
            StyledText().add("not in these lists: ", TextStyle::strong).add(joined(parties.not_listed, ", ", count)));
    }
    lines.put(StyledText().add("Searched: " + names_and_dates(story.parties->lists), TextStyle::faint));
}

}  // namespace axray::report
