#include "engine/omissions.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "claims/sentence_view.hpp"
#include "claims/statements.hpp"
#include "engine/flags.hpp"
#include "judge/slots.hpp"
#include "trace/claim_words.hpp"
#include "trace/trace.hpp"

namespace axray::engine {
namespace {

// Shares of a sentence's weight that the article must bear out, fitted on development data. Above them rewordings would
// be listed as left out, below them sentences whose words the article scatters over other statements would count as
// said.
constexpr float kCarriedByOne = 0.67F;        // by one sentence
constexpr float kCarriedTogether = 0.75F;     // by a few, when neighbouring words also stand near each other there ...
constexpr float kNeighboursTogether = 0.45F;  // ... for this share of the pairs of neighbours
constexpr std::size_t kCarriers = 3;          // sentences of the article that may bear it out together
constexpr float kSameAgain = 0.7F;            // share of a sentence's weight that makes another say the same
constexpr float kProminence = 0.25F;          // how much place and figures count beside how much the words recur
constexpr std::uint32_t kLongestSpeaker = 8;  // tokens of "the minister said that", with punctuation
constexpr std::size_t kLeastWords = 3;        // content words that a sentence must have to be worth listing

struct SourceSentenceWords {
    SourceSpan place;
    std::uint32_t sentence = 0;
    trace::ClaimWords words;
    float prominence = 0;  // 0..1: whether it stands early and names figures or names
    float centrality = 0;
};

// Reports begin with what matters most, and what matters has names and figures.
float prominence_of(const language::AnnotatedText& text, std::uint32_t number, language::TokenSpan said) {
    const auto& tokens = text.tokens;
    bool concrete = false;
    for (auto token = said.begin; token < said.end; ++token) {
        concrete = concrete || tokens.quantity[token] != language::kNone || tokens.mention[token] != language::kNone;
    }
    const float early = 1.0F - static_cast<float>(number) / static_cast<float>(text.sentences.size());
    return (early + (concrete ? 1.0F : 0.0F)) / 2;
}

bool has_verb(const language::AnnotatedText& text, language::TokenSpan range) {
    for (auto token = range.begin; token < range.end; ++token) {
        if (text.tokens.has(token, language::kVerbLike)) return true;
    }
    return false;
}

// What is said: without the dateline, and without who says it when that takes a few words only.
language::TokenSpan said_in(const language::AnnotatedText& text, std::uint32_t number, std::uint32_t dateline) {
    const auto tokens = text.sentences[number].tokens;
    const auto first =
        std::lower_bound(text.attributions.begin(), text.attributions.end(), number,
                         [](const auto& attribution, auto value) { return attribution.sentence < value; });
    for (auto one = first; one != text.attributions.end() && one->sentence == number; ++one) {
        if (tokens.size() - dateline <= one->content.size() + kLongestSpeaker && has_verb(text, one->content)) {
            return one->content;
        }
    }
    return {tokens.begin + dateline, tokens.end};
}

// A whole sentence or list item that states something; headings repeat what the text says.
bool worth_listing(const claims::SentenceView& sentence, BlockKind kind) {
    if (kind == BlockKind::title || kind == BlockKind::heading) return false;
    if (kind != BlockKind::list_item && sentence.is_word(sentence.size() - 1)) return false;
    return claims::statement_of(sentence, kind) == claims::Statement::stated;
}

// The sentences of all sources that state something.
std::vector<SourceSentenceWords> stated_sentences(const OmissionInputs& inputs) {
    std::vector<SourceSentenceWords> stated;
    for (std::uint32_t source = 0; source < inputs.sources.source_count(); ++source) {
        const auto& text = inputs.sources.text(source);
        const auto& document = inputs.documents[source];
        for (std::uint32_t number = 0; number < text.sentences.size(); ++number) {
            const auto& sentence = text.sentences[number];
            if (sentence.tokens.size() == 0 || sentence.block >= document.blocks.size()) continue;
            const claims::SentenceView view(document, text, number);
            const bool listed = worth_listing(view, document.blocks[sentence.block].kind);
            if (!listed || !has_verb(text, sentence.tokens)) continue;
            const auto range = said_in(text, number, view.end_of_dateline());
            auto words = trace::collect_claim_words(text, std::span(&range, 1), inputs.weights);
            if (words.words.size() < kLeastWords) continue;
            SourceSentenceWords one{{source, sentence.span}, number, std::move(words), 0, 0};
            one.prominence = prominence_of(text, number, range);
            stated.push_back(std::move(one));
        }
    }
    return stated;
}

// Share of the weight of `words` that the first sentences of the trace bear out; a merely related word does not count.
float borne_out(const trace::ClaimWords& words, const trace::Trace& trace, std::size_t sentences) {
    std::vector<std::uint32_t> carriers;
    for (std::uint32_t i = 0; i < std::min(trace.candidates.size(), sentences); ++i) carriers.push_back(i);
    const auto links = trace::best_links(trace, carriers, words.words.size());
    float weight = 0;
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (links[i].kind != AlignmentKind::related) weight += words.words[i].weight * links[i].strength;
    }
    return words.total_weight > 0 ? weight / words.total_weight : 0;
}

bool carries(const trace::SourceIndex& article, const SourceSentenceWords& sentence,
             trace::LexicalRelations& relations) {
    trace::TraceOptions options;
    options.candidate_limit = 8;
    judge::TracedClaim traced;
    traced.words = sentence.words;
    traced.tokens = sentence.words.text->sentences[sentence.sentence].tokens;
    traced.trace = trace::rank_candidates(sentence.words, article, options, relations);
    if (borne_out(sentence.words, traced.trace, 1) >= kCarriedByOne) return true;
    return borne_out(sentence.words, traced.trace, kCarriers) >= kCarriedTogether &&
           judge::pair_shares(traced).near >= kNeighboursTogether;
}

// Words of the sources that a claim says otherwise, in order.
std::vector<SourceSpan> contradicted_places(const std::vector<CheckedClaim>& claims) {
    std::vector<SourceSpan> places;
    for (const auto& claim : claims) {
        for (const auto& flag : claim.flags) {
            if (judge::excludes(flag.kind) && flag.source) places.push_back(*flag.source);
        }
    }
    std::sort(places.begin(), places.end());
    return places;
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
            if (kept > 0 && stems_[kept - 1].first == stems_[i].first)
                stems_[kept - 1].second += stems_[i].second;
            else
                stems_[kept++] = stems_[i];
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

// Weight of the words of one sentence that stand in the other too.
float weight_shared(const SourceSentenceWords& one, const SourceSentenceWords& other) {
    float shared = 0;
    const auto& stems = one.words.text->tokens.stem;
    const auto& other_stems = other.words.text->tokens.stem;
    for (const auto& word : one.words.words) {
        const bool found = std::any_of(
            other.words.words.begin(), other.words.words.end(),
            [&](const trace::ClaimWord& candidate) { return stems[word.token] == other_stems[candidate.token]; });
        if (found) shared += word.weight;
    }
    return shared;
}

// True when most of the lighter sentence stands in the other too.
bool say_the_same(const SourceSentenceWords& left, const SourceSentenceWords& right) {
    return weight_shared(left, right) >= kSameAgain * std::min(left.words.total_weight, right.words.total_weight);
}

// True when most of the sentence stands in the other, which may say more.
bool is_said_in(const SourceSentenceWords& sentence, const SourceSentenceWords& other) {
    return weight_shared(sentence, other) >= kSameAgain * sentence.words.total_weight;
}

// What the article says otherwise it doesn't leave out, in whichever source it stands.
bool holds_one(SourceSpan place, const std::vector<SourceSpan>& words) {
    const auto first = std::lower_bound(words.begin(), words.end(), SourceSpan{place.source, {place.span.begin, 0}});
    return first != words.end() && first->source == place.source && place.span.contains(first->span);
}

}  // namespace

std::vector<Omission> find_omissions(const OmissionInputs& inputs, std::uint32_t limit,
                                     trace::LexicalRelations& relations) {
    auto sentences = stated_sentences(inputs);
    const Centroid centroid(sentences);
    const auto article = trace::SourceIndex::build({&inputs.article});
    const auto contradicted = contradicted_places(inputs.claims);
    std::vector<SourceSentenceWords> said_otherwise;
    for (const auto& sentence : sentences) {
        if (holds_one(sentence.place, contradicted)) said_otherwise.push_back(sentence);
    }
    std::erase_if(sentences, [&](const SourceSentenceWords& sentence) {
        return std::any_of(said_otherwise.begin(), said_otherwise.end(),
                           [&](const auto& other) { return is_said_in(sentence, other); }) ||
               carries(article, sentence, relations);
    });
    for (auto& sentence : sentences) {
        sentence.centrality = (1 - kProminence) * centroid.similarity(sentence) + kProminence * sentence.prominence;
    }
    std::stable_sort(sentences.begin(), sentences.end(),
                     [](const auto& left, const auto& right) { return left.centrality > right.centrality; });
    std::vector<const SourceSentenceWords*> listed;
    for (const auto& sentence : sentences) {
        if (listed.size() == limit) break;
        const bool again = std::any_of(listed.begin(), listed.end(),
                                       [&](const auto* other) { return say_the_same(sentence, *other); });
        if (!again) listed.push_back(&sentence);
    }
    std::vector<Omission> omissions;
    omissions.reserve(listed.size());
    for (const auto* sentence : listed)
        omissions.push_back({sentence->place, sentence->sentence, sentence->centrality});
    return omissions;
}

}  // namespace axray::engine
