// How a fuzz target says that something does not hold (condition -> nothing, or the end of the program).
//
// Stopping is how a fuzzer learns of a fault; what was expected stands on standard error. Source: own.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace axray::fuzz {

inline void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

}  // namespace axray::fuzz
