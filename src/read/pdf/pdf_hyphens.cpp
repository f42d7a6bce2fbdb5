#include "read/pdf/pdf_hyphens.hpp"

#include <cstddef>

#include "base/utf8.hpp"
#include "read/characters/ascii.hpp"
#include "read/characters/characters.hpp"

namespace axray::read {
namespace {

constexpr std::string_view kSoftHyphen = "\xC2\xAD";
constexpr std::string_view kHyphen = "\xE2\x80\x90";

bool is_letter_byte(char byte) { return is_ascii_letter(byte) || static_cast<unsigned char>(byte) >= 0x80; }

// Without punctuation around it, lower case where it is ASCII, each hyphen the plain one.
std::string bare(std::string_view word) {
    constexpr std::string_view kAround[] = {"\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x98", "\xE2\x80\x99",
                                            "\xE2\x80\xA6", "\xC2\xAB",     "\xC2\xBB"};
    for (bool again = true; again && !word.empty();) {
        again = false;
        for (const std::string_view sign : kAround) {
            if (word.starts_with(sign)) word.remove_prefix(sign.size()), again = true;
            if (word.ends_with(sign)) word.remove_suffix(sign.size()), again = true;
        }
        if (!word.empty() && !is_letter_byte(word.front()) && !is_ascii_digit(word.front())) {
            word.remove_prefix(1);
            again = true;
        }
        if (!word.empty() && !is_letter_byte(word.back()) && !is_ascii_digit(word.back())) {
            word.remove_suffix(1);
            again = true;
        }
    }
    std::string plain;
    for (std::size_t at = 0; at < word.size();) {
        const bool hyphen = word.substr(at).starts_with(kHyphen);
        plain.push_back(hyphen ? '-' : lower_ascii(word[at]));
        at += hyphen ? kHyphen.size() : 1;
    }
    return plain;
}

// The last part of "state-of-" and the first of "art,": what the hyphen at the line end stands between.
std::string last_part(const std::string& word) {
    const std::size_t at = word.rfind('-');
    return at == std::string::npos ? word : word.substr(at + 1);
}

}  // namespace

std::size_t hyphen_length(std::string_view word) {
    if (word.ends_with(kHyphen)) return kHyphen.size();
    if (word.ends_with(kSoftHyphen)) return kSoftHyphen.size();
    return word.ends_with("-") && !word.ends_with("--") ? 1 : 0;
}

KnownWords::KnownWords(const PdfText& text) {
    const std::vector<PdfWord>& words = text.words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool first = i == 0 || words[i - 1].line != words[i].line;
        const bool last = i + 1 == words.size() || words[i + 1].line != words[i].line;
        const std::string_view word = text.slice(words[i].text);
        if ((first && i > 0 && hyphen_length(text.slice(words[i - 1].text)) > 0) || (last && hyphen_length(word) > 0)) {
            continue;
        }
        std::string plain = bare(word);
        if (plain.size() >= 2) ++counts_[std::move(plain)];
    }
}

LineEnd KnownWords::judge(std::string_view before, std::string_view after) const {
    const std::size_t hyphen = hyphen_length(before);
    if (hyphen == 0 || after.empty()) return LineEnd::blank;
    const std::string_view half = before.substr(0, before.size() - hyphen);
    if (half.empty()) return LineEnd::blank;  // a lone dash
    if (before.ends_with(kSoftHyphen)) return LineEnd::drop;
    const std::string left = bare(half);
    const std::string right = bare(after);
    if (left.empty() || right.empty()) return LineEnd::keep;
    if (is_ascii_digit(half.back()) || is_ascii_digit(after.front())) return LineEnd::keep;  // "2010-2014", "covid-19"
    if (!begins_with_lower_case(after)) return LineEnd::keep;                                // "Anglo-American"
    const bool hyphened = knows(left + "-" + right);
    const bool joined = knows(left + right);
    if (hyphened != joined) return hyphened ? LineEnd::keep : LineEnd::drop;
    constexpr std::size_t kShortWord = 3;
    const std::string part = last_part(left);
    const bool words = part.size() >= kShortWord && right.size() >= kShortWord && knows(part) && knows(right);
    return words ? LineEnd::keep : LineEnd::drop;
}

}  // namespace axray::read
