// What a reply means that holds no answer (HttpAnswer -> why, and whether asking again makes sense).
//
// Source: own; RFC 9110 and 6585 for the statuses.
#pragma once

#include <optional>
#include <string>

#include "fetch/clock.hpp"
#include "fetch/exchange.hpp"
#include "verify/settings.hpp"

namespace axray::verify {

enum class Again : std::uint8_t { makes_sense, is_useless };

struct Failure {
    std::string reason;  // one sentence without its full stop; foreign words in it are on one line and short
    Again again = Again::is_useless;
    std::optional<Milliseconds> wait;  // that the endpoint asks for
};

// Nothing when the reply is complete and of status 200.
[[nodiscard]] std::optional<Failure> failure_of(const fetch::HttpAnswer& reply, const Settings& settings,
                                                fetch::Seconds now);

}  // namespace axray::verify
