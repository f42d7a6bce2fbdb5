#include <algorithm>
#include <string>

#include "language/indicators/found.hpp"
#include "language/indicators/host_letters.hpp"
#include "language/indicators/ipv6.hpp"

namespace axray::language {
namespace {

constexpr std::size_t kAddressLimit = 4096;  // bytes of a web address

// The sign that closes what stands before an address: "(https://...)", an attribute of HTML.
char closing_sign(std::string_view text, std::size_t begin) {
    if (begin == 0) return '\0';
    switch (text[begin - 1]) {
        case '(': return ')';
        case '[': return ']';
        case '{': return '}';
        case '<': return '>';
        case '"': return '"';
        case '\'': return '\'';
        default: return '\0';
    }
}

// Where an address that begins at `begin` ends at most: a blank, the sign that closes what it stands in, or another
// address in brackets behind it.
std::size_t farthest_end(std::string_view text, std::size_t begin, std::size_t path) {
    const char closing = closing_sign(text, begin);
    const char opening = begin > 0 ? text[begin - 1] : '\0';
    int depth = 0;
    std::size_t at = path;
    for (const auto limit = std::min(text.size(), begin + kAddressLimit); at < limit; ++at) {
        const char c = text[at];
        if (static_cast<unsigned char>(c) <= ' ' || c == 0x7F) break;
        if (c == closing && depth == 0) break;
        if (closing != '\0' && closing != opening) depth += c == opening ? 1 : c == closing ? -1 : 0;
        if (c == '<' && at + 1 < text.size() && (text[at + 1] == '/' || is_letter(text[at + 1]))) {
            const auto tag = text.substr(at + 1, 5);
            if (tag.front() == '/' || tag.starts_with("http") || tag.starts_with("br") || tag.starts_with("a ")) break;
        }
        if ((c == '(' || c == '[') && text.substr(at + 1, 4) == "http") break;
        if (c == ']' && at + 1 < text.size() && text[at + 1] == '(') break;
    }
    return at;
}

// Bytes of a sign that ends a sentence or a quotation rather than an address, at the end of `text`; 0 when none does.
std::size_t trailing_sign(std::string_view text) {
    constexpr std::string_view kSigns = ".,;:!?'\"`>]}*<|\\";
    const char last = text.back();
    if (kSigns.find(last) != std::string_view::npos) return 1;
    if (last == ')') {
        const auto opened = std::count(text.begin(), text.end(), '(');
        const auto closed = std::count(text.begin(), text.end(), ')');
        return closed > opened ? 1 : 0;
    }
    if (static_cast<unsigned char>(last) < 0x80) return 0;
    const auto before = host_letter_before(text, text.size());
    if (before != text.size()) return 0;
    std::size_t at = text.size() - 1;
    while (at > 0 && text.size() - at < 4 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;
    return text.size() - at;
}

struct Authority {
    Host host;
    bool ipv6 = false;
    std::size_t end = 0;  // behind the port
};

Authority authority_at(std::string_view text, std::size_t at, std::size_t limit) {
    Authority authority;
    const auto user = text.substr(at, std::min<std::size_t>(limit - at, 256)).find_first_of("@/?#");
    if (user != std::string_view::npos && text[at + user] == '@') at += user + 1;
    if (at < limit && text[at] == '[') {
        const auto end = text.find(']', at);
        if (end == std::string_view::npos || end > at + 64) return authority;
        const auto value = text.substr(at + 1, end - at - 1);
        if (!is_ipv6(value)) return authority;
        authority.host = {at + 1, end, false, true, lower_case(value)};
        authority.ipv6 = true;
        authority.end = end + 1;
    } else {
        std::size_t end = at;
        while (end < limit && (text[end] == '.' || host_letter(text, end) > 0)) {
            end += std::max<std::size_t>(1, host_letter(text, end));
        }
        while (end > at && text[end - 1] == '.') --end;
        if (end == at) return authority;
        authority.host = host_in(text, at, end, HostSetting::address);
        authority.end = end;
    }
    if (authority.end + 1 < limit && text[authority.end] == ':' && is_digit(text[authority.end + 1])) {
        do ++authority.end;
        while (authority.end < limit && is_digit(text[authority.end]));
    }
    return authority;
}

}  // namespace

void find_web_addresses(Findings& findings) {
    const auto text = findings.text;
    std::size_t free = 0;  // what lies before belongs to an address
    for (auto at = text.find("://"); at != std::string_view::npos; at = text.find("://", std::max(at + 3, free))) {
        std::size_t begin = at;
        while (begin > free && at - begin < 12 && (is_word_byte(text[begin - 1]) || text[begin - 1] == '+')) --begin;
        if (at - begin > 10 || at < begin + 2 || !is_letter(text[begin])) continue;
        const auto limit = farthest_end(text, begin, at + 3);
        const auto authority = authority_at(text, at + 3, limit);
        if (authority.end == 0 || (authority.host.value.empty() && authority.end < at + 4)) continue;
        auto end = authority.end;
        if (end < limit && (text[end] == '/' || text[end] == '?' || text[end] == '#')) {
            end = limit;
            while (end > authority.end) {
                const auto sign = trailing_sign(text.substr(authority.end, end - authority.end));
                if (sign == 0) break;
                end -= sign;
            }
        }
        const auto& host = authority.host;
        if (host.value.empty()) {  // a name of a local network, "http://intranet/"
            findings.take(begin, end);
            free = end;
            continue;
        }
        findings.add(begin, end, IndicatorKind::url,
                     lower_case(text.substr(begin, authority.end - begin)) +
                         std::string(text.substr(authority.end, end - authority.end)));
        const auto kind = authority.ipv6 ? IndicatorKind::ipv6
                          : host.ipv4    ? IndicatorKind::ipv4
                                         : IndicatorKind::domain;
        if (host.known_ending) findings.add(host.begin, host.end, kind, host.value);
        findings.take(begin, end);
        free = end;
    }
}

}  // namespace axray::language
