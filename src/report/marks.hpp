// Which words of a claim and of its evidence a reader must look at (CheckedClaim -> marked spans).
//
// Differences are marked, not sameness. Words that nothing bears out are marked where that decides the verdict: a claim
// that is supported as a whole, or not found at all, has none to point at. An altered quotation is shown as a flag;
// only its differing words are marked.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <axray/document.hpp>
#include <axray/verdict.hpp>

namespace axray::report {

enum class MarkKind : std::uint8_t { differs, missing };

struct Mark {
    Span span;
    MarkKind kind = MarkKind::differs;

    friend bool operator==(Mark, Mark) = default;
};

// A pair of wordings that differ; an empty claim span or no source means that one side lacks the words.
struct Difference {
    Span claim;
    std::optional<SourceSpan> source;
};

// Marks in the article's text, in order, disjoint; words that follow one another are joined.
[[nodiscard]] std::vector<Mark> claim_marks(const CheckedClaim& checked, const Document& article);

// The words of the claim that are marked as missing, in order, each once. They live as long as the article's text.
[[nodiscard]] std::vector<std::string_view> missing_words(const CheckedClaim& checked, const Document& article);

// Marks in the text of source number `source`, in order, disjoint.
[[nodiscard]] std::vector<Span> source_marks(const CheckedClaim& checked, std::uint32_t source);

// Words that differ from the source and of which no flag speaks.
[[nodiscard]] std::vector<Difference> unflagged_differences(const CheckedClaim& checked);

// The part of the marks that lies within `span`.
[[nodiscard]] std::vector<Span> spans_within(const std::vector<Span>& spans, Span span);

}  // namespace axray::report
