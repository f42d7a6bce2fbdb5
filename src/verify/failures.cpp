#include "verify/failures.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "fetch/headers.hpp"
#include "verify/answer.hpp"

namespace axray::verify {
namespace {

constexpr int kOk = 200;
constexpr std::array<int, 8> kPassing = {408, 425, 429, 500, 502, 503, 504, 529};  // statuses that may pass

std::string seconds_text(Milliseconds time) {
    if (time.count() % 1000 == 0) return std::to_string(time.count() / 1000) + " s";
    return std::to_string(time.count()) + " ms";
}

Failure failure_of_stop(const fetch::HttpAnswer& reply, const Settings& settings) {
    using fetch::Stop;
    switch (reply.stop) {
        case Stop::unresolved: return {"the host of the endpoint is not known", Again::makes_sense, {}};
        case Stop::unconnected: return {"nobody answers at the address of the endpoint", Again::makes_sense, {}};
        case Stop::timed_out:
            return {"the endpoint did not answer within " + seconds_text(settings.timeout), Again::makes_sense, {}};
        case Stop::cut_short: return {"the endpoint ended the connection early", Again::makes_sense, {}};
        case Stop::untrusted: return {"the endpoint cannot prove who it is (certificate)", Again::is_useless, {}};
        case Stop::too_large:
        case Stop::too_expanded:
        case Stop::header_too_large: return {"the reply is too large", Again::is_useless, {}};
        default: return {"the reply breaks the rules of HTTP", Again::is_useless, {}};
    }
}

std::string meaning_of(int status) {
    switch (status) {
        case 401: return " (the key is missing or wrong)";
        case 403: return " (forbidden)";
        case 404: return " (no such address or model)";
        case 429: return " (too many requests)";
        default: return status >= 300 && status < 400 ? " (a redirect, which is not followed)" : "";
    }
}

}  // namespace

std::optional<Failure> failure_of(const fetch::HttpAnswer& reply, const Settings& settings, fetch::Seconds now) {
    if (reply.stop != fetch::Stop::complete) return failure_of_stop(reply, settings);
    if (reply.status == kOk) return std::nullopt;
    Failure failure;
    failure.reason = "the endpoint answered with status " + std::to_string(reply.status) + meaning_of(reply.status);
    if (const auto message = parse_error_message(reply.body); !message.empty()) failure.reason += ": " + message;
    if (std::find(kPassing.begin(), kPassing.end(), reply.status) == kPassing.end()) return failure;
    failure.again = Again::makes_sense;
    if (const auto header = fetch::first_value(reply.headers, "Retry-After")) {
        constexpr std::int64_t kMost = 1'000'000;  // seconds
        if (const auto seconds = fetch::parse_retry_after(*header, now); seconds && *seconds > 0) {
            failure.wait = std::chrono::seconds(std::min(*seconds, kMost));
        }
    }
    return failure;
}

}  // namespace axray::verify
