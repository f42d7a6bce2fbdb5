// The mentions of facts as they are compared with each other (Facts -> Statements, pairs of Statements).
//
// Statements that could be in conflict are mentions of one fact, of facts linked to it, and mentions in the sentences
// that the index of the texts finds near; each has few such candidates, so that the cost is linear. Source: own.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <axray/facts.hpp>

#include "judge/evidence_view.hpp"
#include "judge/judge.hpp"
#include "story/analyst.hpp"
#include "story/story_texts.hpp"

namespace axray::story {

// One mention. Refers to the texts.
struct Statement {
    std::uint32_t fact = 0;     // of the facts
    std::uint32_t mention = 0;  // of Fact::mentions
    std::uint32_t report = 0;
    const ReportText* text = nullptr;
    judge::StatedRanges stated;         // tokens of the report
    language::TokenSpan sentence;       // the same
    std::uint32_t sentence_number = 0;  // over all reports, as the index counts
    trace::ClaimWords words;
    std::span<const language::Attribution> said;  // those whose cue stands in the sentence

    [[nodiscard]] bool states(std::uint32_t token) const;
    [[nodiscard]] bool states(language::TokenSpan tokens) const {
        return tokens.size() > 0 && states(tokens.begin) && states(tokens.end - 1);
    }
    [[nodiscard]] ConflictSide side(language::TokenSpan tokens) const;
};

// In order of facts and mentions; mentions without words are left out.
[[nodiscard]] std::vector<Statement> collect_statements(const StoryTexts& texts, const std::vector<Fact>& facts,
                                                        const trace::WordWeights& weights);

// Positions in `statements`, the smaller first, ordered; of different reports. O(statements * postings of their words).
using StatementPair = std::pair<std::uint32_t, std::uint32_t>;
[[nodiscard]] std::vector<StatementPair> near_pairs(const StoryTexts& texts, const std::vector<Fact>& facts,
                                                    std::span<const Statement> statements);

// One statement held against the sentence of another. Refers to both and to the texts.
class Comparison {
public:
    Comparison(const Statement& mine, const Statement& theirs, const trace::SourceIndex& index,
               trace::LexicalRelations& relations);
    Comparison(const Comparison&) = delete;
    Comparison& operator=(const Comparison&) = delete;

    [[nodiscard]] const judge::TracedClaim& traced() const { return traced_; }
    [[nodiscard]] const judge::EvidenceView& view() const { return view_; }
    // 0..1: share of my words without those of `left_out` that the words which the other states bear out.
    [[nodiscard]] float agreement_without(language::TokenSpan left_out) const;
    // The same without the words of mine that name who says it.
    [[nodiscard]] float agreement_on_matter_without(language::TokenSpan left_out) const;
    // True when a word of mine within `tokens` is tied to a word that the other states.
    [[nodiscard]] bool ties(language::TokenSpan tokens) const;
    // The token of the other's report that my word at `token` is tied to; kNone when there is none.
    [[nodiscard]] std::uint32_t tied_to(std::uint32_t token) const;

private:
    [[nodiscard]] static judge::TracedClaim trace(const Statement& mine, const Statement& theirs,
                                                  const trace::SourceIndex& index, trace::LexicalRelations& relations);

    template <class LeavesOut>
    [[nodiscard]] float share_agreed(const LeavesOut& leaves_out) const;

    const Statement& mine_;
    const Statement& theirs_;
    judge::TracedClaim traced_;
    judge::EvidenceView view_;
};

}  // namespace axray::story
