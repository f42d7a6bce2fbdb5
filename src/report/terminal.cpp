#include "report/terminal.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "report/explanation_words.hpp"
#include "report/marked_text.hpp"
#include "report/marks.hpp"
#include "report/opinion_words.hpp"
#include "report/parties_text.hpp"
#include "report/terminal_explanation.hpp"
#include "report/terminal_text.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

TextStyle style_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::supported: return TextStyle::supported;
        case Verdict::partly_supported: return TextStyle::partly_supported;
        case Verdict::contradicted: return TextStyle::contradicted;
        case Verdict::not_found: return TextStyle::not_found;
    }
    return TextStyle::plain;
}

class TerminalReport {
public:
    TerminalReport(const CheckReport& report, const TerminalOptions& options) : report_(report), options_(options) {
        options_.width = std::max(options_.width, 20U);
    }

    std::string write() && {
        if (options_.detail != TerminalDetail::summary) {
            write_title();
            for (const auto& checked : report_.claims) {
                if (options_.detail == TerminalDetail::explained && explanation_of(report_, checked) == nullptr)
                    continue;
                write_claim(checked);
            }
            text_ += '\n';
        }
        write_summary();
        if (options_.detail == TerminalDetail::differences || options_.detail == TerminalDetail::everything) {
            write_omissions();
            if (report_.parties) text_ += '\n' + parties_text(*report_.parties, options_);
        }
        write_notes();
        return std::move(text_);
    }

private:
    // Appends a paragraph; `first` and `rest` stand before its lines.
    void put(const StyledText& text, std::string first, std::string rest) {
        const auto codes = options_.color == TerminalColor::ansi ? StyleCodes::ansi : StyleCodes::none;
        text_ += text.lines({options_.width, std::move(first), std::move(rest), codes});
    }
    void put(const StyledText& text) { put(text, std::string(kIndent), std::string(kIndent)); }

    void write_title() {
        const auto& title = report_.article->metadata.title.value;
        if (!title.empty()) put(StyledText().add(title, TextStyle::strong), "", "");
        put(StyledText().add(report_.article->id + ": " + count_of(report_.claims.size(), "claim", "claims") +
                             " checked against " + count_of(report_.sources.size(), "source", "sources") + ", " +
                             count_of(report_.sentences_searched, "sentence", "sentences")),
            "", "");
    }

    void write_claim(const CheckedClaim& checked) {
        const auto number = std::to_string(checked.claim.id + 1);
        const auto margin = std::string(3 - std::min<std::size_t>(number.size(), 3), ' ') + number + "  ";
        const auto marks = claim_marks(checked, *report_.article);
        std::vector<Span> spans;
        spans.reserve(marks.size());
        for (const auto& mark : marks) spans.push_back(mark.span);
        StyledText words;
        bool first = true;
        for (const auto part : parts_of(checked.claim, *report_.article)) {
            if (!std::exchange(first, false) && !begins_with_own_mark(part, *report_.article)) words.add(" ... ");
            add_marked(words, *report_.article, part, spans, options_.color);
        }
        const auto verdict = std::string(sign_for(checked.verdict)) + " " + std::string(words_for(checked.verdict));
        if (checked.not_checkable) {
            write_uncheckable(checked, margin);
            return;
        }
        const auto* opinion = opinion_on(report_, checked);
        const bool disputed = opinion != nullptr && opinion->agreement == Agreement::disagrees;
        const bool plain = checked.verdict == Verdict::supported && checked.flags.empty() && !disputed;
        if (plain && options_.detail == TerminalDetail::differences) {
            if (std::exchange(after_full_claim_, false)) text_ += '\n';
            StyledText line;
            line.add(verdict, style_of(checked.verdict)).add(": " + checked.claim.text);
            put(line, margin, std::string(kIndent));
            return;
        }
        text_ += '\n';
        after_full_claim_ = true;
        StyledText head;
        if (checked.not_judged) {
            head.add(words_for(*checked.not_judged), style_of(checked.verdict));
            put(head, margin, std::string(kIndent));
            put(words);
            return;
        }
        head.add(verdict, style_of(checked.verdict));
        head.add(", probability of support " + percent(checked.probability), TextStyle::faint);
        put(head, margin, std::string(kIndent));
        put(words);
        write_differences(checked);
        write_evidence(checked);
        if (opinion != nullptr) write_opinion(words_for(*opinion));
        write_explanation(checked);
    }

    // What cannot be checked, and whether a source says the same.
    void write_uncheckable(const CheckedClaim& checked, const std::string& margin) {
        StyledText head;
        head.add("- not checkable", TextStyle::strong);
        head.add(": " + std::string(words_for(checked.not_checkable->reason)), TextStyle::faint);
        const auto cue = report_.article->slice(checked.not_checkable->cue);
        if (!cue.empty()) head.add(" (\"" + std::string(cue) + "\")", TextStyle::faint);
        if (options_.detail == TerminalDetail::differences) {
            if (std::exchange(after_full_claim_, false)) text_ += '\n';
            put(head.add(": " + checked.claim.text), margin, std::string(kIndent));
            return;
        }
        text_ += '\n';
        after_full_claim_ = true;
        put(head, margin, std::string(kIndent));
        put(StyledText().add(checked.claim.text));
        if (checked.verdict == Verdict::supported) {
            put(StyledText().add("a source says the same:"));
            for (const auto& evidence : checked.evidence) write_sentence(checked, evidence.place, evidence.sentence);
            write_explanation(checked);
        }
    }

    void write_explanation(const CheckedClaim& checked) {
        const auto* explanation = explanation_of(report_, checked);
        if (explanation != nullptr) text_ += explanation_lines(report_, checked, *explanation, options_, kIndent);
    }

    void write_opinion(const OpinionWords& opinion) {
        StyledText line;
        line.add(opinion.head, TextStyle::strong).add(": " + opinion.rest);
        if (!opinion.reason.empty()) line.add(". Its reason: \"" + opinion.reason + "\"");
        put(line);
    }

    // "number differs: 40 | source: 14", "without evidence: coordinated effort"
    void write_differences(const CheckedClaim& checked) {
        for (const auto& flag : checked.flags) {
            write_difference(words_for(flag.kind), flag);
        }
        for (const auto& difference : unflagged_differences(checked)) {
            write_difference("differs", {FlagKind::name_differs, difference.claim, difference.source, {}});
        }
        std::string missing;
        for (const auto words : missing_words(checked, *report_.article)) {
            missing += missing.empty() ? "" : "; ";
            missing += words;
        }
        if (!missing.empty()) put(StyledText().add("without evidence: ", TextStyle::strong).add(missing));
    }

    void write_difference(std::string_view name, const Flag& flag) {
        const auto& source = flag.source;
        const auto claim_words = report_.article->slice(flag.claim);
        const auto source_words = source ? report_.sources[source->source]->slice(source->span) : std::string_view();
        const auto in_brackets = [](const std::string& words) { return words.empty() ? words : " (" + words + ")"; };
        // What differs stands elsewhere.
        const bool same =
            !claim_words.empty() && claim_words == source_words && flag.claim_meaning == flag.source_meaning;
        StyledText line;
        line.add(name, TextStyle::strong);
        if (!flag.claim.empty()) line.add(": ").add(claim_words).add(in_brackets(flag.claim_meaning));
        if (source && !same) line.add(" | source: ").add(source_words).add(in_brackets(flag.source_meaning));
        if (flag.claim.empty() || !source || same)
            line.add(flag.claim.empty() && !source ? ": " : ". ").add(flag.explanation);
        put(line);
    }

    void write_evidence(const CheckedClaim& checked) {
        if (checked.verdict == Verdict::not_found) {
            put(StyledText().add("no sentence speaks of it: searched " + searched()));
            if (!checked.evidence.empty()) put(StyledText().add("nearest:"));
        }
        for (const auto& evidence : checked.evidence) write_sentence(checked, evidence.place, evidence.sentence);
    }

    void write_place(const SourceSpan& place, std::uint32_t sentence, std::string first) {
        StyledText line;
        line.add(report_.sources[place.source]->id + ", sentence " + std::to_string(sentence + 1), TextStyle::faint);
        put(line, std::move(first), std::string(kIndent));
    }

    void write_sentence(const CheckedClaim& checked, const SourceSpan& place, std::uint32_t sentence) {
        write_place(place, sentence, std::string(kIndent));
        StyledText words;
        add_marked(words, *report_.sources[place.source], place.span, source_marks(checked, place.source),
                   options_.color);
        put(words, std::string(kQuoteIndent), std::string(kQuoteIndent));
    }

    [[nodiscard]] std::string searched() const {
        return count_of(report_.sources.size(), "source", "sources") + ", " +
               count_of(report_.sentences_searched, "sentence", "sentences");
    }

    void write_summary() {
        const auto counts = count_verdicts(report_);
        StyledText line;
        line.add(count_of(report_.claims.size(), "claim", "claims"), TextStyle::strong).add(": ");
        bool first = true;
        for (const auto verdict : kVerdicts) {
            if (!std::exchange(first, false)) line.add(", ");
            line.add(std::to_string(counts.of(verdict)) + " " + std::string(words_for(verdict)), style_of(verdict));
        }
        if (counts.not_checkable > 0) line.add(", " + std::to_string(counts.not_checkable) + " not checkable");
        line.add("; " + searched() + " searched");
        put(line, "", "");
        if (report_.second_opinions) put(StyledText().add(words_for(report_.second_opinions->summary)), "", "");
    }

    void write_omissions() {
        if (report_.omissions.empty()) return;
        text_ += '\n';
        put(StyledText().add("What the sources say that the article leaves out, most central first", TextStyle::strong),
            "", "");
        for (std::size_t i = 0; i < report_.omissions.size(); ++i) {
            const auto& omission = report_.omissions[i];
            const auto number = std::to_string(i + 1);
            write_place(omission.place, omission.sentence,
                        std::string(3 - std::min<std::size_t>(number.size(), 3), ' ') + number + "  ");
            put(StyledText().add(report_.sources[omission.place.source]->slice(omission.place.span)),
                std::string(kQuoteIndent), std::string(kQuoteIndent));
        }
    }

    void write_notes() {
        if (report_.notes.empty()) return;
        text_ += '\n';
        for (const auto& note : report_.notes) put(StyledText().add("Note: ", TextStyle::strong).add(note), "", "");
    }

    static constexpr std::string_view kIndent = "     ";
    static constexpr std::string_view kQuoteIndent = "     | ";

    const CheckReport& report_;
    TerminalOptions options_;
    std::string text_;
    bool after_full_claim_ = true;  // a line for a plain claim keeps its distance
};

}  // namespace

std::string render_terminal(const CheckReport& report, const TerminalOptions& options) {
    return TerminalReport(report, options).write();
}

}  // namespace axray::report
