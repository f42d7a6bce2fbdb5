#include "trace/relevance_features.hpp"

#include <algorithm>
#include <cmath>

namespace axray::trace {
namespace {

using language::kNone;

// -1 where the claim has nothing of the kind.
struct KindShares {
    float names = -1;
    float values = -1;
};

KindShares kind_shares(const ClaimWords& claim, const SentenceAlignment& candidate) {
    float name_weight = 0;
    float name_found = 0;
    float value_weight = 0;
    float value_found = 0;
    const language::Tokens& tokens = claim.text->tokens;
    for (std::size_t word = 0; word < claim.words.size(); ++word) {
        const float weight = claim.words[word].weight;
        const float found = weight * candidate.links[word].strength;
        const std::uint32_t token = claim.words[word].token;
        if (tokens.mention[token] != kNone) {
            name_weight += weight;
            name_found += found;
        }
        if (tokens.quantity[token] != kNone || tokens.date[token] != kNone) {
            value_weight += weight;
            value_found += found;
        }
    }
    KindShares shares;
    if (name_weight > 0) shares.names = name_found / name_weight;
    if (value_weight > 0) shares.values = value_found / value_weight;
    return shares;
}

struct Closeness {
    float pairs = 0;        // share of neighbouring words that stand near each other in the sentence, in order
    float longest_run = 0;  // longest such chain over the number of words
};

Closeness closeness(const ClaimWords& claim, const SentenceAlignment& candidate) {
    constexpr int kNear = 4;  // tokens more or less than in the claim
    Closeness result;
    if (claim.words.size() < 2) return result;
    std::size_t near_pairs = 0;
    std::size_t run = 1;
    std::size_t longest = 0;
    for (std::size_t word = 1; word < claim.words.size(); ++word) {
        const WordLink& before = candidate.links[word - 1];
        const WordLink& here = candidate.links[word];
        bool near = before.position != kNone && here.position != kNone;
        if (near) {
            const int source_step = static_cast<int>(here.position) - static_cast<int>(before.position);
            const int claim_step =
                static_cast<int>(claim.words[word].token) - static_cast<int>(claim.words[word - 1].token);
            near = source_step >= 0 && std::abs(source_step - claim_step) <= kNear;
        }
        near_pairs += near ? 1U : 0U;
        run = near ? run + 1 : 1;
        if (near) longest = std::max(longest, run);
    }
    result.pairs = static_cast<float>(near_pairs) / static_cast<float>(claim.words.size() - 1);
    result.longest_run = static_cast<float>(longest) / static_cast<float>(claim.words.size());
    return result;
}

// Share of the sentence's content words that the claim uses.
float precision(const SentenceAlignment& candidate, std::uint32_t content_words) {
    if (content_words == 0) return 0;
    std::vector<std::uint32_t> used;
    for (const WordLink& link : candidate.links) {
        if (link.position != kNone) used.push_back(link.position);
    }
    std::sort(used.begin(), used.end());
    const auto distinct = std::unique(used.begin(), used.end()) - used.begin();
    return std::min(1.0F, static_cast<float>(distinct) / static_cast<float>(content_words));
}

std::uint32_t content_words(const SourceIndex& index, const SourceSentence& sentence) {
    const language::Tokens& tokens = index.text(sentence.source).tokens;
    const std::uint32_t first = index.first_token(sentence.source);
    std::uint32_t count = 0;
    for (std::uint32_t position = sentence.begin; position < sentence.end; ++position) {
        count += tokens.is_content(position - first) ? 1U : 0U;
    }
    return count;
}

float exact_share(const ClaimWords& claim, const SentenceAlignment& candidate) {
    float weight = 0;
    for (std::size_t word = 0; word < claim.words.size(); ++word) {
        const AlignmentKind kind = candidate.links[word].kind;
        if (kind == AlignmentKind::same || kind == AlignmentKind::same_stem) weight += claim.words[word].weight;
    }
    return claim.total_weight > 0 ? weight / claim.total_weight : 0;
}

}  // namespace

float longest_run(const ClaimWords& claim, const SentenceAlignment& candidate) {
    return closeness(claim, candidate).longest_run;
}

RelevanceFeatures relevance_features(const ClaimWords& claim, const SourceIndex& index,
                                     const SentenceAlignment& candidate, const Standing& standing) {
    const SourceSentence& sentence = index.sentences()[candidate.sentence];
    const std::uint32_t length = content_words(index, sentence);
    const KindShares shares = kind_shares(claim, candidate);
    const Closeness near = closeness(claim, candidate);
    float heaviest = 0;
    for (std::size_t word = 0; word < claim.words.size(); ++word) {
        heaviest = std::max(heaviest, claim.words[word].weight * candidate.links[word].strength);
    }
    const auto ratio = [](float value, float best) { return best > 0 ? value / best : 0.0F; };
    return {candidate.coverage,
            candidate.retrieval,
            standing.gain,
            static_cast<float>(std::min(standing.rank, 20U)),
            ratio(candidate.coverage, standing.best_coverage),
            ratio(candidate.retrieval, standing.best_retrieval),
            standing.covered_before,
            1.0F - standing.covered_before - standing.gain,
            precision(candidate, length),
            shares.names,
            shares.values,
            near.pairs,
            near.longest_run,
            std::log1p(static_cast<float>(length)),
            static_cast<float>(std::min(sentence.sentence, 5U)),
            standing.beside_earlier ? 1.0F : 0.0F,
            std::log1p(static_cast<float>(claim.words.size())),
            exact_share(claim, candidate),
            heaviest,
            standing.coverage_before,
            standing.coverage_behind,
            standing.coverage_joined,
            standing.source_coverage,
            standing.near_candidates};
}

}  // namespace axray::trace
