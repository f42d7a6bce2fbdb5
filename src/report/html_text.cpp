#include "report/html_text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

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

enum class Marking : std::uint8_t { always, for_chosen_claim };

// How the text of a document is shown.
struct TextForm {
    Literal headline;  // element of its title
    Literal heading;   // element of its other headings
    Marking marking;   // when the words that differ or lack evidence are marked
};

constexpr TextForm kArticleForm = {"h2", "h3", Marking::always};
constexpr TextForm kSourceForm = {"h3", "h4", Marking::for_chosen_claim};

void write_segment(HtmlWriter& html, std::string_view text, const Segment& segment, Marking marking) {
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

// Writes the blocks of a document; what stands around the segments of an owner is the business of a derived class.
class DocumentWriter {
public:
    DocumentWriter(HtmlWriter& html, const Document& document, const std::vector<WordNote>& notes, TextForm form)
        : html_(html), document_(document), notes_(notes), form_(form) {}
    virtual ~DocumentWriter() = default;
    DocumentWriter(const DocumentWriter&) = delete;
    DocumentWriter& operator=(const DocumentWriter&) = delete;

    void write_blocks() {
        bool in_list = false;
        for (const auto& block : document_.blocks) {
            const bool item = block.kind == BlockKind::list_item;
            if (item && !in_list) html_.open("ul");
            if (!item && in_list) html_.close().line();
            in_list = item;
            write_block(block);
        }
        if (in_list) html_.close().line();
    }

    // Passages that were set aside as page furniture, folded away.
    void write_cut() {
        if (document_.cut.empty()) return;
        html_.open("details", {{"class", "cut"}});
        html_.element("summary", {},
                      "Set aside as page furniture: " + count_of(document_.cut.size(), "passage", "passages"));
        html_.open("ul");
        for (const auto& cut : document_.cut) {
            auto reason = std::string(to_string(cut.reason));
            std::replace(reason.begin(), reason.end(), '_', ' ');
            html_.open("li", {{"dir", "auto"}}).element("b", {}, reason).text(": ").text(cut.text).close();
        }
        html_.close().close().line();
    }

    // The title, where the text itself has none.
    void write_missing_title() {
        const bool has_title = std::any_of(document_.blocks.begin(), document_.blocks.end(),
                                           [](const Block& block) { return block.kind == BlockKind::title; });
        if (has_title || document_.metadata.title.value.empty()) return;
        html_.element(form_.headline, {{"class", "headline"}, {"dir", "auto"}}, document_.metadata.title.value).line();
    }

protected:
    virtual void begin_owner(const WordNote& owner) = 0;
    virtual void end_owner(const WordNote& owner, bool last) = 0;

    HtmlWriter& html() { return html_; }

private:
    void open_block(BlockKind kind) {
        switch (kind) {
            case BlockKind::title: html_.open(form_.headline, {{"class", "headline"}, {"dir", "auto"}}); return;
            case BlockKind::heading: html_.open(form_.heading, {{"dir", "auto"}}); return;
            case BlockKind::list_item: html_.open("li", {{"dir", "auto"}}); return;
            case BlockKind::quotation: html_.open("blockquote", {{"dir", "auto"}}); return;
            case BlockKind::table_row: html_.open("p", {{"class", "row"}, {"dir", "auto"}}); return;
            case BlockKind::caption: html_.open("p", {{"class", "caption"}, {"dir", "auto"}}); return;
            case BlockKind::paragraph: break;
        }
        html_.open("p", {{"dir", "auto"}});
    }

    void write_block(const Block& block) {
        open_block(block.kind);
        const auto segments = divide(block.span, notes_);
        std::map<const WordNote*, std::size_t> last_of;
        for (std::size_t i = 0; i < segments.size(); ++i) last_of[owner_of(segments[i])] = i;
        const WordNote* owner = nullptr;
        for (std::size_t i = 0; i < segments.size(); ++i) {
            const auto* next = owner_of(segments[i]);
            if (next != owner) {
                if (owner != nullptr) end_owner(*owner, last_of[owner] == i - 1);
                if (next != nullptr) begin_owner(*next);
                owner = next;
            }
            write_segment(html_, document_.slice(segments[i].span), segments[i], form_.marking);
        }
        if (owner != nullptr) end_owner(*owner, true);
        html_.close().line();
    }

    HtmlWriter& html_;
    const Document& document_;
    const std::vector<WordNote>& notes_;
    TextForm form_;
};

// The article: each claim is a link to its card, with its number and the icon of its verdict at its end.
class ArticleWriter final : public DocumentWriter {
public:
    ArticleWriter(HtmlWriter& html, const CheckReport& report, const ReportNotes& notes)
        : DocumentWriter(html, *report.article, notes.article, kArticleForm), report_(report) {}

protected:
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

bool is_web_address(std::string_view id) { return id.substr(0, 8) == "https://" || id.substr(0, 7) == "http://"; }

void write_document_name(HtmlWriter& html, const Document& document) {
    if (is_web_address(document.id)) {
        html.element("a", {{"class", "name"}, {"href", document.id}, {"rel", "noopener noreferrer"}}, document.id);
    } else {
        html.element("span", {{"class", "name"}}, document.id);
    }
    if (!document.metadata.published.value.empty()) {
        html.text(", ").element("time", {}, document.metadata.published.value);
    }
}

// A language tag that may stand in the page; the reader passes on what the document declared.
std::string language_of(const Document& document) {
    const auto& tag = document.metadata.language.value;
    const bool usable =
        tag.size() <= 35 && tag.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
    return usable ? tag : std::string();
}

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
    write_document_name(html, article);
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
    write_document_name(html, document);
    html.close().line();
    writer.write_missing_title();
    writer.write_blocks();
    writer.write_cut();
    html.close().line();
}

}  // namespace axray::report
