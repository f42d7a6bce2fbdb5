#include "registers/import/list_text.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace axray::registers {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::size_t kReplacementSize = 3;

// Bytes 0x80 to 0x9F; the five that Windows leaves open are the control characters of the same number.
constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                                   0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

std::string decode_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char letter : bytes) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool special = byte >= 0x80 && byte < 0xA0;
        base::append_utf8(text, special ? kWindows1252[byte - 0x80U] : byte);
    }
    return text;
}

// UTF-16 without a mark: every second byte of ASCII text is zero.
bool looks_like_utf16(std::string_view bytes, std::size_t zero_at) {
    const std::size_t length = std::min<std::size_t>(bytes.size(), 64) & ~std::size_t{1};
    if (length < 8) return false;
    for (std::size_t i = 0; i < length; i += 2) {
        if (bytes[i + zero_at] != 0 || bytes[i + 1 - zero_at] == 0) return false;
    }
    return true;
}

// Whether any letter beyond ASCII is well-formed, which one-byte texts have by chance only.
bool has_utf8_letters(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        if (static_cast<unsigned char>(bytes[i]) < 0x80) {
            ++i;
            continue;
        }
        if (base::decode_utf8(bytes, i).size > 1) return true;
        ++i;
    }
    return false;
}

}  // namespace

ListText::ListText(const ListFile& file) : file_(&file) {
    std::string_view bytes = file.bytes;
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        mark_ = 2;
        decode_utf16(bytes.substr(2), bytes[0] == '\xFE');
    } else if (looks_like_utf16(bytes, 0) || looks_like_utf16(bytes, 1)) {
        decode_utf16(bytes, bytes[0] == 0);
    } else {
        if (bytes.starts_with("\xEF\xBB\xBF")) mark_ = 3;
        bytes.remove_prefix(mark_);
        const std::size_t first = base::first_invalid_utf8(bytes);
        if (first == bytes.size()) {
            plain_ = bytes;
        } else if (mark_ == 0 && !has_utf8_letters(bytes)) {
            encoding_ = Encoding::windows_1252;
            own_ = true;
            decoded_ = decode_windows_1252(bytes);
        } else {
            decode_utf8(bytes);
        }
    }
}

void ListText::decode_utf8(std::string_view bytes) {
    own_ = true;
    decoded_.reserve(bytes.size() + bytes.size() / 16);
    while (!bytes.empty()) {
        const std::size_t valid = base::first_invalid_utf8(bytes);
        decoded_.append(bytes.substr(0, valid));
        if (valid == bytes.size()) return;
        wrong_.push_back(decoded_.size());
        base::append_utf8(decoded_, kReplacement);
        bytes.remove_prefix(valid + 1);
    }
}

void ListText::decode_utf16(std::string_view bytes, bool big_endian) {
    encoding_ = Encoding::utf16;
    own_ = true;
    decoded_.reserve(bytes.size());
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(big_endian ? first << 8U | second : second << 8U | first);
    };
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        char32_t value = unit(i);
        if (value >= 0xD800 && value < 0xDC00 && i + 3 < bytes.size()) {
            const char32_t low = unit(i + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                value = 0x10000 + ((value - 0xD800) << 10U) + (low - 0xDC00);
                i += 2;
            }
        }
        if (value >= 0xD800 && value < 0xE000) {
            wrong_.push_back(decoded_.size());
            value = kReplacement;
        }
        base::append_utf8(decoded_, value);
    }
}

std::size_t ListText::original_size(std::size_t begin, std::size_t end) const {
    if (encoding_ == Encoding::utf8) return end - begin - wrong_bytes(begin, end) * (kReplacementSize - 1);
    std::size_t letters = 0;
    std::size_t pairs = 0;
    for (const char letter : text().substr(begin, end - begin)) {
        const auto byte = static_cast<unsigned char>(letter);
        letters += byte < 0x80 || byte >= 0xC0 ? 1 : 0;
        pairs += byte >= 0xF0 ? 1 : 0;
    }
    return encoding_ == Encoding::utf16 ? 2 * (letters + pairs) : letters;
}

ListRow ListText::row(std::size_t begin, std::size_t end, std::uint64_t line) {
    if (begin < known_) {  // never meant to happen; the answer is right all the same
        known_ = 0;
        known_original_ = 0;
    }
    known_original_ += original_size(known_, begin);
    known_ = begin;
    const std::size_t first = mark_ + known_original_;
    const std::size_t last = first + original_size(begin, end);
    return {file_->name, line, Span{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)}};
}

std::size_t ListText::wrong_bytes(std::size_t begin, std::size_t end) const {
    const auto first = std::lower_bound(wrong_.begin(), wrong_.end(), begin);
    return static_cast<std::size_t>(std::lower_bound(first, wrong_.end(), end) - first);
}

}  // namespace axray::registers
