#include "report/marks.hpp"

#include <algorithm>

namespace axray::report {
namespace {

bool points_at_words(const Flag& flag) { return flag.kind != FlagKind::quote_altered; }

bool shows_missing(Verdict verdict) { return verdict == Verdict::partly_supported || verdict == Verdict::contradicted; }

// Nothing between two marks but blanks, a hyphen or the ending of a possessive: they are one for a reader.
bool holds_together(std::string_view between) {
    for (const std::string_view ending : {"'s", "\u2019s"}) {
        if (between.starts_with(ending)) between.remove_prefix(ending.size());
    }
    return between == "-" || between.find_first_not_of(' ') == std::string_view::npos;
}

// In order and disjoint: where two overlap, the earlier one keeps the place.
template <class Item, class SpanOf>
void make_disjoint(std::vector<Item>& items, SpanOf span_of) {
    std::vector<Item> kept;
    for (auto& item : items) {
        Span& span = span_of(item);
        if (!kept.empty()) span.begin = std::max(span.begin, span_of(kept.back()).end);
        if (!span.empty()) kept.push_back(item);
    }
    items = std::move(kept);
}

}  // namespace

std::vector<Mark> claim_marks(const CheckedClaim& checked, const Document& article) {
    if (checked.not_checkable) return {};  // nothing in it was to be borne out
    std::vector<Mark> marks;
    for (const auto& word : checked.alignment) {
        if (word.kind == AlignmentKind::differs) marks.push_back({word.claim, MarkKind::differs});
        if (word.kind == AlignmentKind::missing && shows_missing(checked.verdict)) {
            marks.push_back({word.claim, MarkKind::missing});
        }
    }
    for (const auto& flag : checked.flags) {
        if (points_at_words(flag) && !flag.claim.empty()) marks.push_back({flag.claim, MarkKind::differs});
    }
    std::sort(marks.begin(), marks.end(), [](const Mark& left, const Mark& right) {
        return left.span.begin != right.span.begin ? left.span.begin < right.span.begin
                                                   : left.span.end > right.span.end;
    });
    make_disjoint(marks, [](Mark& mark) -> Span& { return mark.span; });

    std::vector<Mark> joined;
    for (const auto& mark : marks) {
        if (!joined.empty() && joined.back().kind == mark.kind &&
            holds_together(article.slice({joined.back().span.end, mark.span.begin}))) {
            joined.back().span.end = mark.span.end;
        } else {
            joined.push_back(mark);
        }
    }
    return joined;
}

std::vector<std::string_view> missing_words(const CheckedClaim& checked, const Document& article) {
    std::vector<std::string_view> words;
    for (const auto& mark : claim_marks(checked, article)) {
        if (mark.kind != MarkKind::missing) continue;
        const auto text = article.slice(mark.span);
        if (std::find(words.begin(), words.end(), text) == words.end()) words.push_back(text);
    }
    return words;
}

std::vector<Span> source_marks(const CheckedClaim& checked, std::uint32_t source) {
    std::vector<Span> marks;
    for (const auto& word : checked.alignment) {
        if (word.kind == AlignmentKind::differs && word.source && word.source->source == source) {
            marks.push_back(word.source->span);
        }
    }
    for (const auto& flag : checked.flags) {
        if (points_at_words(flag) && flag.source && flag.source->source == source) marks.push_back(flag.source->span);
    }
    std::sort(marks.begin(), marks.end(), [](Span left, Span right) {
        return left.begin != right.begin ? left.begin < right.begin : left.end > right.end;
    });
    make_disjoint(marks, [](Span& span) -> Span& { return span; });
    return marks;
}

std::vector<Difference> unflagged_differences(const CheckedClaim& checked) {
    std::vector<Difference> differences;
    for (const auto& word : checked.alignment) {
        if (word.kind != AlignmentKind::differs) continue;
        const bool flagged = std::any_of(checked.flags.begin(), checked.flags.end(), [&](const Flag& flag) {
            return points_at_words(flag) && flag.claim.overlaps(word.claim);
        });
        if (!flagged) differences.push_back({word.claim, word.source});
    }
    return differences;
}

std::vector<Span> spans_within(const std::vector<Span>& spans, Span span) {
    std::vector<Span> result;
    for (const auto candidate : spans) {
        const Span part{std::max(candidate.begin, span.begin), std::min(candidate.end, span.end)};
        if (!part.empty()) result.push_back(part);
    }
    return result;
}

}  // namespace axray::report
