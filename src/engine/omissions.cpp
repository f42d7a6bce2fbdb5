#include "engine/omissions.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "claims/sentence_view.hpp"
#include "claims/statements.hpp"
#include "trace/claim_words.hpp"
#include "trace/key_postings.hpp"
#include "trace/trace.hpp"

namespace axray::engine {
namespace {

// Tuned on development data: below, more of what an article leaves out is missed; above, rewordings are listed.
constexpr float kCarried = 0.62F;         // share of a sentence's weight that the article must bear out
constexpr std::size_t kCarriers = 3;      // sentences of the article that may bear it out together
constexpr float kSameAgain = 0.6F;        // share of the lighter sentence's weight that makes two say the same
constexpr std::size_t kLeastWords = 3;    // content words that a sentence must have to be worth listing

struct SourceSentenceWords {
    SourceSpan place;
    std::uint32_t sentence = 0;
    trace::ClaimWords words;
    float centrality = 0;
};

// The sentences of all sources that state something.
std::vector<SourceSentenceWords> stated_sentences(const OmissionInputs& inputs) {
    std::vector<SourceSentenceWords> stated;
    for (std::uint32_t source = 0; source < inputs.sources.source_count(); ++source) {
        const auto& text = inputs.sources.text(source);
        const auto& document = inputs.documents[source];
        for (std::uint32_t number = 0; number < text.sentences.size(); ++number) {
            const auto& sentence = text.sentences[number];
            if (sentence.block >= document.blocks.size()) continue;
            const claims::SentenceView view(document, text, number);
            const auto kind = document.blocks[sentence.block].kind;
            if (claims::statement_of(view, kind) != claims::Statement::stated) continue;
            const language::TokenSpan range = sentence.tokens;
            auto words = trace::collect_claim_words(text, std::span(&range, 1), inputs.weights);
            if (words.words.size() < kLeastWords) continue;
            stated.push_back({{source, sentence.span}, number, std::move(words), 0});
        }
    }
    return stated;
}

// Share of the sentence's weight that a few sentences of the article bear out together.
float carried_share(const trace::ClaimWords& words, const trace::SourceIndex& article,
                    trace::LexicalRelations& relations) {
    trace::TraceOptions options;
    options.candidate_limit = 8;
    const auto trace = trace::rank_candidates(words, article, options, relations);
    std::vector<std::uint32_t> carriers;
    for (std::uint32_t i = 0; i < std::min(trace.candidates.size(), kCarriers); ++i) carriers.push_back(i);
    const auto links = trace::best_links(trace, carriers, words.words.size());
    float borne_out = 0;
    for (std::size_t i = 0; i < links.size(); ++i) borne_out += words.words[i].weight * links[i].strength;
    return words.total_weight > 0 ? borne_out / words.total_weight : 0;
}

// Weight of each stem over all sentences: the centroid.
class Centroid {
public:
    explicit Centroid(const std::vector<SourceSentenceWords>& sentences) {
        for (const auto& sentence : sentences) {
            for (const auto& word : sentence.words.words) stems_.push_back({stem_of(sentence, word), word.weight});
        }
        std::sort(stems_.begin(), stems_.end());
        std::size_t kept = 0;
        for (std::size_t i = 0; i < stems_.size(); ++i) {
            if (kept > 0 && stems_[kept - 1].first == stems_[i].first) stems_[kept - 1].second += stems_[i].second;
            else stems_[kept++] = stems_[i];
        }
        stems_.resize(kept);
        for (const auto& [stem, weight] : stems_) length_ += weight * weight;
        length_ = std::sqrt(length_);
    }

    // Cosine of the sentence with the centroid.
    [[nodiscard]] float similarity(const SourceSentenceWords& sentence) const {
        float product = 0;
        float length = 0;
        for (const auto& word : sentence.words.words) {
            const auto stem = stem_of(sentence, word);
            const auto at = std::lower_bound(stems_.begin(), stems_.end(), std::pair(stem, 0.0F));
            if (at != stems_.end() && at->first == stem) product += word.weight * at->second;
            length += word.weight * word.weight;
        }
        const float scale = length_ * std::sqrt(length);
        return scale > 0 ? std::min(1.0F, product / scale) : 0;
    }

private:
    static std::uint64_t stem_of(const SourceSentenceWords& sentence, const trace::ClaimWord& word) {
        return sentence.words.text->tokens.stem[word.token];
    }
    std::vector<std::pair<std::uint64_t, float>> stems_;
    float length_ = 0;
};

// True when most of the lighter sentence stands in the other too.
bool say_the_same(const SourceSentenceWords& left, const SourceSentenceWords& right) {
    float shared = 0;
    const auto& left_stems = left.words.text->tokens.stem;
    const auto& right_stems = right.words.text->tokens.stem;
    for (const auto& word : left.words.words) {
        const bool found = std::any_of(right.words.words.begin(), right.words.words.end(), [&](const trace::ClaimWord& other) {
            return left_stems[word.token] == right_stems[other.token];
        });
        if (found) shared += word.weight;
    }
    return shared >= kSameAgain * std::max(left.words.total_weight, right.words.total_weight);
}

}  // namespace

std::vector<Omission> find_omissions(const OmissionInputs& inputs, std::uint32_t limit,
                                     trace::LexicalRelations& relations) {
    auto sentences = stated_sentences(inputs);
    const Centroid centroid(sentences);
    const auto article = trace::SourceIndex::build({&inputs.article});
    std::erase_if(sentences, [&](const SourceSentenceWords& sentence) {
        return carried_share(sentence.words, article, relations) >= kCarried;
    });
    for (auto& sentence : sentences) sentence.centrality = centroid.similarity(sentence);
    std::stable_sort(sentences.begin(), sentences.end(), [](const auto& left, const auto& right) {
        return left.centrality > right.centrality;
    });
    std::vector<const SourceSentenceWords*> listed;
    for (const auto& sentence : sentences) {
        if (listed.size() == limit) break;
        const bool again = std::any_of(listed.begin(), listed.end(),
                                       [&](const auto* other) { return say_the_same(sentence, *other); });
        if (!again) listed.push_back(&sentence);
    }
    std::vector<Omission> omissions;
    for (const auto* sentence : listed) omissions.push_back({sentence->place, sentence->sentence, sentence->centrality});
    return omissions;
}

}  // namespace axray::engine
