#include "story/stream/term_space.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace axray::story {
namespace {

// The table of word weights holds log(sentences / sentences with the word) over log(sentences).
constexpr double kTableSentences = 501817;

TermClass class_of(const ProfileKey& key) {
    switch (key.kind) {
        case KeyKind::name: return TermClass::name;
        case KeyKind::number: return TermClass::number;
        case KeyKind::pair: return TermClass::pair;
        case KeyKind::word: break;
    }
    return key.named >= 0.5F ? TermClass::name : TermClass::word;
}

}  // namespace

std::uint32_t TermSpace::term_of(const ProfileKey& key) {
    const auto fresh =
        static_cast<std::uint32_t>(documents_with_.size() * kTermClasses) + static_cast<std::uint32_t>(class_of(key));
    const auto [found, is_new] = terms_.try_emplace(key.key, fresh);
    if (is_new) {
        const bool in_table = key.kind == KeyKind::word || key.kind == KeyKind::number;
        const double share =
            in_table ? std::pow(kTableSentences, -double{english_->weight(key.key)}) : settings_.rare_name;
        documents_with_.push_back(0);
        in_sentences_.push_back(static_cast<float>(share));
        rarity_.push_back(rarity(rarity_.size()));
    }
    return found->second;
}

float TermSpace::rarity(std::size_t number) const {
    const double words = documents_ == 0 ? 0 : words_ / documents_;
    const double sentences = std::max(0.5, words / double{settings_.words_a_sentence});
    const double expected = 1 - std::pow(1 - double{in_sentences_[number]}, sentences);
    const double prior = settings_.prior_documents;
    return static_cast<float>(
        std::max(0.0, std::log((documents_ + prior) / (documents_with_[number] + prior * expected))));
}

SparseVector TermSpace::count(const DocumentProfile& profile) {
    ++documents_;
    words_ += double{profile.words};
    std::vector<std::pair<std::uint32_t, float>> counted;
    counted.reserve(profile.keys.size());
    for (const auto& key : profile.keys) {
        const auto term = term_of(key);
        ++documents_with_[term / kTermClasses];
        float weight = key.count / (key.count + settings_.half_count);
        if (key.kind == KeyKind::name) weight *= settings_.mention;
        if (key.kind == KeyKind::pair) weight *= settings_.pair;
        counted.emplace_back(term, weight);
    }
    std::sort(counted.begin(), counted.end());
    SparseVector vector;
    vector.terms.reserve(counted.size());
    vector.weights.reserve(counted.size());
    for (const auto& [term, weight] : counted) {
        vector.terms.push_back(term);
        vector.weights.push_back(weight);
    }
    return vector;
}

void TermSpace::refresh() {
    for (std::size_t number = 0; number < rarity_.size(); ++number) rarity_[number] = rarity(number);
}

SparseVector TermSpace::weigh(const SparseVector& counted, float words) const {
    const float power = std::clamp(
        settings_.short_power + settings_.power_a_doubling * std::log2(std::max(words, 1.0F) / settings_.short_words),
        settings_.short_power, settings_.long_power);
    std::vector<float> weights(counted.size());
    double length = 0;
    for (std::size_t at = 0; at < counted.size(); ++at) {
        weights[at] = counted.weights[at] * std::pow(rarity_[counted.terms[at] / kTermClasses], power);
        length += weights[at] * weights[at];
    }
    SparseVector vector;
    if (length <= 0) return vector;
    const auto scale = static_cast<float>(1 / std::sqrt(length));
    for (std::size_t at = 0; at < counted.size(); ++at) {
        if (weights[at] * scale < settings_.least_weight) continue;
        vector.terms.push_back(counted.terms[at]);
        vector.weights.push_back(weights[at] * scale);
    }
    return vector;
}

}  // namespace axray::story
