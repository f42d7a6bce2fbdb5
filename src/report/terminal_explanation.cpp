#include "report/terminal_explanation.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>
#include <vector>

#include "report/explanation_words.hpp"
#include "report/terminal_text.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

constexpr std::uint32_t kWidestColumn = 34;
constexpr std::size_t kReasonsShown = 8;

struct Row {
    std::string left;    // harmless already
    std::string middle;  // "agrees"
    std::string right;   // words or value of the source; may be empty
    TextStyle style = TextStyle::faint;
};

// Neighbouring words that stand in the evidence in the same way and the same order make one row.
struct Stretch {
    Span claim;
    AlignmentKind kind = AlignmentKind::missing;
    std::optional<SourceSpan> source;
};

std::vector<Stretch> stretches_of(const CheckedClaim& checked, const CheckReport& report) {
    constexpr std::uint32_t kNear = 24;  // bytes between words that are read as one stretch
    std::vector<Stretch> stretches;
    for (const auto& word : checked.alignment) {
        auto* last = stretches.empty() ? nullptr : &stretches.back();
        const auto near = [](Span left, Span right) {
            return right.begin >= left.end && right.begin - left.end <= kNear;
        };
        const bool joins = last != nullptr && last->kind == word.kind && near(last->claim, word.claim) &&
                           last->source.has_value() == word.source.has_value() &&
                           (!word.source ||
                            (last->source->source == word.source->source &&
                             (last->source->span == word.source->span || near(last->source->span, word.source->span))));
        const bool one_line =
            joins && report.article->slice({last->claim.end, word.claim.begin}).find('\n') == std::string_view::npos;
        if (!one_line) {
            stretches.push_back({word.claim, word.kind, word.source});
            continue;
        }
        last->claim.end = word.claim.end;
        if (word.source) last->source->span.end = word.source->span.end;
    }
    return stretches;
}

std::string signed_number(double value) {
    char digits[32];
    const int size = std::snprintf(digits, sizeof digits, "%+.2f", value);
    return {digits, static_cast<std::size_t>(size)};
}

// The words, and what they mean where that is told by other words: "last Monday (2024-03-25)".
std::string shown(std::string_view words, const std::string& value) {
    auto text = harmless(words);
    const bool unknown = value.empty() || value.front() == 'X';  // a date without its year
    if (!unknown && value != text && text.find(value) == std::string::npos) text += " (" + harmless(value) + ")";
    return text;
}

class Lines {
public:
    Lines(const CheckReport& report, const TerminalOptions& options, std::string_view indent)
        : report_(report), options_(options), indent_(indent) {}

    std::string write(const CheckedClaim& checked, const Explanation& explanation) && {
        heading("Decided by");
        put(StyledText().add(decision(explanation, checked)), "  ");
        if (checked.verdict != Verdict::not_found) {
            write_words(checked);
            write_values(explanation);
        }
        if (explanation.decided_by != DecidedBy::nothing_found) write_reasons(explanation);
        write_changes(explanation);
        return std::move(text_);
    }

private:
    void put(const StyledText& text, std::string_view margin) {
        const auto codes = options_.color == TerminalColor::ansi ? StyleCodes::ansi : StyleCodes::none;
        const auto first = indent_ + std::string(margin);
        text_ += text.lines({options_.width, first, first, codes});
    }
    void heading(std::string_view words) { put(StyledText().add(words, TextStyle::strong), ""); }

    // Two columns: words of the claim, and how they stand in the source; long ones have a line of their own.
    void table(const std::vector<Row>& rows) {
        constexpr std::uint32_t kLeastRoom = 24;  // columns for the second
        std::uint32_t left = 0;
        for (const auto& row : rows) left = std::max(left, std::min(columns_of(row.left), kWidestColumn));
        const auto begin = indent_ + "  ";
        const bool stacked = begin.size() + left + 2 + kLeastRoom > options_.width;
        const auto codes = options_.color == TerminalColor::ansi ? StyleCodes::ansi : StyleCodes::none;
        for (const auto& row : rows) {
            StyledText line;
            line.add(row.middle, row.style);
            if (!row.right.empty()) line.add(": " + row.right);
            const auto columns = columns_of(row.left);
            const bool own_line = stacked || columns > left;
            const auto rest = begin + std::string(stacked ? 2 : left + 2, ' ');
            if (own_line) put(StyledText().add(row.left), "  ");
            text_ +=
                line.lines({options_.width, own_line ? rest : begin + row.left + std::string(left + 2 - columns, ' '),
                            rest, codes});
        }
    }

    void write_words(const CheckedClaim& checked) {
        std::vector<Row> rows;
        for (const auto& one : stretches_of(checked, report_)) {
            Row row;
            row.left = harmless(report_.article->slice(one.claim));
            row.middle = words_for(one.kind);
            if (one.source) row.right = harmless(report_.sources[one.source->source]->slice(one.source->span));
            if (one.kind == AlignmentKind::same) row.right.clear();
            if (is_unsupported(one.kind)) row.style = TextStyle::difference;
            rows.push_back(std::move(row));
        }
        if (rows.empty()) return;
        heading("Word by word");
        table(rows);
    }

    void write_values(const Explanation& explanation) {
        std::vector<Row> rows;
        for (const auto& value : explanation.values) {
            Row row;
            row.left = std::string(words_for(value.kind)) + " " +
                       shown(report_.article->slice(value.claim), value.claim_value);
            if (value.claim.empty()) row.left += "not named";
            row.middle = words_for(value.outcome);
            if (value.source && value.outcome != Comparison::same) {
                row.right = shown(report_.sources[value.source->source]->slice(value.source->span), value.source_value);
            }
            if (value.outcome == Comparison::differs) row.style = TextStyle::difference;
            rows.push_back(std::move(row));
        }
        if (rows.empty()) return;
        heading("Values compared");
        table(rows);
    }

    void write_reasons(const Explanation& explanation) {
        heading("What counted for (+) and against (-) support, in log odds");
        double rest = 0;
        for (std::size_t one = 0; one < explanation.reasons.size(); ++one) {
            const auto& reason = explanation.reasons[one];
            if (one >= kReasonsShown) {
                rest += reason.addition;
                continue;
            }
            put(StyledText().add(signed_number(reason.addition) + "  ").add(words_for(reason.kind)), "  ");
        }
        if (explanation.reasons.size() > kReasonsShown) put(StyledText().add(signed_number(rest) + "  the rest"), "  ");
        put(StyledText().add(signed_number(explanation.expected) + "  an average claim", TextStyle::faint), "  ");
    }

    void write_changes(const Explanation& explanation) {
        if (explanation.changes.empty() && explanation.not_tried.empty()) return;
        heading("What would change it");
        for (const auto& change : explanation.changes) put(StyledText().add(words_for(change, report_)), "  ");
        for (const auto& note : explanation.not_tried) put(StyledText().add(note, TextStyle::faint), "  ");
    }

    const CheckReport& report_;
    const TerminalOptions& options_;
    std::string indent_;
    std::string text_;
};

}  // namespace

std::string explanation_lines(const CheckReport& report, const CheckedClaim& checked, const Explanation& explanation,
                              const TerminalOptions& options, std::string_view indent) {
    return Lines(report, options, indent).write(checked, explanation);
}

}  // namespace axray::report
