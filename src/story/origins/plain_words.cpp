#include "story/origins/plain_words.hpp"

#include <array>
#include <cstddef>
#include <utility>

#include <xxhash.h>

#include "language/words/characters.hpp"

namespace axray::story {
namespace {

using language::Character;
using language::CharacterKind;

constexpr std::size_t kMostFoldedBytes = 64;  // of a word; what is longer has the same key as its beginning

bool stands_alone(char32_t letter) {
    // Kana, CJK ideographs with their extensions, Hangul is written with blanks.
    return (letter >= 0x3040 && letter <= 0x30FF) || (letter >= 0x3400 && letter <= 0x9FFF) ||
           (letter >= 0xF900 && letter <= 0xFAFF) || (letter >= 0x20000 && letter <= 0x3FFFF);
}

class WordSplitter {
public:
    explicit WordSplitter(std::string_view text) : text_(text) {
        const std::size_t expected = text.size() / 5 + 8;
        words_.key.reserve(expected);
        words_.span.reserve(expected);
        words_.marks.reserve(expected);
    }

    PlainWords split() && {
        std::size_t at = 0;
        while (at < text_.size() && words_.size() < kMostPlainWords) {
            const auto character = language::character_at(text_, at);
            if (language::is_letter(character.kind)) {
                at = read_word(at);
            } else if (character.kind == CharacterKind::digit) {
                at = read_number(at);
            } else {
                read_sign(character, at);
                at += character.size;
            }
        }
        return std::move(words_);
    }

private:
    void add(std::uint64_t key, std::size_t begin, std::size_t end) {
        std::uint8_t marks = closing_mark_ != 0 ? kQuoted : 0;
        if (sentence_starts_) marks |= kSentenceStart;
        sentence_starts_ = false;
        if (language::character_at(text_, begin).kind == CharacterKind::upper) marks |= kCapital;
        if (end - begin >= 4) marks |= kLong;
        words_.key.push_back(key);
        words_.span.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        words_.marks.push_back(marks);
    }
    void add(std::string_view folded, std::size_t begin, std::size_t end) {
        add(XXH3_64bits(folded.data(), folded.size()), begin, end);
    }

    void push(char byte) {
        if (folded_size_ < folded_.size()) folded_[folded_size_++] = byte;
    }
    void push_letter(const Character& letter, std::size_t at) {
        if (letter.value < 0x80) {
            push(static_cast<char>(static_cast<unsigned char>(text_[at]) | 0x20U));
            return;
        }
        const auto folded = language::fold_letter(letter.value);
        for (std::uint8_t byte = 0; byte < folded.size; ++byte) push(folded.bytes[byte]);
    }
    [[nodiscard]] std::string_view folded() const { return {folded_.data(), folded_size_}; }

    [[nodiscard]] bool letter_at(std::size_t at) const {
        return at < text_.size() && language::is_letter(language::character_at(text_, at).kind);
    }
    [[nodiscard]] bool digit_at(std::size_t at) const {
        return at < text_.size() && text_[at] >= '0' && text_[at] <= '9';
    }

    // Length of an apostrophe at `at`, 0 when there is none.
    [[nodiscard]] std::size_t apostrophe_at(std::size_t at) const {
        if (at >= text_.size()) return 0;
        if (text_[at] == '\'') return 1;
        return text_.substr(at, 3) == "\xE2\x80\x99" ? 3 : 0;
    }

    std::size_t read_word(std::size_t begin) {
        folded_size_ = 0;
        std::size_t at = begin;
        std::size_t letters = 0;
        while (at < text_.size()) {
            const auto character = language::character_at(text_, at);
            if (language::is_letter(character.kind) || character.kind == CharacterKind::digit) {
                if (stands_alone(character.value)) {
                    if (at == begin) {
                        push_letter(character, at);
                        at += character.size;
                    }
                    break;
                }
                character.kind == CharacterKind::digit ? push(text_[at]) : push_letter(character, at);
                at += character.size;
                ++letters;
            } else if (const auto size = apostrophe_at(at); size != 0 && letter_at(at + size)) {
                push('\'');
                at += size;
            } else if (text_[at] == '.' && letters == 1 && single_letter_follows(at + 1)) {
                at = join_initials(at);
                break;
            } else {
                break;
            }
        }
        if (folded_size_ != 0) add_word(begin, at);
        return at;
    }

    // "per cent" is one word with "percent" and the sign.
    void add_word(std::size_t begin, std::size_t end) {
        if (folded() == "cent" && !words_.key.empty() && words_.key.back() == per_ &&
            end - words_.span.back().begin < 12) {
            words_.key.back() = percent_;
            words_.span.back().end = static_cast<std::uint32_t>(end);
            return;
        }
        add(folded(), begin, end);
    }

    // Whether one letter with a full stop stands at `at`: "S." of "U.S.".
    [[nodiscard]] bool single_letter_follows(std::size_t at) const {
        if (at >= text_.size()) return false;
        const auto letter = language::character_at(text_, at);
        return language::is_letter(letter.kind) && at + letter.size < text_.size() && text_[at + letter.size] == '.';
    }
    std::size_t join_initials(std::size_t stop) {
        while (single_letter_follows(stop + 1)) {
            const auto letter = language::character_at(text_, stop + 1);
            push_letter(letter, stop + 1);
            stop += 1 + letter.size;
        }
        return stop + 1;
    }

    // Digits with their separators; then what is written to them: "5bn", "5m", "10th".
    std::size_t read_number(std::size_t begin) {
        folded_size_ = 0;
        std::size_t at = begin;
        for (; at < text_.size(); ++at) {
            if (digit_at(at)) {
                push(text_[at]);
            } else if (text_[at] == '.' && digit_at(at + 1)) {
                push('.');
            } else if (text_[at] != ',' || !digit_at(at + 1)) {
                break;
            }
        }
        std::size_t end = at;
        while (end < text_.size() && letter_at(end) && end - at < 12) end += language::character_at(text_, end).size;
        if (const auto scale = scale_of(text_.substr(at, end - at)); !scale.empty()) {
            add(folded(), begin, at);
            add(scale, at, end);
            return end;
        }
        if (end > at && stands_alone(language::character_at(text_, at).value)) end = at;
        for (; at < end; ++at) push(static_cast<char>(text_[at] | 0x20));
        add(folded(), begin, end);
        return end;
    }
    static std::string_view scale_of(std::string_view suffix) {
        if (suffix == "bn" || suffix == "b" || suffix == "B" || suffix == "BN") return "billion";
        if (suffix == "m" || suffix == "mn" || suffix == "M") return "million";
        if (suffix == "tn" || suffix == "trn") return "trillion";
        return {};
    }

    void read_sign(const Character& sign, std::size_t at) {
        switch (sign.value) {
            case '%': add(percent_, at, at + 1); break;
            case '\n':
                closing_mark_ = 0;
                sentence_starts_ = true;
                break;
            case '.':
            case '!':
            case '?': sentence_starts_ = true; break;
            default: read_quotation_mark(sign.value, at);
        }
    }

    void read_quotation_mark(char32_t mark, std::size_t at) {
        if (closing_mark_ != 0) {
            const bool closes = mark == closing_mark_ || (double_mark(mark) && double_mark(closing_mark_));
            if (closes && !(mark == 0x2019 && letter_at(at + 3))) closing_mark_ = 0;
            return;
        }
        switch (mark) {
            case '"':
            case 0x201C:
            case 0x201E: closing_mark_ = 0x201D; break;
            case 0x2018: closing_mark_ = 0x2019; break;
            case 0x00AB: closing_mark_ = 0x00BB; break;
            case 0x300C: closing_mark_ = 0x300D; break;
            default: break;
        }
    }
    static bool double_mark(char32_t mark) { return mark == '"' || mark == 0x201C || mark == 0x201D; }

    std::string_view text_;
    PlainWords words_;
    char32_t closing_mark_ = 0;  // of the quotation that is open; 0 when none is
    bool sentence_starts_ = true;
    std::array<char, kMostFoldedBytes> folded_{};
    std::size_t folded_size_ = 0;
    std::uint64_t percent_ = XXH3_64bits("percent", 7);
    std::uint64_t per_ = XXH3_64bits("per", 3);
};

}  // namespace

PlainWords split_plain_words(std::string_view text) { return WordSplitter(text).split(); }

}  // namespace axray::story
