#include "fetch/host.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <unicode/uidna.h>

#include "fetch/network_address.hpp"
#include "fetch/web_address.hpp"

namespace axray::fetch {
namespace {

constexpr std::size_t kLongestName = 253;  // RFC 1035, without the root
constexpr std::size_t kLongestLabel = 63;
constexpr std::uint64_t kTooLargeNumber = 1ULL << 33U;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

tl::unexpected<Error> not_a_host(std::string_view text, std::string_view why) {
    return fail(ErrorCode::invalid_usage, "\"" + std::string(text) + "\" is no host: " + std::string(why));
}

// International names become their ASCII form; so do full-width digits and other spellings that fold to ASCII.
std::optional<std::string> in_ascii(const std::string& name) {
    constexpr std::uint32_t kOptions = UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII;
    constexpr std::uint32_t kHarmless = UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LEADING_HYPHEN |
                                        UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4 |
                                        UIDNA_ERROR_LABEL_TOO_LONG | UIDNA_ERROR_DOMAIN_NAME_TOO_LONG;
    UErrorCode status = U_ZERO_ERROR;
    UIDNA* table = uidna_openUTS46(kOptions, &status);
    if (U_FAILURE(status) != 0) return std::nullopt;
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    std::string ascii(4 * name.size() + 64, '\0');
    const auto size = uidna_nameToASCII_UTF8(table, name.data(), static_cast<std::int32_t>(name.size()), ascii.data(),
                                             static_cast<std::int32_t>(ascii.size()), &info, &status);
    uidna_close(table);
    if (U_FAILURE(status) != 0 || (info.errors & ~kHarmless) != 0) return std::nullopt;
    if (size < 0 || static_cast<std::size_t>(size) > ascii.size()) return std::nullopt;
    ascii.resize(static_cast<std::size_t>(size));
    return ascii;
}

// One number of an IPv4 address: decimal, octal after 0, hexadecimal after 0x. At most kTooLargeNumber.
std::optional<std::uint64_t> ipv4_number(std::string_view text) {
    if (text.empty()) return std::nullopt;
    unsigned base = 10;
    if (text.size() >= 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X')) {
        base = 16;
        text.remove_prefix(2);
    } else if (text.size() >= 2 && text[0] == '0') {
        base = 8;
        text.remove_prefix(1);
    }
    std::uint64_t number = 0;
    for (const char c : text) {
        const int digit = is_digit(c) ? c - '0' : (c >= 'a' && c <= 'f') ? c - 'a' + 10 : 99;
        if (digit >= static_cast<int>(base)) return std::nullopt;
        number = std::min(number * base + static_cast<unsigned>(digit), kTooLargeNumber);
    }
    return number;
}

std::vector<std::string_view> labels_of(std::string_view name) {
    std::vector<std::string_view> labels;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('.', begin), name.size());
        labels.push_back(name.substr(begin, end - begin));
        begin = end + 1;
    }
    return labels;
}

// Browsers take a host for an IPv4 address when its last label is a number, however it is written.
bool ends_in_number(std::string_view last_label) {
    if (last_label.empty()) return false;
    return std::all_of(last_label.begin(), last_label.end(), is_digit) || ipv4_number(last_label).has_value();
}

std::optional<std::string> ipv4_of(const std::vector<std::string_view>& labels) {
    if (labels.size() > 4) return std::nullopt;
    std::uint64_t address = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto number = ipv4_number(labels[i]);
        if (!number) return std::nullopt;
        const bool last = i + 1 == labels.size();
        const std::size_t bits = last ? 8 * (4 - i) : 8;  // the last number fills what is left
        if (*number >> bits != 0) return std::nullopt;
        address |= last ? *number : *number << (8 * (3 - i));
    }
    NetworkAddress parsed;
    for (std::size_t i = 0; i < 4; ++i) parsed.bytes[i] = static_cast<std::uint8_t>(address >> (8 * (3 - i)));
    return to_string(parsed);
}

Result<std::string> parse_ipv6(std::string_view text) {
    if (text.back() != ']') return not_a_host(text, "the bracket is not closed");
    const auto address = network_address_of(text.substr(1, text.size() - 2));
    if (!address || address->family != AddressFamily::ipv6) return not_a_host(text, "expected an IPv6 address");
    return "[" + to_string(*address) + "]";
}

bool is_name_character(char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-' || c == '_' || c == '.'; }

Result<std::string> check_name(std::string name, std::string_view text) {
    if (!name.empty() && name.back() == '.') name.pop_back();
    if (name.empty()) return not_a_host(text, "it is empty");
    if (!std::all_of(name.begin(), name.end(), is_name_character)) {
        return not_a_host(text, "expected letters, digits, hyphens and dots");
    }
    const auto labels = labels_of(name);
    for (const auto label : labels) {
        if (label.empty()) return not_a_host(text, "nothing stands between two dots");
        if (label.size() > kLongestLabel) return not_a_host(text, "a part is longer than 63 letters");
    }
    if (name.size() > kLongestName) return not_a_host(text, "it is longer than 253 letters");
    if (!ends_in_number(labels.back())) return name;
    auto address = ipv4_of(labels);
    if (!address) return not_a_host(text, "it looks like an IPv4 address and is none");
    return *std::move(address);
}

}  // namespace

Result<std::string> parse_host(std::string_view text) {
    if (text.empty()) return not_a_host(text, "it is empty");
    if (text.front() == '[') return parse_ipv6(text);
    if (text.size() > 4 * kLongestName) return not_a_host(text.substr(0, 60), "it is longer than 253 letters");
    std::string name = percent_decoded(text);
    const auto plain = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (!std::all_of(name.begin(), name.end(), plain) || name.find("xn--") != std::string::npos) {
        auto ascii = in_ascii(name);
        if (!ascii) return not_a_host(text, "it is no valid international name");
        name = *std::move(ascii);
    }
    return check_name(std::move(name), text);
}

}  // namespace axray::fetch
