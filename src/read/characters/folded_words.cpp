#include "read/characters/folded_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <unicode/uchar.h>

#include "base/utf8.hpp"
#include "read/characters/ascii.hpp"

namespace axray::read {
namespace {

constexpr char32_t kApostrophe = U'\u2019';

enum class ByteKind : std::uint8_t { other, letter, digit, apostrophe, beyond_ascii };

constexpr std::array<ByteKind, 256> make_byte_kinds() {
    std::array<ByteKind, 256> kinds{};
    for (std::size_t byte = 0; byte < 256; ++byte) {
        const char character = static_cast<char>(byte);
        if (byte >= 0x80)
            kinds[byte] = ByteKind::beyond_ascii;
        else if (is_ascii_letter(character))
            kinds[byte] = ByteKind::letter;
        else if (is_ascii_digit(character))
            kinds[byte] = ByteKind::digit;
        else if (character == '\'')
            kinds[byte] = ByteKind::apostrophe;
    }
    return kinds;
}
constexpr std::array<ByteKind, 256> kByteKinds = make_byte_kinds();

bool is_opening_quote(char32_t value) { return value == U'\u201C' || value == U'\u201E' || value == U'\u00AB'; }
bool is_closing_quote(char32_t value) { return value == U'\u201D' || value == U'\u00BB'; }

// One pass over a text, word by word.
class Folder {
public:
    explicit Folder(std::string_view text) : text_(text) {}

    std::vector<FoldedWord> fold(std::size_t limit) {
        words_.reserve(std::min(limit, text_.size() / 5 + 2));
        while (at_ < text_.size() && words_.size() < limit) {
            if (!take_word()) take_gap();
        }
        return std::move(words_);
    }

private:
    ByteKind kind_at(std::size_t position) const { return kByteKinds[static_cast<unsigned char>(text_[position])]; }

    // Takes the word that begins here; false when none does.
    bool take_word() {
        WordHash hash = kHashBasis;
        std::size_t at = at_;
        unsigned letters = 0;
        unsigned digits = 0;
        char last = 0;
        bool capital = false;
        for (; at < text_.size(); ++at) {
            const char character = text_[at];
            switch (kind_at(at)) {
                case ByteKind::letter: {
                    last = lower_ascii(character);
                    if (letters + digits == 0) capital = last != character;
                    ++letters;
                    hash = extend_hash(hash, static_cast<unsigned char>(last));
                    continue;
                }
                case ByteKind::digit:
                    ++digits;
                    hash = extend_hash(hash, static_cast<unsigned char>(character));
                    continue;
                case ByteKind::apostrophe: continue;
                case ByteKind::other: {
                    const bool inside_number = (character == '.' || character == ',') && digits > 0 && letters == 0 &&
                                               at + 1 < text_.size() && is_ascii_digit(text_[at + 1]);
                    if (inside_number) continue;
                    break;
                }
                case ByteKind::beyond_ascii: {
                    const auto decoded = base::decode_utf8(text_, at);
                    if (decoded.value != kApostrophe && !is_letter(decoded.value)) break;
                    if (decoded.value != kApostrophe) {
                        const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(decoded.value)));
                        if (letters + digits == 0) capital = lower != decoded.value;
                        letters += 2;  // never the "k" of "3k"
                        hash = extend_with(hash, lower);
                    }
                    at += decoded.size - 1;
                    continue;
                }
            }
            break;
        }
        if (letters + digits == 0) return false;
        const bool number = digits > 0 && (letters == 0 || (letters == 1 && (last == 'k' || last == 'm')));
        words_.push_back({hash, number, capital, quoted_, false});
        at_ = at;
        return true;
    }

    // Takes one character between words.
    void take_gap() {
        const auto decoded = base::decode_utf8(text_, at_);
        at_ += decoded.size;
        if (decoded.value == U' ' || decoded.value == U'\'' || decoded.value == kApostrophe) return;
        if (decoded.value == U'"')
            quoted_ = !quoted_;
        else if (is_opening_quote(decoded.value))
            quoted_ = true;
        else if (is_closing_quote(decoded.value))
            quoted_ = false;
        else if (!words_.empty())
            words_.back().ends_part = true;
    }

    static bool is_letter(char32_t value) {
        return u_isalnum(static_cast<UChar32>(value)) || u_charType(static_cast<UChar32>(value)) == U_NON_SPACING_MARK;
    }
    static WordHash extend_with(WordHash hash, char32_t value) {
        std::string bytes;
        base::append_utf8(bytes, value);
        for (const char byte : bytes) hash = extend_hash(hash, static_cast<unsigned char>(byte));
        return hash;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<FoldedWord> words_;
    bool quoted_ = false;
};

}  // namespace

std::vector<FoldedWord> fold_words(std::string_view text, std::size_t limit) { return Folder(text).fold(limit); }

}  // namespace axray::read
