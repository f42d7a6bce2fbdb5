#include "read/characters/decoders.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <unicode/ucnv.h>

#include "base/utf8.hpp"

namespace axray::read {
namespace {

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }
bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }
bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }
char32_t join_surrogates(char32_t high, char32_t low) { return 0x10000 + ((high - 0xD800) << 10U) + (low - 0xDC00); }

std::size_t utf8_length(char32_t value) {
    if (value < 0x80) return 1;
    if (value < 0x800) return 2;
    return value < 0x10000 ? 3 : 4;
}

std::size_t ascii_length(std::string_view bytes, std::size_t begin) {
    std::size_t end = begin;
    while (end < bytes.size() && is_ascii(bytes[end])) ++end;
    return end - begin;
}

// Collects decoded text and the run map beside it. Places are given within the decoded bytes.
class DecodedWriter {
public:
    DecodedWriter(DecodedText& result, std::size_t expected) : result_(result) { result_.converted.reserve(expected); }

    void copy(std::string_view bytes, std::size_t original) {
        add_run(bytes.size(), original, bytes.size());
        result_.converted.append(bytes);
    }
    void put(char32_t value, std::size_t original, std::size_t length) {
        add_run(utf8_length(value), original, length);
        base::append_utf8(result_.converted, value);
    }
    void replace(std::size_t original, std::size_t length) {
        put(U'\uFFFD', original, length);
        ++result_.replaced;
    }

private:
    void add_run(std::size_t length, std::size_t original, std::size_t original_length) {
        original += result_.skipped;
        if (length == original_length && !result_.runs.empty()) {
            OriginRun& last = result_.runs.back();
            if (last.text_length == last.original_length && last.original_begin + last.original_length == original) {
                last.text_length += static_cast<std::uint32_t>(length);
                last.original_length += static_cast<std::uint32_t>(length);
                return;
            }
        }
        result_.runs.push_back({static_cast<std::uint32_t>(result_.converted.size()),
                                static_cast<std::uint32_t>(length), static_cast<std::uint32_t>(original),
                                static_cast<std::uint32_t>(original_length)});
    }

    DecodedText& result_;
};

// Mostly well-formed UTF-8: a malformed byte among it becomes one U+FFFD, with the continuation bytes after it.
void decode_utf8(std::string_view bytes, DecodedText& result) {
    std::size_t good = base::first_invalid_utf8(bytes);
    if (good == bytes.size()) {
        result.view = bytes;
        return;
    }
    DecodedWriter writer(result, bytes.size());
    std::size_t position = 0;
    for (;;) {
        if (good > 0) writer.copy(bytes.substr(position, good), position);
        position += good;
        if (position == bytes.size()) return;
        std::size_t end = position + 1;
        while (end < bytes.size() && is_continuation(bytes[end])) ++end;
        writer.replace(position, end - position);
        position = end;
        good = base::first_invalid_utf8(bytes.substr(position));
    }
}

void decode_single_bytes(std::string_view bytes, const SingleByteTable* table, DecodedText& result) {
    constexpr char32_t kUserDefined = 0xF780;
    DecodedWriter writer(result, bytes.size() + bytes.size() / 2);
    std::size_t position = 0;
    while (position < bytes.size()) {
        if (const std::size_t length = ascii_length(bytes, position); length > 0) {
            writer.copy(bytes.substr(position, length), position);
            position += length;
            continue;
        }
        const auto upper = static_cast<std::size_t>(static_cast<unsigned char>(bytes[position])) - 0x80;
        const char32_t value = table != nullptr ? (*table)[upper] : kUserDefined + upper;
        if (value == 0)
            writer.replace(position, 1);
        else
            writer.put(value, position, 1);
        ++position;
    }
}

enum class ByteOrder : std::uint8_t { little, big };

void decode_utf16(std::string_view bytes, ByteOrder order, DecodedText& result) {
    DecodedWriter writer(result, bytes.size());
    const auto unit_at = [&](std::size_t position) {
        const auto first = static_cast<unsigned char>(bytes[position]);
        const auto second = static_cast<unsigned char>(bytes[position + 1]);
        return static_cast<char32_t>(order == ByteOrder::little ? first | (second << 8U) : (first << 8U) | second);
    };
    std::size_t position = 0;
    for (; position + 1 < bytes.size(); position += 2) {
        const char32_t unit = unit_at(position);
        if (!is_high_surrogate(unit) && !is_low_surrogate(unit)) {
            writer.put(unit, position, 2);
            continue;
        }
        const char32_t next = position + 3 < bytes.size() ? unit_at(position + 2) : 0;
        if (is_high_surrogate(unit) && is_low_surrogate(next)) {
            writer.put(join_surrogates(unit, next), position, 4);
            position += 2;
        } else {
            writer.replace(position, 2);
        }
    }
    if (position < bytes.size()) writer.replace(position, 1);
}

void decode_utf32(std::string_view bytes, ByteOrder order, DecodedText& result) {
    DecodedWriter writer(result, bytes.size() / 2);
    std::size_t position = 0;
    for (; position + 3 < bytes.size(); position += 4) {
        char32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const std::size_t at = order == ByteOrder::big ? position + i : position + 3 - i;
            value = (value << 8U) | static_cast<unsigned char>(bytes[at]);
        }
        if (value > 0x10FFFF || is_high_surrogate(value) || is_low_surrogate(value))
            writer.replace(position, 4);
        else
            writer.put(value, position, 4);
    }
    if (position < bytes.size()) writer.replace(position, bytes.size() - position);
}

constexpr int kNoDigit = -1;
int base64_digit(char byte) {
    if (byte >= 'A' && byte <= 'Z') return byte - 'A';
    if (byte >= 'a' && byte <= 'z') return byte - 'a' + 26;
    if (byte >= '0' && byte <= '9') return byte - '0' + 52;
    if (byte == '+') return 62;
    return byte == '/' ? 63 : kNoDigit;
}

// One shifted sequence of UTF-7: each character with the digits that it needs, from `first` to `end`.
struct ShiftedCharacter {
    char32_t value;  // 0xFFFD where a surrogate has no partner
    std::size_t begin;
    std::size_t end;
};
struct ShiftedSequence {
    std::vector<ShiftedCharacter> characters;
    std::size_t end = 0;  // after the closing "-", where there is one
    bool whole = true;    // no surrogate alone, no bits left over
};

ShiftedSequence read_shifted(std::string_view bytes, std::size_t plus) {
    ShiftedSequence sequence;
    std::uint32_t bits = 0;
    unsigned count = 0;
    std::size_t begin = plus;
    std::size_t position = plus + 1;
    for (int digit = 0; position < bytes.size() && (digit = base64_digit(bytes[position])) != kNoDigit; ++position) {
        bits = (bits << 6U) | static_cast<std::uint32_t>(digit);
        count += 6;
        if (count < 16) continue;
        count -= 16;
        const char32_t unit = (bits >> count) & 0xFFFFU;
        bits &= (1U << count) - 1;
        auto& characters = sequence.characters;
        if (is_low_surrogate(unit) && !characters.empty() && is_high_surrogate(characters.back().value)) {
            characters.back() = {join_surrogates(characters.back().value, unit), characters.back().begin, position + 1};
        } else {
            characters.push_back({unit, begin, position + 1});
        }
        begin = position + 1;
    }
    sequence.whole = !sequence.characters.empty() && count < 6 && bits == 0;
    if (position < bytes.size() && bytes[position] == '-') ++position;
    sequence.end = position;
    for (ShiftedCharacter& character : sequence.characters) {
        if (!is_high_surrogate(character.value) && !is_low_surrogate(character.value)) continue;
        character.value = U'\uFFFD';
        sequence.whole = false;
    }
    if (!sequence.characters.empty()) sequence.characters.back().end = position;
    return sequence;
}

void decode_utf7(std::string_view bytes, DecodedText& result) {
    DecodedWriter writer(result, bytes.size());
    std::size_t position = 0;
    while (position < bytes.size()) {
        const std::size_t plus = std::min(bytes.find('+', position), bytes.size());
        for (; position < plus; ++position) {
            if (is_ascii(bytes[position]))
                writer.copy(bytes.substr(position, 1), position);
            else
                writer.replace(position, 1);
        }
        if (plus == bytes.size()) return;
        if (plus + 1 < bytes.size() && bytes[plus + 1] == '-') {
            writer.put(U'+', plus, 2);
            position = plus + 2;
            continue;
        }
        const ShiftedSequence sequence = read_shifted(bytes, plus);
        for (const ShiftedCharacter& character : sequence.characters) {
            if (character.value == U'\uFFFD')
                writer.replace(character.begin, character.end - character.begin);
            else
                writer.put(character.value, character.begin, character.end - character.begin);
        }
        if (sequence.characters.empty()) writer.replace(plus, sequence.end - plus);
        position = sequence.end;
    }
}

// Where ICU's table of GB 18030 is of 2005 and the standard's of 2022; byte 0x80 of Windows.
char32_t newer_chinese(char32_t value) {
    constexpr std::pair<char32_t, char32_t> kMoved[] = {
        {0xE5E5, 0x3000}, {0xE78D, 0xFE10}, {0xE78E, 0xFE12}, {0xE78F, 0xFE11}, {0xE790, 0xFE13},
        {0xE791, 0xFE14}, {0xE792, 0xFE15}, {0xE793, 0xFE16}, {0xE794, 0xFE17}, {0xE795, 0xFE18},
        {0xE796, 0xFE19}, {0xE81E, 0x9FB4}, {0xE826, 0x9FB5}, {0xE82B, 0x9FB6}, {0xE82C, 0x9FB7},
        {0xE832, 0x9FB8}, {0xE843, 0x9FB9}, {0xE854, 0x9FBA}, {0xE864, 0x9FBB},
    };
    for (const auto& [old_value, new_value] : kMoved) {
        if (old_value == value) return new_value;
    }
    return value;
}

void decode_with_icu(std::string_view bytes, const Encoding& encoding, DecodedText& result) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding.converter.c_str(), &status),
                                                                       &ucnv_close);
    if (U_FAILURE(status)) {
        decode_single_bytes(bytes, &kWindows1252, result);
        return;
    }
    const bool chinese = encoding.converter == "GB18030";
    const bool stateful = encoding.kind == DecoderKind::stateful;
    DecodedWriter writer(result, bytes.size() + bytes.size() / 2);
    const char* const begin = bytes.data();
    const char* const end = begin + bytes.size();
    const char* position = begin;
    while (position < end) {
        const auto offset = static_cast<std::size_t>(position - begin);
        if (!stateful && is_ascii(*position)) {
            const std::size_t length = ascii_length(bytes, offset);
            writer.copy(bytes.substr(offset, length), offset);
            position += length;
            continue;
        }
        status = U_ZERO_ERROR;
        const UChar32 value = ucnv_getNextUChar(converter.get(), &position, end, &status);
        if (status == U_INDEX_OUTOFBOUNDS_ERROR) break;  // only escape sequences were left
        const auto code = static_cast<char32_t>(value);
        const bool half = is_high_surrogate(code) || is_low_surrogate(code);
        if (U_FAILURE(status) || value == 0xFFFD || half) {
            if (position == begin + offset) ++position;
            const std::size_t length = static_cast<std::size_t>(position - begin) - offset;
            // A byte that ended a broken sequence and is ASCII stands for itself: it may be the "<" of a tag.
            const bool ends_plain = !stateful && length > 1 && is_ascii(position[-1]);
            if (ends_plain) --position;
            if (chinese && bytes[offset] == '\x80' && length == 1)
                writer.put(U'\u20AC', offset, 1);
            else
                writer.replace(offset, ends_plain ? length - 1 : length);
            ucnv_resetToUnicode(converter.get());
        } else {
            writer.put(chinese ? newer_chinese(code) : code, offset,
                       static_cast<std::size_t>(position - begin) - offset);
        }
    }
}

}  // namespace

DecodedText decode_as(std::string_view bytes, std::uint32_t offset, const Encoding& encoding) {
    DecodedText result;
    result.charset = encoding.name;
    result.skipped = offset;
    switch (encoding.kind) {
        case DecoderKind::utf8: decode_utf8(bytes, result); break;
        case DecoderKind::single_byte: decode_single_bytes(bytes, encoding.table, result); break;
        case DecoderKind::user_defined: decode_single_bytes(bytes, nullptr, result); break;
        case DecoderKind::utf16_little: decode_utf16(bytes, ByteOrder::little, result); break;
        case DecoderKind::utf16_big: decode_utf16(bytes, ByteOrder::big, result); break;
        case DecoderKind::utf32_little: decode_utf32(bytes, ByteOrder::little, result); break;
        case DecoderKind::utf32_big: decode_utf32(bytes, ByteOrder::big, result); break;
        case DecoderKind::utf7: decode_utf7(bytes, result); break;
        case DecoderKind::several_bytes:
        case DecoderKind::stateful: decode_with_icu(bytes, encoding, result); break;
    }
    return result;
}

bool is_honest_utf7(std::string_view bytes) {
    if (ascii_length(bytes, 0) != bytes.size()) return false;
    bool beyond_ascii = false;
    for (std::size_t plus = bytes.find('+'); plus != std::string_view::npos;) {
        if (plus + 1 < bytes.size() && bytes[plus + 1] == '-') {
            plus = bytes.find('+', plus + 2);
            continue;
        }
        const ShiftedSequence sequence = read_shifted(bytes, plus);
        if (!sequence.whole) return false;
        for (const ShiftedCharacter& character : sequence.characters) {
            beyond_ascii = beyond_ascii || character.value >= 0x80;
        }
        plus = bytes.find('+', sequence.end);
    }
    return beyond_ascii;
}

}  // namespace axray::read
