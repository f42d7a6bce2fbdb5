#include "fetch/exchange.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace axray::fetch {
namespace {

constexpr std::array<std::string_view, 13> kStopNames = {
    "complete",  "not_needed",   "refused_peer",     "unresolved",      "unconnected", "untrusted", "timed_out",
    "too_large", "too_expanded", "header_too_large", "unreadable_type", "cut_short",   "broken"};
static_assert(kStopNames.size() == static_cast<std::size_t>(Stop::broken) + 1);

constexpr std::array<std::string_view, 3> kWantedNames = {"page", "anything", "reply"};
static_assert(kWantedNames.size() == static_cast<std::size_t>(Wanted::reply) + 1);

constexpr std::size_t kSizeBytes = 8;  // of a number that says how many bytes stand before it, little endian

void append_line(std::string& text, std::string_view name, std::string_view value) {
    text.append(name).append(" ");
    for (const char c : value) text.push_back(c == '\n' || c == '\r' || c == '\0' ? ' ' : c);
    text.append("\n");
}

std::optional<std::uint64_t> number_of(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<Milliseconds> time_of(std::string_view text) {
    const auto number = number_of(text);
    constexpr std::uint64_t kLongest = 1ull << 31U;
    if (!number || *number > kLongest) return std::nullopt;
    return Milliseconds(static_cast<std::int64_t>(*number));
}

std::optional<Wanted> wanted_of(std::string_view text) {
    const auto place = std::find(kWantedNames.begin(), kWantedNames.end(), text);
    if (place == kWantedNames.end()) return std::nullopt;
    return static_cast<Wanted>(place - kWantedNames.begin());
}

template <class Value>
bool assign(Value& target, const std::optional<Value>& value) {
    if (value) target = *value;
    return value.has_value();
}

// Takes one line of a request; false when it has no meaning.
bool take_line(HttpRequest& request, std::string_view name, std::string_view value) {
    if (name == "address")
        request.address = value;
    else if (name == "peers")
        request.peers = value == "any" ? Peers::any : Peers::public_only;
    else if (name == "wanted")
        return assign(request.wanted, wanted_of(value));
    else if (name == "body")
        request.body = value;
    else if (name == "certificates")
        request.certificates = value;
    else if (name == "size_limit")
        return assign(request.size_limit, number_of(value));
    else if (name == "expansion_limit")
        return assign(request.expansion_limit, number_of(value));
    else if (name == "header_limit")
        return assign(request.header_limit, number_of(value));
    else if (name == "connect_limit")
        return assign(request.connect_limit, time_of(value));
    else if (name == "stall_limit")
        return assign(request.stall_limit, time_of(value));
    else if (name == "whole_limit")
        return assign(request.whole_limit, time_of(value));
    else if (name == "header")
        request.headers = [&] {
            auto headers = std::move(request.headers);
            for (auto& header : parse_header_lines(value)) headers.push_back(std::move(header));
            return headers;
        }();
    else
        return false;
    return true;
}

// Calls `take(name, value)` for each "name value" line; false as soon as it gives false.
template <class Take>
bool for_each_line(std::string_view text, const Take& take) {
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const auto line = text.substr(begin, end - begin);
        const std::size_t blank = line.find(' ');
        if (blank == std::string_view::npos) return false;
        if (!take(line.substr(0, blank), line.substr(blank + 1))) return false;
        begin = end + 1;
    }
    return true;
}

// "HTTP/1.1 200 OK"; 0 when it is something else.
int status_of(std::string_view line) {
    if (line.substr(0, 5) != "HTTP/") return 0;
    const std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos) return 0;
    return static_cast<int>(number_of(line.substr(blank + 1, 3)).value_or(0));
}

std::string as_bytes(std::uint64_t number) {
    std::string bytes;
    for (std::size_t i = 0; i < kSizeBytes; ++i) bytes.push_back(static_cast<char>((number >> (8 * i)) & 0xFFU));
    return bytes;
}

// The last `size` bytes of `rest`, which is shortened by them; nothing when it has not as many.
std::optional<std::string_view> take_last(std::string_view& rest, std::uint64_t size) {
    if (size > rest.size()) return std::nullopt;
    const auto last = rest.substr(rest.size() - size);
    rest.remove_suffix(size);
    return last;
}

std::optional<std::uint64_t> take_size(std::string_view& rest) {
    const auto bytes = take_last(rest, kSizeBytes);
    if (!bytes) return std::nullopt;
    std::uint64_t size = 0;
    for (std::size_t i = 0; i < kSizeBytes; ++i) {
        size |= std::uint64_t{static_cast<unsigned char>((*bytes)[i])} << (8 * i);
    }
    return size;
}

bool take_end_line(HttpAnswer& answer, std::string_view name, std::string_view value) {
    if (name == "stop") {
        const auto place = std::find(kStopNames.begin(), kStopNames.end(), value);
        if (place == kStopNames.end()) return false;
        answer.stop = static_cast<Stop>(place - kStopNames.begin());
        return true;
    }
    if (name == "detail") answer.detail = value;
    if (name == "peer") answer.peer = value;
    return name == "detail" || name == "peer";
}

}  // namespace

std::string_view to_string(Stop stop) { return kStopNames[static_cast<std::size_t>(stop)]; }

std::string write_request(const HttpRequest& request) {
    std::string text;
    append_line(text, "address", request.address);
    append_line(text, "peers", request.peers == Peers::any ? "any" : "public_only");
    append_line(text, "wanted", kWantedNames[static_cast<std::size_t>(request.wanted)]);
    if (!request.body.empty()) append_line(text, "body", request.body);
    if (!request.certificates.empty()) append_line(text, "certificates", request.certificates);
    append_line(text, "size_limit", std::to_string(request.size_limit));
    append_line(text, "expansion_limit", std::to_string(request.expansion_limit));
    append_line(text, "header_limit", std::to_string(request.header_limit));
    append_line(text, "connect_limit", std::to_string(request.connect_limit.count()));
    append_line(text, "stall_limit", std::to_string(request.stall_limit.count()));
    append_line(text, "whole_limit", std::to_string(request.whole_limit.count()));
    for (const auto& header : request.headers) append_line(text, "header", header.name + ": " + header.value);
    return text;
}

Result<HttpRequest> read_request(std::string_view text) {
    HttpRequest request;
    const bool sound = for_each_line(
        text, [&](std::string_view name, std::string_view value) { return take_line(request, name, value); });
    if (!sound || request.address.empty()) {
        return fail(ErrorCode::malformed, "expected a request: lines of a name and a value");
    }
    return request;
}

std::string write_tail(std::string_view header_lines, const HttpAnswer& answer) {
    std::string end;
    append_line(end, "stop", to_string(answer.stop));
    append_line(end, "detail", answer.detail);
    append_line(end, "peer", answer.peer);
    return std::string(header_lines) + end + as_bytes(header_lines.size()) + as_bytes(end.size());
}

Result<HttpAnswer> read_answer(std::string output) {
    const auto unsound = [] { return fail(ErrorCode::malformed, "the fetching program gave no sound answer"); };
    std::string_view rest(output);
    const auto end_size = take_size(rest);
    const auto header_size = take_size(rest);
    if (!end_size || !header_size) return unsound();
    const auto end = take_last(rest, *end_size);
    const auto header_lines = end ? take_last(rest, *header_size) : std::nullopt;
    if (!header_lines) return unsound();

    HttpAnswer answer;
    const bool sound = for_each_line(
        *end, [&](std::string_view name, std::string_view value) { return take_end_line(answer, name, value); });
    if (!header_lines->empty()) answer.status = status_of(*header_lines);
    if (!sound || (answer.status == 0 && !header_lines->empty())) return unsound();
    answer.headers = parse_header_lines(header_lines->substr(std::min(header_lines->find('\n'), header_lines->size())));
    const std::size_t body_size = rest.size();
    output.resize(body_size);
    answer.body = std::move(output);
    return answer;
}

}  // namespace axray::fetch
