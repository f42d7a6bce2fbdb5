#include "fetch/web_address.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "fetch/host.hpp"

namespace axray::fetch {
namespace {

constexpr std::size_t kLongestAddress = 8192;  // bytes; RFC 9110 asks for 8,000
constexpr unsigned kLargestPort = 65535;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_slash(char c) { return c == '/' || c == '\\'; }  // for these schemes browsers read both alike

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

int hexadecimal(char c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// Browsers drop blanks around an address, and line ends and tabs everywhere in it.
std::string without_blanks(std::string_view text) {
    const auto is_blank = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    std::string result;
    for (const char c : text) {
        if (c != '\t' && c != '\r' && c != '\n') result.push_back(c);
    }
    return result;
}

std::string percent_encoded(std::string_view text, std::string_view forbidden) {
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > ' ' && byte < 0x7F && forbidden.find(c) == std::string_view::npos) {
            result.push_back(c);
            continue;
        }
        result.push_back('%');
        result.push_back(kDigits[byte >> 4U]);
        result.push_back(kDigits[byte & 0xFU]);
    }
    return result;
}

// The scheme in lower case, when a letter and more before a colon stand at the beginning.
std::optional<std::string> scheme_of(std::string_view text) {
    if (text.empty() || !is_letter(text.front())) return std::nullopt;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == ':') return lower(text.substr(0, i));
        if (!is_letter(c) && !is_digit(c) && c != '+' && c != '-' && c != '.') return std::nullopt;
    }
    return std::nullopt;
}

// The path without "." and "..", also where these are percent-encoded.
std::string normalised_path(std::string_view path) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin < path.size()) {
        ++begin;  // the slash
        std::size_t end = begin;
        while (end < path.size() && !is_slash(path[end])) ++end;
        auto part = percent_encoded(path.substr(begin, end - begin), "\"#<>?^`{}");
        auto plain = lower(part);
        for (auto at = plain.find("%2e"); at != std::string::npos; at = plain.find("%2e")) plain.replace(at, 3, ".");
        const bool last = end >= path.size();
        if (plain == "..") {
            if (!parts.empty()) parts.pop_back();
            if (last) parts.emplace_back();
        } else if (plain != ".") {
            parts.push_back(std::move(part));
        } else if (last) {
            parts.emplace_back();
        }
        begin = end;
    }
    std::string result;
    for (const auto& part : parts) result += "/" + part;
    return result.empty() ? "/" : result;
}

std::uint16_t usual_port(std::string_view scheme) { return scheme == "http" ? 80 : 443; }

Result<std::uint16_t> parse_port(std::string_view text, std::string_view scheme) {
    if (text.empty()) return usual_port(scheme);
    unsigned port = 0;
    for (const char c : text) {
        port = is_digit(c) ? std::min(port * 10 + static_cast<unsigned>(c - '0'), kLargestPort + 1) : kLargestPort + 1;
        if (port > kLargestPort) break;
    }
    if (port == 0 || port > kLargestPort) {
        return fail(ErrorCode::invalid_usage, "\"" + std::string(text) + "\" is no port: expected 1 to 65535");
    }
    return static_cast<std::uint16_t>(port);
}

Result<WebAddress> with_authority(WebAddress address, std::string_view authority) {
    if (authority.find('@') != std::string_view::npos) {
        return fail(ErrorCode::invalid_usage, "it names a user before the host; addresses with a user are not fetched");
    }
    const std::size_t bracket = authority.rfind(']');
    const std::size_t colon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
    auto host = parse_host(authority.substr(0, std::min(colon, authority.size())));
    if (!host) return fail(std::move(host).error());
    const auto port = parse_port(colon < authority.size() ? authority.substr(colon + 1) : "", address.scheme);
    if (!port) return fail(port.error());
    address.host = *std::move(host);
    address.port = *port;
    return address;
}

// Sets path and query from what stands behind the authority.
WebAddress with_target(WebAddress address, std::string_view target) {
    target = target.substr(0, target.find('#'));
    const std::size_t question = std::min(target.find('?'), target.size());
    address.path = normalised_path(target.substr(0, question));
    address.query = percent_encoded(target.substr(question), "\"'<>");
    return address;
}

Result<WebAddress> parse_behind_scheme(const std::string& scheme, std::string_view rest) {
    if (rest.size() < 2 || !is_slash(rest[0]) || !is_slash(rest[1])) {
        return fail(ErrorCode::invalid_usage, "expected // after " + scheme + ":");
    }
    rest.remove_prefix(2);
    const std::size_t end = std::min(rest.find_first_of("/\\?#"), rest.size());
    auto address = with_authority(WebAddress{scheme, {}, 0, {}, {}}, rest.substr(0, end));
    if (!address) return address;
    return with_target(*std::move(address), rest.substr(end));
}

Result<WebAddress> parse_clean(std::string_view text) {
    const auto scheme = scheme_of(text);
    if (!scheme) return fail(ErrorCode::invalid_usage, "expected an address that begins with http:// or https://");
    if (*scheme != "http" && *scheme != "https") {
        return fail(ErrorCode::unsupported, "only http and https are fetched, not " + *scheme);
    }
    return parse_behind_scheme(*scheme, text.substr(scheme->size() + 1));
}

Result<WebAddress> resolve_clean(const WebAddress& base, std::string_view reference) {
    if (scheme_of(reference)) return parse_clean(reference);
    if (reference.size() >= 2 && is_slash(reference[0]) && is_slash(reference[1])) {
        return parse_behind_scheme(base.scheme, reference);
    }
    if (reference.empty() || reference.front() == '#') return base;
    if (is_slash(reference.front())) return with_target(base, reference);
    if (reference.front() == '?') return with_target(base, base.path + std::string(reference));
    return with_target(base, base.path.substr(0, base.path.rfind('/') + 1) + std::string(reference));
}

// Every error names the address, and every result has a length that can be sent.
Result<WebAddress> checked(Result<WebAddress> address, std::string_view text) {
    if (address && address->text().size() > kLongestAddress) {
        address = fail(ErrorCode::limit_exceeded, "the address is longer than 8,192 bytes");
    }
    if (address) return address;
    constexpr std::size_t kShown = 200;
    return fail(std::move(address).error().within(std::string(text.substr(0, kShown))));
}

}  // namespace

std::string WebAddress::host_and_port() const {
    return port == usual_port(scheme) ? host : host + ":" + std::to_string(port);
}

std::string WebAddress::origin() const { return scheme + "://" + host_and_port(); }

std::string WebAddress::text() const { return origin() + path + query; }

bool looks_like_address(std::string_view text) {
    const auto scheme = scheme_of(text);
    return scheme && text.substr(scheme->size(), 3) == "://";
}

Result<WebAddress> parse_address(std::string_view text) {
    if (text.size() > 2 * kLongestAddress) {
        return checked(fail(ErrorCode::limit_exceeded, "the address is longer than 8,192 bytes"), text);
    }
    return checked(parse_clean(without_blanks(text)), text);
}

Result<WebAddress> resolve_address(const WebAddress& base, std::string_view reference) {
    if (reference.size() > 2 * kLongestAddress) {
        return checked(fail(ErrorCode::limit_exceeded, "the address is longer than 8,192 bytes"), reference);
    }
    return checked(resolve_clean(base, without_blanks(reference)), reference);
}

std::string percent_decoded(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape =
            text[i] == '%' && i + 2 < text.size() && hexadecimal(text[i + 1]) >= 0 && hexadecimal(text[i + 2]) >= 0;
        if (!escape) {
            result.push_back(text[i]);
            continue;
        }
        result.push_back(static_cast<char>(hexadecimal(text[i + 1]) * 16 + hexadecimal(text[i + 2])));
        i += 2;
    }
    return result;
}

}  // namespace axray::fetch
