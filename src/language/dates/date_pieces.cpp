#include "language/dates/date_pieces.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "language/dates/date.hpp"
#include "language/segments/signs.hpp"
#include "language/words/lexicon.hpp"

namespace axray::language {
namespace {

using Kind = DateWordKind;

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

// Letters after digits: "5pm", "3h", "7p".
DateWord suffix(std::string_view letters) {
    struct Suffix {
        std::string_view letters;
        DateWord word;
    };
    static constexpr auto kUnit = [](TimeUnit unit) { return DateWord{Kind::units, static_cast<std::int16_t>(unit)}; };
    static constexpr std::array<Suffix, 11> kSuffixes = {{
        {"am", {Kind::meridiem, 0}},
        {"pm", {Kind::meridiem, 12}},
        {"a", {Kind::meridiem, 0}},
        {"p", {Kind::meridiem, 12}},
        {"h", kUnit(TimeUnit::hour)},
        {"d", kUnit(TimeUnit::day)},
        {"w", kUnit(TimeUnit::week)},
        {"wk", kUnit(TimeUnit::week)},
        {"y", kUnit(TimeUnit::year)},
        {"mo", kUnit(TimeUnit::month)},
        {"q", {Kind::unit, static_cast<std::int16_t>(TimeUnit::quarter)}},
    }};
    for (const Suffix& entry : kSuffixes) {
        if (entry.letters == letters) return entry.word;
    }
    return {};
}

bool is_ordinal_suffix(std::string_view letters) {
    return letters == "st" || letters == "nd" || letters == "rd" || letters == "th";
}

}  // namespace

// Numbers are of time only beside other pieces or where they can be a year, and those are looked at anew.
bool Pieces::is_core_number(std::uint32_t token) const {
    const Tokens& tokens = view_.tokens;
    const std::uint32_t size = tokens.span[token].size();
    if (tokens.kind[token] == TokenKind::alphanumeric) {
        return is_digit(view_.text[tokens.span[token].begin]) || size == 2;
    }
    constexpr std::uint32_t kLongest = 10;
    if (size > kLongest) return false;
    const Sign next = view_.sign(token + 1);
    const std::string_view written = view_.slice(token);
    if (size == 3 && !(is_digit(written[1]) && is_digit(written[2]))) return true;  // "1/2"
    return size >= 4 || next == Sign::slash || next == Sign::colon || next == Sign::hyphen;
}

// The word of a token; the first word of a holiday only where the rest of its name follows.
DateWord Pieces::word_at(std::uint32_t token) const {
    const std::span<const std::uint64_t> forms = view_.tokens.form;
    const DateWord word = words_.find(forms[token]);
    if (word.kind != Kind::holiday) return word;
    constexpr std::size_t kLongestName = 8;
    const auto name = forms.subspan(token, std::min<std::size_t>(kLongestName, forms.size() - token));
    return words_.holidays().find(word.value, name) ? word : DateWord{};
}

bool Pieces::may_begin(std::uint32_t token) const {
    switch (view_.tokens.kind[token]) {
        case TokenKind::word: return words_.may_be_core(view_.tokens.form[token]) && is_core(word_at(token).kind);
        case TokenKind::number:
        case TokenKind::alphanumeric: return is_core_number(token);
        default: return false;
    }
}

void Pieces::start(TokenSpan sentence) {
    sentence_ = sentence;
    scanned_ = sentence.begin;
}

bool Pieces::read_stretch() {
    constexpr std::uint32_t kBefore = kMostBeforeCore + 1;
    constexpr std::uint32_t kBehind = 12;
    constexpr std::uint32_t kGap = kBefore + kBehind + 1;  // so that stretches do not overlap
    std::uint32_t first = scanned_;
    while (first < sentence_.end && !may_begin(first)) ++first;
    scanned_ = first;
    if (first == sentence_.end) return false;
    std::uint32_t last = first;
    while (++scanned_ < sentence_.end && scanned_ - last <= kGap) {
        if (may_begin(scanned_)) last = scanned_;
    }
    pieces_.clear();
    const std::uint32_t begin = first - std::min(first - sentence_.begin, kBefore);
    const std::uint32_t end = last + std::min(sentence_.end - last, kBehind);
    for (std::uint32_t token = begin; token < end; ++token) add_token(token);
    return true;
}

std::uint32_t Pieces::next_core(std::uint32_t at) const {
    while (at < size() && !pieces_[at].core) ++at;
    return at;
}

void Pieces::add_token(std::uint32_t token) {
    const Tokens& tokens = view_.tokens;
    if (tokens.kind[token] == TokenKind::alphanumeric) return add_parts(token);
    if (tokens.kind[token] == TokenKind::number) return add_number(token);
    Piece& piece = pieces_.emplace_back();
    piece.token = token;
    piece.span = tokens.span[token];
    piece.joined = token > sentence_.begin && view_.touches_previous(token);
    if (tokens.kind[token] == TokenKind::word) {
        const DateWord word = word_at(token);
        piece.kind = word.kind;
        piece.value = word.value;
        piece.core = is_core(word.kind);
    } else if (view_.is_sign(token)) {
        piece.is_sign = true;
        piece.sign = view_.sign(token);
        if (view_.slice(token) == "@") piece.kind = Kind::at;
    }
}

// "20:00", "02/13/2001": a piece for each group of digits and one for each sign between them.
void Pieces::add_figure(std::uint32_t token) {
    const std::string_view written = view_.slice(token);
    const std::uint32_t begin = view_.tokens.span[token].begin;
    for (std::uint32_t at = 0; at < written.size();) {
        const std::uint32_t first = at;
        Piece& piece = pieces_.emplace_back();
        piece.token = token;
        piece.core = true;
        piece.joined = at > 0 || (token > sentence_.begin && view_.touches_previous(token));
        if (is_digit(written[at])) {
            piece.kind = Kind::number;
            for (; at < written.size() && is_digit(written[at]); ++at) {
                piece.value = piece.value * 10 + (written[at] - '0');
                ++piece.digits;
            }
        } else {
            piece.is_sign = true;
            piece.sign = sign_of(static_cast<unsigned char>(written[at++]));
        }
        piece.span = {begin + first, begin + at};
    }
}

void Pieces::add_number(std::uint32_t token) {
    const std::string_view written = view_.slice(token);
    constexpr std::size_t kLongestFigure = 10;
    if (written.size() <= kLongestFigure && written.find_first_of(":/-") != std::string_view::npos)
        return add_figure(token);
    Piece& piece = pieces_.emplace_back();
    piece.token = token;
    piece.span = view_.tokens.span[token];
    piece.joined = token > sentence_.begin && view_.touches_previous(token);
    piece.core = is_core_number(token);
    constexpr std::size_t kMostDigits = 9;
    if (written.size() > kMostDigits + 2 || written.find('.') != std::string_view::npos) return;
    std::int32_t value = 0;
    std::size_t digits = 0;
    for (const char byte : written) {
        if (byte == ',') continue;
        if (++digits > kMostDigits || !is_digit(byte)) return;
        value = value * 10 + (byte - '0');
    }
    piece.kind = Kind::number;
    piece.value = value;
    piece.digits = static_cast<std::uint8_t>(digits == written.size() ? digits : 0);
}

// "5pm": a piece for the digits and one for the letters, and so on, where all of them are of time; else one of nothing.
void Pieces::add_parts(std::uint32_t token) {
    const std::string_view written = view_.slice(token);
    const Span span = view_.tokens.span[token];
    const auto before = static_cast<std::ptrdiff_t>(pieces_.size());
    const bool joined = token > sentence_.begin && view_.touches_previous(token);
    constexpr std::size_t kLongest = 20;
    constexpr std::size_t kLongestRun = 10;
    bool known = written.size() <= kLongest;
    for (std::size_t at = 0; known && at < written.size();) {
        const std::size_t begin = at;
        const bool digits = is_digit(written[at]);
        std::array<char, kLongestRun> lower{};
        std::size_t size = 0;
        while (at < written.size() && is_digit(written[at]) == digits && size < kLongestRun) {
            const char byte = written[at++];
            lower[size++] = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
        }
        const std::string_view run(lower.data(), size);
        if (size == 1 && run == "." && begin > 0 && begin + 3 <= written.size() && is_digit(written[at])) {
            Piece& point = pieces_.emplace_back();  // "8.30pm" is 8:30
            point.token = token;
            point.joined = true;
            point.is_sign = true;
            point.sign = Sign::colon;
            point.span = {static_cast<std::uint32_t>(span.begin + begin), static_cast<std::uint32_t>(span.begin + at)};
            continue;
        }
        if (!digits && begin > 0 && (is_ordinal_suffix(run) || run == "s" || run == "ish")) {
            Piece& number = pieces_.back();
            if (is_ordinal_suffix(run)) number.kind = Kind::ordinal;
            number.plural = run == "s";
            number.span.end = static_cast<std::uint32_t>(span.begin + at);
            continue;
        }
        Piece& piece = pieces_.emplace_back();
        piece.token = token;
        piece.joined = begin > 0 || joined;
        piece.span = {static_cast<std::uint32_t>(span.begin + begin), static_cast<std::uint32_t>(span.begin + at)};
        if (digits) {
            if (size >= kLongestRun) break;
            piece.kind = Kind::number;
            piece.digits = static_cast<std::uint8_t>(size);
            for (const char byte : run) piece.value = piece.value * 10 + (byte - '0');
            continue;
        }
        DateWord word = begin > 0 || run == "q" ? suffix(run) : DateWord{};
        if (word.kind == Kind::none) word = words_.find(hash_word(run));
        piece.kind = word.kind;
        piece.value = word.value;
        known = word.kind != Kind::none && (begin == 0 || is_core(word.kind));
    }
    if (known && pieces_.back().span.end == span.end) {
        for (std::size_t at = static_cast<std::size_t>(before); at < pieces_.size(); ++at) pieces_[at].core = true;
        return;
    }
    pieces_.resize(static_cast<std::size_t>(before));
    Piece& piece = pieces_.emplace_back();
    piece.token = token;
    piece.span = span;
    piece.joined = joined;
}

}  // namespace axray::language
