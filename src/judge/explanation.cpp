#include "judge/explanation.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/tree_contributions.hpp"

namespace axray::judge {
namespace {

using language::kNone;
using language::TokenSpan;
using trace::WordLink;

constexpr double kLeastAddition = 0.005;  // a smaller one is nothing that a reader could see

struct Entry {
    Feature feature;
    ReasonKind reason;
};

// In the order of Feature.
constexpr Entry kReasonOfFeature[] = {
    {Feature::best_coverage, ReasonKind::words_found},
    {Feature::evidence_coverage, ReasonKind::words_found},
    {Feature::candidate_coverage, ReasonKind::words_found},
    {Feature::source_coverage, ReasonKind::words_found},
    {Feature::exact_share, ReasonKind::words_found},
    {Feature::meaning_share, ReasonKind::other_words},
    {Feature::related_share, ReasonKind::other_words},
    {Feature::worst_best_coverage, ReasonKind::words_found},
    {Feature::worst_evidence_coverage, ReasonKind::words_found},
    {Feature::worst_source_coverage, ReasonKind::words_found},
    {Feature::near_pairs, ReasonKind::word_order},
    {Feature::ordered_pairs, ReasonKind::word_order},
    {Feature::worst_near_pairs, ReasonKind::word_order},
    {Feature::run_of_three, ReasonKind::word_order},
    {Feature::run_of_five, ReasonKind::word_order},
    {Feature::longest_run, ReasonKind::word_order},
    {Feature::missing_weight, ReasonKind::words_missing},
    {Feature::missing_in_source, ReasonKind::words_missing},
    {Feature::missing_words, ReasonKind::words_missing},
    {Feature::missing_words_in_source, ReasonKind::words_missing},
    {Feature::missing_predicates, ReasonKind::events},
    {Feature::names, ReasonKind::names},
    {Feature::names_missing, ReasonKind::names},
    {Feature::names_missing_in_source, ReasonKind::names},
    {Feature::name_slots, ReasonKind::names},
    {Feature::values, ReasonKind::values},
    {Feature::values_missing, ReasonKind::values},
    {Feature::values_missing_in_source, ReasonKind::values},
    {Feature::value_slots, ReasonKind::values},
    {Feature::number_differs, ReasonKind::values},
    {Feature::date_differs, ReasonKind::values},
    {Feature::name_differs, ReasonKind::names},
    {Feature::negated, ReasonKind::negation},
    {Feature::antonyms, ReasonKind::negation},
    {Feature::attribution_dropped, ReasonKind::who_says_so},
    {Feature::certainty_raised, ReasonKind::certainty},
    {Feature::certainty_lowered, ReasonKind::certainty},
    {Feature::quotes_altered, ReasonKind::quotations},
    {Feature::claim_negated, ReasonKind::negation},
    {Feature::evidence_negated, ReasonKind::negation},
    {Feature::hedged, ReasonKind::certainty},
    {Feature::best_relevance, ReasonKind::relevance},
    {Feature::second_relevance, ReasonKind::relevance},
    {Feature::evidence_sentences, ReasonKind::relevance},
    {Feature::words, ReasonKind::length},
    {Feature::sentences, ReasonKind::length},
    {Feature::coverage_gain, ReasonKind::words_found},
    {Feature::window_coverage, ReasonKind::word_order},
    {Feature::worst_window, ReasonKind::word_order},
    {Feature::best_precision, ReasonKind::relevance},
    {Feature::word_supported, ReasonKind::word_comparison},
    {Feature::word_contradicted, ReasonKind::word_comparison},
    {Feature::word_wrong_most, ReasonKind::word_comparison},
    {Feature::word_wrong_share, ReasonKind::word_comparison},
};

constexpr bool every_feature_has_a_reason() {
    std::size_t number = 0;
    for (const Entry& entry : kReasonOfFeature) {
        if (static_cast<std::size_t>(entry.feature) != number++) return false;
    }
    return number == kFeatureCount;
}
static_assert(every_feature_has_a_reason(), "a new feature needs a line in the table, in the order of Feature");

constexpr std::size_t kReasonKinds = static_cast<std::size_t>(ReasonKind::word_comparison) + 1;

// Collects the comparisons of one claim.
class Comparisons {
public:
    Comparisons(const TracedClaim& claim, const std::vector<Difference>& differences, const trace::SourceIndex& index)
        : claim_(claim),
          differences_(differences),
          index_(index),
          links_(trace::best_links(claim.trace, claim.trace.evidence, claim.words.words.size())) {}

    std::vector<ComparedTokens> run() && {
        const auto& text = *claim_.words.text;
        for_own(text.quantities, [this](TokenSpan tokens) {
            if (!is_date(tokens)) add(ComparedKind::number, tokens);
        });
        for_own(text.dates, [this](TokenSpan tokens) { add(ComparedKind::date, tokens); });
        for_own(text.mentions, [this](TokenSpan tokens) {
            if (!is_date(tokens)) add(ComparedKind::name, tokens);
        });
        for (const Difference& difference : differences_) add_difference(difference);
        std::stable_sort(found_.begin(), found_.end(), [](const ComparedTokens& left, const ComparedTokens& right) {
            return left.claim.begin < right.claim.begin;
        });
        return std::move(found_);
    }

private:
    // Those of a layer, which is ordered by position, that stand in the sentence of the claim.
    template <class Layer, class Visit>
    void for_own(const Layer& layer, Visit visit) const {
        auto one = std::lower_bound(layer.begin(), layer.end(), claim_.tokens.begin,
                                    [](const auto& entry, auto token) { return entry.tokens.begin < token; });
        for (; one != layer.end() && one->tokens.begin < claim_.tokens.end; ++one) visit(one->tokens);
    }

    [[nodiscard]] bool is_date(TokenSpan tokens) const {
        return tokens.size() > 0 && claim_.words.text->tokens.date[tokens.begin] != kNone;
    }

    static std::optional<ComparedKind> value_kind(FlagKind kind) {
        if (kind == FlagKind::number_differs) return ComparedKind::number;
        if (kind == FlagKind::date_differs) return ComparedKind::date;
        if (kind == FlagKind::name_differs) return ComparedKind::name;
        return std::nullopt;
    }

    // The difference of this kind that is about some of these tokens.
    [[nodiscard]] const Difference* difference_at(ComparedKind kind, TokenSpan tokens) const {
        for (const Difference& difference : differences_) {
            const bool overlaps = difference.claim.begin < tokens.end && tokens.begin < difference.claim.end;
            if (overlaps && value_kind(difference.kind) == kind) return &difference;
        }
        return nullptr;
    }

    struct Borne {
        std::size_t words = 0;  // of the claim to trace among the tokens
        std::size_t linked = 0;
        std::size_t alike = 0;  // of these, in the same form
        PositionSpan source{kNone, 0};
    };

    [[nodiscard]] Borne borne(TokenSpan tokens) const {
        Borne borne;
        const auto& words = claim_.words.words;
        auto word =
            std::lower_bound(words.begin(), words.end(), tokens.begin,
                             [](const trace::ClaimWord& one, std::uint32_t token) { return one.token < token; });
        for (; word != words.end() && word->token < tokens.end; ++word) {
            ++borne.words;
            const WordLink& link = links_[static_cast<std::size_t>(word - words.begin())];
            if (link.position == kNone || link.strength < trace::kBorneOut) continue;
            ++borne.linked;
            borne.alike += link.kind == AlignmentKind::same || link.kind == AlignmentKind::same_stem ? 1 : 0;
            borne.source.begin = std::min(borne.source.begin, link.position);
            borne.source.end = std::max(borne.source.end, link.position + 1);
        }
        if (borne.linked > 0 && index_.sentence_at(borne.source.begin) != index_.sentence_at(borne.source.end - 1)) {
            borne.source.end = borne.source.begin + 1;  // words of several sentences: the first place is shown
        }
        return borne;
    }

    // The whole number or date of the source that a position belongs to.
    [[nodiscard]] PositionSpan whole_value(PositionSpan source, ComparedKind kind) const {
        const auto place = index_.sentences()[index_.sentence_at(source.begin)].source;
        const auto& text = index_.text(place);
        const auto local = index_.local(source.begin);
        const auto first = index_.first_token(place);
        TokenSpan tokens{local, local + (source.end - source.begin)};
        if (kind == ComparedKind::number && text.tokens.quantity[local] != kNone) {
            tokens = text.quantities[text.tokens.quantity[local]].tokens;
        } else if (kind == ComparedKind::date && text.tokens.date[local] != kNone) {
            tokens = text.dates[text.tokens.date[local]].tokens;
        }
        return {tokens.begin + first, tokens.end + first};
    }

    void add(ComparedKind kind, TokenSpan tokens) {
        const auto found = borne(tokens);
        if (found.words == 0) return;
        ComparedTokens compared{kind, Comparison::missing, tokens, {}};
        if (const auto* difference = difference_at(kind, tokens)) {
            if (difference->claim.begin < tokens.begin) return;  // shown with the words where it begins
            compared.outcome = Comparison::differs;
            compared.source = difference->source;
            reported_.push_back(difference);
        } else if (found.linked > 0) {
            const bool all = found.linked == found.words && found.alike == found.words;
            compared.outcome = all ? Comparison::same : Comparison::compatible;
            compared.source = kind == ComparedKind::name ? found.source : whole_value(found.source, kind);
        }
        found_.push_back(compared);
    }

    static ComparedKind kind_of(FlagKind kind) {
        switch (kind) {
            case FlagKind::number_differs: return ComparedKind::number;
            case FlagKind::date_differs: return ComparedKind::date;
            case FlagKind::name_differs:
            case FlagKind::role_swapped: return ComparedKind::name;
            case FlagKind::negated:
            case FlagKind::antonym: return ComparedKind::negation;
            case FlagKind::attribution_dropped:
            case FlagKind::attribution_differs: return ComparedKind::speaker;
            case FlagKind::certainty_raised:
            case FlagKind::certainty_lowered: return ComparedKind::certainty;
            case FlagKind::quote_altered:
            case FlagKind::sources_disagree:
            case FlagKind::disputed: break;
        }
        return ComparedKind::wording;
    }

    void add_difference(const Difference& difference) {
        if (std::find(reported_.begin(), reported_.end(), &difference) != reported_.end()) return;
        found_.push_back({kind_of(difference.kind), Comparison::differs, difference.claim, difference.source});
    }

    const TracedClaim& claim_;
    const std::vector<Difference>& differences_;
    const trace::SourceIndex& index_;
    std::vector<WordLink> links_;
    std::vector<ComparedTokens> found_;
    std::vector<const Difference*> reported_;
};

}  // namespace

ReasonKind reason_of(Feature feature) { return kReasonOfFeature[static_cast<std::size_t>(feature)].reason; }

Reasons reasons_of(const base::BoostedTrees& supported, const Features& features) {
    const auto contributions = base::TreeContributions(supported).of(features);
    std::array<double, kReasonKinds> additions{};
    for (std::size_t feature = 0; feature < kFeatureCount; ++feature) {
        additions[static_cast<std::size_t>(reason_of(static_cast<Feature>(feature)))] +=
            contributions.additions[feature];
    }
    Reasons reasons{contributions.expected, {}};
    for (std::size_t kind = 0; kind < kReasonKinds; ++kind) {
        if (std::abs(additions[kind]) < kLeastAddition) continue;
        reasons.all.push_back({static_cast<ReasonKind>(kind), additions[kind]});
    }
    std::stable_sort(reasons.all.begin(), reasons.all.end(), [](const Reason& left, const Reason& right) {
        return std::abs(left.addition) > std::abs(right.addition);
    });
    return reasons;
}

std::vector<ComparedTokens> compare_values(const TracedClaim& claim, const std::vector<Difference>& differences,
                                           const trace::SourceIndex& index) {
    return Comparisons(claim, differences, index).run();
}

std::vector<language::TokenSpan> open_phrases(const TracedClaim& claim) {
    const auto links = trace::best_links(claim.trace, claim.trace.evidence, claim.words.words.size());
    std::vector<TokenSpan> phrases;
    bool joins = false;
    for (std::size_t word = 0; word < links.size(); ++word) {
        const bool open = links[word].position == kNone || links[word].strength < trace::kBorneOut;
        const auto token = claim.words.words[word].token;
        if (open && joins) {
            phrases.back().end = token + 1;
        } else if (open) {
            phrases.push_back({token, token + 1});
        }
        joins = open;
    }
    return phrases;
}

}  // namespace axray::judge
