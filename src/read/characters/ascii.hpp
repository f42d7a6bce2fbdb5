// Small functions on the ASCII characters of a text, where the rules of a format are about those alone.
//
// Source: own. Bytes above 0x7F pass through unchanged.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace axray::read {

[[nodiscard]] constexpr char lower_ascii(char character) {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character + ('a' - 'A')) : character;
}
[[nodiscard]] constexpr bool is_ascii_letter(char character) {
    const char lower = lower_ascii(character);
    return lower >= 'a' && lower <= 'z';
}
[[nodiscard]] constexpr bool is_ascii_digit(char character) { return character >= '0' && character <= '9'; }
[[nodiscard]] constexpr bool is_ascii_blank(char character) {
    return character == ' ' || (character >= '\t' && character <= '\r');
}

[[nodiscard]] inline std::string lower_ascii(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char character) { return lower_ascii(character); });
    return lower;
}

// Without white space at both ends.
[[nodiscard]] constexpr std::string_view trim_ascii(std::string_view text) {
    while (!text.empty() && is_ascii_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_ascii_blank(text.back())) text.remove_suffix(1);
    return text;
}

[[nodiscard]] constexpr bool starts_with_ignoring_case(std::string_view text, std::string_view lower_prefix) {
    if (text.size() < lower_prefix.size()) return false;
    for (std::size_t i = 0; i < lower_prefix.size(); ++i) {
        if (lower_ascii(text[i]) != lower_prefix[i]) return false;
    }
    return true;
}

// Position of `lower_needle` in `text` from `begin` on, letters of any case; npos when it is not there.
[[nodiscard]] constexpr std::size_t find_ignoring_case(std::string_view text, std::string_view lower_needle,
                                                       std::size_t begin) {
    for (std::size_t i = begin; i + lower_needle.size() <= text.size(); ++i) {
        if (lower_ascii(text[i]) == lower_needle[0] && starts_with_ignoring_case(text.substr(i), lower_needle))
            return i;
    }
    return std::string_view::npos;
}

}  // namespace axray::read
