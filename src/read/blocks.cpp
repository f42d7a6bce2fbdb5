#include "read/blocks.hpp"

#include <array>
#include <cstddef>

#include "base/utf8.hpp"
#include "read/characters/characters.hpp"

namespace axray::read {
namespace {

// What the first byte of a character says about it before it is decoded.
enum class ByteKind : std::uint8_t { visible, white_space, control, look_closer };

constexpr std::array<ByteKind, 256> make_byte_kinds() {
    std::array<ByteKind, 256> kinds{};
    for (std::size_t byte = 0; byte < 0x20; ++byte) kinds[byte] = ByteKind::control;
    for (std::size_t byte = '\t'; byte <= '\r'; ++byte) kinds[byte] = ByteKind::white_space;
    kinds[' '] = ByteKind::white_space;
    kinds[0x7F] = ByteKind::control;
    // Leads of the characters that kind_of() calls anything else than visible.
    for (const std::size_t lead : {0xC2, 0xE1, 0xE2, 0xE3, 0xEF}) kinds[lead] = ByteKind::look_closer;
    return kinds;
}
constexpr std::array<ByteKind, 256> kByteKinds = make_byte_kinds();

ByteKind kind_of_byte(char byte) { return kByteKinds[static_cast<unsigned char>(byte)]; }

// Letters that joiners belong between: everything after Hebrew, which leaves Latin, Greek and Cyrillic out.
constexpr char32_t kFirstJoinedLetter = 0x0600;

bool ends_with_joined_letter(std::string_view text, std::size_t begin) {
    if (text.size() <= begin) return false;
    std::size_t position = text.size() - 1;
    while (position > begin && (static_cast<unsigned char>(text[position]) & 0xC0U) == 0x80U) --position;
    return base::decode_utf8(text, position).value >= kFirstJoinedLetter;
}

}  // namespace

void BlockWriter::add_run(std::uint32_t text_length, std::uint32_t original, std::uint32_t original_length) {
    if (text_length == original_length && !list_.runs.empty()) {
        OriginRun& last = list_.runs.back();
        if (last.text_length == last.original_length && last.text_begin + last.text_length == size() &&
            last.original_begin + last.original_length == original) {
            last.text_length += text_length;
            last.original_length += text_length;
            return;
        }
    }
    list_.runs.push_back({size(), text_length, original, original_length});
}

void BlockWriter::write_pending_blank() {
    if (!blank_pending_) return;
    blank_pending_ = false;
    if (!is_block_empty() && list_.text.back() != ' ') {
        if (!blank_place_.empty()) add_run(1, blank_place_.begin, blank_place_.size());
        list_.text.push_back(' ');
    }
    blank_place_ = {};
}

void BlockWriter::write(std::string_view bytes, std::uint32_t original) {
    write_pending_blank();
    add_run(static_cast<std::uint32_t>(bytes.size()), original, static_cast<std::uint32_t>(bytes.size()));
    list_.text.append(bytes);
}

void BlockWriter::put_blank(std::uint32_t original, std::uint32_t length) {
    if (blank_pending_) return;
    blank_pending_ = true;
    blank_place_ = {original, original + length};
}

void BlockWriter::append(std::string_view decoded, Span place) {
    std::uint32_t position = place.begin;
    while (position < place.end) {
        const std::uint32_t begin = position;
        while (position < place.end) {
            const ByteKind kind = kind_of_byte(decoded[position]);
            if (kind == ByteKind::visible) {
                ++position;
            } else if (decoded[position] == ' ' && position > begin && position + 1 < place.end &&
                       kind_of_byte(decoded[position + 1]) == ByteKind::visible) {
                position += 2;  // a single blank between words: the run goes on
            } else {
                break;
            }
        }
        if (position > begin) write(decoded.substr(begin, position - begin), begin);
        if (position == place.end) break;
        switch (kind_of_byte(decoded[position])) {
            case ByteKind::white_space:
                put_blank(position, 1);
                ++position;
                break;
            case ByteKind::control: ++position; break;
            default: {
                const auto character = base::decode_utf8(decoded.substr(0, place.end), position);
                append_character(character.value, {position, position + character.size});
                position += character.size;
            }
        }
    }
}

void BlockWriter::append_character(char32_t character, Span place) {
    switch (kind_of(character)) {
        case CharacterKind::white_space: put_blank(place.begin, place.size()); return;
        case CharacterKind::invisible: return;
        case CharacterKind::joiner:
            if (blank_pending_ || !ends_with_joined_letter(list_.text, block_begin_)) return;
            break;
        case CharacterKind::visible: break;
    }
    std::string bytes;
    base::append_utf8(bytes, character);
    write_pending_blank();
    add_run(static_cast<std::uint32_t>(bytes.size()), place.begin, place.size());
    list_.text += bytes;
}

void BlockWriter::append_inserted(std::string_view words) {
    if (is_block_empty()) return;
    blank_pending_ = false;
    blank_place_ = {};
    list_.text += words;
}

Span BlockWriter::end_block() {
    blank_pending_ = false;
    blank_place_ = {};
    const Span span{block_begin_, size()};
    block_begin_ = size();
    return span;
}

}  // namespace axray::read
