#include "judge/features.hpp"

namespace axray::judge {
namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, kFeatureCount> kNames = {"best_coverage",
                                                                "evidence_coverage",
                                                                "candidate_coverage",
                                                                "source_coverage",
                                                                "exact_share",
                                                                "meaning_share",
                                                                "related_share",
                                                                "worst_best_coverage",
                                                                "worst_evidence_coverage",
                                                                "worst_source_coverage",
                                                                "near_pairs",
                                                                "ordered_pairs",
                                                                "worst_near_pairs",
                                                                "run_of_three",
                                                                "run_of_five",
                                                                "longest_run",
                                                                "missing_weight",
                                                                "missing_in_source",
                                                                "missing_words",
                                                                "missing_words_in_source",
                                                                "missing_predicates",
                                                                "names",
                                                                "names_missing",
                                                                "names_missing_in_source",
                                                                "name_slots",
                                                                "values",
                                                                "values_missing",
                                                                "values_missing_in_source",
                                                                "value_slots",
                                                                "number_differs",
                                                                "date_differs",
                                                                "name_differs",
                                                                "negated",
                                                                "antonyms",
                                                                "attribution_dropped",
                                                                "certainty_raised",
                                                                "certainty_lowered",
                                                                "quotes_altered",
                                                                "claim_negated",
                                                                "evidence_negated",
                                                                "hedged",
                                                                "best_relevance",
                                                                "second_relevance",
                                                                "evidence_sentences",
                                                                "words",
                                                                "sentences",
                                                                "coverage_gain",
                                                                "window_coverage",
                                                                "worst_window",
                                                                "best_precision",
                                                                "word_supported",
                                                                "word_contradicted",
                                                                "word_wrong_most",
                                                                "word_wrong_share"};

static_assert(!kNames.back().empty(), "a feature has no name");

}  // namespace

std::string_view to_string(Feature feature) {
    return feature < Feature::count ? kNames[static_cast<std::size_t>(feature)] : std::string_view("unknown");
}

}  // namespace axray::judge
