#include "trace/claim_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "language/words/lexicon.hpp"

namespace axray::trace {
namespace {

constexpr float kLeastWeight = 0.1F;
constexpr float kNameFactor = 1.25F;
constexpr float kNumberFactor = 1.25F;

// Sentence adverbs that link a sentence to the one before and say nothing that could be true or false.
constexpr std::array<std::string_view, 34> kConnectives = {
    "accordingly",   "additionally", "also",       "alternatively", "besides",      "consequently", "conversely",
    "finally",       "furthermore",  "hence",      "however",       "importantly",  "indeed",       "instead",
    "interestingly", "likewise",     "meanwhile",  "moreover",      "namely",       "nevertheless", "nonetheless",
    "notably",       "overall",      "similarly",  "specifically",  "subsequently", "then",         "therefore",
    "thus",          "too",          "ultimately", "well",          "further",      "elsewhere"};

bool is_connective(std::uint64_t form) {
    static const auto kHashes = [] {
        std::array<std::uint64_t, kConnectives.size()> hashes{};
        std::transform(kConnectives.begin(), kConnectives.end(), hashes.begin(), language::hash_word);
        std::sort(hashes.begin(), hashes.end());
        return hashes;
    }();
    return std::binary_search(kHashes.begin(), kHashes.end(), form);
}

float weigh(const language::Tokens& tokens, std::uint32_t token, const WordWeights& weights) {
    float weight = std::max(kLeastWeight, weights.weight(tokens.stem[token]));
    if (tokens.mention[token] != language::kNone) weight *= kNameFactor;
    if (tokens.quantity[token] != language::kNone || tokens.date[token] != language::kNone) {
        weight = std::max(weight, 0.6F) * kNumberFactor;
    }
    return weight;
}

void keep_heaviest(std::vector<ClaimWord>& words) {
    if (words.size() <= kMaxClaimWords) return;
    std::stable_sort(words.begin(), words.end(),
                     [](const ClaimWord& left, const ClaimWord& right) { return left.weight > right.weight; });
    words.resize(kMaxClaimWords);
    std::sort(words.begin(), words.end(),
              [](const ClaimWord& left, const ClaimWord& right) { return left.token < right.token; });
}

}  // namespace

ClaimWords collect_claim_words(const language::AnnotatedText& text, std::span<const language::TokenSpan> ranges,
                               const WordWeights& weights) {
    ClaimWords claim;
    claim.text = &text;
    const language::Tokens& tokens = text.tokens;
    for (const language::TokenSpan range : ranges) {
        for (std::uint32_t token = range.begin; token < range.end; ++token) {
            if (!tokens.is_content(token) || is_connective(tokens.form[token])) continue;
            claim.words.push_back({token, weigh(tokens, token, weights)});
        }
    }
    keep_heaviest(claim.words);
    for (const ClaimWord& word : claim.words) claim.total_weight += word.weight;
    return claim;
}

}  // namespace axray::trace
