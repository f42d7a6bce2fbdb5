#include "language/names/acronyms.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "language/segments/tokenizer.hpp"
#include "language/words/lexicon.hpp"

namespace axray::language {
namespace {

constexpr std::size_t kLongestAcronym = 12;  // letters

// The letters and digits of a short form, in lower case; size 0 when it is too long or not ASCII.
struct Letters {
    std::array<char, kLongestAcronym> bytes{};
    std::size_t size = 0;
};

char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte; }
bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

Letters letters_of(std::string_view short_form) {
    Letters letters;
    for (const char byte : short_form) {
        const char folded = lower(byte);
        if ((folded < 'a' || folded > 'z') && !is_digit(folded)) continue;
        if (letters.size == kLongestAcronym) return {};
        letters.bytes[letters.size++] = folded;
    }
    return letters;
}

// The token at or before `end` at which a long form begins whose words begin with the letters, in order; `end` when
// there is none. Function words may be skipped; the first letter must be the first word's.
std::uint32_t long_form_begin(const TokenView& view, std::uint32_t limit, std::uint32_t end, const Letters& letters) {
    std::size_t left = letters.size;
    std::uint32_t at = end;
    while (left > 0 && at > limit) {
        --at;
        if (view.is_sign(at)) {
            const Sign sign = view.sign(at);
            if (sign == Sign::hyphen || sign == Sign::ampersand) continue;
            return end;
        }
        const std::string_view written = view.slice(at);
        if (is_digit(written[0])) {
            std::size_t size = written.size();
            while (size > 0 && left > 0 && written[size - 1] == letters.bytes[left - 1]) {
                --size;
                --left;
            }
            if (size != 0) return end;
        } else if (lower(written[0]) == letters.bytes[left - 1]) {
            --left;
        } else if (!view.uses(at, kUseFunction | kUseNameInner)) {
            return end;
        }
    }
    return left == 0 && !is_digit(view.slice(at)[0]) ? at : end;
}

// The letters stand in this order among the letters of the name, the first at its beginning.
bool abbreviates(const TokenView& view, const Mention& mention, const Letters& letters) {
    const std::string_view name = view.text.substr(mention.span.begin, mention.span.size());
    std::size_t matched = 0;
    bool first = true;
    for (const char byte : name) {
        const char folded = lower(byte);
        if (matched < letters.size && folded == letters.bytes[matched]) {
            ++matched;
        } else if (first) {
            return false;
        }
        first = false;
    }
    return matched == letters.size;
}

bool is_short_form(const TokenView& view, const Mention& mention) {
    const std::uint32_t at = mention.tokens.begin;
    const bool acronym = view.has(at, kAllCapitals) || view.tokens.kind[at] == TokenKind::alphanumeric;
    return acronym && mention.tokens.size() <= 3 && mention.span.size() <= kLongestAcronym;
}

void connect(Mention& one, Mention& other) {
    one.alias = other.key;
    other.alias = one.key;
}

}  // namespace

std::uint64_t acronym_of(const TokenView& view, TokenSpan name) {
    std::array<char, 64> initials;
    std::size_t size = 0;
    unsigned words = 0;
    for (std::uint32_t at = name.begin; at < name.end && size + 8 < initials.size(); ++at) {
        if (view.is_sign(at)) continue;
        const std::string_view written = view.slice(at);
        if (is_digit(written[0])) {
            for (std::size_t i = 0; i < written.size() && i < 4; ++i) initials[size++] = written[i];
        } else if (view.has(at, kCapitalised)) {
            initials[size++] = lower(written[0]);
            ++words;
        }
    }
    return words >= 2 ? hash_word({initials.data(), size}) : 0;
}

void link_acronyms(const TokenView& view, TokenSpan sentence, std::size_t first, std::vector<Mention>& mentions) {
    const std::size_t count = mentions.size();
    for (std::size_t i = first; i < count; ++i) {
        const std::uint32_t open = mentions[i].tokens.begin - 1;
        const bool bracketed = mentions[i].tokens.begin > sentence.begin + 1 && view.sign(open) == Sign::open_bracket &&
                               mentions[i].tokens.end < sentence.end &&
                               view.sign(mentions[i].tokens.end) == Sign::close_bracket;
        if (!bracketed) continue;
        const std::uint32_t before = open - 1;  // last token of the long form
        const bool name_before = i > first && mentions[i - 1].tokens.end == open;
        if (name_before) {
            Mention& outer = mentions[i - 1];
            Mention& inner = mentions[i];
            const Mention& brief = is_short_form(view, inner) ? inner : outer;
            const Mention& full = &brief == &inner ? outer : inner;
            const Letters letters = letters_of(view.text.substr(brief.span.begin, brief.span.size()));
            const bool fits = is_short_form(view, brief) && letters.size >= 2 &&
                              (full.acronym == brief.key || abbreviates(view, full, letters));
            if (fits) {
                connect(outer, inner);
                continue;
            }
        }
        if (!is_short_form(view, mentions[i])) continue;
        const Letters letters = letters_of(view.text.substr(mentions[i].span.begin, mentions[i].span.size()));
        if (letters.size < 2) continue;
        const std::uint32_t begin = long_form_begin(view, sentence.begin, before + 1, letters);
        if (begin > before || (name_before && mentions[i - 1].tokens.begin < begin)) continue;
        const Span span = view.span({begin, before + 1});
        const std::uint64_t key = name_key(view.text.substr(span.begin, span.size()));
        mentions[i].alias = key;
        if (name_before && mentions[i - 1].tokens.begin == begin) mentions[i - 1].alias = mentions[i].key;
    }
}

}  // namespace axray::language
