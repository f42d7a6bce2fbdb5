// Second opinions on every claim of a report (CheckReport -> SecondOpinions), and on single claims.
//
// Own tracing picks what the endpoint is shown: the evidence of a claim or, where nothing was found, the sentences that
// come nearest. Source: own.
#pragma once

#include <string>

#include <axray/check_report.hpp>
#include <axray/engine.hpp>
#include <axray/second_opinion.hpp>

#include "verify/verifier.hpp"

namespace axray::verify {

// One opinion a claim, in their order, whatever order the answers come in. As many are asked for at once as the
// settings allow.
[[nodiscard]] SecondOpinions opinions_on(const CheckReport& report, const Verifier& verifier);

// On one claim and its answer, which has its evidence_texts.
[[nodiscard]] SecondOpinion opinion_on(const std::string& claim, const ClaimAnswer& answer, const Verifier& verifier);

}  // namespace axray::verify
