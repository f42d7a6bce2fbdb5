// What went wrong with an exchange, in words (HttpAnswer -> Error).
//
// Every message says what happened, and what was expected or can be done. The address is added by the caller.
// Source: own; the meaning of status codes is that of RFC 9110.
#pragma once

#include <axray/result.hpp>

#include "fetch/exchange.hpp"
#include "fetch/fetcher.hpp"
#include "fetch/web_address.hpp"

namespace axray::fetch {

// For an answer whose `stop` is neither complete nor not_needed.
[[nodiscard]] Error error_of_stop(const WebAddress& address, const HttpAnswer& answer, const FetchLimits& limits);

// For an answer whose status is not that of a page.
[[nodiscard]] Error error_of_status(const HttpAnswer& answer);

// For an address that is not public: `peer` is the network address, `what` why it is refused.
[[nodiscard]] Error error_of_refusal(const WebAddress& address, std::string_view peer, std::string_view what);

[[nodiscard]] Error error_of_type(std::string_view media_type);

// The same error without control characters and malformed UTF-8: a server must not be able to steer the terminal on
// which its words are shown.
[[nodiscard]] Error printable(Error error);

}  // namespace axray::fetch
