// Second opinions on every claim of a report (CheckReport -> SecondOpinions).
//
// Own tracing picks what the endpoint is shown: the evidence of a claim or, where nothing was found, the sentences that
// come nearest. Source: own.
#pragma once

#include <axray/check_report.hpp>
#include <axray/second_opinion.hpp>

#include "verify/verifier.hpp"

namespace axray::verify {

// One opinion a claim, in their order, whatever order the answers come in. As many are asked for at once as the
// settings allow.
[[nodiscard]] SecondOpinions opinions_on(const CheckReport& report, const Verifier& verifier);

}  // namespace axray::verify
