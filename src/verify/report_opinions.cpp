#include "verify/report_opinions.hpp"

#include <algorithm>
#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace axray::verify {
namespace {

SecondOpinion opinion_on_checked(const CheckedClaim& checked, const CheckReport& report, const Verifier& verifier) {
    if (checked.not_judged) return verifier.leave_out("the claim was not judged");
    if (checked.not_checkable) return verifier.leave_out("the claim is not checkable");
    Question question;
    question.claim = checked.claim.text;
    for (const auto& evidence : checked.evidence) {
        const auto& place = evidence.place;
        question.sentences.emplace_back(report.sources[place.source]->slice(place.span));
    }
    const auto shown = question.sentences.empty() ? ShownSentences::nearest : ShownSentences::evidence;
    if (shown == ShownSentences::nearest) {
        for (const auto& place : checked.nearest) {
            question.sentences.emplace_back(report.sources[place.source]->slice(place.span));
        }
    }
    return verifier.ask(question, shown, checked.verdict);
}

}  // namespace

SecondOpinions opinions_on(const CheckReport& report, const Verifier& verifier) {
    SecondOpinions opinions;
    opinions.claims.resize(report.claims.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t claim = next++; claim < report.claims.size(); claim = next++) {
            opinions.claims[claim] = opinion_on_checked(report.claims[claim], report, verifier);
        }
    };
    const std::size_t threads =
        std::min<std::size_t>(verifier.settings().parallel_requests, std::max<std::size_t>(report.claims.size(), 1));
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < threads; ++i) others.emplace_back(work);
    work();
    for (auto& other : others) other.join();
    opinions.summary = verifier.summary();
    return opinions;
}

SecondOpinion opinion_on(const std::string& claim, const ClaimAnswer& answer, const Verifier& verifier) {
    if (answer.not_judged) return verifier.leave_out("the claim was not judged");
    if (answer.not_checkable) return verifier.leave_out("the claim is not checkable");
    const auto shown = answer.evidence.empty() ? ShownSentences::nearest : ShownSentences::evidence;
    return verifier.ask({claim, answer.evidence_texts}, shown, answer.verdict);
}

}  // namespace axray::verify
