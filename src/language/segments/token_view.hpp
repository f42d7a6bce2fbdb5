// Tokens with their text and facts (text + Tokens + WordFacts -> TokenView): what the layers above are made from.
//
// The rules for numbers, dates, names and the rest ask it about the tokens around a place. Positions may lie outside of
// the tokens: such a token is nothing, so that rules need no checks at the ends. Refers to what it is made from.
#pragma once

#include <span>
#include <string_view>

#include "language/annotation.hpp"
#include "language/words/words.hpp"

namespace axray::language {

struct TokenView {
    std::string_view text;
    Tokens& tokens;
    std::span<WordFacts> facts;  // one for each token

    [[nodiscard]] bool is_word(std::uint32_t at) const {
        return at < tokens.size() && tokens.kind[at] == TokenKind::word;
    }
    [[nodiscard]] bool is_number(std::uint32_t at) const {
        return at < tokens.size() && tokens.kind[at] == TokenKind::number;
    }
    [[nodiscard]] bool is_sign(std::uint32_t at) const {
        return at < tokens.size() &&
               (tokens.kind[at] == TokenKind::punctuation || tokens.kind[at] == TokenKind::symbol);
    }
    // Word, number, alphanumeric or address.
    [[nodiscard]] bool is_wordlike(std::uint32_t at) const { return at < tokens.size() && !is_sign(at); }

    [[nodiscard]] Sign sign(std::uint32_t at) const {
        return is_sign(at) ? static_cast<Sign>(facts[at].value) : Sign::other;
    }
    [[nodiscard]] bool has(std::uint32_t at, std::uint16_t mark) const {
        return at < tokens.size() && (tokens.marks[at] & mark) != 0;
    }
    // The word has one of the uses.
    [[nodiscard]] bool uses(std::uint32_t at, std::uint64_t uses) const {
        return at < tokens.size() && facts[at].is(uses) && !is_sign(at);
    }
    [[nodiscard]] bool can_be(std::uint32_t at, std::uint16_t grammar) const {
        return is_word(at) && facts[at].can_be(grammar);
    }
    [[nodiscard]] std::uint8_t value(std::uint32_t at) const { return is_word(at) ? facts[at].value : std::uint8_t{0}; }

    [[nodiscard]] std::string_view slice(std::uint32_t at) const {
        return text.substr(tokens.span[at].begin, tokens.span[at].size());
    }
    [[nodiscard]] Span span(TokenSpan range) const {
        return {tokens.span[range.begin].begin, tokens.span[range.end - 1].end};
    }
    // An abbreviation or initial that ends in its full stop: "Mr.", "U.S.".
    [[nodiscard]] bool keeps_stop(std::uint32_t at) const {
        return is_word(at) && text[tokens.span[at].end - 1] == '.';
    }
    // The "A." of "John A. Smith".
    [[nodiscard]] bool is_initial(std::uint32_t at) const {
        return keeps_stop(at) && tokens.span[at].size() == 2 && has(at, kCapitalised);
    }
    // Nothing stands between this token and the one before it.
    [[nodiscard]] bool touches_previous(std::uint32_t at) const {
        return at > 0 && at < tokens.size() && tokens.span[at - 1].end == tokens.span[at].begin;
    }
    [[nodiscard]] bool capitalised(std::uint32_t at) const { return is_wordlike(at) && has(at, kCapitalised); }
    [[nodiscard]] bool is_form(std::uint32_t at, std::uint64_t form) const {
        return at < tokens.size() && tokens.form[at] == form;
    }
    // The word is this one, whatever its case; `lower` is ASCII.
    [[nodiscard]] bool reads(std::uint32_t at, std::string_view lower) const {
        if (!is_word(at) || tokens.span[at].size() != lower.size()) return false;
        const std::string_view written = slice(at);
        for (std::size_t i = 0; i < lower.size(); ++i) {
            const char byte =
                written[i] >= 'A' && written[i] <= 'Z' ? static_cast<char>(written[i] + ('a' - 'A')) : written[i];
            if (byte != lower[i]) return false;
        }
        return true;
    }
    void mark(std::uint32_t at, std::uint16_t mark) const {
        tokens.marks[at] = static_cast<std::uint16_t>(tokens.marks[at] | mark);
    }
    void unmark(std::uint32_t at, std::uint16_t mark) const {
        tokens.marks[at] = static_cast<std::uint16_t>(tokens.marks[at] & ~mark);
    }
};

}  // namespace axray::language
