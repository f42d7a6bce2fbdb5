#include "read/place/text_quote.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <optional>
#include <tuple>

#include <unicode/normalizer2.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include "base/utf8.hpp"
#include "read/characters/ascii.hpp"

namespace axray::read {
namespace {

constexpr std::size_t kMostContext = 12;    // words on one side
constexpr std::size_t kLongestExact = 120;  // bytes; longer quotations are given by their first and last words
constexpr std::size_t kFewestWords = 3;     // of the first and last words
constexpr std::size_t kMostWords = 9;
constexpr std::size_t kGram = 8;           // bytes
constexpr std::size_t kMostPlaces = 2000;  // that are looked at for one quotation

std::uint32_t hash_of_gram(const char* bytes) {
    std::uint64_t number = 0;
    std::memcpy(&number, bytes, kGram);
    return static_cast<std::uint32_t>((number * 0x9E3779B97F4A7C15ULL) >> 32U);
}

bool is_blank(char character) { return character == ' ' || character == '\n'; }

// Quotation marks as a browser's search takes them.
char32_t plain_quote(char32_t character) {
    switch (character) {
        case 0x2018:
        case 0x2019:
        case 0x201A:
        case 0x201B:
        case 0x2032: return U'\'';
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x201F:
        case 0x2033: return U'"';
        default: return character;
    }
}

// A character in the form in which texts are compared: without case and accents.
void append_folded(std::string& folded, char32_t character, const icu::Normalizer2* decomposer) {
    if (character < 0x80) {
        folded.push_back(lower_ascii(static_cast<char>(character)));
        return;
    }
    icu::UnicodeString decomposed(static_cast<UChar32>(plain_quote(character)));
    UErrorCode status = U_ZERO_ERROR;
    if (decomposer != nullptr) decomposed = decomposer->normalize(decomposed, status);
    decomposed.foldCase();
    for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        const UChar32 part = decomposed.char32At(i);
        if (u_charType(part) != U_NON_SPACING_MARK) base::append_utf8(folded, static_cast<char32_t>(part));
    }
}

struct BreakCloser {
    void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
struct TextCloser {
    void operator()(UText* text) const { utext_close(text); }
};

}  // namespace

QuoteFinder::QuoteFinder(const PageText& page) : page_(page) {
    fold();
    find_word_borders();
    index_grams();
}

void QuoteFinder::index_grams() {
    for (std::size_t at = 0; at + kGram <= folded_.size(); ++at)
        grams_.push_back({hash_of_gram(folded_.data() + at), static_cast<std::uint32_t>(at)});
    std::sort(grams_.begin(), grams_.end(), [](const Gram& left, const Gram& right) {
        return std::tie(left.hash, left.position) < std::tie(right.hash, right.position);
    });
}

// Of some runs of the words, the one that stands in the fewest places.
QuoteFinder::Places QuoteFinder::rarest_gram(std::string_view wanted) const {
    constexpr std::size_t kAsked = 16;
    const std::size_t last = wanted.size() - kGram;
    const std::size_t step = std::max<std::size_t>(1, last / kAsked);
    Places rarest{grams_.begin(), grams_.end(), 0};
    for (std::size_t offset = 0; offset <= last; offset += step) {
        const Gram gram{hash_of_gram(wanted.data() + offset), 0};
        const auto [begin, end] =
            std::equal_range(grams_.begin(), grams_.end(), gram,
                             [](const Gram& left, const Gram& right) { return left.hash < right.hash; });
        if (end - begin < rarest.end - rarest.begin) rarest = {begin, end, offset};
    }
    return rarest;
}

void QuoteFinder::fold() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* decomposer = icu::Normalizer2::getNFKDInstance(status);
    folded_.reserve(page_.text.size());
    place_.reserve(page_.text.size() + 1);
    for (std::uint32_t at = 0; at < page_.text.size();) {
        const auto character = base::decode_utf8(page_.text, at);
        append_folded(folded_, character.value, decomposer);
        place_.resize(folded_.size(), at);
        at += character.size;
    }
    place_.push_back(static_cast<std::uint32_t>(page_.text.size()));
}

void QuoteFinder::find_word_borders() {
    border_.assign(folded_.size() + 1, false);
    border_.front() = border_.back() = true;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, TextCloser> text(
        utext_openUTF8(nullptr, folded_.data(), static_cast<int64_t>(folded_.size()), &status));
    const std::unique_ptr<UBreakIterator, BreakCloser> words(ubrk_open(UBRK_WORD, "", nullptr, 0, &status));
    ubrk_setUText(words.get(), text.get(), &status);
    if (U_FAILURE(status) != 0) return;
    for (int32_t at = ubrk_first(words.get()); at != UBRK_DONE; at = ubrk_next(words.get())) {
        border_[static_cast<std::size_t>(at)] = true;
    }
}

QuoteFinder::Range QuoteFinder::folded_range(Span span) const {
    const auto index_of = [this](std::uint32_t place) {
        return static_cast<std::size_t>(std::lower_bound(place_.begin(), place_.end(), place) - place_.begin());
    };
    return {index_of(span.begin), index_of(span.end)};
}

QuoteFinder::Range QuoteFinder::trimmed(Range range) const {
    while (!range.empty() && is_blank(folded_[range.begin])) ++range.begin;
    while (!range.empty() && is_blank(folded_[range.end - 1])) --range.end;
    return range;
}

QuoteFinder::Range QuoteFinder::whole_words(Range range) const {
    range = trimmed(range);
    while (range.begin > 0 && !border_[range.begin]) --range.begin;
    while (range.end < folded_.size() && !border_[range.end]) ++range.end;
    return range;
}

QuoteFinder::Range QuoteFinder::piece_around(std::size_t position) const {
    const std::size_t before = position == 0 ? std::string::npos : folded_.rfind('\n', position - 1);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    return {begin, std::min(folded_.find('\n', position), folded_.size())};
}

QuoteFinder::Range QuoteFinder::words_before(Range text, std::size_t count, Range within) const {
    std::size_t end = text.begin;
    while (end > within.begin && is_blank(folded_[end - 1])) --end;
    if (end <= within.begin) return {};
    const std::size_t first = std::max(within.begin, piece_around(end - 1).begin);
    std::size_t begin = end;
    for (std::size_t words = 0; words < count && begin > first; ++words) {
        while (begin > first && is_blank(folded_[begin - 1])) --begin;
        while (begin > first && !is_blank(folded_[begin - 1])) --begin;
    }
    return trimmed({begin, end});
}

QuoteFinder::Range QuoteFinder::words_after(Range text, std::size_t count, Range within) const {
    std::size_t begin = text.end;
    while (begin < within.end && is_blank(folded_[begin])) ++begin;
    if (begin >= within.end) return {};
    const std::size_t last = std::min(within.end, piece_around(begin).end);
    std::size_t end = begin;
    for (std::size_t words = 0; words < count && end < last; ++words) {
        while (end < last && is_blank(folded_[end])) ++end;
        while (end < last && !is_blank(folded_[end])) ++end;
    }
    return trimmed({begin, end});
}

bool QuoteFinder::matches(std::size_t at, const Term& term, Borders borders) const {
    const std::size_t end = at + term.text.size();
    if (borders == Borders::of_words && !(border_[at] && border_[end])) return false;
    if (!term.prefix.empty()) {
        std::size_t before = at;
        while (before > 0 && is_blank(folded_[before - 1])) --before;
        if (before < term.prefix.size()) return false;
        const std::size_t begin = before - term.prefix.size();
        if (slice({begin, before}) != slice(term.prefix)) return false;
        if (borders == Borders::of_words && !border_[begin]) return false;
    }
    if (!term.suffix.empty()) {
        std::size_t after = end;
        while (after < folded_.size() && is_blank(folded_[after])) ++after;
        const std::size_t last = after + term.suffix.size();
        if (last > folded_.size() || slice({after, last}) != slice(term.suffix)) return false;
        if (borders == Borders::of_words && !border_[last]) return false;
    }
    return true;
}

std::size_t QuoteFinder::first_match(std::size_t from, const Term& term, Borders borders) const {
    const std::string_view wanted = slice(term.text);
    if (wanted.size() >= kGram) {
        const Places places = rarest_gram(wanted);
        if (places.end - places.begin > static_cast<std::ptrdiff_t>(kMostPlaces)) return std::string::npos;
        for (auto place = places.begin; place != places.end; ++place) {
            if (place->position < from + places.offset) continue;
            const std::size_t at = place->position - places.offset;
            if (folded_.compare(at, wanted.size(), wanted) == 0 && matches(at, term, borders)) return at;
        }
        return std::string::npos;
    }
    for (std::size_t at = folded_.find(wanted, from); at != std::string::npos; at = folded_.find(wanted, at + 1)) {
        if (matches(at, term, borders)) return at;
    }
    return std::string::npos;
}

// Adds as few words around the term as make it match at its own place alone, or, when nothing does, as make its own
// place the first, which a browser takes. Words of its own piece are tried before those of the next one, which may be
// hidden by a style.
bool QuoteFinder::make_unique(Term& term, Context context, Borders borders) const {
    std::optional<Term> first_of_several;
    const auto is_unique = [&](const Term& variant) {
        const std::size_t first = first_match(0, variant, borders);
        if (first != variant.text.begin) return false;
        if (first_match(first + 1, variant, borders) == std::string::npos) return true;
        if (!first_of_several) first_of_several = variant;
        return false;
    };
    if (is_unique(term)) return true;
    const Range piece{piece_around(term.text.begin).begin, piece_around(term.text.end).end};
    const Range all{0, folded_.size()};
    for (const Range within : {piece, all}) {
        for (std::size_t count = 1; count <= kMostContext; ++count) {
            const Range before = context == Context::after ? Range{} : words_before(term.text, count, within);
            const Range after = context == Context::before ? Range{} : words_after(term.text, count, within);
            const Term variants[] = {{term.text, {}, after}, {term.text, before, {}}, {term.text, before, after}};
            for (const Term& variant : variants) {
                if (!is_unique(variant)) continue;
                term = variant;
                return true;
            }
        }
    }
    if (first_of_several) term = *first_of_several;
    return first_of_several.has_value();
}

// The same for the last words of a range: they have to be the first that match after its first words.
bool QuoteFinder::make_first_after(std::size_t from, Term& term) const {
    for (std::size_t count = 0; count <= kMostContext; ++count) {
        term.suffix = words_after(term.text, count, {0, folded_.size()});
        if (first_match(from, term, Borders::of_words) == term.text.begin) return true;
    }
    return false;
}

std::string QuoteFinder::original(Range range) const {
    std::string text = page_.text.substr(place_[range.begin], place_[range.end] - place_[range.begin]);
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

TextQuote QuoteFinder::quote(Span span) const {
    Term term{folded_range(span), {}, {}};
    if (term.text.empty()) return {};
    if (!make_unique(term, Context::both_sides, Borders::any)) {
        term.prefix = words_before(term.text, kMostContext, {0, folded_.size()});
        term.suffix = words_after(term.text, kMostContext, {0, folded_.size()});
    }
    TextQuote quote;
    quote.exact = original(term.text);
    // With the blank between them, so that the three join to the words of the page.
    if (!term.prefix.empty()) quote.prefix = original({term.prefix.begin, term.text.begin});
    if (!term.suffix.empty()) quote.suffix = original({term.text.end, term.suffix.end});
    return quote;
}

// Everything but letters, digits and signs without a meaning there is written as %XX; "-", "," and "&" have one.
std::string QuoteFinder::encoded(Range range) const {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string text;
    for (const char character : original(range)) {
        const auto byte = static_cast<unsigned char>(character);
        if (is_ascii_letter(character) || is_ascii_digit(character) || character == '.' || character == '_' ||
            character == '~') {
            text.push_back(character);
        } else {
            text.push_back('%');
            text.push_back(kDigits[byte >> 4U]);
            text.push_back(kDigits[byte & 0xFU]);
        }
    }
    return text;
}

std::string QuoteFinder::fragment(Span span) const {
    const Range range = whole_words(folded_range(span));
    if (range.empty()) return {};
    const bool one_piece = slice(range).find('\n') == std::string_view::npos;
    if (one_piece && range.size() <= kLongestExact) {
        Term term{range, {}, {}};
        if (make_unique(term, Context::both_sides, Borders::of_words)) {
            std::string fragment = "#:~:text=";
            if (!term.prefix.empty()) fragment += encoded(term.prefix) + "-,";
            fragment += encoded(term.text);
            if (!term.suffix.empty()) fragment += ",-" + encoded(term.suffix);
            return fragment;
        }
    }
    return range_fragment(range);
}

std::string QuoteFinder::range_fragment(Range range) const {
    for (std::size_t count = kFewestWords; count <= kMostWords; ++count) {
        Term first{words_after({range.begin, range.begin}, count, range), {}, {}};
        Term last{words_before({range.end, range.end}, count, {first.text.end, range.end}), {}, {}};
        first.text = whole_words(first.text);
        last.text = whole_words(last.text);
        if (first.text.empty() || last.text.empty() || last.text.begin < first.text.end) continue;
        if (!make_unique(first, Context::before, Borders::of_words)) continue;
        if (!make_first_after(first.text.end, last)) continue;
        std::string fragment = "#:~:text=";
        if (!first.prefix.empty()) fragment += encoded(first.prefix) + "-,";
        fragment += encoded(first.text) + "," + encoded(last.text);
        if (!last.suffix.empty()) fragment += ",-" + encoded(last.suffix);
        return fragment;
    }
    return {};
}

}  // namespace axray::read
