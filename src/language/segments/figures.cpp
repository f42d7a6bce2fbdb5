#include "language/segments/figures.hpp"

#include <array>
#include <cstddef>

namespace axray::language {
namespace {

constexpr std::size_t kMostGroups = 4;
constexpr std::size_t kMostDigits = 4;  // of a group

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool is_word_byte(char byte) {
    return is_digit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           static_cast<unsigned char>(byte) >= 0x80;
}

// How many digits each group has.
struct Groups {
    std::array<std::size_t, kMostGroups> digits{};
    std::size_t count = 0;
    char separator = '\0';

    [[nodiscard]] bool are(std::size_t first, std::size_t second, std::size_t third = 0, std::size_t fourth = 0) const {
        return digits == std::array<std::size_t, kMostGroups>{first, second, third, fourth};
    }
};

bool is_time(const Groups& groups) {
    return groups.count >= 2 && groups.count <= 3 && groups.digits[0] <= 2 && groups.digits[1] == 2 &&
           (groups.count == 2 || groups.digits[2] == 2);
}

bool is_date(const Groups& groups) {
    if (groups.count != 3 || groups.digits[1] > 2) return false;
    const bool year_first = groups.digits[0] == 4 && groups.digits[2] <= 2;
    return year_first || (groups.digits[0] <= 2 && (groups.digits[2] == 4 || groups.digits[2] == 2));
}

bool is_telephone(const Groups& groups) { return groups.are(3, 4) || groups.are(3, 3, 4) || groups.are(1, 3, 3, 4); }

bool is_figure(const Groups& groups) {
    switch (groups.separator) {
        case ':': return is_time(groups);
        case '/': return is_date(groups);
        case '-': return is_date(groups) || is_telephone(groups);
        default: return false;
    }
}

}  // namespace

std::uint32_t figure_end(std::string_view text, std::uint32_t begin) {
    const auto byte = [text](std::size_t at) { return at < text.size() ? text[at] : '\0'; };
    Groups groups;
    std::size_t at = begin;
    while (groups.count < kMostGroups) {
        std::size_t digits = 0;
        while (digits <= kMostDigits && is_digit(byte(at + digits))) ++digits;
        if (digits == 0 || digits > kMostDigits) return 0;
        groups.digits[groups.count++] = digits;
        at += digits;
        if (groups.count == 1) groups.separator = byte(at);
        if (byte(at) != groups.separator || !is_digit(byte(at + 1))) break;
        ++at;
    }
    const bool goes_on = is_word_byte(byte(at)) || (byte(at) == groups.separator && is_digit(byte(at + 1)));
    // A part of a longer row: "1-7-0-1-5".
    const bool inside = begin >= 2 && text[begin - 1] == groups.separator && is_digit(text[begin - 2]);
    return !goes_on && !inside && is_figure(groups) ? static_cast<std::uint32_t>(at) : 0;
}

}  // namespace axray::language
