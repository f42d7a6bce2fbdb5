// The words and signs with which results are shown to people (verdicts, flags, documents -> words).
//
// Terminal and page use the same ones; JSON uses the stable names of to_string instead. People count claims, sentences
// and sources from 1.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/check_report.hpp>

namespace axray::report {

inline constexpr std::array<Verdict, 4> kVerdicts = {Verdict::supported, Verdict::partly_supported,
                                                     Verdict::contradicted, Verdict::not_found};

[[nodiscard]] std::string_view words_for(Verdict verdict);     // "partly supported"
[[nodiscard]] std::string_view sign_for(Verdict verdict);      // one character, each of another shape
[[nodiscard]] std::string_view words_for(Uncheckable reason);  // "unclear reference"
[[nodiscard]] std::string_view words_for(FlagKind kind);       // "number differs"
[[nodiscard]] std::string_view words_for(NotJudged reason);    // a sentence that says why
[[nodiscard]] std::string_view words_for(AlignmentKind kind);  // "another form of the same word"

// The verdict of a claim as a class of the page and in words: "not_checkable" where it is no matter of fact.
[[nodiscard]] std::string_view shown_class(const CheckedClaim& checked);
[[nodiscard]] std::string_view shown_verdict(const CheckedClaim& checked);

// Which words of a claim a reader must look at: those that differ from the source or that nothing bears out.
[[nodiscard]] bool is_unsupported(AlignmentKind kind);

struct VerdictCounts {
    std::array<std::uint32_t, kVerdicts.size()> counts{};  // in the order of kVerdicts, without the following
    std::uint32_t not_checkable = 0;

    [[nodiscard]] std::uint32_t of(Verdict verdict) const { return counts[static_cast<std::size_t>(verdict)]; }
};

[[nodiscard]] VerdictCounts count_verdicts(const CheckReport& report);

// "14,965"
[[nodiscard]] std::string with_commas(std::uint64_t number);

// The first `most` of the values with the separator between them, "and 3 more" behind.
[[nodiscard]] std::string joined(const std::vector<std::string>& values, std::string_view separator, std::size_t most);

// "1 claim", "12 claims", "1,204 sentences".
[[nodiscard]] std::string count_of(std::uint64_t count, std::string_view singular, std::string_view plural);

// "94%": a probability without false precision; never 0% or 100%, which nobody can know.
[[nodiscard]] std::string percent(double share);

// The title of a document where it has one, else its id.
[[nodiscard]] std::string_view title_of(const Document& document);

// The places of the article that a claim consists of: its context and its own words, in order, with other words
// between.
[[nodiscard]] std::vector<Span> parts_of(const Claim& claim, const Document& article);

// A part that begins with a comma or the like, ", she said": it reads on without signs for the words left out.
[[nodiscard]] bool begins_with_own_mark(Span part, const Document& article);

}  // namespace axray::report
