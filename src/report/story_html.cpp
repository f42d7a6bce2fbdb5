#include "report/story_html.hpp"

#include <string>
#include <string_view>
#include <utility>

#include "report/html_writer.hpp"
#include "report/page_files.hpp"
#include "report/page_frame.hpp"
#include "report/page_icons.hpp"
#include "report/story_cards.hpp"
#include "report/story_list.hpp"
#include "report/story_origins_page.hpp"
#include "report/story_page.hpp"
#include "report/story_parts.hpp"
#include "report/story_words.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

constexpr PageKey kKeys[] = {
    {"j, k", "next and previous sentence of the account; with a fact chosen, next and previous fact"},
    {"Enter", "on a sentence, a fact or marked words of a report: choose it"},
    {"s", "from the choice to its words in the reports, to the next report, and so on"},
    {"a", "back to the account"},
    {"1 to 7", "to the facts, conflicts, origins, timeline, names, what is left out, reports"},
    {"Escape", "close the card, the choice or this help"},
    {"?", "this help"},
};

struct Meaning {
    std::string_view icon;
    std::string_view name;
    std::string_view meaning;
};
constexpr Meaning kMeanings[] = {
    {"contradicted", "disputed", "somebody denies it; neither report need be wrong"},
    {"contradicted", "in conflict", "reports make statements of it that cannot all be right"},
    {"partly_supported", "single origin", "several reports have it, and all took it from one origin"},
    {"partly_supported", "own statement", "every report has it from the word of one speaker"},
    {"partly_supported", "corrected later", "a later report takes it back or mends it"},
};

constexpr std::string_view kDocumentColumns[] = {"Report", "Document", "Published", "Bytes", "SHA-256"};

class Page {
public:
    explicit Page(const StoryReport& story)
        : story_(story), page_(story, kStoryPageText), summary_(summary_of(story)) {}

    std::string write() && {
        write_page_head(
            html_,
            {"Story X-ray: " + summary_.headline, story_.version, {page_style(), story_style()}, {story_script()}});
        html_.open("body", {{"class", "story"}}).line();
        write_icons(html_);
        write_banner();
        html_.open("main", {{"class", "desk"}}).line();
        write_account_pane();
        html_.open("div", {{"class", "side"}}).line();
        write_cards();
        write_behind();
        html_.close().line();
        html_.close().line();
        write_footer();
        write_page_end(html_, kKeys, story_script());
        return std::move(html_).take();
    }

private:
    void write_banner() {
        html_.element("a", {{"class", "skip"}, {"href", "#account"}}, "Skip to the account").line();
        html_.open("header", {{"class", "banner"}}).line();
        html_.open("h1").text("Story X-ray");
        html_.element("span", {{"class", "unseen"}}, ": " + summary_.headline).close().line();
        html_.open("nav", {{"aria-label", "Parts of this page"}, {"class", "tally parts"}}).line();
        write_part_link("facts", count_of(story_.facts.size(), "fact", "facts"), !story_.facts.empty());
        write_part_link("conflicts", count_of(story_.conflicts.size(), "conflict", "conflicts"), true);
        const auto origins = independent_reports(story_);
        write_part_link("origins", count_of(origins, "origin", "origins"),
                        story_.reports.size() > 1 || !story_.origins.origins.empty());
        write_part_link("timeline", "timeline", !story_.timeline.empty() || !story_.corrections.empty());
        write_part_link("names", "names", !story_.names.empty() || story_.parties);
        write_part_link("left-out", "left out", !story_.account.left_out.empty());
        write_part_link("reports", count_of(story_.reports.size(), "report", "reports"), !story_.reports.empty());
        html_.close().line();
        write_help_button(html_);
        html_.close().line();
    }

    void write_part_link(std::string_view anchor, std::string_view words, bool exists) {
        if (!exists) return;
        html_.element("a", {{"class", "filter"}, {"href", "#" + std::string(anchor)}}, words).line();
    }

    // A sentence of the account as a link to its card, with the numbers of its reports.
    void write_sentence(const AccountSentence& sentence) {
        const auto number = page_.number_of(sentence);
        html_.open("a", {{"class", "claim say"},
                         {"id", say_anchor(number)},
                         {"href", "#" + say_card_anchor(number)},
                         {"data-say", std::to_string(number)},
                         {"data-facts", numbers_of(sentence.facts)}});
        html_.open("span", {{"class", "words"}});
        write_sentence_words(sentence);
        html_.close();
        html_.element("span", {{"class", "tie"}}, "\u2060");
        html_.open("span", {{"class", "tag"}});
        html_.element("span", {{"class", "unseen"}}, ", from reports ");
        html_.text(report_numbers(reports_behind(story_, sentence), kNumbersInText)).close();
        write_sentence_flags(sentence);
        html_.close();
    }

    void write_sentence_words(const AccountSentence& sentence) {
        std::uint32_t at = 0;
        for (const auto words : sentence.loaded_words) {
            if (words.begin < at) continue;
            html_.text(sentence.text.substr(at, words.begin - at));
            html_.element("span", {{"class", "loaded"}, {"title", "takes sides"}},
                          sentence.text.substr(words.begin, words.size()));
            at = words.end;
        }
        html_.text(sentence.text.substr(at));
    }

    // What a reader must know at once; the rest stands on the card.
    void write_sentence_flags(const AccountSentence& sentence) {
        for (const auto flag : sentence.flags) {
            if (flag == FactFlag::own_statement || flag == FactFlag::single_report) continue;
            const bool against = flag == FactFlag::disputed || flag == FactFlag::conflicting;
            const std::string kind = against ? "contradicted" : "partly_supported";
            html_.text(" ").open("span", {{"class", "mark-of " + kind}});
            write_icon(html_, kind);
            html_.text(words_for(flag)).close();
        }
    }

    void write_account_pane() {
        const auto& account = story_.account;
        html_.open("section",
                   {{"class", "pane"}, {"id", "account"}, {"aria-label", "The account"}, {"tabindex", "-1"}});
        html_.line();
        html_.open("article", {{"class", "text"}}).line();
        write_kicker();
        html_.open("h2", {{"class", "headline"}});
        if (account.headline.text.empty()) {
            html_.element("bdi", {}, summary_.headline.empty() ? "No report could be used" : summary_.headline);
        } else {
            write_sentence(account.headline);
        }
        html_.close().line();
        if (!account.summary.text.empty()) {
            html_.open("p", {{"class", "summary"}, {"dir", "auto"}});
            write_sentence(account.summary);
            html_.close().line();
        }
        if (!account.at_a_glance.empty()) {
            html_.element("h3", {}, "At a glance").line();
            html_.open("ul").line();
            for (const auto& sentence : account.at_a_glance) {
                html_.open("li", {{"dir", "auto"}});
                write_sentence(sentence);
                html_.close().line();
            }
            html_.close().line();
        }
        if (!account.details.empty()) html_.element("h3", {}, "The details").line();
        for (const auto& paragraph : account.details) {
            html_.open("p", {{"dir", "auto"}});
            for (const auto& sentence : paragraph.sentences) {
                if (sentence.text.empty()) continue;
                write_sentence(sentence);
                html_.text(" ");
            }
            html_.close().line();
        }
        if (page_.sentences.empty() && !story_.facts.empty()) {
            html_.element("p", {}, "No sentence could be made of the facts; the list of facts has them.").line();
        }
        html_.close().line();
        write_notes();
        html_.close().line();
    }

    void write_kicker() {
        auto words = support_of(story_.reports.size(), independent_reports(story_));
        if (!summary_.first_day.empty()) {
            words += ", published " + summary_.first_day;
            if (summary_.last_day != summary_.first_day) words += " to " + summary_.last_day;
        }
        html_.open("p", {{"class", "kicker"}}).text(words);
        if (!story_.left_out.empty()) {
            html_.text("; ").element("a", {{"href", "#notes"}},
                                     count_of(story_.left_out.size(), "report", "reports") + " left out");
        }
        html_.close().line();
    }

    void write_notes() {
        if (story_.notes.empty() && story_.left_out.empty()) return;
        html_.open("aside", {{"class", "notes"}, {"id", "notes"}, {"tabindex", "-1"}, {"aria-label", "Notes"}}).line();
        for (const auto& note : story_.notes) html_.element("p", {}, with_report_numbers(story_, note)).line();
        if (!story_.left_out.empty()) {
            html_.open("details").element("summary", {},
                                          count_of(story_.left_out.size(), "report", "reports") + " left out");
            html_.open("ul").line();
            for (std::size_t number = 0; number < std::min<std::size_t>(story_.left_out.size(), kPageList); ++number) {
                const auto& report = story_.left_out[number];
                html_.open("li").element("bdi", {}, report.id).text(": ").text(report.reason).close().line();
            }
            html_.close();
            write_rest(html_, story_.left_out.size(), kPageList, "report", "reports");
            html_.close().line();
        }
        html_.close().line();
    }

    void write_cards() {
        html_.open("section", {{"class", "claims"}, {"id", "claims"}, {"aria-label", "What is behind a sentence"}});
        html_.line().element("h2", {}, "Where each sentence comes from").line();
        html_.element("p", {{"class", "hint"}},
                      "Choose a sentence of the account or a fact to see the very words of each report.");
        html_.line();
        write_choice(html_);
        for (const auto* sentence : page_.sentences) write_sentence_card(html_, page_, *sentence);
        write_fact_list(html_, page_);
        for (std::uint32_t fact = 0; fact < page_.facts_shown(); ++fact) write_fact_card(html_, page_, fact);
        html_.close().line();
    }

    void write_behind() {
        html_.open("section", {{"class", "behind"}, {"id", "behind"}, {"aria-label", "The X-ray"}, {"tabindex", "0"}});
        html_.line();
        write_conflicts(html_, page_);
        write_origins(html_, page_);
        write_timeline(html_, page_);
        write_names(html_, page_);
        write_left_out(html_, page_);
        write_reports(html_, page_);
        html_.close().line();
    }

    void write_footer() {
        html_.open("footer", {{"class", "colophon"}}).line();
        html_.element("h2", {}, "How to read this page").line();
        html_
            .element("p", {},
                     "The account is made of the words of the reports alone; it says what they say, not whether it is "
                     "so. Small numbers are those of the reports. Reports that took their words from one another, or "
                     "from one agency, count as one origin.")
            .line();
        html_.open("dl").line();
        for (const auto& [icon, name, meaning] : kMeanings) {
            html_.open("dt", {{"class", std::string(icon)}});
            write_icon(html_, icon);
            html_.text(name).close().element("dd", {}, meaning).line();
        }
        html_.close().line();
        begin_documents_table(html_, kDocumentColumns);
        for (std::uint32_t report = 0; report < story_.reports.size(); ++report) {
            const auto& document = *story_.reports[report];
            html_.open("tr").element("th", {{"scope", "row"}}, std::to_string(report + 1));
            html_.element("td", {}, document.id).element("td", {}, published_of(story_, report));
            html_.element("td", {}, std::to_string(document.original_size));
            html_.open("td").element("code", {}, document.sha256).close().close().line();
        }
        end_documents_table(html_);
        html_.element("p", {{"class", "base"}},
                      "Made by axray " + story_.version + ". Options: at most " +
                          count_of(story_.options.fact_limit, "claim", "claims") + ", " +
                          count_of(story_.options.detail_limit, "sentence", "sentences") + " in the details, " +
                          count_of(story_.options.report_limit, "report", "reports") + " compared.");
        html_.close().line();
    }

    static constexpr std::size_t kNumbersInText = 5;

    const StoryReport& story_;
    StoryPage page_;
    StorySummary summary_;
    HtmlWriter html_;
};

}  // namespace

std::string render_story_html(const StoryReport& story) { return Page(story).write(); }

}  // namespace axray::report
