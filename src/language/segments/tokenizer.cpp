#include "language/segments/tokenizer.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "language/segments/abbreviations.hpp"
#include "language/segments/addresses.hpp"
#include "language/segments/figures.hpp"
#include "language/segments/signs.hpp"
#include "language/words/characters.hpp"

namespace axray::language {
namespace {

constexpr std::string_view kShortNot = "n't";

bool is_ascii_word_byte(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value < 0x80 && (is_letter(kAsciiKinds[value]) || kAsciiKinds[value] == CharacterKind::digit);
}

}  // namespace

Tokenizer::Tokenizer(std::string_view text, WordCache& cache, Tokens& tokens, std::vector<WordFacts>& facts)
    : whole_(text), cache_(cache), tokens_(tokens), facts_(facts) {
    resize(text.size() / 9 * 2 + 16);  // English text has a token for every 5 bytes, blanks included
}

void Tokenizer::resize(std::size_t size) {
    tokens_.span.resize(size);
    tokens_.kind.resize(size);
    tokens_.form.resize(size);
    tokens_.stem.resize(size);
    tokens_.lemma.resize(size);
    tokens_.marks.resize(size);
    if (facts_.size() < size) facts_.resize(size);
}

void Tokenizer::finish() {
    resize(count_);
    tokens_.quantity.assign(count_, kNone);
    tokens_.date.assign(count_, kNone);
    tokens_.mention.assign(count_, kNone);
}

void Tokenizer::tokenize(Span range) {
    text_ = whole_.substr(0, range.end);
    first_ = count_;
    std::uint32_t at = range.begin;
    while (at < range.end) {
        const Character character = character_at(text_, at);
        if (character.kind == CharacterKind::space) {
            at += character.size;
        } else if (is_letter(character.kind) && !extends_character(character.value)) {
            at = take_word(at);
        } else if (character.kind == CharacterKind::digit || is_bare_fraction(at)) {
            at = take_number(at);
        } else {
            at = take_sign(at, character);
        }
    }
}

void Tokenizer::take_given(Span range) {
    const std::uint32_t first = count_;
    if (range.size() <= kLongestToken) tokenize(range);
    if (count_ == first + 1 && tokens_.span[first] == range) return;
    count_ = first;
    Folder folder;
    WordLook shape;
    const std::uint32_t end = std::min(range.end, range.begin + kLongestToken);
    for (std::uint32_t at = range.begin; at < end;) {
        const Character character = character_at(whole_, at);
        shape.add(character.kind);
        folder.add(character);
        at += character.size;
    }
    if (shape.letters == 0) return take_given_sign(range, folder.view(), shape.digits);
    emit_word(range, shape.digits > 0 ? TokenKind::alphanumeric : TokenKind::word, folder.view(), shape);
}

// A given token without letters: "14-15", ":-)".
void Tokenizer::take_given_sign(Span range, std::string_view folded, std::uint32_t digits) {
    const Character first = character_at(whole_, range.begin);
    const TokenKind plain = first.kind == CharacterKind::punctuation ? TokenKind::punctuation : TokenKind::symbol;
    WordFacts facts;
    if (digits == 0) facts.value = static_cast<std::uint8_t>(sign_of(first.value));
    emit_plain(range, digits > 0 ? TokenKind::number : plain, hash_word(folded), 0, facts);
}

void Tokenizer::emit_word(Span span, TokenKind kind, std::string_view folded, const WordLook& shape) {
    const Word* word = &cache_.find(folded, hash_word(folded));
    if (word->facts.is(kUseContraction)) {
        const bool short_acronym = folded.size() <= 3 && shape.capitals == shape.letters;  // "IM"
        if (word->facts.value > 0 && span.size() == folded.size() && !short_acronym)
            return emit_contraction(span, folded, shape, word->facts.value);
        if (folded == kShortNot || stands_in_word(span)) {
            const std::string_view whole = whole_form(folded);
            word = &cache_.find(whole, hash_word(whole));
        }
    }
    emit(span, kind, folded, shape, *word);
}

void Tokenizer::emit(Span span, TokenKind kind, std::string_view folded, const WordLook& shape, const Word& found) {
    const Word* word = &found;
    const std::uint16_t marks = shape.marks();
    if ((marks & kAllCapitals) != 0 && word->facts.is(kUseAcronymInCapitals)) {
        std::array<char, 8> acronym;  // the longest of them has three letters
        std::memcpy(acronym.data(), folded.data(), folded.size());
        acronym[folded.size()] = '#';
        const std::string_view distinct(acronym.data(), folded.size() + 1);
        word = &cache_.find(distinct, hash_word(distinct));
    }
    if (count_ == tokens_.span.size()) resize(tokens_.span.size() * 2);
    tokens_.span[count_] = span;
    tokens_.kind[count_] = kind;
    tokens_.form[count_] = word->form;
    tokens_.stem[count_] = word->stem;
    tokens_.lemma[count_] = word->lemma;
    tokens_.marks[count_] = static_cast<std::uint16_t>(marks | (word->facts.is(kUseFunction) ? kFunctionWord : 0) |
                                                       (word->facts.is(kUseNegation) ? kNegationCue : 0));
    facts_[count_] = word->facts;
    ++count_;
}

// "cannot", "gonna", "dont": two tokens.
void Tokenizer::emit_contraction(Span span, std::string_view folded, const WordLook& shape, std::uint32_t first) {
    const auto add = [this, &shape](Span part, std::string_view written) {
        const std::string_view whole = whole_form(written);
        emit(part, TokenKind::word, whole, shape, cache_.find(whole, hash_word(whole)));
    };
    add({span.begin, span.begin + first}, folded.substr(0, first));
    add({span.begin + first, span.end}, folded.substr(first));
    tokens_.marks[count_ - 1] = static_cast<std::uint16_t>(tokens_.marks[count_ - 1] & ~kCapitalised);
}

// Letters follow or come before it without a blank: it is a part of what was written as one word.
bool Tokenizer::stands_in_word(Span span) const {
    const bool before = span.begin > 0 && is_ascii_word_byte(whole_[span.begin - 1]);
    return before || (span.end < whole_.size() && is_ascii_word_byte(whole_[span.end]));
}

void Tokenizer::emit_plain(Span span, TokenKind kind, std::uint64_t form, std::uint16_t marks, WordFacts facts) {
    if (count_ == tokens_.span.size()) resize(tokens_.span.size() * 2);
    tokens_.span[count_] = span;
    tokens_.kind[count_] = kind;
    tokens_.form[count_] = form;
    tokens_.stem[count_] = form;
    tokens_.lemma[count_] = form;
    tokens_.marks[count_] = marks;
    facts_[count_] = facts;
    ++count_;
}

std::uint32_t Tokenizer::apostrophe_size(std::uint32_t at) const {
    if (byte(at) == '\'') return 1;
    return text_.substr(std::min<std::size_t>(at, text_.size()), 3) == "\xE2\x80\x99" ? 3 : 0;
}

bool Tokenizer::is_letter_at(std::uint32_t at) const {
    return at < text_.size() && is_letter(character_at(text_, at).kind);
}

bool Tokenizer::is_word_at(std::uint32_t at) const {
    if (at >= text_.size()) return false;
    const CharacterKind kind = character_at(text_, at).kind;
    return is_letter(kind) || kind == CharacterKind::digit;
}

bool Tokenizer::is_bare_fraction(std::uint32_t at) const {
    return byte(at) == '.' && byte(at + 1) >= '0' && byte(at + 1) <= '9' &&
           (at == 0 || !is_ascii_word_byte(text_[at - 1]));
}

// The size of 's, 'd, 'm, 're, 've or 'll whose letters begin at `at` and are followed by no further letter; else 0.
std::uint32_t Tokenizer::clitic_size(std::uint32_t at) const {
    const auto lower = [this](std::uint32_t position) { return static_cast<char>(byte(position) | 0x20); };
    const char first = lower(at);
    if ((first == 's' || first == 'd' || first == 'm') && !is_word_at(at + 1)) return 1;
    const char second = lower(at + 1);
    const bool two = ((first == 'r' || first == 'v') && second == 'e') || (first == 'l' && second == 'l');
    return two && !is_word_at(at + 2) ? 2 : 0;
}

// An address that begins at `begin` and of which `from` is known to be a part: all up to the next blank.
std::uint32_t Tokenizer::take_address(std::uint32_t begin, std::uint32_t from) {
    std::uint32_t at = from;
    const bool bare = !is_ascii_word_byte(byte(at)) &&  // a domain or the name of a file
                      std::string_view("/:?#@-._+%&").find(byte(at)) == std::string_view::npos;
    while (!bare && at < text_.size() && !ends_address(text_[at])) {
        const Character character = character_at(text_, at);
        if (character.value >= 0x80 && !is_letter(character.kind)) break;
        at += character.size;
    }
    constexpr std::string_view kTrailing = ".,;:!?')]}";
    while (at > from && kTrailing.find(text_[at - 1]) != std::string_view::npos) --at;
    if (at > from + 2 && byte(at - 2) == '\'' && byte(at - 1) == 's') at -= 2;
    emit_plain({begin, at}, TokenKind::address, hash_word(text_.substr(begin, at - begin)), 0, {});
    return take_clitic(at);
}

// "USD1,700", "RM23.50": a currency, where the digits at `at` have separators or the letters are a code that we know.
bool Tokenizer::is_money_code(std::string_view folded, std::uint32_t at) {
    if (folded.size() < 2 || folded.size() > 3) return false;
    std::uint32_t end = at;
    while (end - at < 4 && byte(end) >= '0' && byte(end) <= '9') ++end;
    const bool separated = (byte(end) == ',' || byte(end) == '.') && byte(end + 1) >= '0' && byte(end + 1) <= '9' &&
                           byte(end + 2) >= '0' && byte(end + 2) <= '9';
    return separated || (folded.size() == 3 && cache_.find(folded, hash_word(folded)).facts.is(kUseCurrency));
}

// Looks at the character at `at` that is neither letter nor digit, and says what it does to the word before it.
Tokenizer::Joint Tokenizer::joint(std::uint32_t at, std::string_view folded, const WordLook& shape) {
    if (const std::uint32_t size = apostrophe_size(at); size != 0) {
        if (shape.letters >= 2 && shape.digits + shape.dots == 0 && (byte(at - 1) | 0x20) == 'n' &&
            (byte(at + size) | 0x20) == 't' && !is_word_at(at + size + 1))
            return {.negation = at + size + 1};
        return is_letter_at(at + size) && clitic_size(at + size) == 0 ? Joint{size, '\''} : Joint{};
    }
    switch (text_[at]) {
        case '-':
        case '+': return leads_to_mail(text_, at) ? Joint{.address_from = at} : Joint{};
        case '_': return is_word_at(at + 1) ? Joint{1, '_'} : Joint{};
        case '.': {
            if (leads_to_mail(text_, at)) return {.address_from = at};
            const bool single = shape.segment == 1 && shape.letters == shape.dots + 1;
            if (single && is_letter_at(at + 1)) {
                const std::uint32_t next = at + 1 + character_at(text_, at + 1).size;
                if (!is_word_at(next) && apostrophe_size(next) == 0) return {1, '.'};
            }
            if (single && shape.dots > 0) return {1, '.', true};
            if (folded == "ph" && byte(at + 1) == 'D' && !is_word_at(at + 2)) return {1, '.'};
            if (folded == "ph.d") return {1, '.', true};
            if (folded == "www" && is_word_at(at + 1)) return {.address_from = at};
            if (folded.size() >= 2) {
                const std::uint32_t end = domain_end(text_, folded, at, cache_);
                return {.address_from = end};
            }
            return {};
        }
        case '&':
            if (shape.capitals == shape.letters && shape.letters <= 3 && byte(at + 1) >= 'A' && byte(at + 1) <= 'Z')
                return {1, '&'};
            return {};
        case '@': return is_ascii_word_byte(byte(at + 1)) ? Joint{.address_from = at + 1} : Joint{};
        case ':':
            if (folded != "http" && folded != "https" && folded != "ftp") return {};
            return text_.substr(at, 3) == "://" ? Joint{.address_from = at} : Joint{};
        default: return {};
    }
}

std::uint32_t Tokenizer::take_word(std::uint32_t begin) {
    Folder folder;
    WordLook shape;
    std::uint32_t at = begin;
    while (at < text_.size() && at - begin < kLongestToken) {
        const Character character = character_at(text_, at);
        const bool digit = character.kind == CharacterKind::digit;
        if (is_letter(character.kind) || digit) {
            if (digit && shape.digits == 0 && is_money_code(folder.view(), at)) break;
            shape.add(character.kind);
            folder.add(character);
            at += character.size;
            continue;
        }
        if (character.kind == CharacterKind::space) break;
        const Joint joint = this->joint(at, folder.view(), shape);
        if (joint.address_from != 0) return take_address(begin, joint.address_from);
        if (joint.negation != 0) {
            shape.drop(character_at(text_, at - 1).kind);
            folder.drop_last();
            emit_word({begin, at - 1}, TokenKind::word, folder.view(), shape);
            emit_word({at - 1, joint.negation}, TokenKind::word, kShortNot, WordLook{});
            return joint.negation;
        }
        if (joint.size == 0) break;
        folder.add_byte(joint.folded);
        shape.join(joint.folded);
        at += joint.size;
        if (joint.last) break;
    }
    if (byte(at) == '.' && shape.dots == 0 && shape.digits == 0 && at - begin <= kLongestAbbreviation)
        return take_clitic(take_word_before_stop({begin, at}, folder.view(), shape));
    const Span span{begin, at};
    std::string_view folded = folder.view();
    Folder letters;
    if (shape.dots > 0 && shape.capitals == shape.letters) {  // "U.S." is the word "US"
        for (const char byte : folded) {
            if (byte != '.') letters.add_byte(byte);
        }
        folded = letters.view();
    } else if (shape.dots > 0 && folder.last() != '.') {
        folder.add_byte('.');
        folded = folder.view();
    }
    if (shape.digits > 0) {
        emit_plain(span, TokenKind::alphanumeric, hash_word(folded), shape.marks(), {});
    } else {
        emit_word(span, TokenKind::word, folded, shape);
    }
    return take_clitic(at);
}

// What stands behind the full stop at `stop`. Looks at the next word at most.
AfterStop Tokenizer::after_stop(std::uint32_t stop) {
    std::size_t at = stop + 1;
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\n' || text_[at] == '\t')) ++at;
    if (at >= text_.size()) return AfterStop::nothing;
    const Character character = character_at(text_, at);
    switch (character.kind) {
        case CharacterKind::digit: return AfterStop::digit;
        case CharacterKind::lower: return AfterStop::lower;
        case CharacterKind::upper: break;
        default:
            return std::string_view(",;:-").find(text_[at]) == std::string_view::npos ? AfterStop::other
                                                                                      : AfterStop::middle;
    }
    Folder folder;
    const std::size_t end = std::min(text_.size(), at + 16);
    for (; at < end && is_ascii_word_byte(text_[at]); ++at) folder.add(character_at(text_, at));
    const bool initial = folder.view().size() < 2 && byte(static_cast<std::uint32_t>(at)) == '.';
    if (initial || at == end) return AfterStop::capital;
    const WordFacts& facts = cache_.find(folder.view(), hash_word(folder.view())).facts;
    if (facts.is(kUseMonth | kUseMonthAbbreviation)) return AfterStop::month;
    return facts.is(kUseFunction | kUseDiscourse) ? AfterStop::starter : AfterStop::capital;
}

// The word of `span`, with the full stop behind it if that belongs to an abbreviation. Returns where it ends.
std::uint32_t Tokenizer::take_word_before_stop(Span span, std::string_view folded, const WordLook& shape) {
    const Word word = cache_.find(folded, hash_word(folded));
    WordBeforeStop before;
    before.facts = word.facts;
    before.letters = shape.letters;
    const bool possible = shape.letters == 1 || word.facts.is(kUseAbbreviation | kUseTitleAbbreviation);
    if (!possible || (byte(span.end + 1) == '.' && byte(span.end + 2) == '.')) {
        emit_word(span, TokenKind::word, folded, shape);
        return span.end;
    }
    before.capitalised = shape.first_capital;
    before.first = count_ == first_;
    before.counts = folded == "i";
    before.next = after_stop(span.end);
    if (!before.first) {
        const std::uint32_t last = count_ - 1;
        before.after_comma = facts_[last].value == static_cast<std::uint8_t>(Sign::comma) &&
                             tokens_.kind[last] == TokenKind::punctuation;
        before.after_ordinary_word =
            tokens_.kind[last] == TokenKind::word && (tokens_.marks[last] & (kCapitalised | kFunctionWord)) == 0;
    }
    if (!keeps_stop(before)) {
        emit_word(span, TokenKind::word, folded, shape);
        return span.end;
    }
    span.end += 1;
    if (!word.facts.is(kUseFunction | kUseNegation) || shape.letters == 1) {
        emit(span, TokenKind::word, folded, shape, word);
        return span.end;
    }
    Folder folder;  // "No." is not the word "no"
    for (const char letter : folded) folder.add_byte(letter);
    folder.add_byte('.');
    Word abbreviation = cache_.find(folder.view(), hash_word(folder.view()));
    constexpr std::uint64_t kOfTheWord = kUseFunction | kUseNegation | kUseDeterminer | kUseAuxiliary | kUsePronoun;
    abbreviation.facts.uses |= word.facts.uses & ~kOfTheWord;
    abbreviation.facts.value = word.facts.value;
    emit(span, TokenKind::word, folder.view(), shape, abbreviation);
    return span.end;
}

// The clitic that follows a word at `at`, if one does.
std::uint32_t Tokenizer::take_clitic(std::uint32_t at) {
    const std::uint32_t mark = apostrophe_size(at);
    if (mark == 0) return at;
    const std::uint32_t size = clitic_size(at + mark);
    if (size == 0) return at;
    Folder folder;
    folder.add_byte('\'');
    for (std::uint32_t i = 0; i < size; ++i) folder.add_byte(static_cast<char>(byte(at + mark + i) | 0x20));
    emit_word({at, at + mark + size}, TokenKind::word, folder.view(), WordLook{});
    return at + mark + size;
}

std::uint32_t Tokenizer::take_number(std::uint32_t begin) {
    Folder folder;
    WordLook shape;
    std::uint32_t at = begin;
    const auto digit = [this](std::uint32_t position) { return byte(position) >= '0' && byte(position) <= '9'; };
    const auto thousands = [&](std::uint32_t comma) {
        return digit(comma + 1) && digit(comma + 2) && digit(comma + 3) && !digit(comma + 4);
    };
    while (at < text_.size()) {
        const Character character = character_at(text_, at);
        const bool word = is_letter(character.kind) || character.kind == CharacterKind::digit;
        if (shape.letters > 0 && at - begin >= kLongestToken) break;
        const bool separator = character.value == ',' && shape.letters == 0 && thousands(at);
        const bool point = character.value == '.' && shape.letters == 0 && digit(at + 1);
        if (!word && !separator && !point) {
            const bool grouped = character.value == ':' || character.value == '/' || character.value == '-';
            const std::uint32_t end = grouped && shape.letters == 0 ? figure_end(text_, begin) : 0;
            if (end <= at) break;
            emit_plain({begin, end}, TokenKind::number, hash_word(text_.substr(begin, end - begin)), 0, {});
            return end;
        }
        if (word) shape.add(character.kind);
        if (!separator && at - begin < kLongestToken) folder.add(character);
        at += character.size;
    }
    const TokenKind kind = shape.letters == 0 ? TokenKind::number : TokenKind::alphanumeric;
    const std::string_view form = at - begin <= kLongestToken ? folder.view() : text_.substr(begin, at - begin);
    emit_plain({begin, at}, kind, hash_word(form), 0, {});
    return take_clitic(at);
}

std::uint32_t Tokenizer::take_sign(std::uint32_t begin, const Character& first) {
    if (first.value == '@' && is_ascii_word_byte(byte(begin + 1))) {
        std::uint32_t end = begin + 1;
        while (is_ascii_word_byte(byte(end)) || byte(end) == '_') ++end;
        if (byte(end) == '.') end = std::max(end, domain_end(text_, {}, end, cache_));
        emit_plain({begin, end}, TokenKind::address, hash_word(text_.substr(begin, end - begin)), 0, {});
        return end;
    }
    if (first.value == '#' && is_letter_at(begin + 1) && (begin == 0 || !is_word_at(begin - 1))) {
        const std::uint32_t tag = count_;
        const std::uint32_t end = take_word(begin + 1);
        tokens_.span[tag].begin = begin;
        return end;
    }
    if (const std::uint32_t size = emoticon_size(text_, begin); size != 0) return take_emoticon({begin, begin + size});
    Sign sign = first.kind == CharacterKind::malformed ? Sign::malformed : sign_of(first.value);
    std::uint32_t end = begin + first.size;
    if (merges_runs(sign, first.value)) {
        while (end < text_.size() && end - begin < kLongestToken) {
            const Character next = character_at(text_, end);
            const bool same = sign == Sign::malformed ? next.kind == CharacterKind::malformed
                                                      : continues_run(first.value, next.value);
            if (!same) break;
            end += next.size;
        }
    }
    end = past_extensions(first.value, end);
    const bool doubled = (first.value == '\'' || first.value == '`') && byte(end) == static_cast<char>(first.value);
    if (doubled) {  // ``typewriter quotation marks''
        sign = first.value == '`' ? Sign::open_quote : Sign::straight_quote;
        ++end;
    }
    const auto blank_or_border = [this](std::uint32_t at) {
        return at >= text_.size() || static_cast<unsigned char>(text_[at]) <= ' ';
    };
    if (first.value < 0x80 && end - begin > 1) sign = sign_of_run(sign, text_.substr(begin, end - begin));
    const bool apart = blank_or_border(end) && (begin == 0 || blank_or_border(begin - 1));
    if (sign == Sign::hyphen && (end - begin > 1 || apart)) sign = Sign::dash;
    const bool punctuation = first.kind == CharacterKind::punctuation || doubled;
    WordFacts facts;
    facts.value = static_cast<std::uint8_t>(sign);
    emit_plain({begin, end}, punctuation ? TokenKind::punctuation : TokenKind::symbol,
               hash_word(plain_sign(sign, text_.substr(begin, end - begin))), 0, facts);
    return end;
}

// Marks, joiners (U+200D) and what they join, and the second letter of a flag: emoji are one token.
std::uint32_t Tokenizer::past_extensions(char32_t first, std::uint32_t end) const {
    const auto is_flag_letter = [](char32_t value) { return value >= 0x1F1E6 && value <= 0x1F1FF; };
    const std::size_t limit = std::min<std::size_t>(text_.size(), end + kLongestToken);
    for (char32_t last = first; end < limit && (text_[end] & '\x80') != 0;) {
        const Character next = character_at(text_, end);
        const bool joined = last == 0x200D && next.kind == CharacterKind::symbol;
        const bool flag = last == first && is_flag_letter(first) && is_flag_letter(next.value);
        if (!joined && !flag && !extends_character(next.value)) return end;
        last = flag ? 0 : next.value;
        end += next.size;
    }
    return end;
}

std::uint32_t Tokenizer::take_emoticon(Span span) {
    WordFacts facts;
    facts.value = static_cast<std::uint8_t>(Sign::emoticon);
    emit_plain(span, TokenKind::symbol, hash_word(text_.substr(span.begin, span.size())), 0, facts);
    return span.end;
}

std::uint64_t name_key(std::string_view text) {
    std::array<char, 256> key;
    std::size_t size = 0;
    for (std::size_t at = 0; at < text.size() && size + 8 < key.size();) {
        const Character character = character_at(text, at);
        at += character.size;
        if (!is_letter(character.kind) && character.kind != CharacterKind::digit) continue;
        Folder folder;
        folder.add(character);
        std::memcpy(key.data() + size, folder.view().data(), folder.view().size());
        size += folder.view().size();
    }
    return hash_word({key.data(), size});
}

}  // namespace axray::language
