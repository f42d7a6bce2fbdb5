#include "trace/trace.hpp"

#include <algorithm>

#include "trace/relevance_features.hpp"

namespace axray::trace {
namespace {

// Training moves the margin of the model so that this is where to cut; see models/relevance.md.
constexpr float kRelevanceThreshold = 0.5F;
// The best candidate is evidence even when the model doubts it, if it bears out at least this share of the claim.
constexpr float kLeastCoverage = 0.2F;

// Puts next the candidate that adds most to what those before it bear out.
class Orderer {
public:
    Orderer(const ClaimWords& claim, const SourceIndex& index, std::vector<SentenceAlignment> alignments)
        : claim_(claim), index_(index), waiting_(std::move(alignments)), strength_(claim.words.size(), 0.0F) {
        for (const SentenceAlignment& alignment : waiting_) {
            standing_.best_coverage = std::max(standing_.best_coverage, alignment.coverage);
            standing_.best_retrieval = std::max(standing_.best_retrieval, alignment.retrieval);
        }
    }

    Trace run() {
        for (const SentenceAlignment& alignment : waiting_) surroundings_.push_back(surroundings_of(alignment));
        while (!waiting_.empty()) take(choose());
        return std::move(trace_);
    }

private:
    // What the other candidates say of the place that one stands in.
    struct Surroundings {
        float before = 0, behind = 0, joined = 0, source = 0, near = 0, run = 0;
    };

    [[nodiscard]] Surroundings surroundings_of(const SentenceAlignment& alignment) const {
        constexpr std::uint32_t kAround = 5;
        Surroundings found;
        std::vector<float> strength(strength_.size(), 0.0F);
        found.joined = alignment.coverage;
        found.run = longest_run(claim_, alignment);
        const std::uint32_t source = index_.sentences()[alignment.sentence].source;
        for (const SentenceAlignment& other : waiting_) {
            if (index_.sentences()[other.sentence].source != source) continue;
            for (std::size_t word = 0; word < strength.size(); ++word)
                strength[word] = std::max(strength[word], other.links[word].strength);
            if (other.sentence + 1 == alignment.sentence) {
                found.before = other.coverage;
                found.joined = share_of([&](std::size_t word) {
                    return std::max(alignment.links[word].strength, other.links[word].strength);
                });
            }
            if (other.sentence == alignment.sentence + 1) found.behind = other.coverage;
            const std::uint32_t distance = other.sentence > alignment.sentence ? other.sentence - alignment.sentence
                                                                               : alignment.sentence - other.sentence;
            if (distance > 0 && distance <= kAround) found.near += 1;
        }
        found.source = share_of([&strength](std::size_t word) { return strength[word]; });
        return found;
    }

    template <class Strength>
    [[nodiscard]] float share_of(Strength strength) const {
        float sum = 0;
        for (std::size_t word = 0; word < strength_.size(); ++word) sum += claim_.words[word].weight * strength(word);
        return claim_.total_weight > 0 ? sum / claim_.total_weight : 0;
    }

    [[nodiscard]] float gain_of(const SentenceAlignment& alignment) const {
        float gain = 0;
        for (std::size_t word = 0; word < strength_.size(); ++word) {
            gain += claim_.words[word].weight * std::max(0.0F, alignment.links[word].strength - strength_[word]);
        }
        return claim_.total_weight > 0 ? gain / claim_.total_weight : 0;
    }

    [[nodiscard]] std::size_t choose() const {
        std::size_t best = 0;
        float best_score = -1;
        for (std::size_t number = 0; number < waiting_.size(); ++number) {
            const SentenceAlignment& alignment = waiting_[number];
            const float score = gain_of(alignment) + 0.25F * alignment.coverage + 0.1F * alignment.retrieval +
                                0.05F * surroundings_[number].run;
            if (score > best_score) {
                best = number;
                best_score = score;
            }
        }
        return best;
    }

    void take(std::size_t number) {
        SentenceAlignment alignment = std::move(waiting_[number]);
        const Surroundings around = surroundings_[number];
        waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(number));
        surroundings_.erase(surroundings_.begin() + static_cast<std::ptrdiff_t>(number));
        standing_.coverage_before = around.before;
        standing_.coverage_behind = around.behind;
        standing_.coverage_joined = around.joined;
        standing_.source_coverage = around.source;
        standing_.near_candidates = around.near;
        standing_.gain = gain_of(alignment);
        standing_.beside_earlier =
            std::any_of(trace_.candidates.begin(), trace_.candidates.end(),
                        [&](const SentenceAlignment& earlier) { return beside(earlier, alignment); });
        trace_.features.push_back(relevance_features(claim_, index_, alignment, standing_));
        for (std::size_t word = 0; word < strength_.size(); ++word) {
            strength_[word] = std::max(strength_[word], alignment.links[word].strength);
        }
        standing_.covered_before += standing_.gain;
        ++standing_.rank;
        trace_.candidates.push_back(std::move(alignment));
    }

    [[nodiscard]] bool beside(const SentenceAlignment& left, const SentenceAlignment& right) const {
        const bool adjacent = left.sentence + 1 == right.sentence || right.sentence + 1 == left.sentence;
        return adjacent && index_.sentences()[left.sentence].source == index_.sentences()[right.sentence].source;
    }

    const ClaimWords& claim_;
    const SourceIndex& index_;
    std::vector<SentenceAlignment> waiting_;
    std::vector<Surroundings> surroundings_;  // of each of those waiting
    std::vector<float> strength_;             // best link of each word among the candidates taken so far
    Standing standing_;
    Trace trace_;
};

}  // namespace

Trace rank_candidates(const ClaimWords& claim, const SourceIndex& index, const TraceOptions& options,
                      LexicalRelations& relations) {
    std::vector<SentenceAlignment> alignments;
    const auto candidates = find_candidates(claim, index, options.candidate_limit);
    for (std::size_t number = 0; number < candidates.size(); ++number) {
        const auto depth = number < options.lexical_limit ? AlignmentDepth::lexical : AlignmentDepth::surface;
        alignments.push_back(align(claim, index, candidates[number].sentence, depth, relations));
        alignments.back().retrieval = candidates[number].score;
    }
    return Orderer(claim, index, std::move(alignments)).run();
}

Trace Tracer::trace(const ClaimWords& claim, const SourceIndex& index, const TraceOptions& options,
                    LexicalRelations& relations) const {
    Trace trace = rank_candidates(claim, index, options, relations);
    for (const RelevanceFeatures& features : trace.features)
        trace.relevance.push_back(relevance_.probability(features));
    for (std::uint32_t number = 0; number < trace.candidates.size(); ++number) {
        const bool first = number == 0 && trace.candidates[0].coverage >= kLeastCoverage;
        if (first || trace.relevance[number] >= kRelevanceThreshold) trace.evidence.push_back(number);
    }
    std::stable_sort(trace.evidence.begin(), trace.evidence.end(), [&trace](std::uint32_t left, std::uint32_t right) {
        return trace.relevance[left] > trace.relevance[right];
    });
    if (trace.evidence.size() > options.evidence_limit) trace.evidence.resize(options.evidence_limit);
    return trace;
}

std::vector<WordLink> best_links(const Trace& trace, const std::vector<std::uint32_t>& candidates,
                                 std::size_t word_count) {
    std::vector<WordLink> best(word_count);
    for (const std::uint32_t candidate : candidates) {
        const auto& links = trace.candidates[candidate].links;
        for (std::size_t word = 0; word < word_count; ++word) {
            if (links[word].strength > best[word].strength) best[word] = links[word];
        }
    }
    return best;
}

}  // namespace axray::trace
