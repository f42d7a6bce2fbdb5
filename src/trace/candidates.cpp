#include "trace/candidates.hpp"

#include <algorithm>
#include <cmath>

namespace axray::trace {
namespace {

using language::kNone;

// Sentences that hold a word of the claim: by stem and dictionary form, by name, by value.
class Scorer {
public:
    Scorer(const ClaimWords& claim, const SourceIndex& index)
        : claim_(claim),
          index_(index),
          scores_(index.sentences().size(), 0.0F),
          last_word_(index.sentences().size(), kNone) {}

    void add_word(std::uint32_t number) {
        const ClaimWord& word = claim_.words[number];
        const language::Tokens& tokens = claim_.text->tokens;
        touched_.clear();
        touch(number, index_.find_stem(tokens.stem[word.token]));
        if (tokens.lemma[word.token] != tokens.stem[word.token]) {
            touch(number, index_.find_stem(tokens.lemma[word.token]));
        }
        touch_layers(number, word.token);
        const auto sentences = static_cast<float>(scores_.size());
        const float rarity = std::log((sentences + 1.0F) / (static_cast<float>(touched_.size()) + 0.5F));
        const float gain = word.weight * std::max(rarity, 0.1F);
        best_possible_ += touched_.empty() ? word.weight * std::log(sentences + 1.0F) : gain;
        for (const std::uint32_t sentence : touched_) scores_[sentence] += gain;
    }

    [[nodiscard]] std::vector<Candidate> best(std::size_t limit) const {
        std::vector<Candidate> candidates;
        for (std::uint32_t sentence = 0; sentence < scores_.size(); ++sentence) {
            if (scores_[sentence] > 0) candidates.push_back({sentence, scores_[sentence] / best_possible_});
        }
        // Equal sentences go by their words, so that the order of the sources does not choose among them.
        const auto better = [this](const Candidate& left, const Candidate& right) {
            if (left.score != right.score) return left.score > right.score;
            const std::uint64_t words = index_.sentences()[left.sentence].words;
            const std::uint64_t other_words = index_.sentences()[right.sentence].words;
            return words != other_words ? words < other_words : left.sentence < right.sentence;
        };
        const std::size_t kept = std::min(limit, candidates.size());
        std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(kept), candidates.end(),
                          better);
        candidates.resize(kept);
        return candidates;
    }

private:
    void touch_layers(std::uint32_t number, std::uint32_t token) {
        const language::AnnotatedText& text = *claim_.text;
        if (const std::uint32_t mention = text.tokens.mention[token]; mention != kNone) {
            touch(number, index_.find_name(text.mentions[mention].key));
            touch(number, index_.find_name(text.mentions[mention].acronym));
            touch(number, index_.find_name(text.mentions[mention].alias));
            touch(number, index_.find_name(text.mentions[mention].entity));
        }
        if (const std::uint32_t quantity = text.tokens.quantity[token]; quantity != kNone) {
            touch(number, index_.find_value(value_key(text.quantities[quantity])));
        }
        if (const std::uint32_t date = text.tokens.date[token]; date != kNone) {
            touch(number, index_.find_value(date_key(text.dates[date])));
            touch(number, index_.find_value(reckoned_key({text.dates[date], text})));
        }
    }

    void touch(std::uint32_t number, std::span<const std::uint32_t> positions) {
        for (const std::uint32_t position : positions) {
            const std::uint32_t sentence = index_.sentence_at(position);
            if (last_word_[sentence] == number) continue;
            last_word_[sentence] = number;
            touched_.push_back(sentence);
        }
    }

    const ClaimWords& claim_;
    const SourceIndex& index_;
    std::vector<float> scores_;
    std::vector<std::uint32_t> last_word_;  // the claim word that touched the sentence last
    std::vector<std::uint32_t> touched_;
    float best_possible_ = 0;
};

}  // namespace

std::vector<Candidate> find_candidates(const ClaimWords& claim, const SourceIndex& index, std::size_t limit) {
    Scorer scorer(claim, index);
    for (std::uint32_t word = 0; word < claim.words.size(); ++word) scorer.add_word(word);
    return scorer.best(limit);
}

}  // namespace axray::trace
