// The reports of a story with their texts: what was used of them stands marked (StoryPage -> HTML).
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "report/html_document.hpp"
#include "report/story_parts.hpp"
#include "report/story_words.hpp"
#include "report/word_notes.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

constexpr TextForm kReportForm = {"h4", "h5"};
constexpr std::size_t kCutShownReports = 20;  // in larger stories the furniture of the pages is not shown
constexpr std::size_t kSoleFacts = 40;
constexpr std::size_t kPublisher = 120;  // code points

// Words of a report that facts rest on (kind own, the fact's number from 1) or that the account has taken (kind same,
// the sentence's number from 1).
std::vector<std::vector<WordNote>> notes_of(const StoryPage& page) {
    std::vector<std::vector<WordNote>> notes(page.story.reports.size());
    for (std::uint32_t fact = 0; fact < page.facts_shown(); ++fact) {
        for (const auto& mention : page.story.facts[fact].mentions) {
            notes.at(mention.report).push_back({mention.claim.span, fact + 1, NoteKind::own, kNoWord});
        }
    }
    for (std::uint32_t sentence = 0; sentence < page.sentences.size(); ++sentence) {
        for (const auto& trace : page.sentences[sentence]->traces) {
            notes.at(trace.place.source).push_back({trace.place.span, sentence + 1, NoteKind::same, kNoWord});
        }
    }
    for (auto& list : notes) {
        std::stable_sort(list.begin(), list.end(),
                         [](const WordNote& one, const WordNote& other) { return one.span.begin < other.span.begin; });
    }
    return notes;
}

// Facts that the account tells.
std::set<std::uint32_t> facts_told(const StoryPage& page) {
    std::set<std::uint32_t> facts;
    for (const auto* sentence : page.sentences) facts.insert(sentence->facts.begin(), sentence->facts.end());
    return facts;
}

class ReportWriter final : public DocumentWriter {
public:
    ReportWriter(HtmlWriter& html, const Document& document, const std::vector<WordNote>& notes,
                 const std::set<std::uint32_t>& told, std::uint32_t report)
        : DocumentWriter(html, document, notes, kReportForm), told_(told), report_(report) {}

protected:
    void begin_owner(const WordNote& owner) override {
        (void)owner;
        html().open("span", {{"class", "passage"}});
    }
    void end_owner(const WordNote& owner, bool last) override {
        (void)owner;
        (void)last;
        html().close();
    }

    void write_segment(std::string_view text, const Segment& segment) override {
        std::set<std::uint32_t> facts;
        std::set<std::uint32_t> sentences;
        bool told = false;
        for (const auto* note : segment.notes) {
            (note->kind == NoteKind::own ? facts : sentences).insert(note->claim);
            if (note->kind != NoteKind::own) continue;
            told = told || told_.count(note->claim - 1) > 0;
            const bool begins = note->span.begin == segment.span.begin;
            if (begins && anchored_.insert(note->claim).second) {
                html().open("span", {{"id", mention_anchor(report_, note->claim - 1)}, {"class", "anchor"}}).close();
            }
        }
        if (facts.empty() && sentences.empty()) {
            html().text(text);
            return;
        }
        html().element("span",
                       {{"class", told ? "used-words told" : "used-words"},
                        {"data-facts", joined(facts)},
                        {"data-says", joined(sentences)}},
                       text);
    }

private:
    static std::string joined(const std::set<std::uint32_t>& numbers) {
        std::string text;
        for (const auto number : numbers) text += (text.empty() ? "" : " ") + std::to_string(number);
        return text;
    }

    const std::set<std::uint32_t>& told_;
    std::uint32_t report_;
    std::set<std::uint32_t> anchored_;  // facts whose anchor was written
};

// Other reports with which each counts as one origin.
std::map<std::uint32_t, std::vector<std::uint32_t>> companions_of(const StoryReport& story) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> companions;
    for (const auto& group : groups_of_several(story)) {
        for (const auto report : group) {
            for (const auto other : group) {
                if (other != report && companions[report].size() <= kPageNumbers) companions[report].push_back(other);
            }
        }
    }
    return companions;
}

void write_sole_facts(HtmlWriter& html, const StoryPage& page, const std::vector<std::uint32_t>& facts) {
    if (page.story.reports.size() < 2) return;
    if (facts.empty()) {
        html.element("p", {{"class", "alone"}}, "It alone has nothing: others have all its facts.").line();
        return;
    }
    html.open("details", {{"class", "alone"}});
    html.element("summary", {}, "It alone has " + count_of(facts.size(), "fact", "facts"));
    html.open("ul").line();
    const auto count = std::min(facts.size(), kSoleFacts);
    for (std::size_t number = 0; number < count; ++number) {
        html.open("li", {{"dir", "auto"}});
        write_fact_link(html, page, facts[number],
                        shortened(main_mention_of(page.story.facts[facts[number]]).claim.text, 200));
        html.close().line();
    }
    html.close();
    write_rest(html, facts.size(), count, "fact", "facts");
    html.close().line();
}

}  // namespace

void write_reports(HtmlWriter& html, const StoryPage& page) {
    const auto& story = page.story;
    if (story.reports.empty()) return;
    open_part(html, "reports", "The reports");
    html.open("p", {{"class", "base"}}).text("Words that the account tells ");
    html.element("span", {{"class", "used-words told"}}, "look like this").text(", other facts ");
    html.element("span", {{"class", "used-words"}}, "like this").text(".");
    if (page.texts_cut) html.text(" Long texts are cut on this page; the JSON of the story has them whole.");
    html.close().line();
    const auto notes = notes_of(page);
    const auto told = facts_told(page);
    const auto sole = facts_of_one_report(story);
    const auto companions = companions_of(story);
    for (std::uint32_t report = 0; report < story.reports.size(); ++report) {
        const auto& document = *story.reports[report];
        const auto anchor = report_anchor(report);
        html.open(
            "article",
            {{"class", "text source"}, {"id", anchor}, {"tabindex", "-1"}, {"aria-labelledby", anchor + "-name"}});
        html.line().open("h3", {{"class", "kicker"}, {"id", anchor + "-name"}});
        html.text("Report " + std::to_string(report + 1) + ": ");
        write_document_name(html, document, published_of(story, report));
        if (!document.metadata.publisher.empty()) {
            html.text(", ").element("bdi", {}, shortened(document.metadata.publisher.value, kPublisher));
        }
        html.close().line();
        if (const auto place = companions.find(report); place != companions.end()) {
            html.open("p", {{"class", "alone"}}).text("Counts as one origin with ");
            write_report_links(html, page, place->second, kPageNumbers);
            html.close().line();
        }
        write_sole_facts(html, page, sole[report]);
        html.open("div", {{"class", "words-of"}, {"lang", language_of(document)}}).line();
        ReportWriter writer(html, document, notes[report], told, report);
        writer.write_missing_title();
        writer.write_blocks(page.text_end[report]);
        html.close().line();
        if (page.text_end[report] < document.text.size()) {
            html.element("p", {{"class", "base"}},
                         "The rest of this text is not on this page: " +
                             with_commas(document.text.size() - page.text_end[report]) + " bytes.");
            html.line();
        } else if (document.text.empty()) {
            html.element("p", {{"class", "base"}}, "It has no text.").line();
        } else if (story.reports.size() <= kCutShownReports) {
            writer.write_cut();
        }
        html.close().line();
    }
    html.close().line();
}

}  // namespace axray::report
