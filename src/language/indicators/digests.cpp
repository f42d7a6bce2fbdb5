#include <algorithm>
#include <optional>
#include <string>

#include "language/indicators/found.hpp"
#include "language/indicators/host_letters.hpp"

namespace axray::language {
namespace {

std::optional<IndicatorKind> digest_of_size(std::size_t size) {
    switch (size) {
        case 32: return IndicatorKind::md5;
        case 40: return IndicatorKind::sha1;
        case 64: return IndicatorKind::sha256;
        case 128: return IndicatorKind::sha512;
        default: return std::nullopt;
    }
}

// The digits that coins write numbers with: without 0, O, I and l.
bool is_coin_letter(char c) { return is_word_byte(c) && c != '0' && c != 'O' && c != 'I' && c != 'l'; }

bool has_all_sorts(std::string_view word) {
    return std::any_of(word.begin(), word.end(), is_lower) && std::any_of(word.begin(), word.end(), is_upper) &&
           std::any_of(word.begin(), word.end(), is_digit);
}

bool is_bitcoin(std::string_view word) {
    if (word.starts_with("bc1")) {
        constexpr std::string_view kLetters = "023456789acdefghjklmnpqrstuvwxyz";
        return word.size() >= 42 && word.size() <= 62 &&
               word.substr(3).find_first_not_of(kLetters) == std::string_view::npos;
    }
    return (word.front() == '1' || word.front() == '3') && word.size() >= 26 && word.size() <= 35 &&
           std::all_of(word.begin(), word.end(), is_coin_letter) && has_all_sorts(word);
}

bool is_monero(std::string_view word) {
    return (word.front() == '4' || word.front() == '8') && word.size() == 95 &&
           std::all_of(word.begin(), word.end(), is_coin_letter) && has_all_sorts(word);
}

bool is_part_letter(char c) { return is_word_byte(c) || c == '/' || c == '+'; }

// "1536:yB+A8bM...:N4tMsb...": a block size that is three times a power of two, then two digests. The end, 0 for none.
std::size_t fuzzy_digest_end(std::string_view text, std::size_t begin, std::size_t colon) {
    if (colon - begin > 9) return 0;
    unsigned long size = 0;
    for (const char c : text.substr(begin, colon - begin)) {
        if (!is_digit(c)) return 0;
        size = 10 * size + static_cast<unsigned long>(c - '0');
    }
    if (size == 0 || size % 3 != 0 || ((size / 3) & (size / 3 - 1)) != 0) return 0;
    std::size_t at = colon;
    for (int part = 0; part < 2; ++part) {
        if (at >= text.size() || text[at] != ':') return 0;
        const auto start = ++at;
        while (at < text.size() && at <= start + 64 && is_part_letter(text[at])) ++at;
        if (at < start + 6 || at > start + 64) return 0;
    }
    return at;
}

}  // namespace

void find_digests(Findings& findings) {
    const auto text = findings.text;
    scan_untaken(findings, [&](std::size_t at) {
        if (!is_word_byte(text[at])) {
            return at + 1;
        }
        const auto begin = at;
        bool hexadecimal = true;
        while (at < text.size() && is_word_byte(text[at])) hexadecimal &= is_hexadecimal(text[at++]);
        const auto word = text.substr(begin, at - begin);
        const auto kind = hexadecimal ? digest_of_size(word.size()) : std::nullopt;
        if (kind && std::any_of(word.begin(), word.end(), is_letter)) {
            findings.add(begin, at, *kind, lower_case(word));
        } else if (is_bitcoin(word)) {
            findings.add(begin, at, IndicatorKind::bitcoin, std::string(word));
        } else if (is_monero(word)) {
            findings.add(begin, at, IndicatorKind::monero, std::string(word));
        } else if (at < text.size() && text[at] == ':' && is_digit(word.front())) {
            const auto end = fuzzy_digest_end(text, begin, at);
            if (end == 0) return at;
            findings.add(begin, end, IndicatorKind::ssdeep, std::string(text.substr(begin, end - begin)));
            at = end;
        }
        return at;
    });
}

}  // namespace axray::language
