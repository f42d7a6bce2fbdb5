#include "report/html_text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "report/html_document.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

// The numbers of the claims for which a segment has notes of the kind, divided by blanks.
std::string claims_noted(const Segment& segment, NoteKind kind) {
    std::vector<std::uint32_t> claims;
    for (const auto* note : segment.notes) {
        if (note->kind == kind) claims.push_back(note->claim);
    }
    std::sort(claims.begin(), claims.end());
    claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
    std::string list;
    for (const auto claim : claims) list += (list.empty() ? "" : " ") + std::to_string(claim);
    return list;
}

bool has_note(const Segment& segment, NoteKind kind, const WordNote* owner) {
    return std::any_of(segment.notes.begin(), segment.notes.end(), [&](const WordNote* note) {
        return note->kind == kind && (owner == nullptr || note->claim == owner->claim);
    });
}

constexpr TextForm kArticleForm = {"h2", "h3"};
constexpr TextForm kSourceForm = {"h3", "h4"};

// When the words that differ or lack evidence are marked.
enum class Marking : std::uint8_t { always, for_chosen_claim };

void write_words(HtmlWriter& html, std::string_view text, const Segment& segment, Marking marking) {
    const std::vector<HtmlAttribute> data = {{"data-same", claims_noted(segment, NoteKind::same)},
                                             {"data-differs", claims_noted(segment, NoteKind::differs)},
                                             {"data-missing", claims_noted(segment, NoteKind::missing)},
                                             {"data-context", claims_noted(segment, NoteKind::context)}};
    const bool noted =
        std::any_of(data.begin(), data.end(), [](const HtmlAttribute& item) { return !item.value.empty(); });
    if (!noted) {
        html.text(text);
        return;
    }
    const auto* owner = owner_of(segment);
    auto attributes = data;
    if (marking == Marking::always && has_note(segment, NoteKind::differs, owner)) {
        attributes.push_back({"class", "differs"});
        html.element("mark", attributes, text);
    } else if (marking == Marking::always && has_note(segment, NoteKind::missing, owner)) {
        attributes.push_back({"class", "missing"});
        html.element("mark", attributes, text);
    } else {
        html.element("span", attributes, text);
    }
}

// The article: each claim is a link to its card, with its number and the icon of its verdict at its end.
class ArticleWriter final : public DocumentWriter {
public:
    ArticleWriter(HtmlWriter& html, const CheckReport& report, const ReportNotes& notes)
        : DocumentWriter(html, *report.article, notes.article, kArticleForm), report_(report) {}

protected:
    void write_segment(std::string_view text, const Segment& segment) override {
        write_words(html(), text, segment, Marking::always);
    }

    void begin_owner(const WordNote& owner) override {
        const auto verdict = std::string(shown_class(claim_of(owner)));
        const bool first = begun_.insert(owner.claim).second;
        html().open("a", {{"class", "claim " + verdict},
                          {"id", first ? claim_place(owner.claim) : std::string()},
                          {"href", "#" + claim_anchor(owner.claim)},
                          {"data-claim", std::to_string(owner.claim)},
                          {"data-verdict", verdict}});
        html().open("span", {{"class", "words"}});
    }

    void end_owner(const WordNote& owner, bool last) override {
        html().close();
        if (last) {
            html().element("span", {{"class", "tie"}}, "\u2060");  // no line break before the number
            html().open("span", {{"class", "tag"}});
            write_icon(html(), shown_class(claim_of(owner)));
            html().element("span", {{"class", "unseen"}}, ", claim ");
            html().text(std::to_string(owner.claim));
            html().element("span", {{"class", "unseen"}}, ", " + std::string(shown_verdict(claim_of(owner))));
            html().close();
        }
        html().close();
    }

private:
    [[nodiscard]] const CheckedClaim& claim_of(const WordNote& owner) const { return report_.claims[owner.claim - 1]; }

    const CheckReport& report_;
    std::set<std::uint32_t> begun_;  // claims whose anchor was written
};

// A source: each passage that is evidence carries the numbers of the claims that rest on it.
class SourceWriter final : public DocumentWriter {
public:
    SourceWriter(HtmlWriter& html, const CheckReport& report, const ReportNotes& notes, std::uint32_t source)
        : DocumentWriter(html, *report.sources[source], notes.sources[source], kSourceForm),
          report_(report),
          passages_(notes.passages[source]),
          source_(source) {}

protected:
    void write_segment(std::string_view text, const Segment& segment) override {
        write_words(html(), text, segment, Marking::for_chosen_claim);
    }

    void begin_owner(const WordNote& owner) override {
        const auto& passage = passages_[owner.word];
        std::string claims;
        for (const auto claim : passage.claims) claims += (claims.empty() ? "" : " ") + std::to_string(claim);
        const bool first = begun_.insert(owner.word).second;
        html().open("span", {{"class", passage.claims.empty() ? "passage" : "passage evidence"},
                             {"id", first ? passage_anchor(source_, passage.sentence) : std::string()},
                             {"data-claims", claims}});
    }

    void end_owner(const WordNote& owner, bool last) override {
        html().close();
        if (last) write_uses(passages_[owner.word]);
    }

private:
    void write_uses(const Passage& passage) {
        html().element("span", {{"class", "tie"}}, "\u2060");
        html().open("span", {{"class", "uses"}});
        for (const auto claim : passage.claims) {
            const auto& checked = report_.claims[claim - 1];
            html().open("a",
                        {{"class", "use " + std::string(shown_class(checked))}, {"href", "#" + claim_anchor(claim)}});
            write_icon(html(), shown_class(checked));
            html().element("span", {{"class", "unseen"}}, "claim ");
            html().text(std::to_string(claim));
            html().element("span", {{"class", "unseen"}}, ", " + std::string(shown_verdict(checked)));
            html().close();
        }
        if (passage.left_out) html().element("a", {{"class", "use left-out"}, {"href", "#left-out"}}, "left out");
        html().close();
    }

    const CheckReport& report_;
    const std::vector<Passage>& passages_;
    std::uint32_t source_;
    std::set<std::uint32_t> begun_;  // passages whose anchor was written
};

}  // namespace

std::string claim_anchor(std::uint32_t claim) { return "claim-" + std::to_string(claim); }

std::string claim_place(std::uint32_t claim) { return "at-" + std::to_string(claim); }

std::string passage_anchor(std::uint32_t source, std::uint32_t sentence) {
    return "source-" + std::to_string(source + 1) + "-sentence-" + std::to_string(sentence + 1);
}

std::string passage_name(const CheckReport& report, const SourceSpan& place, std::uint32_t sentence) {
    return report.sources[place.source]->id + ", sentence " + std::to_string(sentence + 1);
}

void write_article(HtmlWriter& html, const CheckReport& report, const ReportNotes& notes) {
    ArticleWriter writer(html, report, notes);
    const auto& article = *report.article;
    html.open("article", {{"class", "text"}, {"lang", language_of(article)}}).line();
    html.open("p", {{"class", "kicker"}, {"lang", "en"}}).text("The article: ");
    write_document_name(html, article, article.metadata.published.value);
    html.close().line();
    writer.write_missing_title();
    writer.write_blocks();
    writer.write_cut();
    html.close().line();
}

void write_source(HtmlWriter& html, const CheckReport& report, const ReportNotes& notes, std::uint32_t source) {
    SourceWriter writer(html, report, notes, source);
    const auto& document = *report.sources[source];
    const auto anchor = "source-" + std::to_string(source + 1);
    html.open("article", {{"class", "text source"}, {"id", anchor}, {"lang", language_of(document)}}).line();
    html.open("p", {{"class", "kicker"}, {"lang", "en"}}).text("Source " + std::to_string(source + 1) + ": ");
    write_document_name(html, document, document.metadata.published.value);
    html.close().line();
    writer.write_missing_title();
    writer.write_blocks();
    writer.write_cut();
    html.close().line();
}

}  // namespace axray::report
