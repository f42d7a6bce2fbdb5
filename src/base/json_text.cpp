#include "base/json_text.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "base/utf8.hpp"

namespace axray::base {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// The escape of a character that may not stand in a JSON string as it is; empty when it may.
std::string_view escape_of(char character) {
    switch (character) {
        case '"': return "\\\"";
        case '\\': return "\\\\";
        case '\b': return "\\b";
        case '\f': return "\\f";
        case '\n': return "\\n";
        case '\r': return "\\r";
        case '\t': return "\\t";
        default: return {};
    }
}

constexpr std::array<bool, 256> bytes_to_escape() {
    std::array<bool, 256> escaped{};
    for (std::size_t byte = 0; byte < 0x20; ++byte) escaped[byte] = true;
    escaped['"'] = escaped['\\'] = escaped[0x7F] = true;
    return escaped;
}

void append_escaped(std::string& json, std::string_view text) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    constexpr auto kEscaped = bytes_to_escape();
    std::size_t done = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (!kEscaped[byte]) continue;
        const auto escape = escape_of(text[at]);
        json.append(text, done, at - done);
        done = at + 1;
        if (!escape.empty()) {
            json.append(escape);
        } else {
            json.append("\\u00");
            json.push_back(kDigits[byte >> 4]);
            json.push_back(kDigits[byte & 15]);
        }
    }
    json.append(text, done);
}

}  // namespace

void append_json_string(std::string& json, std::string_view text) {
    json.push_back('"');
    for (;;) {
        const auto valid = base::first_invalid_utf8(text);
        append_escaped(json, text.substr(0, valid));
        if (valid == text.size()) break;
        json.append(kReplacement);
        text.remove_prefix(valid + 1);
    }
    json.push_back('"');
}

void append_json_number(std::string& json, std::uint64_t value) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    json.append(digits.data(), end);
}

void append_json_share(std::string& json, double value) {
    const double share = value > 0 ? std::fmin(value, 1) : 0;  // also for what is not a number
    const auto ten_thousandths = static_cast<std::uint64_t>(std::llround(share * 10000));
    json.push_back(ten_thousandths >= 10000 ? '1' : '0');
    json.push_back('.');
    const auto fraction = ten_thousandths % 10000;
    for (std::uint64_t place = 1000; place > 0; place /= 10)
        json.push_back(static_cast<char>('0' + fraction / place % 10));
}

}  // namespace axray::base
