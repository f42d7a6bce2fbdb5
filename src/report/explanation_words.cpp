#include "report/explanation_words.hpp"

#include <algorithm>

#include "report/words.hpp"

namespace axray::report {

const Explanation* explanation_of(const CheckReport& report, const CheckedClaim& checked) {
    const auto& all = report.explanations;
    const auto found = std::lower_bound(all.begin(), all.end(), checked.claim.id,
                                        [](const Explanation& one, std::uint32_t id) { return one.claim < id; });
    return found != all.end() && found->claim == checked.claim.id ? &*found : nullptr;
}

std::string_view words_for(ReasonKind kind) {
    switch (kind) {
        case ReasonKind::words_found: return "how much of the claim the sources bear out";
        case ReasonKind::words_missing: return "words that the sources lack";
        case ReasonKind::other_words: return "words that stand there in other words only";
        case ReasonKind::events: return "what is said to happen";
        case ReasonKind::word_order: return "words that stand together, and their order";
        case ReasonKind::names: return "names";
        case ReasonKind::values: return "numbers and dates";
        case ReasonKind::negation: return "denials and opposites";
        case ReasonKind::who_says_so: return "who says so";
        case ReasonKind::certainty: return "how sure it is";
        case ReasonKind::quotations: return "words in quotation marks";
        case ReasonKind::relevance: return "how much the evidence is about the same thing";
        case ReasonKind::length: return "length of the claim";
        case ReasonKind::word_comparison: return "comparison of words and their neighbours";
    }
    return "words";
}

std::string_view words_for(ComparedKind kind) {
    switch (kind) {
        case ComparedKind::number: return "number";
        case ComparedKind::date: return "date";
        case ComparedKind::name: return "name";
        case ComparedKind::certainty: return "certainty";
        case ComparedKind::speaker: return "speaker";
        case ComparedKind::negation: return "denial or opposite";
        case ComparedKind::wording: return "wording";
    }
    return "wording";
}

std::string_view words_for(Comparison outcome) {
    switch (outcome) {
        case Comparison::same: return "agrees";
        case Comparison::compatible: return "fits";
        case Comparison::differs: return "differs";
        case Comparison::missing: return "without evidence";
    }
    return "without evidence";
}

std::string decision(const Explanation& explanation, const CheckedClaim& checked) {
    switch (explanation.decided_by) {
        case DecidedBy::nothing_found: return "No sentence of the sources speaks of it.";
        case DecidedBy::differing_value:
            return "A value that cannot be true together with the source decided, whatever the rest of the claim is.";
        case DecidedBy::thin_evidence:
            return "The words occur in the sources, but the sentences that speak of it bear out too little of the "
                   "claim.";
        case DecidedBy::model: break;
    }
    const auto probability = percent(checked.probability);
    if (checked.verdict == Verdict::supported) {
        return "All reasons together give a probability of support of " + probability + "; 50% and more is supported.";
    }
    std::string text =
        "All reasons together give a probability of support of " + probability + ", less than the 50% needed";
    if (checked.verdict == Verdict::contradicted) text += ", and a value differs in the same place";
    if (checked.verdict == Verdict::not_found) text += ", and too little of it is there to call it partly supported";
    return text + ".";
}

namespace {

std::string quoted(std::string_view words) { return "\"" + std::string(words) + "\""; }

std::string joined(const std::vector<Span>& spans, const CheckReport& report) {
    std::string words;
    for (std::size_t one = 0; one < spans.size(); ++one) {
        if (one > 0) words += one + 1 == spans.size() ? " and " : ", ";
        words += quoted(report.article->slice(spans[one]));
    }
    return words;
}

}  // namespace

std::string words_for(const Change& change, const CheckReport& report) {
    const auto source_words =
        change.source ? report.sources[change.source->source]->slice(change.source->span) : std::string_view();
    std::string text = change.verdict == Verdict::not_found ? "Would not be found "
                                                            : "Would be " + std::string(words_for(change.verdict)) +
                                                                  " (" + percent(change.probability) + ") ";
    switch (change.kind) {
        case ChangeKind::words_borne_out:
            return text + "if the sources also said " + joined(change.claim, report) + ".";
        case ChangeKind::value_of_source:
            if (source_words.empty())
                return text + "if the claim had the source's values for " + joined(change.claim, report) + ".";
            return text + "if the claim said " + quoted(source_words) + " instead of " + joined(change.claim, report) +
                   ".";
        case ChangeKind::evidence_removed: break;
    }
    if (!change.source) return text + "without that sentence.";
    return text + "without this sentence of " + report.sources[change.source->source]->id + ": " + quoted(source_words);
}

}  // namespace axray::report
