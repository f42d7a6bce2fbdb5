// What the parts of the page of a story share: numbers, anchors, and how much of it the page holds
// (StoryReport -> StoryPage).
//
// Anchors: say-N is sentence N of the account, from-N its card, fact-N the card of a fact, report-N a report,
// report-N-fact-M the words of a fact in it, conflict-N a conflict; all count from 1. A link is written only where the
// page has what it leads to. Source: own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <axray/story.hpp>

#include "report/html_writer.hpp"

namespace axray::report {

// What a page holds at most; the rest is counted, and JSON has it.
inline constexpr std::uint32_t kPageFacts = 600;
inline constexpr std::uint32_t kPageConflicts = 200;
inline constexpr std::uint32_t kPageMentions = 24;  // of one fact
inline constexpr std::size_t kPageQuotation = 700;  // code points of one quotation
inline constexpr std::uint32_t kPageList = 200;     // entries of other lists
inline constexpr std::uint32_t kPageNumbers = 12;   // reports named behind a sentence

struct StoryPage {
    const StoryReport& story;
    std::vector<const AccountSentence*> sentences;  // headline, summary, at a glance, details; those with words
    std::vector<std::uint32_t> text_end;            // of each report: bytes of its text that the page holds
    bool texts_cut = false;

    // `text_limit` in bytes over all reports: shorter texts are whole, the longer ones share what is left alike.
    StoryPage(const StoryReport& report, std::uint64_t text_limit);

    // The number of a sentence of the account, from 1.
    [[nodiscard]] std::uint32_t number_of(const AccountSentence& sentence) const;
    [[nodiscard]] std::uint32_t facts_shown() const;
    [[nodiscard]] std::uint32_t conflicts_shown() const;
    [[nodiscard]] bool shows(const SourceSpan& place) const;
};

// "1 3 4" of positions, counted from 1, as scripts read them.
[[nodiscard]] std::string numbers_of(const std::vector<std::uint32_t>& positions);

[[nodiscard]] std::string say_anchor(std::uint32_t sentence);       // number from 1
[[nodiscard]] std::string say_card_anchor(std::uint32_t sentence);  // number from 1
[[nodiscard]] std::string fact_anchor(std::uint32_t fact);          // the others are positions
[[nodiscard]] std::string report_anchor(std::uint32_t report);
[[nodiscard]] std::string mention_anchor(std::uint32_t report, std::uint32_t fact);
[[nodiscard]] std::string conflict_anchor(std::uint32_t conflict);

// "[1] wire" as a link to the report.
void write_report_link(HtmlWriter& html, const StoryPage& page, std::uint32_t report);

// The same, leading to the words of a mention where the page has them.
void write_mention_link(HtmlWriter& html, const StoryPage& page, std::uint32_t fact, const FactMention& mention);

// "[1] wire, [2] rewrite" as links; at most `most`, then "and 3 more".
void write_report_links(HtmlWriter& html, const StoryPage& page, const std::vector<std::uint32_t>& reports,
                        std::size_t most);

// "fact 3" as a link, or as plain words where the page does not hold the fact.
void write_fact_link(HtmlWriter& html, const StoryPage& page, std::uint32_t fact, std::string_view words);

// "3 reports, 2 independent origins" and what must be said of the fact, each with its sign.
void write_fact_support(HtmlWriter& html, const StoryPage& page, std::uint32_t fact);

// How words of a mention are marked: those that conflict, or those that the account has taken.
enum class PageMark : std::uint8_t { differs, used };

// The words of a mention with some of them marked; `marked` in any order.
void write_mention_words(HtmlWriter& html, const StoryPage& page, const FactMention& mention, std::vector<Span> marked,
                         PageMark mark);

// "[1] wire, the union, alleged": where a mention stands, who says it, how sure it is.
void write_mention_head(HtmlWriter& html, const StoryPage& page, std::uint32_t fact, const FactMention& mention);

// "and 12 more facts; the JSON of the story has them"; nothing when all are shown.
void write_rest(HtmlWriter& html, std::size_t count, std::size_t shown, std::string_view singular,
                std::string_view plural);

}  // namespace axray::report
