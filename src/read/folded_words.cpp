#include "read/folded_words.hpp"

#include <unicode/uchar.h>

#include "base/utf8.hpp"
#include "read/ascii.hpp"

namespace axray::read {
namespace {

constexpr char32_t kApostrophe = U'\u2019';

bool is_opening_quote(char32_t value) { return value == U'\u201C' || value == U'\u201E' || value == U'\u00AB'; }
bool is_closing_quote(char32_t value) { return value == U'\u201D' || value == U'\u00BB'; }

// One pass over a text; a word is open while word_.hash has been begun.
class Folder {
public:
    Folder(std::string_view text, std::size_t limit) : text_(text), limit_(limit) {}

    std::vector<FoldedWord> fold() {
        std::size_t position = 0;
        while (position < text_.size() && words_.size() < limit_) {
            const auto byte = static_cast<unsigned char>(text_[position]);
            if (byte < 0x80) {
                take_ascii(text_[position], position);
                ++position;
            } else {
                const auto decoded = base::decode_utf8(text_, position);
                take_other(decoded.value, position, decoded.size);
                position += decoded.size;
            }
        }
        close(text_.size());
        return std::move(words_);
    }

private:
    void take_ascii(char character, std::size_t position) {
        if (is_ascii_letter(character)) {
            open(position, character >= 'A' && character <= 'Z');
            letters_ = letters_ + 1;
            last_letter_ = lower_ascii(character);
            word_.hash = extend_hash(word_.hash, static_cast<unsigned char>(last_letter_));
        } else if (is_ascii_digit(character)) {
            open(position, false);
            ++digits_;
            word_.hash = extend_hash(word_.hash, static_cast<unsigned char>(character));
        } else if (character == '\'') {
            return;
        } else if ((character == '.' || character == ',') && open_ && digits_ > 0 && letters_ == 0 &&
                   position + 1 < text_.size() && is_ascii_digit(text_[position + 1])) {
            return;
        } else {
            close(position);
            if (character == '"') quoted_ = !quoted_;
            else if (character != ' ' && !words_.empty()) words_.back().ends_part = true;
        }
    }

    void take_other(char32_t value, std::size_t position, std::size_t length) {
        if (value == kApostrophe) return;
        if (!u_isalnum(static_cast<UChar32>(value)) && u_charType(static_cast<UChar32>(value)) != U_NON_SPACING_MARK) {
            close(position);
            if (is_opening_quote(value)) quoted_ = true;
            else if (is_closing_quote(value)) quoted_ = false;
            else if (!words_.empty()) words_.back().ends_part = true;
            return;
        }
        const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(value)));
        open(position, lower != value);
        letters_ += 2;
        for (std::size_t i = 0; lower == value && i < length; ++i) {
            word_.hash = extend_hash(word_.hash, static_cast<unsigned char>(text_[position + i]));
        }
        if (lower == value) return;
        std::string bytes;
        base::append_utf8(bytes, lower);
        for (const char byte : bytes) word_.hash = extend_hash(word_.hash, static_cast<unsigned char>(byte));
    }

    void open(std::size_t position, bool capital) {
        if (open_) return;
        open_ = true;
        word_ = FoldedWord{kHashBasis, static_cast<std::uint32_t>(position), 0, false, capital, quoted_, false};
        letters_ = 0;
        digits_ = 0;
        last_letter_ = 0;
    }
    void close(std::size_t position) {
        if (!open_) return;
        open_ = false;
        word_.end = static_cast<std::uint32_t>(position);
        word_.is_number = digits_ > 0 && (letters_ == 0 || (letters_ == 1 && (last_letter_ == 'k' || last_letter_ == 'm')));
        words_.push_back(word_);
    }

    std::string_view text_;
    std::size_t limit_;
    std::vector<FoldedWord> words_;
    FoldedWord word_;
    bool open_ = false;
    bool quoted_ = false;
    int letters_ = 0;
    int digits_ = 0;
    char last_letter_ = 0;
};

}  // namespace

std::vector<FoldedWord> fold_words(std::string_view text, std::size_t limit) { return Folder(text, limit).fold(); }

}  // namespace axray::read
