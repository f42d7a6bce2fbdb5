#include "report/content_policy.hpp"

#include "base/digest.hpp"

namespace axray::report {
namespace {

unsigned hex_value(char digit) { return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10); }

// Base64 of bytes that are given as hexadecimal digits. Source: RFC 4648, section 4.
std::string base64_of_hex(std::string_view hex) {
    constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string result;
    unsigned bits = 0;
    int count = 0;
    for (const char digit : hex) {
        bits = (bits << 4) | hex_value(digit);
        count += 4;
        if (count < 6) continue;
        count -= 6;
        result += kAlphabet[(bits >> count) & 63];
    }
    if (count > 0) result += kAlphabet[(bits << (6 - count)) & 63];
    while (result.size() % 4 != 0) result += '=';
    return result;
}

std::string sources_of(std::string_view directive, const std::vector<std::string_view>& texts) {
    std::string sources;
    for (const auto text : texts) sources += " 'sha256-" + base64_of_hex(base::sha256_hex(text)) + "'";
    return sources.empty() ? "" : "; " + std::string(directive) + sources;
}

}  // namespace

std::string content_policy(const std::vector<std::string_view>& styles, const std::vector<std::string_view>& scripts) {
    return "default-src 'none'" + sources_of("style-src", styles) + sources_of("script-src", scripts) +
           "; base-uri 'none'; form-action 'none'";
}

}  // namespace axray::report
