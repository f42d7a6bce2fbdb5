// The words of a sentence as the grammar of dates sees them (Tokens -> Pieces).
//
// Mostly a piece is a token; what is written together is taken apart ("5pm", "25th", "3h18", "14april"). Positions may
// lie outside of the sentence: such a piece is nothing, so that the grammar needs no checks at the ends.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/dates/date_words.hpp"
#include "language/segments/token_view.hpp"

namespace axray::language {

// An expression of time begins at most so many pieces before the first that is of time by itself.
inline constexpr std::uint32_t kMostBeforeCore = 8;

struct Piece {
    DateWordKind kind = DateWordKind::none;
    Sign sign = Sign::other;  // of punctuation and symbols
    bool is_sign = false;
    bool joined = false;      // nothing stands between it and the piece before it
    bool plural = false;      // of numbers: "1990s"
    bool core = false;        // an expression of time has one of these
    std::uint8_t digits = 0;  // of numbers in digits without a separator: how many
    std::int32_t value = 0;   // as the kind says; of numbers at most 999,999,999
    std::uint32_t token = 0;
    Span span;
};

// What a stretch of a sentence consists of. Refers to the words and the view that it is filled from.
class Pieces {
public:
    using Kind = DateWordKind;

    Pieces(const TokenView& view, const DateWords& words) : view_(view), words_(words) {}

    // Begins a sentence; then each call of read_stretch() reads the next part of it in which expressions of time can
    // stand, and is false when there is none. O(tokens) for all stretches of a sentence.
    void start(TokenSpan sentence);
    [[nodiscard]] bool read_stretch();

    [[nodiscard]] const TokenView& view() const { return view_; }
    [[nodiscard]] const DateWords& words() const { return words_; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(pieces_.size()); }
    [[nodiscard]] const Piece& operator[](std::uint32_t at) const {
        static constexpr Piece kNothing;
        return at < pieces_.size() ? pieces_[at] : kNothing;
    }
    [[nodiscard]] TokenSpan sentence() const { return sentence_; }

    [[nodiscard]] bool is(std::uint32_t at, Kind kind) const { return (*this)[at].kind == kind; }
    [[nodiscard]] bool is(std::uint32_t at, Sign sign) const {
        const Piece& piece = (*this)[at];
        return piece.is_sign && piece.sign == sign;
    }
    // A sign with nothing around it: the hyphen of "2014-2022".
    [[nodiscard]] bool is_joined(std::uint32_t at, Sign sign) const {
        return is(at, sign) && (*this)[at].joined && (*this)[at + 1].joined;
    }
    [[nodiscard]] bool is_dash(std::uint32_t at) const { return is(at, Sign::hyphen) || is(at, Sign::dash); }
    // The first piece at `at` or behind it without which there is no expression of time; size() when there is none.
    [[nodiscard]] std::uint32_t next_core(std::uint32_t at) const;
    // A number in digits, no separators.
    [[nodiscard]] bool is_digits(std::uint32_t at) const { return (*this)[at].digits > 0 && !(*this)[at].plural; }
    [[nodiscard]] bool reads(std::uint32_t at, std::string_view lower) const {
        return at < pieces_.size() && view_.reads(pieces_[at].token, lower);
    }
    [[nodiscard]] bool capitalised(std::uint32_t at) const {
        return at < pieces_.size() && view_.has(pieces_[at].token, kCapitalised);
    }
    // The piece after the hyphen or blank that follows `at`.
    [[nodiscard]] std::uint32_t past_hyphen(std::uint32_t at) const { return is(at, Sign::hyphen) ? at + 1 : at; }

private:
    [[nodiscard]] bool may_begin(std::uint32_t token) const;
    [[nodiscard]] DateWord word_at(std::uint32_t token) const;
    [[nodiscard]] bool is_core_number(std::uint32_t token) const;
    void add_token(std::uint32_t token);
    void add_figure(std::uint32_t token);
    void add_number(std::uint32_t token);
    void add_parts(std::uint32_t token);

    const TokenView& view_;
    const DateWords& words_;
    std::vector<Piece> pieces_;
    TokenSpan sentence_;
    std::uint32_t scanned_ = 0;  // the first token that no stretch has looked at
};

}  // namespace axray::language
