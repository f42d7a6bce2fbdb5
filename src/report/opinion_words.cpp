#include "report/opinion_words.hpp"

#include <array>
#include <charconv>

#include "report/words.hpp"

namespace axray::report {
namespace {

std::string number_of(std::uint64_t count) {
    std::string number = count_of(count, {}, {});
    number.pop_back();  // the blank before the word that is not there
    return number;
}

// With three digits that say something: "0.00123".
std::string cost_text(double cost) {
    std::array<char, 48> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), cost, std::chars_format::general, 3);
    return {digits.data(), end.ptr};
}

std::string requests_text(const VerifierSummary& summary) {
    if (summary.requests == 0) return "nothing was sent";
    std::string words = count_of(summary.requests, "request", "requests") + ", " + number_of(summary.input_tokens) +
                        " tokens sent, " + number_of(summary.output_tokens) + " received";
    if (summary.estimated > 0) words += " (estimated for " + count_of(summary.estimated, "answer", "answers") + ")";
    if (summary.cost) words += ", cost " + cost_text(*summary.cost) + " " + summary.currency;
    return words;
}

}  // namespace

const SecondOpinion* opinion_on(const CheckReport& report, const CheckedClaim& checked) {
    if (!report.second_opinions || checked.claim.id >= report.second_opinions->claims.size()) return nullptr;
    return &report.second_opinions->claims[checked.claim.id];
}

OpinionWords words_for(const SecondOpinion& opinion) {
    if (!opinion.verdict) return {"no second opinion", opinion.endpoint + ": " + opinion.error, {}};
    OpinionWords words;
    const bool agrees = opinion.agreement == Agreement::agrees;
    words.head = agrees ? "second opinion agrees" : "second opinion disagrees";
    words.rest = opinion.endpoint + " says " + std::string(words_for(*opinion.verdict));
    if (opinion.probability) words.rest += ", probability of support " + percent(*opinion.probability);
    if (opinion.shown == ShownSentences::nearest) words.rest += ", from the nearest sentences";
    if (opinion.cached) words.rest += " (kept from an earlier run)";
    words.reason = opinion.reason;
    return words;
}

std::string words_for(const VerifierSummary& summary) {
    std::string words = "Second opinion of " + summary.endpoint;
    if (!summary.model.empty() && summary.model != summary.endpoint) words += " (model " + summary.model + ")";
    words += ": " + count_of(summary.claims, "claim", "claims") + ", " + number_of(summary.answered) + " answered";
    if (summary.cached > 0) words += " (" + number_of(summary.cached) + " kept from an earlier run)";
    if (summary.failed > 0) words += ", " + number_of(summary.failed) + " failed";
    if (summary.not_asked > 0) words += ", " + number_of(summary.not_asked) + " not asked about";
    words += "; agrees with " + number_of(summary.agreements) + ", disagrees with " + number_of(summary.disagreements);
    words += "; " + requests_text(summary);
    for (const auto& note : summary.notes) words += "; " + note;
    return words + ".";
}

}  // namespace axray::report
