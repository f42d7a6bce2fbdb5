#include <algorithm>
#include <array>
#include <string>

#include "language/indicators/found.hpp"
#include "language/indicators/host_letters.hpp"

namespace axray::language {
namespace {

// Bytes of a blank, a hyphen or a dash of any length at `at`; 0 when there is none.
std::size_t joint(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    if (text[at] == '-' || text[at] == '_' || text[at] == ' ') return 1;
    if (static_cast<unsigned char>(text[at]) < 0x80) return 0;
    const auto sign = base::decode_utf8(text, at);
    const bool dash = (sign.value >= 0x2010 && sign.value <= 0x2015) || sign.value == 0x2212 || sign.value == 0xA0;
    return dash ? sign.size : 0;
}

std::size_t digits_end(std::string_view text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) ++at;
    return at;
}

bool word_ends(std::string_view text, std::size_t at) { return at >= text.size() || !is_word_byte(text[at]); }

// "CVE-2024-0001", with blanks or dashes for the hyphens.
void add_vulnerability(Findings& findings, std::size_t begin) {
    const auto text = findings.text;
    if (lower_case(text.substr(begin, 3)) != "cve") return;
    auto at = begin + 3;
    const auto first = at < text.size() && text[at] == ':' ? 1 : joint(text, at);
    if (first == 0) return;
    const auto year = at + first;
    at = digits_end(text, year);
    if (at != year + 4) return;
    const auto second = joint(text, at);
    if (second == 0) return;
    const auto number = at + second;
    at = digits_end(text, number);
    if (at < number + 4 || at > number + 12 || !word_ends(text, at)) return;
    findings.add(begin, at, IndicatorKind::cve,
                 "CVE-" + std::string(text.substr(year, 4)) + "-" + std::string(text.substr(number, at - number)));
}

// "TLP:AMBER", "TLP Green".
void add_marking(Findings& findings, std::size_t begin) {
    const auto text = findings.text;
    if (lower_case(text.substr(begin, 3)) != "tlp") return;
    auto at = begin + 3;
    if (at < text.size() && (text[at] == ':' || text[at] == ' ' || text[at] == '-')) ++at;
    if (at < text.size() && text[at] == ' ') ++at;
    constexpr std::array<std::string_view, 6> kColours = {"amber+strict", "amber", "green", "white", "clear", "red"};
    for (const auto colour : kColours) {
        if (lower_case(text.substr(at, colour.size())) != colour) continue;
        const auto end = at + colour.size();
        if (!word_ends(text, end)) return;
        std::string value = "TLP:";
        for (const char c : colour) value += is_lower(c) ? static_cast<char>(c - ('a' - 'A')) : c;
        findings.add(begin, end, IndicatorKind::tlp, value);
        return;
    }
}

// "UA-12345678-1", "pub-1234567890123456".
void add_account(Findings& findings, std::size_t begin) {
    const auto text = findings.text;
    if (lower_case(text.substr(begin, 3)) == "ua-") {
        const auto account = digits_end(text, begin + 3);
        if (account < begin + 7 || account > begin + 13 || account >= text.size() || text[account] != '-') return;
        const auto end = digits_end(text, account + 1);
        if (end == account + 1 || end > account + 5 || !word_ends(text, end)) return;
        findings.add(begin, end, IndicatorKind::analytics, "UA" + std::string(text.substr(begin + 2, end - begin - 2)));
    } else if (lower_case(text.substr(begin, 4)) == "pub-") {
        const auto end = digits_end(text, begin + 4);
        if (end != begin + 20 || !word_ends(text, end)) return;
        findings.add(begin, end, IndicatorKind::adsense, lower_case(text.substr(begin, end - begin)));
    }
}

}  // namespace

void find_numbers_with_names(Findings& findings) {
    const auto text = findings.text;
    std::size_t next = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at > 0 && is_word_byte(text[at - 1])) continue;
        const char first = lower(text[at]);
        if (first == 'c') {  // also in addresses, which often name the vulnerability that they tell of
            add_vulnerability(findings, at);
            continue;
        }
        if ((first != 't' && first != 'u' && first != 'p') || covered_until(findings.taken, next, at) != 0) continue;
        if (first == 't') add_marking(findings, at);
        if (first != 't') add_account(findings, at);
    }
}

}  // namespace axray::language
