#include "language/segments/dateline.hpp"

#include <algorithm>

namespace axray::language {
namespace {

constexpr std::uint32_t kLongest = 24;  // tokens
constexpr std::string_view kDashes[] = {"-", "--", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x95"};
constexpr std::string_view kSmallWords[] = {"and", "of", "de", "del", "la", "el", "al", "am", "by", "via", "near"};

template <class Words>
bool is_one_of(std::string_view word, const Words& words) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool is_capital(char byte) { return byte >= 'A' && byte <= 'Z'; }
bool is_small(char byte) { return byte >= 'a' && byte <= 'z'; }

// Two letters or more, all of them capitals as far as they are ASCII.
bool is_in_capitals(std::string_view word) {
    return std::count_if(word.begin(), word.end(), is_capital) >= 2 && std::none_of(word.begin(), word.end(), is_small);
}

}  // namespace

std::uint32_t dateline_tokens(std::string_view text, const Tokens& tokens, TokenSpan sentence) {
    const auto word = [&](std::uint32_t at) {
        return text.substr(tokens.span[sentence.begin + at].begin, tokens.span[sentence.begin + at].size());
    };
    const auto touches = [&](std::uint32_t at) {
        return tokens.span[sentence.begin + at].end == tokens.span[sentence.begin + at + 1].begin;
    };
    const std::uint32_t size = std::min(sentence.size(), kLongest);
    if (size < 3 || !is_in_capitals(word(0))) return 0;
    bool in_brackets = false;
    for (std::uint32_t at = 1; at + 1 < size; ++at) {
        const auto here = word(at);
        if (is_one_of(here, kDashes) && !(touches(at - 1) && touches(at))) {
            const auto next = word(at + 1);
            if (is_one_of(next, kDashes)) continue;
            const bool begins =
                is_capital(next.front()) || next == "\"" || static_cast<unsigned char>(next.front()) >= 0x80;
            return begins ? at + 1 : 0;
        }
        in_brackets = (in_brackets || here == "(") && here != ")";
        if (!in_brackets && is_small(here.front()) && !is_one_of(here, kSmallWords)) return 0;
    }
    return 0;
}

}  // namespace axray::language
