#include "language/segments/signs.hpp"

#include <algorithm>
#include <array>

namespace axray::language {
namespace {

struct SignEntry {
    char32_t value;
    Sign sign;
};

constexpr auto kSigns = std::to_array<SignEntry>({
    {'.', Sign::full_stop},
    {0x3002, Sign::full_stop},
    {0x2026, Sign::ellipsis},
    {'?', Sign::question},
    {0xFF1F, Sign::question},
    {'!', Sign::exclamation},
    {0xFF01, Sign::exclamation},
    {',', Sign::comma},
    {0xFF0C, Sign::comma},
    {0x3001, Sign::comma},
    {';', Sign::semicolon},
    {':', Sign::colon},
    {0xFF1A, Sign::colon},
    {'-', Sign::hyphen},
    {0x2010, Sign::hyphen},
    {0x2011, Sign::hyphen},
    {0x2012, Sign::dash},
    {0x2013, Sign::dash},
    {0x2014, Sign::dash},
    {0x2015, Sign::dash},
    {'(', Sign::open_bracket},
    {'[', Sign::open_bracket},
    {'{', Sign::open_bracket},
    {')', Sign::close_bracket},
    {']', Sign::close_bracket},
    {'}', Sign::close_bracket},
    {0x201C, Sign::open_quote},
    {0x201E, Sign::open_quote},
    {0xAB, Sign::open_quote},
    {0x300C, Sign::open_quote},
    {0x201D, Sign::close_quote},
    {0xBB, Sign::close_quote},
    {0x300D, Sign::close_quote},
    {'"', Sign::straight_quote},
    {0x2018, Sign::open_single},
    {0x201A, Sign::open_single},
    {0x2039, Sign::open_single},
    {0x2019, Sign::close_single},
    {0x203A, Sign::close_single},
    {'\'', Sign::straight_single},
    {'/', Sign::slash},
    {'*', Sign::bullet},
    {0x2022, Sign::bullet},
    {0x25CF, Sign::bullet},
    {0x25AA, Sign::bullet},
    {0x25E6, Sign::bullet},
    {0x2023, Sign::bullet},
    {0xB7, Sign::bullet},
    {'$', Sign::dollar},
    {0xA3, Sign::pound},
    {0x20AC, Sign::euro},
    {0xA5, Sign::yen},
    {0x20B9, Sign::rupee},
    {'%', Sign::percent},
    {0x2030, Sign::percent},
    {'+', Sign::plus},
    {'~', Sign::tilde},
    {'&', Sign::ampersand},
    {'<', Sign::less},
    {'>', Sign::greater},
});

constexpr auto kAsciiSigns = [] {
    std::array<Sign, 128> signs{};
    for (const SignEntry& entry : kSigns) {
        if (entry.value < signs.size()) signs[entry.value] = entry.sign;
    }
    return signs;
}();

bool is_end_mark(char32_t value) { return value == '.' || value == '?' || value == '!'; }

bool is_one_of(char byte, std::string_view set) { return byte != '\0' && set.find(byte) != std::string_view::npos; }

}  // namespace

Sign sign_of(char32_t value) {
    if (value < kAsciiSigns.size()) return kAsciiSigns[value];
    const auto found =
        std::find_if(kSigns.begin(), kSigns.end(), [&](const SignEntry& entry) { return entry.value == value; });
    return found != kSigns.end() ? found->sign : Sign::other;
}

std::string_view plain_sign(Sign sign, std::string_view written) {
    switch (sign) {
        case Sign::open_quote:
        case Sign::close_quote:
        case Sign::straight_quote: return "\"";
        case Sign::open_single:
        case Sign::close_single:
        case Sign::straight_single: return "'";
        case Sign::dash:
        case Sign::hyphen: return "-";
        case Sign::ellipsis: return "...";
        case Sign::bullet: return "*";
        default: return written;
    }
}

bool merges_runs(Sign sign, char32_t value) {
    if (sign == Sign::malformed) return true;
    return value < 0x80 &&
           std::string_view(".!?-*_=~#<>$+/\\").find(static_cast<char>(value)) != std::string_view::npos;
}

bool continues_run(char32_t first, char32_t next) { return next == first || (is_end_mark(first) && is_end_mark(next)); }

Sign sign_of_run(Sign first, std::string_view run) {
    if (!is_end_mark(static_cast<unsigned char>(run.front()))) return first;
    if (run.find('?') != std::string_view::npos) return Sign::question;
    return run.find('!') != std::string_view::npos ? Sign::exclamation : Sign::ellipsis;
}

std::uint32_t emoticon_size(std::string_view text, std::uint32_t at) {
    const auto byte = [text](std::size_t position) { return position < text.size() ? text[position] : '\0'; };
    const auto blank = [&](std::size_t position) {
        return position >= text.size() || static_cast<unsigned char>(text[position]) <= ' ';
    };
    const bool apart = at == 0 || blank(at - 1);
    if (byte(at) == '<') return apart && byte(at + 1) == '3' && blank(at + 2) ? 2 : 0;
    if (byte(at) == '^') {
        const std::uint32_t size = is_one_of(byte(at + 1), "_-") ? 3 : 2;
        return apart && byte(at + size - 1) == '^' && blank(at + size) ? size : 0;
    }
    if (byte(at) == '(') return apart && is_one_of(byte(at + 1), ":;") && blank(at + 2) ? 2 : 0;
    if (!is_one_of(byte(at), ":;=")) return 0;
    std::uint32_t mouth = at + 1;
    if (is_one_of(byte(mouth), "-'")) ++mouth;
    const std::uint32_t size = mouth + 1 - at;
    if (is_one_of(byte(mouth), ")(")) return blank(mouth + 1) || is_one_of(byte(mouth + 1), ".,!?") ? size : 0;
    return apart && is_one_of(byte(mouth), "DPpOo|/\\]*") && blank(mouth + 1) ? size : 0;
}

}  // namespace axray::language
