#include "report/story_parts.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "report/annotation_words.hpp"
#include "report/html_parties.hpp"
#include "report/screening.hpp"
#include "report/story_parties.hpp"
#include "report/story_words.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

constexpr std::size_t kShortClaim = 280;  // code points
constexpr std::size_t kShortValue = 60;

void write_side(HtmlWriter& html, const StoryPage& page, const ConflictSide& side,
                const std::vector<ConflictSide>& others, const std::vector<Span>& marked) {
    const auto& story = page.story;
    const auto& mention = mention_of(story, side);
    const auto reports = reports_of(story, side, others);
    html.open("div", {{"class", "side-of"}}).line();
    if (base::count_code_points(slice(story, side)) <= kShortValue) {
        html.open("p", {{"class", "value"}}).element("q", {{"dir", "auto"}}, slice(story, side)).close();
    }
    html.open("blockquote", {{"class", "wording"}, {"dir", "auto"}});
    write_mention_words(html, page, mention, marked, PageMark::differs);
    html.close().line();
    write_mention_head(html, page, side.fact, mention);
    if (reports.size() > 1) {
        html.open("p", {{"class", "who"}}).text(support_of(reports.size(), origins_of(story, reports)) + ": ");
        write_report_links(html, page, reports, kPageNumbers);
        html.close();
    }
    html.close().line();
}

void write_conflict(HtmlWriter& html, const StoryPage& page, std::uint32_t number) {
    const auto& conflict = page.story.conflicts[number];
    const auto anchor = conflict_anchor(number);
    std::vector<std::uint32_t> facts = {conflict.one.fact};
    if (conflict.other.fact != conflict.one.fact) facts.push_back(conflict.other.fact);
    html.open("article", {{"class", "conflict"},
                          {"id", anchor},
                          {"tabindex", "-1"},
                          {"data-facts", numbers_of(facts)},
                          {"aria-labelledby", anchor + "-name"}});
    html.line();
    html.open("h3", {{"id", anchor + "-name"}, {"class", "contradicted"}});
    write_icon(html, "contradicted");
    html.element("span", {{"class", "number"}}, std::to_string(number + 1)).text(" ");
    html.text(heading_of(page.story, conflict)).close().line();
    if (!sides_say_all(conflict)) {
        html.element("p", {{"class", "why"}}, with_report_numbers(page.story, conflict.explanation)).line();
    }
    html.open("div", {{"class", "pair"}}).line();
    const auto differing = differing_words(page.story, conflict);
    write_side(html, page, conflict.one, conflict.with_one, differing.one);
    write_side(html, page, conflict.other, conflict.with_other, differing.other);
    html.close().line();
    html.open("p", {{"class", "who"}}).text("Of ");
    for (std::size_t fact = 0; fact < facts.size(); ++fact) {
        if (fact > 0) html.text(" and ");
        write_fact_link(html, page, facts[fact], "fact " + std::to_string(facts[fact] + 1));
    }
    html.text("; probability that a careful reader would call it a conflict: " + percent(conflict.probability));
    html.close().close().line();
}

// "2021-08 to 2022-10", which breaks at its blanks alone.
void write_days(HtmlWriter& html, std::string_view days) {
    html.open("time", {{"class", "day"}});
    const auto divided = std::min(days.find(" to "), days.size());
    html.element("span", {}, days.substr(0, divided));
    if (divided < days.size()) html.text(" to ").element("span", {}, days.substr(divided + 4));
    html.close();
}

void write_entry(HtmlWriter& html, const StoryPage& page, const TimelineEntry& entry) {
    const auto& fact = page.story.facts.at(entry.fact);
    const auto& mention =
        entry.dated_by.empty() ? main_mention_of(fact) : fact.mentions.at(entry.dated_by.front().mention);
    html.open("li", {{"data-facts", std::to_string(entry.fact + 1)}});
    write_days(html, days_of(entry));
    html.open("div").open("p", {{"dir", "auto"}, {"class", "event"}});
    write_fact_link(html, page, entry.fact, shortened(mention.claim.text, kShortClaim));
    html.close();
    html.open("p", {{"class", "who"}});
    const auto dating = reports_dating(page.story, entry);
    if (!dating.empty()) {
        html.text("dated by ");
        write_report_links(html, page, dating, kPageNumbers);
    }
    for (std::size_t order = 0; order < std::min<std::size_t>(entry.reported_by.size(), kPageNumbers); ++order) {
        const auto report = entry.reported_by[order];
        html.text(order == 0 ? (dating.empty() ? "first in " : "; first in ") : order == 1 ? ", then " : ", ");
        write_report_link(html, page, report);
        const auto day = published_of(page.story, report);
        html.text(day.empty() ? " (day unknown)" : " (" + std::string(day) + ")");
    }
    html.close().close().close().line();
}

std::vector<std::uint32_t> reports_with(const StoryName& name) {
    std::vector<std::uint32_t> reports;
    for (const auto& mention : name.mentions) {
        if (reports.empty() || reports.back() != mention.source) reports.push_back(mention.source);
    }
    return reports;
}

void write_parties(HtmlWriter& html, const StoryPage& page) {
    const auto parties = parties_of(page.story);
    html.open("div", {{"class", "parties"}}).line();
    html.element("h3", {}, "As public registers know them").line();
    html.element("p", {{"class", "base"}}, kPartiesCaution).line();
    for (std::size_t number = 0; number < std::min<std::size_t>(parties.known.size(), kPageList); ++number) {
        write_party(html, parties.known[number], page.story.parties->on);
    }
    write_rest(html, parties.known.size(), kPageList, "party", "parties");
    if (!parties.not_listed.empty()) {
        html.open("p").text("Named and not in these lists: ");
        html.element("bdi", {}, joined(parties.not_listed, ", ", kPageList)).close().line();
    }
    html.element("p", {{"class", "base"}}, "Searched: " + names_and_dates(page.story.parties->lists)).line();
    html.close().line();
}

// Long lists are cut on paper, by the page's style.
void write_print_note(HtmlWriter& html, std::size_t count, std::size_t printed) {
    if (count <= printed) return;
    html.element("p", {{"class", "base print-only"}},
                 "The first " + std::to_string(printed) + " of " + std::to_string(count) + " are printed.")
        .line();
}

}  // namespace

void open_part(HtmlWriter& html, const std::string& anchor, std::string_view heading) {
    html.open("section",
              {{"class", "part"}, {"id", anchor}, {"aria-labelledby", anchor + "-name"}, {"tabindex", "-1"}});
    html.line().element("h2", {{"id", anchor + "-name"}}, heading).line();
}

void write_fact_list(HtmlWriter& html, const StoryPage& page) {
    if (page.story.facts.empty()) return;
    html.open("section", {{"class", "browse"}, {"id", "facts"}, {"aria-labelledby", "facts-name"}, {"tabindex", "-1"}});
    html.line().element("h2", {{"id", "facts-name"}}, "Facts, most central first").line();
    html.open("ol", {{"class", "fact-list"}}).line();
    for (std::uint32_t fact = 0; fact < page.facts_shown(); ++fact) {
        html.open("li").open("a", {{"href", "#" + fact_anchor(fact)}, {"dir", "auto"}});
        html.text(shortened(main_mention_of(page.story.facts[fact]).claim.text, kShortClaim)).close();
        html.open("p", {{"class", "support-line"}});
        write_fact_support(html, page, fact);
        html.close().close().line();
    }
    html.close().line();
    write_print_note(html, page.facts_shown(), 40);
    write_rest(html, page.story.facts.size(), page.facts_shown(), "fact", "facts");
    html.close().line();
}

void write_conflicts(HtmlWriter& html, const StoryPage& page) {
    open_part(html, "conflicts", "Where the reports differ");
    if (page.story.conflicts.empty()) html.element("p", {{"class", "base"}}, "No conflict was found.").line();
    for (std::uint32_t number = 0; number < page.conflicts_shown(); ++number) write_conflict(html, page, number);
    write_rest(html, page.story.conflicts.size(), page.conflicts_shown(), "conflict", "conflicts");
    html.close().line();
}

void write_timeline(HtmlWriter& html, const StoryPage& page) {
    const auto& story = page.story;
    if (story.timeline.empty() && story.corrections.empty()) return;
    open_part(html, "timeline", "Timeline");
    html.element("p", {{"class", "base"}}, "By the day of the event; behind it who reported it, first published first.")
        .line();
    html.open("ol", {{"class", "timeline"}}).line();
    const auto count = std::min<std::size_t>(story.timeline.size(), kPageList);
    for (std::size_t number = 0; number < count; ++number) write_entry(html, page, story.timeline[number]);
    html.close().line();
    write_rest(html, story.timeline.size(), count, "entry", "entries");
    for (const auto& correction : story.corrections) {
        html.open("article", {{"class", "conflict"}}).element("h3", {}, "Corrected later").line();
        html.element("p", {{"class", "why"}}, with_report_numbers(story, correction.explanation)).line();
        html.open("div", {{"class", "pair"}}).line();
        write_side(html, page, correction.earlier, {}, {correction.earlier.words});
        write_side(html, page, correction.later, {}, {correction.later.words});
        html.close().close().line();
    }
    html.close().line();
}

void write_names(HtmlWriter& html, const StoryPage& page) {
    const auto& story = page.story;
    if (story.names.empty() && !story.parties) return;
    open_part(html, "names", "Names");
    html.open("ul", {{"class", "names"}}).line();
    const auto count = std::min<std::size_t>(story.names.size(), kPageList);
    for (std::size_t number = 0; number < count; ++number) {
        const auto& name = story.names[number];
        html.open("li").open("b").element("bdi", {}, name.name).close();
        if (const auto type = words_for(name.type); !type.empty()) html.text(" (").text(type).text(")");
        html.text(": " + count_of(name.mentions.size(), "mention", "mentions") + " in ");
        write_report_links(html, page, reports_with(name), kPageNumbers);
        html.close().line();
    }
    html.close().line();
    write_print_note(html, count, 30);
    write_rest(html, story.names.size(), count, "name", "names");
    if (story.parties) write_parties(html, page);
    html.close().line();
}

void write_left_out(HtmlWriter& html, const StoryPage& page) {
    const auto& left_out = page.story.account.left_out;
    if (left_out.empty()) return;
    open_part(html, "left-out", "What the account leaves out");
    html.open("ol", {{"class", "left-out-list"}}).line();
    const auto count = std::min<std::size_t>(left_out.size(), kPageList);
    for (std::size_t number = 0; number < count; ++number) {
        const auto fact = left_out[number].fact;
        html.open("li").open("p", {{"dir", "auto"}, {"class", "event"}});
        write_fact_link(html, page, fact,
                        shortened(main_mention_of(page.story.facts.at(fact)).claim.text, kShortClaim));
        html.close().open("p", {{"class", "who"}});
        html.text(support_of(page.story.facts.at(fact)) + "; ").text(words_for(left_out[number].reason));
        html.close().close().line();
    }
    html.close().line();
    write_print_note(html, count, 30);
    write_rest(html, left_out.size(), count, "fact", "facts");
    html.close().line();
}

}  // namespace axray::report
