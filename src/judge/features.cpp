#include "judge/features.hpp"

#include <algorithm>
#include <cmath>

#include "judge/runs.hpp"
#include "judge/slots.hpp"

namespace axray::judge {
namespace {

using language::kNone;
using trace::WordLink;

class Row {
public:
    float& operator[](Feature feature) { return values_[static_cast<std::size_t>(feature)]; }
    float operator[](Feature feature) const { return values_[static_cast<std::size_t>(feature)]; }
    [[nodiscard]] const Features& values() const { return values_; }

private:
    Features values_{};
};

// Measures one sentence of the claim.
class SentenceMeasure {
public:
    SentenceMeasure(const TracedClaim& claim, const trace::SourceIndex& index)
        : claim_(claim), index_(index), tokens_(claim.words.text->tokens) {
        links_ = trace::best_links(claim.trace, claim.trace.evidence, claim.words.words.size());
        std::vector<std::uint32_t> all(claim.trace.candidates.size());
        for (std::uint32_t number = 0; number < all.size(); ++number) all[number] = number;
        all_links_ = trace::best_links(claim.trace, all, claim.words.words.size());
        in_source_.resize(claim.words.words.size());
        for (std::size_t word = 0; word < in_source_.size(); ++word) in_source_[word] = stands_in_source(word);
    }

    Row run(const std::vector<Difference>& differences) {
        measure_coverage();
        measure_kinds();
        measure_runs();
        measure_missing();
        measure_layers();
        measure_polarity();
        measure_evidence();
        for (const Difference& difference : differences) row_[feature_of(difference.kind)] += 1.0F;
        return row_;
    }

private:
    static Feature feature_of(FlagKind kind) {
        switch (kind) {
            case FlagKind::number_differs: return Feature::number_differs;
            case FlagKind::date_differs: return Feature::date_differs;
            case FlagKind::name_differs: return Feature::name_differs;
            case FlagKind::role_swapped:
            case FlagKind::negated: return Feature::negated;
            case FlagKind::antonym: return Feature::antonyms;
            case FlagKind::attribution_dropped:
            case FlagKind::attribution_differs: return Feature::attribution_dropped;
            case FlagKind::certainty_raised: return Feature::certainty_raised;
            case FlagKind::certainty_lowered: return Feature::certainty_lowered;
            case FlagKind::quote_altered:
            case FlagKind::disputed:
            case FlagKind::sources_disagree: break;  // is no difference of one sentence
        }
        return Feature::quotes_altered;
    }

    // Whether the word stands anywhere in the source of the best sentence, by stem, or in a candidate by any relation.
    [[nodiscard]] bool stands_in_source(std::size_t word) const {
        if (all_links_[word].strength >= trace::kBorneOut) return true;
        if (claim_.trace.candidates.empty()) return false;
        const std::uint32_t source = index_.sentences()[claim_.trace.candidates[0].sentence].source;
        const std::uint32_t first = index_.first_token(source);
        const std::uint32_t last = first + index_.text(source).tokens.size();
        const auto inside = [&](std::uint64_t stem) {
            const auto places = index_.find_stem(stem);
            const auto place = std::lower_bound(places.begin(), places.end(), first);
            return place != places.end() && *place < last;
        };
        const std::uint32_t token = claim_.words.words[word].token;
        return inside(tokens_.stem[token]) || inside(tokens_.lemma[token]);
    }

    [[nodiscard]] float weight(std::size_t word) const { return claim_.words.words[word].weight; }
    [[nodiscard]] float share(float part) const {
        return claim_.words.total_weight > 0 ? part / claim_.words.total_weight : 0;
    }

    void measure_coverage() {
        float evidence = 0;
        float candidates = 0;
        float source = 0;
        for (std::size_t word = 0; word < links_.size(); ++word) {
            evidence += weight(word) * links_[word].strength;
            candidates += weight(word) * all_links_[word].strength;
            source += in_source_[word] ? weight(word) : 0.0F;
        }
        float best = 0;
        for (const auto& candidate : claim_.trace.candidates) best = std::max(best, candidate.coverage);
        row_[Feature::best_coverage] = row_[Feature::worst_best_coverage] = best;
        row_[Feature::evidence_coverage] = row_[Feature::worst_evidence_coverage] = share(evidence);
        row_[Feature::candidate_coverage] = share(candidates);
        row_[Feature::source_coverage] = row_[Feature::worst_source_coverage] = share(source);
        row_[Feature::coverage_gain] = share(evidence) - best;
    }

    void measure_kinds() {
        float exact = 0;
        float meaning = 0;
        float related = 0;
        for (std::size_t word = 0; word < links_.size(); ++word) {
            if (links_[word].kind == AlignmentKind::same) exact += weight(word);
            if (links_[word].kind == AlignmentKind::same_meaning) meaning += weight(word);
            if (links_[word].kind == AlignmentKind::related) related += weight(word);
        }
        row_[Feature::exact_share] = share(exact);
        row_[Feature::meaning_share] = share(meaning);
        row_[Feature::related_share] = share(related);
        const PairShares pairs = pair_shares(claim_);
        row_[Feature::near_pairs] = row_[Feature::worst_near_pairs] = pairs.near;
        row_[Feature::ordered_pairs] = pairs.ordered;
        const WindowShares windows = window_shares(claim_);
        row_[Feature::window_coverage] = windows.average;
        row_[Feature::worst_window] = windows.worst;
    }

    void measure_runs() {
        const auto runs = repeated_runs(claim_, index_);
        std::uint32_t three = 0;
        std::uint32_t five = 0;
        std::uint32_t longest = 0;
        std::uint32_t counted = 0;
        for (std::uint32_t offset = 0; offset < runs.size(); ++offset) {
            if (tokens_.kind[claim_.tokens.begin + offset] == language::TokenKind::punctuation) continue;
            ++counted;
            three += runs[offset] >= 3 ? 1U : 0U;
            five += runs[offset] >= 5 ? 1U : 0U;
            longest = std::max(longest, runs[offset]);
        }
        if (counted == 0) return;
        row_[Feature::run_of_three] = static_cast<float>(three) / static_cast<float>(counted);
        row_[Feature::run_of_five] = static_cast<float>(five) / static_cast<float>(counted);
        row_[Feature::longest_run] = static_cast<float>(longest) / static_cast<float>(counted);
    }

    void measure_missing() {
        float predicates = 0;
        float predicates_missing = 0;
        for (std::size_t word = 0; word < links_.size(); ++word) {
            const bool missing = links_[word].strength < trace::kBorneOut;
            if (missing) {
                row_[Feature::missing_words] += 1.0F;
                row_[Feature::missing_weight] = std::max(row_[Feature::missing_weight], weight(word));
            }
            if (!in_source_[word]) {
                row_[Feature::missing_words_in_source] += 1.0F;
                row_[Feature::missing_in_source] = std::max(row_[Feature::missing_in_source], weight(word));
            }
            if (tokens_.has(claim_.words.words[word].token, language::kVerbLike)) {
                predicates += 1.0F;
                predicates_missing += missing ? 1.0F : 0.0F;
            }
        }
        row_[Feature::missing_predicates] = predicates > 0 ? predicates_missing / predicates : -1.0F;
    }

    struct LayerCount {
        float words = 0;
        float missing = 0;
        float missing_in_source = 0;
    };

    template <class Belongs>
    [[nodiscard]] LayerCount count_layer(Belongs belongs) const {
        LayerCount count;
        for (std::size_t word = 0; word < links_.size(); ++word) {
            if (!belongs(claim_.words.words[word].token)) continue;
            count.words += 1.0F;
            count.missing += links_[word].strength < trace::kBorneOut ? 1.0F : 0.0F;
            count.missing_in_source += in_source_[word] ? 0.0F : 1.0F;
        }
        return count;
    }

    void measure_layers() {
        const auto is_name = [this](std::uint32_t token) { return tokens_.mention[token] != kNone; };
        const auto is_value = [this](std::uint32_t token) {
            return tokens_.quantity[token] != kNone || tokens_.date[token] != kNone;
        };
        const LayerCount names = count_layer(is_name);
        const LayerCount values = count_layer(is_value);
        row_[Feature::names] = names.words;
        row_[Feature::names_missing] = names.words > 0 ? names.missing / names.words : -1.0F;
        row_[Feature::names_missing_in_source] = names.words > 0 ? names.missing_in_source / names.words : -1.0F;
        row_[Feature::name_slots] = slot_share(claim_, is_name);
        row_[Feature::values] = values.words;
        row_[Feature::values_missing] = values.words > 0 ? values.missing / values.words : -1.0F;
        row_[Feature::values_missing_in_source] = values.words > 0 ? values.missing_in_source / values.words : -1.0F;
        row_[Feature::value_slots] = slot_share(claim_, is_value);
    }

    void measure_polarity() {
        float negated = 0;
        float source_negated = 0;
        float linked = 0;
        for (std::size_t word = 0; word < links_.size(); ++word) {
            negated += tokens_.has(claim_.words.words[word].token, language::kNegated) ? 1.0F : 0.0F;
            if (links_[word].position == kNone) continue;
            const auto& sentence = index_.sentences()[index_.sentence_at(links_[word].position)];
            const auto& source = index_.text(sentence.source).tokens;
            linked += 1.0F;
            source_negated += source.has(index_.local(links_[word].position), language::kNegated) ? 1.0F : 0.0F;
        }
        row_[Feature::claim_negated] = links_.empty() ? 0 : negated / static_cast<float>(links_.size());
        row_[Feature::evidence_negated] = linked > 0 ? source_negated / linked : 0;
        for (const auto& cue : claim_.words.text->certainty_cues) {
            if (claim_.tokens.contains(cue.cue.begin)) row_[Feature::hedged] += 1.0F;
        }
    }

    void measure_evidence() {
        float best = 0;
        float second = 0;
        for (const float relevance : claim_.trace.relevance) {
            if (relevance > best)
                second = std::exchange(best, relevance);
            else
                second = std::max(second, relevance);
        }
        row_[Feature::best_relevance] = best;
        row_[Feature::second_relevance] = second;
        row_[Feature::evidence_sentences] = static_cast<float>(claim_.trace.evidence.size());
        row_[Feature::words] = static_cast<float>(links_.size());
        if (!claim_.trace.features.empty())
            row_[Feature::best_precision] = claim_.trace.features[0][trace::kPrecisionColumn];
    }

    const TracedClaim& claim_;
    const trace::SourceIndex& index_;
    const language::Tokens& tokens_;
    std::vector<WordLink> links_;      // strongest over the evidence
    std::vector<WordLink> all_links_;  // strongest over all candidates
    std::vector<bool> in_source_;
    Row row_;
};

enum class Combine { average, average_if_any, sum, least, greatest };

Combine combination(Feature feature) {
    switch (feature) {
        case Feature::worst_best_coverage:
        case Feature::worst_evidence_coverage:
        case Feature::worst_source_coverage:
        case Feature::worst_near_pairs: return Combine::least;
        case Feature::missing_weight:
        case Feature::missing_in_source: return Combine::greatest;
        case Feature::missing_words:
        case Feature::missing_words_in_source:
        case Feature::names:
        case Feature::values:
        case Feature::number_differs:
        case Feature::date_differs:
        case Feature::name_differs:
        case Feature::negated:
        case Feature::antonyms:
        case Feature::attribution_dropped:
        case Feature::certainty_raised:
        case Feature::certainty_lowered:
        case Feature::quotes_altered:
        case Feature::hedged:
        case Feature::words:
        case Feature::evidence_sentences: return Combine::sum;
        case Feature::missing_predicates:
        case Feature::names_missing:
        case Feature::names_missing_in_source:
        case Feature::name_slots:
        case Feature::values_missing:
        case Feature::values_missing_in_source:
        case Feature::value_slots: return Combine::average_if_any;
        default: return Combine::average;
    }
}

// Averages are weighted by the weight of each sentence.
float combine(Feature feature, std::span<const Row> rows, std::span<const float> weights) {
    const Combine how = combination(feature);
    if (how == Combine::least || how == Combine::greatest) {
        float value = rows[0][feature];
        for (const Row& row : rows)
            value = how == Combine::least ? std::min(value, row[feature]) : std::max(value, row[feature]);
        return value;
    }
    float total = 0;
    float weight = 0;
    for (std::size_t number = 0; number < rows.size(); ++number) {
        if (how == Combine::average_if_any && rows[number][feature] < 0) continue;
        const float factor = how == Combine::sum ? 1.0F : weights[number];
        total += factor * rows[number][feature];
        weight += factor;
    }
    if (how == Combine::sum) return total;
    if (weight > 0) return total / weight;
    return how == Combine::average_if_any ? -1.0F : 0.0F;
}

}  // namespace

Features judge_features(std::span<const TracedClaim> claims, std::span<const std::vector<Difference>> differences,
                        const trace::SourceIndex& index) {
    std::vector<Row> rows;
    std::vector<float> weights;
    for (std::size_t number = 0; number < claims.size(); ++number) {
        rows.push_back(SentenceMeasure(claims[number], index).run(differences[number]));
        weights.push_back(claims[number].words.total_weight);
    }
    Row all;
    if (rows.empty()) return all.values();
    for (std::size_t feature = 0; feature < kFeatureCount; ++feature) {
        all[static_cast<Feature>(feature)] = combine(static_cast<Feature>(feature), rows, weights);
    }
    all[Feature::words] = std::log1p(all[Feature::words]);
    all[Feature::sentences] = static_cast<float>(rows.size());
    return all.values();
}

void add_word_features(const WordPairs& pairs, const WordScores& scores, Features& features) {
    const auto set = [&features](Feature feature, float value) { features[static_cast<std::size_t>(feature)] = value; };
    float weight = 0;
    float wrong = 0;
    for (std::size_t word = 0; word < scores.wrong.size(); ++word) {
        weight += pairs.claim[word].weight;
        if (scores.wrong[word] > 0) wrong += pairs.claim[word].weight;
    }
    set(Feature::word_supported, scores.supported);
    set(Feature::word_contradicted, scores.contradicted);
    if (!scores.wrong.empty()) {
        set(Feature::word_wrong_most, *std::max_element(scores.wrong.begin(), scores.wrong.end()));
    }
    set(Feature::word_wrong_share, weight > 0 ? wrong / weight : 0.0F);
}

}  // namespace axray::judge
