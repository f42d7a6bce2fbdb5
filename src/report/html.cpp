#include "report/html.hpp"

#include <set>
#include <string_view>
#include <utility>

#include "report/html_card.hpp"
#include "report/html_parties.hpp"
#include "report/html_text.hpp"
#include "report/html_writer.hpp"
#include "report/opinion_words.hpp"
#include "report/page_files.hpp"
#include "report/page_frame.hpp"
#include "report/page_icons.hpp"
#include "report/word_notes.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

constexpr PageKey kKeys[] = {
    {"j, k", "next and previous claim"},
    {"Enter", "on a claim or a passage: choose it"},
    {"s", "from a claim to its evidence in the source, and back"},
    {"1, 2, 3, 4", "show or hide a verdict: supported, partly supported, contradicted, not found"},
    {"Escape", "close the card, the choice or this help"},
    {"?", "this help"},
};

struct Meaning {
    Verdict verdict;
    std::string_view meaning;
};
constexpr Meaning kMeanings[] = {
    {Verdict::supported, "a careful reader of the evidence alone would agree; names, numbers, dates and roles agree"},
    {Verdict::partly_supported, "a part has evidence, another part has none, and nothing disagrees"},
    {Verdict::contradicted, "the evidence is about the same thing and cannot be true together with the claim"},
    {Verdict::not_found, "no source speaks of it"},
};

constexpr std::string_view kDocumentColumns[] = {"Role", "Document", "Bytes", "Encoding", "SHA-256"};

class Page {
public:
    explicit Page(const CheckReport& report) : report_(report), notes_(notes_of(report)) {}

    std::string write() && {
        write_page_head(html_, {"Article X-ray: " + std::string(title_of(*report_.article)),
                                report_.version,
                                {page_style()},
                                {page_script()}});
        html_.open("body").line();
        write_icons(html_);
        write_banner();
        html_.open("main", {{"class", "desk"}}).line();
        write_article_pane();
        html_.open("div", {{"class", "side"}}).line();
        write_claims();
        write_sources();
        html_.close().line();
        html_.close().line();
        write_footer();
        write_page_end(html_, kKeys, page_script());
        return std::move(html_).take();
    }

private:
    void write_banner() {
        html_.element("a", {{"class", "skip"}, {"href", "#article"}}, "Skip to the article").line();
        html_.open("header", {{"class", "banner"}}).line();
        html_.open("h1").text("Article X-ray");
        html_.element("span", {{"class", "unseen"}}, ": " + std::string(title_of(*report_.article))).close().line();
        html_.element("p", {{"class", "base"}}, base_of_the_count()).line();
        const auto counts = count_verdicts(report_);
        html_.open("ul", {{"class", "tally"}}).line();
        for (const auto verdict : kVerdicts) {
            html_.open("li").open("span", {{"class", "filter " + std::string(to_string(verdict))},
                                           {"data-verdict", std::string(to_string(verdict))}});
            write_icon(html_, to_string(verdict));
            html_.element("b", {}, std::to_string(counts.of(verdict))).text(" ").text(words_for(verdict));
            html_.close().close().line();
        }
        if (counts.not_checkable > 0) {
            html_.open("li").open("span", {{"class", "filter not_checkable"}, {"data-verdict", "not_checkable"}});
            write_icon(html_, "not_checkable");
            html_.element("b", {}, std::to_string(counts.not_checkable)).text(" not checkable").close().close().line();
        }
        html_.close().line();
        write_help_button(html_);
        html_.close().line();
    }

    [[nodiscard]] std::string base_of_the_count() const {
        return count_of(report_.claims.size(), "claim", "claims") + ", " +
               count_of(report_.sources.size(), "source", "sources") + ", " +
               count_of(report_.sentences_searched, "sentence", "sentences") + " searched";
    }

    void write_article_pane() {
        html_.open("section",
                   {{"class", "pane"}, {"id", "article"}, {"aria-label", "The article"}, {"tabindex", "-1"}});
        html_.line();
        if (!report_.notes.empty()) {
            html_.open("aside", {{"class", "notes"}, {"aria-label", "Notes"}}).line();
            for (const auto& note : report_.notes) html_.element("p", {}, note).line();
            html_.close().line();
        }
        write_article(html_, report_, notes_);
        write_omissions();
        if (report_.parties) write_parties(html_, *report_.parties);
        html_.close().line();
    }

    void write_omissions() {
        if (report_.omissions.empty()) return;
        html_.open("section", {{"class", "omissions"}, {"id", "left-out"}, {"aria-labelledby", "left-out-name"}})
            .line();
        html_.element("h2", {{"id", "left-out-name"}}, "What the sources say that the article leaves out").line();
        html_.element("p", {{"class", "base"}}, "Most central to the sources first.").line();
        html_.open("ol").line();
        for (const auto& omission : report_.omissions) {
            const auto& source = *report_.sources[omission.place.source];
            html_.open("li");
            html_.open("p", {{"dir", "auto"}}).text(source.slice(omission.place.span)).close();
            html_.open("p", {{"class", "who"}});
            html_.element("a", {{"href", "#" + passage_anchor(omission.place.source, omission.sentence)}},
                          passage_name(report_, omission.place, omission.sentence));
            html_.close().close().line();
        }
        html_.close().close().line();
    }

    void write_claims() {
        html_.open("section", {{"class", "claims"}, {"id", "claims"}, {"aria-label", "Claims one by one"}}).line();
        html_.element("h2", {}, "The claims one by one").line();
        html_.element(
            "p", {{"class", "hint"}},
            "Choose a claim in the article to see the words of the sources that it rests on, or a marked passage "
            "of a source to see which claims rest on it.");
        html_.line();
        if (report_.second_opinions) {
            html_.element("p", {{"class", "hint"}}, words_for(report_.second_opinions->summary)).line();
        }
        write_choice(html_);
        for (const auto& checked : report_.claims) write_card(html_, report_, checked);
        html_.close().line();
    }

    void write_sources() {
        html_.open("section",
                   {{"class", "sources"}, {"id", "sources"}, {"aria-label", "The sources"}, {"tabindex", "0"}});
        html_.line();
        html_.element("h2", {}, "The sources").line();
        html_.open("ol", {{"class", "source-list"}}).line();
        for (std::size_t source = 0; source < report_.sources.size(); ++source) {
            html_.open("li").element("a", {{"href", "#source-" + std::to_string(source + 1)}},
                                     report_.sources[source]->id);
            html_.text(", " + count_of(claims_on(source), "claim rests", "claims rest") + " on it").close().line();
        }
        html_.close().line();
        for (std::uint32_t source = 0; source < report_.sources.size(); ++source)
            write_source(html_, report_, notes_, source);
        html_.close().line();
    }

    // Claims that have evidence in a source.
    [[nodiscard]] std::size_t claims_on(std::size_t source) const {
        std::set<std::uint32_t> claims;
        for (const auto& passage : notes_.passages[source]) claims.insert(passage.claims.begin(), passage.claims.end());
        return claims.size();
    }

    void write_footer() {
        html_.open("footer", {{"class", "colophon"}}).line();
        html_.element("h2", {}, "How to read this page").line();
        html_.open("dl").line();
        for (const auto& [verdict, meaning] : kMeanings) {
            html_.open("dt", {{"class", std::string(to_string(verdict))}});
            write_icon(html_, to_string(verdict));
            html_.text(words_for(verdict)).close();
            html_.element("dd", {}, meaning).line();
        }
        html_.close().line();
        html_.open("p").text(
            "Verdicts speak of the given sources only, never of the world. Words that differ from the source ");
        html_.element("mark", {{"class", "differs"}}, "look like this").text(", words without evidence ");
        html_.element("mark", {{"class", "missing"}}, "like this").text(".").close().line();
        begin_documents_table(html_, kDocumentColumns);
        write_document_row("Article", *report_.article);
        for (std::size_t i = 0; i < report_.sources.size(); ++i) {
            write_document_row("Source " + std::to_string(i + 1), *report_.sources[i]);
        }
        end_documents_table(html_);
        html_.element("p", {{"class", "base"}},
                      "Made by axray " + report_.version + ". Options: at most " +
                          count_of(report_.options.evidence_limit, "sentence", "sentences") +
                          " of evidence for a claim, " +
                          count_of(report_.options.omission_limit, "omission", "omissions") + " listed.");
        html_.close().line();
    }

    void write_document_row(std::string_view role, const Document& document) {
        html_.open("tr").element("th", {{"scope", "row"}}, role);
        html_.element("td", {}, document.id);
        html_.element("td", {}, std::to_string(document.original_size));
        html_.element("td", {}, document.metadata.charset);
        html_.open("td").element("code", {}, document.sha256).close();
        html_.close().line();
    }

    const CheckReport& report_;
    ReportNotes notes_;
    HtmlWriter html_;
};

}  // namespace

std::string render_html(const CheckReport& report) { return Page(report).write(); }

}  // namespace axray::report
