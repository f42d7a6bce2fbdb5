#include "engine/disputes.hpp"

#include <algorithm>
#include <string>

#include "language/speech/denials.hpp"

namespace axray::engine {
namespace {

using judge::TracedClaim;
using language::TokenSpan;

constexpr float kBorneOut = 0.5F;    // a weaker link ties no words together
constexpr float kLeastShare = 0.4F;  // of the claim's weight that the denied words are linked with
constexpr std::size_t kLeastWords = 2;
constexpr std::size_t kMostWordsOfAccusation = 4;  // content words of "involvement in the alleged cyber-attacks"

// The claim is a denial itself, or says that something is not so.
bool denies(const TracedClaim& claim) {
    const auto& text = *claim.words.text;
    for (auto token = claim.tokens.begin; token < claim.tokens.end; ++token) {
        if (text.tokens.has(token, language::kNegationCue)) return true;
    }
    return std::any_of(text.attributions.begin(), text.attributions.end(), [&](const language::Attribution& one) {
        return one.stance == language::Stance::denies && claim.tokens.contains(one.cue.begin);
    });
}

TokenSpan joined(TokenSpan left, TokenSpan right) {
    if (left.size() == 0) return right;
    if (right.size() == 0) return left;
    return {std::min(left.begin, right.begin), std::max(left.end, right.end)};
}

Span span_of(TokenSpan tokens, const language::AnnotatedText& text) {
    if (tokens.size() == 0) return {};
    return {text.tokens.span[tokens.begin].begin, text.tokens.span[tokens.end - 1].end};
}

// Share of the claim's weight that is linked with words of the source within `content`, when these are enough.
float share_denied(const TracedClaim& claim, const trace::SentenceAlignment& alignment, TokenSpan content,
                   std::uint32_t first_token) {
    float weight = 0;
    std::size_t words = 0;
    for (std::size_t word = 0; word < alignment.links.size(); ++word) {
        const auto& link = alignment.links[word];
        if (link.position == language::kNone || link.strength < kBorneOut) continue;
        if (!content.contains(link.position - first_token)) continue;
        weight += claim.words.words[word].weight;
        ++words;
    }
    return words < kLeastWords || claim.words.total_weight <= 0 ? 0 : weight / claim.words.total_weight;
}

// The claim says that somebody is accused.
bool accuses(const TracedClaim& claim) {
    const auto& all = claim.words.text->attributions;
    return std::any_of(all.begin(), all.end(), [&](const language::Attribution& one) {
        return one.stance == language::Stance::accuses && claim.tokens.contains(one.cue.begin);
    });
}

// "China denied the allegations": few words without a name, by somebody whom the claim names.
bool denies_accusation(const TracedClaim& claim, const trace::SentenceAlignment& alignment,
                       const language::Attribution& denial, const language::AnnotatedText& source,
                       std::uint32_t first_token) {
    std::size_t words = 0;
    for (auto token = denial.content.begin; token < denial.content.end; ++token) {
        if (source.tokens.mention[token] != language::kNone) return false;
        words += source.tokens.is_content(token) ? 1 : 0;
    }
    if (words == 0 || words > kMostWordsOfAccusation || !accuses(claim)) return false;
    const auto& tokens = claim.words.text->tokens;
    for (std::size_t word = 0; word < alignment.links.size(); ++word) {
        const auto& link = alignment.links[word];
        const bool name = tokens.mention[claim.words.words[word].token] != language::kNone;
        const bool strong = link.position != language::kNone && link.strength >= kBorneOut;
        if (name && strong && denial.speaker.contains(link.position - first_token)) return true;
    }
    return false;
}

}  // namespace

std::optional<Denial> find_denial(const judge::Judgement& judgement, const trace::SourceIndex& index) {
    std::optional<Denial> found;
    float best = kLeastShare;
    if (judgement.verdict == Verdict::not_found) return found;
    for (const auto& claim : judgement.claims) {
        if (denies(claim)) continue;
        for (const auto& alignment : claim.trace.candidates) {
            const auto& place = index.sentences()[alignment.sentence];
            const auto& text = index.text(place.source);
            const auto& all = text.attributions;
            auto one = std::lower_bound(all.begin(), all.end(), place.sentence,
                                        [](const auto& entry, auto sentence) { return entry.sentence < sentence; });
            for (; one != all.end() && one->sentence == place.sentence; ++one) {
                if (!language::is_denial(text.tokens, *one, {&one->content, 1})) continue;
                const auto first = index.first_token(place.source);
                const bool accusation = denies_accusation(claim, alignment, *one, text, first);
                const float share = accusation ? kLeastShare : share_denied(claim, alignment, one->content, first);
                if (share < best) continue;
                best = share;
                const auto whole = joined(joined(one->speaker, one->cue), one->content);
                found = Denial{{place.source, span_of(whole, text)}, span_of(one->speaker, text)};
            }
        }
    }
    return found;
}

Flag disputed_flag(const Denial& denial, const std::vector<Document>& sources) {
    Flag flag;
    flag.kind = FlagKind::disputed;
    flag.source = denial.place;
    const auto speaker = sources[denial.place.source].slice(denial.speaker);
    flag.explanation = speaker.empty() ? "A source carries a denial of it."
                                       : "A source carries a denial of it by \"" + std::string(speaker) + "\".";
    return flag;
}

}  // namespace axray::engine
