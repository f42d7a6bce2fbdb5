// Runs the program that speaks to the network (HttpRequest -> HttpAnswer).
//
// The libraries for HTTP and encryption are loaded only by that program, only when a page is fetched; what a hostile
// server could do to them stays in a process that ends with the exchange (docs/decisions/003-fetching-program.md).
// Source: own.
#pragma once

#include <string>

#include "fetch/exchange.hpp"

namespace axray::fetch {

// Where the program stands: ../libexec/axray/axray-fetch seen from the folder of this one.
[[nodiscard]] std::string helper_path();

// A transport that starts `program` for each exchange and ends it when it takes longer than the request allows.
// Errors: not_found when there is no such program, unreadable and malformed when it breaks off, internal.
[[nodiscard]] Transport helper_transport(std::string program);

}  // namespace axray::fetch
