#include "report/html_card.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "report/explanation_words.hpp"
#include "report/html_text.hpp"
#include "report/marks.hpp"
#include "report/opinion_words.hpp"
#include "report/word_notes.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

class CardWriter {
public:
    CardWriter(HtmlWriter& html, const CheckReport& report, const CheckedClaim& checked)
        : html_(html), report_(report), checked_(checked), number_(checked.claim.id + 1) {}

    void write() {
        const auto verdict = std::string(shown_class(checked_));
        const auto anchor = claim_anchor(number_);
        html_.open(
            "article",
            {{"class", "card " + verdict}, {"id", anchor}, {"aria-labelledby", anchor + "-name"}, {"tabindex", "-1"}});
        html_.line();
        write_head(anchor);
        write_claim();
        if (!checked_.not_checkable) {
            write_differences();
            write_missing();
        }
        if (!checked_.not_checkable || checked_.verdict == Verdict::supported) write_evidence();
        if (const auto* opinion = opinion_on(report_, checked_)) write_opinion(*opinion);
        write_explanation();
        html_.open("p", {{"class", "back"}});
        html_.element("a", {{"href", "#" + claim_place(number_)}}, "Back to its place in the article").close();
        html_.close().line();
    }

private:
    void write_head(const std::string& anchor) {
        html_.open("h3", {{"id", anchor + "-name"}});
        html_.element("span", {{"class", "number"}}, "Claim " + std::to_string(number_)).text(" ");
        if (checked_.not_checkable) {
            const auto reason = std::string(words_for(checked_.not_checkable->reason));
            html_.open("span", {{"class", "verdict"}});
            write_icon(html_, shown_class(checked_));
            html_.text("not checkable: " + reason).close().close().line();
            return;
        }
        html_.open("span", {{"class", "verdict"}});
        write_icon(html_, to_string(checked_.verdict));
        html_.text(checked_.not_judged ? "not judged" : words_for(checked_.verdict)).close();
        html_.close().line();
        if (checked_.not_judged) return;
        html_.element("p", {{"class", "probability"}}, "Probability of support: " + percent(checked_.probability))
            .line();
    }

    // Words of `document` within `span`, with what is known of them.
    void write_words(const Document& document, Span span, const std::vector<WordNote>& notes) {
        for (const auto& segment : divide(span, notes)) {
            const auto text = document.slice(segment.span);
            const auto* note = strongest(segment);
            if (note == nullptr) {
                html_.text(text);
            } else if (note->kind == NoteKind::same) {
                html_.element("span",
                              {{"class", "same"},
                               {"data-word", std::to_string(note->word)},
                               {"title", std::string(words_for(checked_.alignment[note->word].kind))}},
                              text);
            } else {
                html_.element("mark", {{"class", note->kind == NoteKind::differs ? "differs" : "missing"}}, text);
            }
        }
    }

    // The note that decides how words look: a difference before a gap before a counterpart.
    static const WordNote* strongest(const Segment& segment) {
        const WordNote* found = nullptr;
        const auto rank = [](NoteKind kind) {
            return kind == NoteKind::differs ? 0 : kind == NoteKind::missing ? 1 : 2;
        };
        for (const auto* note : segment.notes) {
            if (note->kind == NoteKind::own || note->kind == NoteKind::context) continue;
            if (found == nullptr || rank(note->kind) < rank(found->kind)) found = note;
        }
        return found;
    }

    void write_claim() {
        const auto notes = article_notes(checked_, *report_.article);
        html_.element("p", {{"class", "who"}}, "The article says");
        html_.open("blockquote", {{"class", "wording"}, {"dir", "auto"}});
        bool first = true;
        for (const auto part : parts_of(checked_.claim, *report_.article)) {
            if (!std::exchange(first, false) && !begins_with_own_mark(part, *report_.article)) html_.text(" \u2026 ");
            write_words(*report_.article, part, notes);
        }
        html_.close().line();
    }

    void write_differences() {
        const auto unflagged = unflagged_differences(checked_);
        if (checked_.flags.empty() && unflagged.empty()) return;
        html_.open("ul", {{"class", "flags"}}).line();
        for (const auto& flag : checked_.flags) {
            write_difference(words_for(flag.kind), flag.claim, flag.source, flag.explanation);
        }
        for (const auto& difference : unflagged) write_difference("differs", difference.claim, difference.source, {});
        html_.close().line();
    }

    void write_difference(std::string_view name, Span claim, const std::optional<SourceSpan>& source,
                          std::string_view explanation) {
        html_.open("li").element("b", {{"class", "flag"}}, name);
        html_.open("span", {{"class", "pair"}});
        write_side("article", claim.empty() ? std::string_view() : report_.article->slice(claim));
        write_side("source", source ? report_.sources[source->source]->slice(source->span) : std::string_view());
        html_.close();
        if (!explanation.empty()) html_.element("span", {{"class", "why"}}, explanation);
        html_.close().line();
    }

    void write_side(std::string_view side, std::string_view words) {
        html_.open("span", {{"class", "wording-side"}}).element("span", {{"class", "who"}}, side).text(" ");
        if (words.empty()) {
            html_.element("i", {}, "no such words");
        } else {
            html_.element("q", {{"dir", "auto"}}, words);
        }
        html_.close().text(" ");
    }

    void write_missing() {
        const auto missing = missing_words(checked_, *report_.article);
        if (missing.empty()) return;
        html_.open("p", {{"class", "without"}}).element("b", {{"class", "flag"}}, "without evidence").text(" ");
        for (const auto words : missing) {
            if (words != missing.front()) html_.text(", ");
            html_.element("q", {{"dir", "auto"}}, words);
        }
        html_.close().line();
    }

    void write_evidence() {
        if (checked_.not_judged) {
            html_.element("p", {{"class", "searched"}}, words_for(*checked_.not_judged)).line();
            return;
        }
        if (checked_.verdict == Verdict::not_found) {
            html_.element(
                "p", {{"class", "searched"}},
                "No sentence speaks of it. Searched: " + count_of(report_.sources.size(), "source", "sources") + ", " +
                    count_of(report_.sentences_searched, "sentence", "sentences") + ".");
            html_.line();
        }
        for (const auto& evidence : checked_.evidence) {
            const auto& place = evidence.place;
            const auto& source = *report_.sources[place.source];
            html_.open("p", {{"class", "who"}});
            html_.text(checked_.verdict == Verdict::not_found ? "Nearest: " : "The source says: ");
            html_.element("a", {{"href", "#" + passage_anchor(place.source, evidence.sentence)}},
                          passage_name(report_, place, evidence.sentence));
            html_.close();
            html_.open("blockquote", {{"class", "wording"}, {"dir", "auto"}});
            write_words(source, place.span, source_notes(checked_, place.source));
            html_.close().line();
        }
    }

    void write_opinion(const SecondOpinion& opinion) {
        const auto words = words_for(opinion);
        html_.open("p", {{"class", "opinion"}}).element("b", {{"class", "flag"}}, words.head).text(" ");
        html_.text(words.rest);
        if (!words.reason.empty()) html_.text(". Its reason: ").element("q", {{"dir", "auto"}}, words.reason);
        html_.close().line();
    }

    // What decided, what counted and what would change it, folded until somebody asks.
    void write_explanation() {
        const auto* explanation = explanation_of(report_, checked_);
        if (explanation == nullptr) return;
        html_.open("details", {{"class", "explanation"}}).element("summary", {}, "Why this verdict").line();
        html_.element("p", {}, decision(*explanation, checked_)).line();
        html_.open("ul").line();
        for (const auto& change : explanation->changes) html_.element("li", {}, words_for(change, report_)).line();
        html_.close().line();
        html_.element("p", {{"class", "who"}}, "Counted for and against support, most first").line();
        html_.open("ol").line();
        for (const auto& reason : explanation->reasons) {
            const std::string_view side = reason.addition > 0 ? "for: " : "against: ";
            html_.open("li").text(side).text(words_for(reason.kind)).close().line();
        }
        html_.close().close().line();
    }

    HtmlWriter& html_;
    const CheckReport& report_;
    const CheckedClaim& checked_;
    std::uint32_t number_;
};

}  // namespace

void write_card(HtmlWriter& html, const CheckReport& report, const CheckedClaim& checked) {
    CardWriter(html, report, checked).write();
}

}  // namespace axray::report
