// One aligned sentence as the comparisons look at it (TracedClaim + candidate -> EvidenceView).
//
// A trace gives links from words of the claim to positions over all sources; the annotations (numbers, dates, names)
// lie in tokens of one source. The view puts both side by side for one candidate sentence and answers what all the
// comparisons ask: which words are tied to each other, how much of the claim is borne out beside the words in question,
// and whether a value of the claim and one of the sentence stand in the same slot. Own method.
//
// Refers to the claim and the index that it is made from, which must outlive it; it is cheap to make.
#pragma once

#include <optional>

#include "judge/differences.hpp"

namespace axray::judge {

class EvidenceView {
public:
    EvidenceView(const TracedClaim& claim, const trace::SourceIndex& index, std::uint32_t candidate);

    [[nodiscard]] const language::AnnotatedText& source() const { return source_; }
    [[nodiscard]] const language::Tokens& claim_tokens() const { return claim_.words.text->tokens; }
    [[nodiscard]] const trace::SourceSentence& sentence() const { return sentence_; }
    [[nodiscard]] const trace::SentenceAlignment& alignment() const { return alignment_; }
    [[nodiscard]] std::uint32_t first_token() const { return first_token_; }

    [[nodiscard]] const trace::ClaimWord& claim_word(std::size_t number) const { return claim_.words.words[number]; }

    // The sentence as tokens of its own source.
    [[nodiscard]] language::TokenSpan local_tokens() const {
        return {sentence_.begin - first_token_, sentence_.end - first_token_};
    }
    [[nodiscard]] PositionSpan positions(language::TokenSpan local) const {
        return {local.begin + first_token_, local.end + first_token_};
    }

    // 0..1: share borne out of the claim's weight without the words in `left_out`.
    [[nodiscard]] float coverage_without(language::TokenSpan left_out) const;

    // True when a word of the claim within `tokens` is linked here.
    [[nodiscard]] bool links_any(language::TokenSpan tokens) const;

    // True when some word of the claim is linked to one of these tokens of the source.
    [[nodiscard]] bool uses(language::TokenSpan local) const;

    // Whether the claim's `mine` and the source's `theirs` stand in the same slot: the nearest words to trace before
    // and behind `mine` are linked to tokens within a few words on the same side of `theirs`.
    struct Slot {
        bool before = false;  // the word before agrees
        bool behind = false;
        bool has_before = false;  // there is a word before, within a few tokens
        bool has_behind = false;

        [[nodiscard]] bool any() const { return before || behind; }
        // Every neighbour that there is agrees, and there is one.
        [[nodiscard]] bool all() const { return any() && before == has_before && behind == has_behind; }
    };
    [[nodiscard]] Slot slot(language::TokenSpan mine, language::TokenSpan theirs) const;

    // 0..1: how far the words around `mine` stand around `theirs` too. Words count the more the nearer they are and the
    // rarer, and half on the other side: "sued by Norvik" and "Norvik sued" have the same surroundings.
    [[nodiscard]] float surroundings(language::TokenSpan mine, language::TokenSpan theirs) const;

private:
    const TracedClaim& claim_;
    const trace::SentenceAlignment& alignment_;
    trace::SourceSentence sentence_;
    const language::AnnotatedText& source_;
    std::uint32_t first_token_;
};

}  // namespace axray::judge
