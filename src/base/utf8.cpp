#include "base/utf8.hpp"

#include <array>
#include <cstdint>
#include <cstring>

namespace axray::base {
namespace {

constexpr bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

// Length of the well-formed sequence at `position`, 0 when it is malformed.
std::size_t sequence_length(std::string_view text, std::size_t position) {
    const auto byte = [&](std::size_t offset) { return static_cast<unsigned char>(text[position + offset]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (position + length > text.size()) return 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    if (lead == 0xE0)
        low = 0xA0;  // no overlong forms
    else if (lead == 0xED)
        high = 0x9F;  // no surrogates
    else if (lead == 0xF0)
        low = 0x90;
    else if (lead == 0xF4)
        high = 0x8F;  // nothing above U+10FFFF
    if (byte(1) < low || byte(1) > high) return 0;
    for (std::size_t offset = 2; offset < length; ++offset) {
        if (!is_continuation(byte(offset))) return 0;
    }
    return length;
}

// The first position from `position` on that does not hold an ASCII character. Eight bytes at a time.
std::size_t skip_ascii(std::string_view text, std::size_t position) {
    constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;
    for (; position + sizeof(std::uint64_t) <= text.size(); position += sizeof(std::uint64_t)) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + position, sizeof bytes);
        if ((bytes & kHighBits) != 0) break;
    }
    while (position < text.size() && static_cast<unsigned char>(text[position]) < 0x80) ++position;
    return position;
}

}  // namespace

std::size_t first_invalid_utf8(std::string_view text) {
    std::size_t position = 0;
    while (position < text.size()) {
        position = skip_ascii(text, position);
        if (position == text.size()) break;
        const std::size_t length = sequence_length(text, position);
        if (length == 0) return position;
        position += length;
    }
    return text.size();
}

DecodedCodePoint decode_utf8(std::string_view text, std::size_t position) {
    const std::size_t length = sequence_length(text, position);
    if (length == 0) return {U'\uFFFD', 1};
    static constexpr std::array<unsigned char, 5> kLeadMask = {0, 0x7F, 0x1F, 0x0F, 0x07};
    char32_t value = static_cast<unsigned char>(text[position]) & kLeadMask[length];
    for (std::size_t offset = 1; offset < length; ++offset) {
        value = (value << 6U) | (static_cast<unsigned char>(text[position + offset]) & 0x3FU);
    }
    return {value, static_cast<std::uint32_t>(length)};
}

void append_utf8(std::string& text, char32_t code_point) {
    const auto push = [&](char32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (code_point < 0x80) {
        push(code_point);
    } else if (code_point < 0x800) {
        push(0xC0U | (code_point >> 6U));
        push(0x80U | (code_point & 0x3FU));
    } else if (code_point < 0x10000) {
        push(0xE0U | (code_point >> 12U));
        push(0x80U | ((code_point >> 6U) & 0x3FU));
        push(0x80U | (code_point & 0x3FU));
    } else {
        push(0xF0U | (code_point >> 18U));
        push(0x80U | ((code_point >> 12U) & 0x3FU));
        push(0x80U | ((code_point >> 6U) & 0x3FU));
        push(0x80U | (code_point & 0x3FU));
    }
}

std::string_view beginning_within(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
    return text.substr(0, bytes);
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (const char character : text) {
        if (!is_continuation(static_cast<unsigned char>(character))) ++count;
    }
    return count;
}

std::uint32_t CodePointCounter::code_points_before(std::uint32_t byte) {
    if (byte < byte_) {
        byte_ = 0;
        count_ = 0;
    }
    count_ += static_cast<std::uint32_t>(count_code_points(text_.substr(byte_, byte - byte_)));
    byte_ = byte;
    return count_;
}

}  // namespace axray::base
