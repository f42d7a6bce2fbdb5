#include <algorithm>
#include <string>

#include "language/indicators/found.hpp"
#include "language/indicators/host_letters.hpp"
#include "language/indicators/ipv6.hpp"

namespace axray::language {
namespace {

constexpr std::size_t kNumberLimit = 64;  // bytes of an address

bool is_address_letter(char c) { return is_hexadecimal(c) || c == ':' || c == '.'; }

// "0a:1b:2c:3d:4e:5f".
bool is_hardware_address(std::string_view text) {
    if (text.size() != 17) return false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at % 3 == 2 ? text[at] != text[2] : !is_hexadecimal(text[at])) return false;
    }
    return text[2] == ':' || text[2] == '-';
}

// Words such as "dead::beef" of a programming language have the form, but no digit.
bool may_be_meant(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

void add_address(Findings& findings, std::size_t begin, std::size_t end) {
    const auto text = findings.text;
    while (end > begin &&
           (text[end - 1] == '.' ||
            (text[end - 1] == ':' && text.substr(0, end).substr(begin).size() > 1 && text[end - 2] != ':')))
        --end;
    const auto value = text.substr(begin, end - begin);
    if (is_hardware_address(value)) {
        findings.add(begin, end, IndicatorKind::mac, lower_case(value));
    } else if (is_ipv6(value) && may_be_meant(value)) {
        findings.add(begin, end, IndicatorKind::ipv6, lower_case(value));
    }
}

// "AS64496", "ASN 64496".
void add_autonomous_system(Findings& findings, std::size_t at) {
    const auto text = findings.text;
    const auto word = lower_case(text.substr(at, 3));
    if (!word.starts_with("as")) return;
    std::size_t digits = at + (word == "asn" ? 3 : 2);
    if (word == "asn" && digits < text.size() && text[digits] == ' ') ++digits;
    std::size_t end = digits;
    while (end < text.size() && end <= digits + 10 && is_digit(text[end])) ++end;
    if (end == digits || end > digits + 10) return;
    if (end < text.size() && (is_word_byte(text[end]) || text[end] == '-' || text[end] == '_')) return;
    findings.add(at, end, IndicatorKind::asn, "ASN" + std::string(text.substr(digits, end - digits)));
}

}  // namespace

bool is_ipv6(std::string_view text) {
    if (text.size() < 3 || text.size() > 45) return false;
    int groups = 0;
    bool shortened = false;
    std::size_t at = 0;
    if (text.starts_with("::")) {
        shortened = true;
        at = 2;
    }
    while (at < text.size()) {
        const auto begin = at;
        while (at < text.size() && is_hexadecimal(text[at])) ++at;
        if (at < text.size() && text[at] == '.') {
            if (ipv4_value(text.substr(begin)).empty()) return false;
            groups += 2;
            at = text.size();
            break;
        }
        if (at == begin || at - begin > 4) return false;
        ++groups;
        if (at == text.size()) break;
        if (text[at] != ':') return false;
        ++at;
        if (at == text.size()) return false;
        if (text[at] != ':') continue;
        if (shortened) return false;
        shortened = true;
        ++at;
    }
    return shortened ? groups > 0 && groups < 8 : groups == 8;
}

void find_internet_numbers(Findings& findings) {
    const auto text = findings.text;
    scan_untaken(findings, [&](std::size_t at) {
        const bool word_begins = at == 0 || !is_word_byte(text[at - 1]);
        if (!word_begins) {
            return at + 1;
        }
        if (lower(text[at]) == 'a') add_autonomous_system(findings, at);
        if (!is_hexadecimal(text[at]) && text[at] != ':') {
            return at + 1;
        }
        const auto begin = at;
        bool colon = false;
        while (at < text.size() && is_address_letter(text[at])) colon |= text[at++] == ':';
        if (!colon && text.size() > begin + 16 && text[begin + 2 < text.size() ? begin + 2 : begin] == '-' &&
            is_hardware_address(text.substr(begin, 17)) &&
            (text.size() == begin + 17 || (!is_word_byte(text[begin + 17]) && text[begin + 17] != '-'))) {
            findings.add(begin, begin + 17, IndicatorKind::mac, lower_case(text.substr(begin, 17)));
            return begin + 17;
        }
        if (!colon || at - begin > kNumberLimit) return at;
        if (at < text.size() && (is_word_byte(text[at]) || text[at] == '_')) return at;
        add_address(findings, begin, at);
        return at;
    });
}

}  // namespace axray::language
