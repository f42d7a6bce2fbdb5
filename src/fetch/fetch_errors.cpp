#include "fetch/fetch_errors.hpp"

#include <cstdint>
#include <string>
#include <utility>

#include "base/utf8.hpp"

namespace axray::fetch {
namespace {

constexpr std::size_t kLongestDetail = 200;  // bytes of what a server or a library says

std::string behind_colon(const std::string& detail) {
    return detail.empty() ? "" : ": " + detail.substr(0, kLongestDetail);
}

std::string in_bytes(std::uint64_t size) {
    constexpr std::uint64_t kMebibyte = 1ull << 20U;
    if (size >= kMebibyte && size % kMebibyte == 0) return std::to_string(size / kMebibyte) + " MiB";
    constexpr std::uint64_t kKibibyte = 1ull << 10U;
    if (size >= kKibibyte && size % kKibibyte == 0) return std::to_string(size / kKibibyte) + " KiB";
    return std::to_string(size) + " bytes";
}

std::string in_seconds(Milliseconds time) {
    if (time.count() % 1000 == 0) return std::to_string(time.count() / 1000) + " s";
    return std::to_string(time.count()) + " ms";
}

std::string times_allowed(const FetchLimits& limits) {
    return "allowed are " + in_seconds(limits.connect) + " to connect, " + in_seconds(limits.stall) +
           " of standing still and " + in_seconds(limits.whole) + " in all";
}

std::string printable_text(std::string_view text) {
    constexpr char32_t kDelete = 0x7F;
    constexpr char32_t kLastControl = 0x9F;
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const auto decoded = base::decode_utf8(text, at);
        const bool control = decoded.value < U' ' || (decoded.value >= kDelete && decoded.value <= kLastControl);
        base::append_utf8(result, control ? U'?' : decoded.value);
        at += decoded.size;
    }
    return result;
}

}  // namespace

Error printable(Error error) {
    error.message = printable_text(error.message);
    for (auto& place : error.context) place = printable_text(place);
    return error;
}

Error error_of_refusal(const WebAddress& address, std::string_view peer, std::string_view what) {
    const std::string host = address.host_and_port();
    const std::string bare = host.front() == '[' ? host.substr(1, host.find(']') - 1) : address.host;
    const std::string leads = bare == peer ? host + " is " : host + " leads to " + std::string(peer) + ", ";
    return {ErrorCode::unreadable,
            leads + std::string(what) + ": only public addresses are fetched; --allow-host " + host +
                " allows it where it is meant",
            {}};
}

Error error_of_type(std::string_view media_type) {
    return {ErrorCode::unsupported,
            "is of the type " + std::string(media_type.substr(0, kLongestDetail)) +
                ", where text, HTML, XML, JSON or PDF was expected",
            {}};
}

Error error_of_stop(const WebAddress& address, const HttpAnswer& answer, const FetchLimits& limits) {
    const std::string host = address.host_and_port();
    const auto error = [](ErrorCode code, std::string message) { return Error{code, std::move(message), {}}; };
    switch (answer.stop) {
        case Stop::refused_peer: return error_of_refusal(address, answer.peer, answer.detail);
        case Stop::unresolved:
            return error(ErrorCode::not_found, "the host " + address.host + " is not known, or the network is down");
        case Stop::unconnected:
            return error(ErrorCode::unreadable, "nobody answers at " + host + behind_colon(answer.detail));
        case Stop::untrusted:
            return error(ErrorCode::unreadable,
                         "no encrypted connection that can be trusted" + behind_colon(answer.detail));
        case Stop::timed_out:
            return error(ErrorCode::limit_exceeded,
                         "took too long" + behind_colon(answer.detail) + " (" + times_allowed(limits) + ")");
        case Stop::too_large:
            return error(ErrorCode::limit_exceeded, "larger than the limit of " + in_bytes(limits.size));
        case Stop::too_expanded:
            return error(ErrorCode::limit_exceeded, "unpacks to more than " + std::to_string(limits.expansion) +
                                                        " times what was received, as no page does");
        case Stop::header_too_large:
            return error(ErrorCode::limit_exceeded,
                         "the headers of the answer are larger than the limit of " + in_bytes(limits.headers));
        case Stop::unreadable_type: return error_of_type(answer.detail);
        case Stop::cut_short:
            return error(ErrorCode::unreadable,
                         "the connection ended before the page did" + behind_colon(answer.detail));
        case Stop::complete:
        case Stop::not_needed:
        case Stop::broken: break;
    }
    return error(ErrorCode::malformed, "the answer breaks the rules of HTTP" + behind_colon(answer.detail));
}

Error error_of_status(const HttpAnswer& answer) {
    const std::string code = "status " + std::to_string(answer.status);
    const auto error = [](ErrorCode kind, std::string message) { return Error{kind, std::move(message), {}}; };
    switch (answer.status) {
        case 401:
        case 403:
        case 407:
        case 451:
            return error(ErrorCode::unreadable, "the server does not let programs like this one read it (" + code +
                                                    "); save it in a browser and name the file");
        case 402: return error(ErrorCode::unreadable, "the server asks to be paid (" + code + ")");
        case 404:
        case 410: return error(ErrorCode::not_found, "there is no such page (" + code + ")");
        case 429:
        case 503: {
            const auto later = first_value(answer.headers, "Retry-After");
            return error(ErrorCode::unreadable,
                         "the server asks to come back later (" + code +
                             (later ? ", Retry-After: " + later->substr(0, kLongestDetail) : "") + ")");
        }
        default: break;
    }
    if (answer.status >= 500) return error(ErrorCode::unreadable, "the server failed (" + code + "); try again later");
    return error(ErrorCode::unreadable, "the server answered with " + code + ", where a page was expected");
}

}  // namespace axray::fetch
