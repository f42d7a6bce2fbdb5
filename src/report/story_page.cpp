#include "report/story_page.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "report/marks.hpp"
#include "report/story_words.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

constexpr std::size_t kSpeakerLength = 80;

// The largest share that keeps all texts together within the limit when each is cut to it.
std::uint64_t fair_share(const StoryReport& story, std::uint64_t limit) {
    std::vector<std::uint64_t> sizes;
    for (const auto& report : story.reports) sizes.push_back(report->text.size());
    std::sort(sizes.begin(), sizes.end());
    std::uint64_t left = limit;
    for (std::size_t number = 0; number < sizes.size(); ++number) {
        const auto share = left / (sizes.size() - number);
        if (sizes[number] > share) return share;
        left -= sizes[number];
    }
    return limit;
}

// The end of the last word that ends before `most`; a code point border.
std::uint32_t cut_at(std::string_view text, std::uint64_t most) {
    if (text.size() <= most) return static_cast<std::uint32_t>(text.size());
    const auto blank = text.find_last_of(" \n", most);
    if (blank != std::string_view::npos && blank > most / 2) return static_cast<std::uint32_t>(blank);
    return static_cast<std::uint32_t>(base::beginning_within(text, most).size());
}

std::string class_of(FactFlag flag) {
    switch (flag) {
        case FactFlag::disputed:
        case FactFlag::conflicting: return "contradicted";
        case FactFlag::corrected:
        case FactFlag::single_origin:
        case FactFlag::own_statement: return "partly_supported";
        case FactFlag::single_report: break;
    }
    return "not_found";
}

void write_remark(HtmlWriter& html, const StoryPage& page, std::uint32_t fact, FactFlag flag) {
    const auto kind = class_of(flag);
    html.text(" ").open("span", {{"class", "remark " + kind}});
    write_icon(html, kind);
    if (flag == FactFlag::disputed) {
        const auto deniers = deniers_of(page.story, fact);
        html.text(words_for(flag)).text(deniers.empty() ? "" : " by " + joined(deniers, ", ", 4));
    } else if (flag == FactFlag::conflicting) {
        html.text(words_for(flag));
        for (const auto conflict : conflicts_on(page.story, fact)) {
            if (conflict >= page.conflicts_shown()) break;
            html.text(" ").element("a", {{"href", "#" + conflict_anchor(conflict)}},
                                   "(" + std::to_string(conflict + 1) + ")");
        }
    } else {
        const auto speaker = speaker_of(page.story, main_mention_of(page.story.facts.at(fact)));
        html.text(words_for(flag));
        if (flag == FactFlag::own_statement && !speaker.empty()) html.text(" of ").element("bdi", {}, speaker);
    }
    html.close();
}

// In order, those that touch joined.
std::vector<Span> disjoint(std::vector<Span> spans) {
    std::sort(spans.begin(), spans.end());
    std::vector<Span> result;
    for (const auto span : spans) {
        if (!result.empty() && span.begin <= result.back().end) {
            result.back().end = std::max(result.back().end, span.end);
        } else {
            result.push_back(span);
        }
    }
    return result;
}

}  // namespace

StoryPage::StoryPage(const StoryReport& report, std::uint64_t text_limit) : story(report) {
    const auto& account = report.account;
    const auto add = [this](const AccountSentence& sentence) {
        if (!sentence.text.empty()) sentences.push_back(&sentence);
    };
    add(account.headline);
    add(account.summary);
    for (const auto& sentence : account.at_a_glance) add(sentence);
    for (const auto& paragraph : account.details) {
        for (const auto& sentence : paragraph.sentences) add(sentence);
    }
    const auto share = fair_share(report, text_limit);
    for (const auto& document : report.reports) {
        text_end.push_back(cut_at(document->text, share));
        texts_cut = texts_cut || text_end.back() < document->text.size();
    }
}

std::uint32_t StoryPage::number_of(const AccountSentence& sentence) const {
    const auto place = std::find(sentences.begin(), sentences.end(), &sentence);
    return static_cast<std::uint32_t>(place - sentences.begin()) + 1;
}

std::uint32_t StoryPage::facts_shown() const {
    return static_cast<std::uint32_t>(std::min<std::size_t>(story.facts.size(), kPageFacts));
}

std::uint32_t StoryPage::conflicts_shown() const {
    return static_cast<std::uint32_t>(std::min<std::size_t>(story.conflicts.size(), kPageConflicts));
}

bool StoryPage::shows(const SourceSpan& place) const {
    const auto& blocks = story.reports.at(place.source)->blocks;
    return !place.span.empty() && place.span.begin < text_end.at(place.source) &&
           std::any_of(blocks.begin(), blocks.end(), [&place](const Block& block) {
               return block.span.begin <= place.span.begin && place.span.begin < block.span.end;
           });
}

std::string numbers_of(const std::vector<std::uint32_t>& positions) {
    std::string numbers;
    for (const auto position : positions) numbers += (numbers.empty() ? "" : " ") + std::to_string(position + 1);
    return numbers;
}

std::string say_anchor(std::uint32_t sentence) { return "say-" + std::to_string(sentence); }
std::string say_card_anchor(std::uint32_t sentence) { return "from-" + std::to_string(sentence); }
std::string fact_anchor(std::uint32_t fact) { return "fact-" + std::to_string(fact + 1); }
std::string report_anchor(std::uint32_t report) { return "report-" + std::to_string(report + 1); }
std::string mention_anchor(std::uint32_t report, std::uint32_t fact) {
    return report_anchor(report) + "-" + fact_anchor(fact);
}
std::string conflict_anchor(std::uint32_t conflict) { return "conflict-" + std::to_string(conflict + 1); }

void write_report_link(HtmlWriter& html, const StoryPage& page, std::uint32_t report) {
    html.open("a", {{"href", "#" + report_anchor(report)}, {"class", "report-link"}}).open("bdi");
    html.text(name_of_report(page.story, report)).close().close();
}

void write_mention_link(HtmlWriter& html, const StoryPage& page, std::uint32_t fact, const FactMention& mention) {
    if (fact >= page.facts_shown() || !page.shows({mention.report, mention.claim.span})) {
        write_report_link(html, page, mention.report);
        return;
    }
    html.open("a", {{"href", "#" + mention_anchor(mention.report, fact)}, {"class", "report-link"}}).open("bdi");
    html.text(name_of_report(page.story, mention.report)).close().close();
}

void write_report_links(HtmlWriter& html, const StoryPage& page, const std::vector<std::uint32_t>& reports,
                        std::size_t most) {
    for (std::size_t number = 0; number < std::min(reports.size(), most); ++number) {
        if (number > 0) html.text(", ");
        write_report_link(html, page, reports[number]);
    }
    if (reports.size() > most) html.text(" and " + std::to_string(reports.size() - most) + " more");
}

void write_fact_link(HtmlWriter& html, const StoryPage& page, std::uint32_t fact, std::string_view words) {
    if (fact < page.facts_shown()) {
        html.element("a", {{"href", "#" + fact_anchor(fact)}}, words);
    } else {
        html.text(words);
    }
}

void write_fact_support(HtmlWriter& html, const StoryPage& page, std::uint32_t fact) {
    const auto& told = page.story.facts.at(fact);
    html.element("span", {{"class", "support"}}, support_of(told));
    for (const auto flag : told.flags) {
        if (flag != FactFlag::single_report) write_remark(html, page, fact, flag);  // the support says so
    }
}

void write_mention_words(HtmlWriter& html, const StoryPage& page, const FactMention& mention, std::vector<Span> marked,
                         PageMark mark) {
    const auto& report = *page.story.reports.at(mention.report);
    marked = disjoint(std::move(marked));
    std::size_t left = kPageQuotation;
    bool first = true;
    const auto take = [&left, &report](Span span) {
        auto words = left == 0 ? std::string() : shortened(report.slice(span), left);
        left -= std::min(left, base::count_code_points(words));
        return words;
    };
    for (const auto part : parts_of(mention.claim, report)) {
        if (left == 0) break;
        if (!first && !begins_with_own_mark(part, report)) html.text(" \u2026 ");
        first = false;
        auto at = part.begin;
        for (const auto span : spans_within(marked, part)) {
            html.text(take({at, span.begin}));
            const auto words = take(span);
            if (!words.empty()) html.element("mark", {{"class", mark == PageMark::used ? "used" : "differs"}}, words);
            at = span.end;
        }
        html.text(take({at, part.end}));
    }
}

void write_mention_head(HtmlWriter& html, const StoryPage& page, std::uint32_t fact, const FactMention& mention) {
    html.open("p", {{"class", "who"}});
    write_mention_link(html, page, fact, mention);
    if (const auto day = published_of(page.story, mention.report); !day.empty()) {
        html.text(", ").element("time", {}, day);
    }
    if (const auto speaker = speaker_of(page.story, mention); !speaker.empty()) {
        html.text(", as said by ").element("bdi", {}, shortened(speaker, kSpeakerLength));
    }
    if (mention.certainty != Certainty::stated) html.text(", " + std::string(to_string(mention.certainty)));
    if (mention.quoted) html.text(", in quotation marks");
    const auto& told = page.story.facts.at(fact);
    if (told.reports.size() > 1 && told.independent_origins > 1) {
        html.text(", origin " + std::to_string(mention.origin + 1) + " of " + std::to_string(told.independent_origins));
    }
    html.close();
}

void write_rest(HtmlWriter& html, std::size_t count, std::size_t shown, std::string_view singular,
                std::string_view plural) {
    if (count <= shown) return;
    html.element("p", {{"class", "base"}},
                 "And " + count_of(count - shown, "more " + std::string(singular), "more " + std::string(plural)) +
                     "; the JSON of the story has them.")
        .line();
}

}  // namespace axray::report
