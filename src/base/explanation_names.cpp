// The stable names of what an explanation consists of, as they stand in JSON output.
#include <axray/explanation.hpp>

namespace axray {

std::string_view to_string(DecidedBy decided_by) {
    switch (decided_by) {
        case DecidedBy::nothing_found: return "nothing_found";
        case DecidedBy::model: return "model";
        case DecidedBy::differing_value: return "differing_value";
        case DecidedBy::thin_evidence: return "thin_evidence";
    }
    return "model";
}

std::string_view to_string(ReasonKind kind) {
    switch (kind) {
        case ReasonKind::words_found: return "words_found";
        case ReasonKind::words_missing: return "words_missing";
        case ReasonKind::other_words: return "other_words";
        case ReasonKind::events: return "events";
        case ReasonKind::word_order: return "word_order";
        case ReasonKind::names: return "names";
        case ReasonKind::values: return "values";
        case ReasonKind::negation: return "negation";
        case ReasonKind::who_says_so: return "who_says_so";
        case ReasonKind::certainty: return "certainty";
        case ReasonKind::quotations: return "quotations";
        case ReasonKind::relevance: return "relevance";
        case ReasonKind::length: return "length";
        case ReasonKind::word_comparison: return "word_comparison";
    }
    return "words_found";
}

std::string_view to_string(ComparedKind kind) {
    switch (kind) {
        case ComparedKind::number: return "number";
        case ComparedKind::date: return "date";
        case ComparedKind::name: return "name";
        case ComparedKind::certainty: return "certainty";
        case ComparedKind::speaker: return "speaker";
        case ComparedKind::negation: return "negation";
        case ComparedKind::wording: return "wording";
    }
    return "wording";
}

std::string_view to_string(Comparison outcome) {
    switch (outcome) {
        case Comparison::same: return "same";
        case Comparison::compatible: return "compatible";
        case Comparison::differs: return "differs";
        case Comparison::missing: return "missing";
    }
    return "missing";
}

std::string_view to_string(ChangeKind kind) {
    switch (kind) {
        case ChangeKind::words_borne_out: return "words_borne_out";
        case ChangeKind::value_of_source: return "value_of_source";
        case ChangeKind::evidence_removed: return "evidence_removed";
    }
    return "words_borne_out";
}

}  // namespace axray
