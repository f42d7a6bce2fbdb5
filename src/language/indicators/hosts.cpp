#include <algorithm>
#include <array>
#include <string>

#include "language/indicators/found.hpp"
#include "language/indicators/host_letters.hpp"
#include "language/indicators/ipv6.hpp"
#include "language/indicators/top_level_domains.hpp"

namespace axray::language {
namespace {

constexpr std::size_t kHostLimit = 253;  // RFC 1035
constexpr std::size_t kLabelLimit = 63;
constexpr std::size_t kMailboxLimit = 64;  // RFC 5321: what stands before the at sign

bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

std::vector<std::string_view> labels_of(std::string_view host) {
    std::vector<std::string_view> labels;
    while (true) {
        const auto size = host.find('.');
        labels.push_back(host.substr(0, size));
        if (size == std::string_view::npos) return labels;
        host.remove_prefix(size + 1);
    }
}

bool is_label(std::string_view label) {
    return !label.empty() && label.size() <= kLabelLimit && label.front() != '-' && label.back() != '-';
}

// An ending that is none of the Internet's, as internal networks and made-up addresses have it.
bool may_end_a_host(std::string_view label) {
    return label.size() >= 2 && label.size() <= 8 && std::all_of(label.begin(), label.end(), is_lower);
}

// "com.example.app": a name of a program, which has its domain the other way round.
bool is_package(const std::vector<std::string_view>& labels) {
    constexpr std::array<std::string_view, 6> kFirst = {"com", "org", "net", "java", "javax", "android"};
    const auto stands_in = [&kFirst](std::string_view label) {
        return std::find(kFirst.begin(), kFirst.end(), label) != kFirst.end();
    };
    return stands_in(labels.front()) && !stands_in(labels.back());
}

// Words with dots between that are no domain in running text.
bool is_only_alike(const std::vector<std::string_view>& labels) {
    const auto ending = labels.back();
    const auto before = labels[labels.size() - 2];
    const bool capital = is_upper(ending.front());
    const auto any_lower = [](std::string_view label) { return std::any_of(label.begin(), label.end(), is_lower); };
    if (capital && (any_lower(ending) || std::any_of(labels.begin(), labels.end(), any_lower))) return true;  // "it.In"
    if (ending == "NET") return true;                                            // "ASP.NET"
    if (std::all_of(labels.begin(), labels.end() - 1, all_digits)) return true;  // "11.am"
    if (labels.size() == 2 && is_file_ending(lower_case(ending))) return true;
    if (is_package(labels)) return true;
    return labels.size() > 2 && labels.front().size() == 1 && before.size() == 1 && labels[1].size() == 1;  // "U.S.in"
}

// Where the labels at the end of a run begin that can be those of a host: behind empty ones and faulty hyphens.
std::size_t first_label(std::string_view text, std::size_t begin, std::size_t end) {
    std::size_t at = end;
    while (at > begin) {
        auto start = text.substr(begin, at - begin).rfind('.');
        start = start == std::string_view::npos ? begin : begin + start + 1;
        const auto label = text.substr(start, at - start);
        if (!is_label(label)) {
            // What follows the hyphens at the beginning of a label may be meant; a label that ends in one is no label.
            const auto hyphens = label.find_first_not_of('-');
            return label.empty() || label.back() == '-' || hyphens == std::string_view::npos ? at + 1 : start + hyphens;
        }
        if (start == begin) return begin;
        at = start - 1;
    }
    return begin;
}

// Whether a word before says that the number is a version or a section.
bool follows_version(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    while (end > 0 && text[end - 1] == ' ') --end;
    const auto word = lower_case(text.substr(label_begin(text, end), end - label_begin(text, end)));
    constexpr std::array<std::string_view, 12> kWords = {"version", "versions", "ver",      "v",
                                                         "build",   "release",  "firmware", "section",
                                                         "chapter", "kernel",   "revision", "clause"};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// Nobody writes of addresses that begin with 0, but of the one that stands for all.
bool is_version(std::string_view text, std::size_t begin, std::string_view value) {
    return follows_version(text, begin) || (value.starts_with("0.") && value != "0.0.0.0");
}

bool is_mailbox_letter(char c) {
    return is_word_byte(c) || std::string_view("!#$%&*+-/?^_`{|}~.").find(c) != std::string_view::npos;
}

// Where the name of the mailbox begins that ends before `at_sign`.
std::size_t mailbox_begin(std::string_view text, std::size_t at_sign, std::size_t from) {
    std::size_t begin = at_sign;
    while (begin > from && at_sign - begin < kMailboxLimit && is_mailbox_letter(text[begin - 1])) --begin;
    const auto parts = text.substr(begin, at_sign - begin);
    if (const auto last = parts.find_last_of("/{}|`?"); last != std::string_view::npos) begin += last + 1;
    while (begin < at_sign && (text[begin] == '-' || text[begin] == '.')) ++begin;
    return begin;
}

// "[192.0.2.1]", "[IPv6:2001:db8::1]": the end, 0 when it is none.
std::size_t address_literal(Findings& findings, std::size_t begin, std::size_t open) {
    const auto text = findings.text;
    const auto close = text.substr(open, 64).find(']');
    if (close == std::string_view::npos) return 0;
    auto inside = text.substr(open + 1, close - 1);
    const bool six = lower_case(inside.substr(0, 5)) == "ipv6:";
    if (six) inside.remove_prefix(5);
    const auto value = six ? (is_ipv6(inside) ? std::string(inside) : std::string()) : ipv4_value(inside);
    if (value.empty()) return 0;
    const auto end = open + close + 1;
    findings.add(begin, end, IndicatorKind::email, std::string(text.substr(begin, end - begin)));
    findings.add(end - 1 - inside.size(), end - 1, six ? IndicatorKind::ipv6 : IndicatorKind::ipv4, value);
    return end;
}

// "example.org/path": how far the path goes, `end` when there is none.
std::size_t path_end(std::string_view text, std::size_t end) {
    if (end + 1 >= text.size() || text[end] != '/') return end;
    std::size_t at = end;
    while (at < text.size() && at < end + 2048 && static_cast<unsigned char>(text[at]) > ' ' &&
           std::string_view(",;\"'<>()[]{}|`\\").find(text[at]) == std::string_view::npos)
        ++at;
    while (at > end && std::string_view(".:!?*").find(text[at - 1]) != std::string_view::npos) --at;
    if (at > end && static_cast<unsigned char>(text[at - 1]) >= 0x80 &&
        host_letter_before(text.substr(0, at), at) == at) {  // an ellipsis, a quotation mark
        while (at > end && (static_cast<unsigned char>(text[at - 1]) & 0xC0U) == 0x80) --at;
        --at;
    }
    return at <= end + 1 ? end : at;
}

void add_range(Findings& findings, const Host& host) {
    const auto text = findings.text;
    std::size_t end = host.end + 1;
    while (end < text.size() && end < host.end + 4 && is_digit(text[end])) ++end;
    const auto digits = text.substr(host.end + 1, end - host.end - 1);
    if (digits.empty() || digits.size() > 2 || std::stoi(std::string(digits)) > 32) return;
    if (end < text.size() && (is_word_byte(text[end]) || text[end] == '/')) return;
    findings.add(host.begin, end, IndicatorKind::ipv4_range, host.value + "/" + std::string(digits));
}

void add_host(Findings& findings, const Host& host) {
    const auto text = findings.text;
    findings.add(host.begin, host.end, host.ipv4 ? IndicatorKind::ipv4 : IndicatorKind::domain, host.value);
    if (host.end >= text.size() || text[host.end] != '/') return;
    if (host.ipv4) {
        add_range(findings, host);
        return;
    }
    const auto end = path_end(text, host.end);
    if (end == host.end) return;
    findings.add(host.begin, end, IndicatorKind::url, host.value + std::string(text.substr(host.end, end - host.end)));
}

// "192.0.2.1-192.0.2.9".
bool add_address_pair(Findings& findings, std::size_t begin, std::size_t end) {
    const auto run = findings.text.substr(begin, end - begin);
    const auto hyphen = run.find('-');
    if (hyphen == std::string_view::npos || run.size() > 40) return false;
    const auto first = ipv4_value(run.substr(0, hyphen));
    const auto last = ipv4_value(run.substr(hyphen + 1));
    if (first.empty() || last.empty()) return false;
    findings.add(begin, begin + hyphen, IndicatorKind::ipv4, first);
    findings.add(begin + hyphen + 1, end, IndicatorKind::ipv4, last);
    return true;
}

}  // namespace

std::string lower_case(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = lower(c);
    return result;
}

std::string ipv4_value(std::string_view text) {
    std::string value;
    const auto labels = labels_of(text);
    if (labels.size() != 4) return {};
    for (const auto label : labels) {
        if (label.empty() || label.size() > 3 || !all_digits(label)) return {};
        const int number = std::stoi(std::string(label));
        if (number > 255) return {};
        if (!value.empty()) value += '.';
        value += std::to_string(number);
    }
    return value;
}

Host host_in(std::string_view text, std::size_t begin, std::size_t end, HostSetting setting) {
    Host host{begin, end, true, true, ipv4_value(text.substr(begin, end - begin))};
    if (!host.value.empty()) return host;
    host.ipv4 = false;
    host.begin = first_label(text, begin, end);
    if (host.begin >= end || end - host.begin > kHostLimit) return host;
    const auto labels = labels_of(text.substr(host.begin, end - host.begin));
    if (labels.size() < 2) return host;
    const auto ending = lower_case(labels.back());
    host.known_ending = is_top_level_domain(ending);
    if (!host.known_ending && (setting != HostSetting::address || !may_end_a_host(labels.back()))) return host;
    if (setting == HostSetting::text && is_only_alike(labels)) return host;
    host.value = lower_case(text.substr(host.begin, end - host.begin));
    return host;
}

std::size_t covered_until(const std::vector<Span>& spans, std::size_t& next, std::size_t at) {
    while (next < spans.size() && spans[next].end <= at) ++next;
    return next < spans.size() && spans[next].begin <= at ? spans[next].end : 0;
}

void find_mailboxes(Findings& findings) {
    const auto text = findings.text;
    const auto addresses = findings.taken;
    std::size_t next = 0;
    std::size_t free = 0;
    for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        if (covered_until(addresses, next, at) != 0) continue;
        const auto begin = mailbox_begin(text, at, free);
        free = at + 1;
        if (begin == at) continue;
        if (at + 1 < text.size() && text[at + 1] == '[') {
            const auto end = address_literal(findings, begin, at + 1);
            if (end != 0) findings.take(begin, end);
            continue;
        }
        std::size_t end = at + 1;
        while (end < text.size() && end <= at + kHostLimit && (text[end] == '.' || host_letter(text, end) > 0)) {
            end += std::max<std::size_t>(1, host_letter(text, end));
        }
        while (end > at + 1 && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
        const auto host = host_in(text, at + 1, end, HostSetting::address);
        const auto written = text.substr(at + 1, end - at - 1);
        const bool host_is_sound =
            !host.value.empty() && host.begin == at + 1 && written.find('_') == std::string_view::npos;
        const auto ending = written.substr(written.rfind('.') + 1);
        if (!host_is_sound || is_file_ending(ending) || ending == "png" || ending == "jpg" || ending == "svg") continue;
        findings.add(begin, end, IndicatorKind::email, std::string(text.substr(begin, at + 1 - begin)) + host.value);
        if (host.known_ending) {
            findings.add(host.begin, end, host.ipv4 ? IndicatorKind::ipv4 : IndicatorKind::domain, host.value);
        }
        findings.take(begin, end);
        free = end;
    }
}

void find_hosts(Findings& findings) {
    const auto text = findings.text;
    scan_untaken(findings, [&](std::size_t at) {
        if (host_letter(text, at) == 0 && text[at] != '.') {
            return at + 1;
        }
        const auto begin = at;
        std::size_t dots = 0;
        while (at < text.size() && (text[at] == '.' || host_letter(text, at) > 0)) {
            dots += text[at] == '.' ? 1 : 0;
            at += std::max<std::size_t>(1, host_letter(text, at));
        }
        auto end = at;
        while (end > begin && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
        if (dots == 0 || end == begin) return at;
        const char before = begin > 0 ? text[begin - 1] : ' ';
        if (before == '\\' || before == '/' || before == '$' || before == '%') return at;  // a part of a path
        if (at < text.size() && (text[at] == '\\' || text[at] == '@')) return at;
        const auto from = end - std::min<std::size_t>(end - begin, 2 * kHostLimit);
        const Span span{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(end)};
        const bool changed = findings.source.changed(span);
        if (add_address_pair(findings, begin, end)) return at;
        auto host = host_in(text, from, end, changed ? HostSetting::defanged : HostSetting::text);
        if (host.value.empty() || (host.ipv4 && !changed && is_version(text, begin, host.value))) return at;
        add_host(findings, host);
        return at;
    });
}

}  // namespace axray::language
