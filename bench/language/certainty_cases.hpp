// The task that measures certainty and negation: cases on standard input, scores and what was missed on standard
// output.
#pragma once

#include <istream>
#include <ostream>

#include "predict.hpp"

namespace axray::bench {

void certainty_cases(Tools& tools, std::istream& in, std::ostream& out);

}  // namespace axray::bench
