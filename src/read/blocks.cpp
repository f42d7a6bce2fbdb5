#include "read/blocks.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include "base/utf8.hpp"
#include "read/characters/characters.hpp"
#include "read/characters/normal_form.hpp"

namespace axray::read {
namespace {

// What the first byte of a character says about it before it is decoded.
// `may_compose` is visible too, but characters that begin so may have to be put into composed form.
enum class ByteKind : std::uint8_t { visible, may_compose, white_space, control, look_closer };

constexpr std::array<ByteKind, 256> make_byte_kinds() {
    std::array<ByteKind, 256> kinds{};
    for (std::size_t byte = 0; byte < 0x20; ++byte) kinds[byte] = ByteKind::control;
    for (std::size_t byte = '\t'; byte <= '\r'; ++byte) kinds[byte] = ByteKind::white_space;
    kinds[' '] = ByteKind::white_space;
    kinds[0x7F] = ByteKind::control;
    // Leads of characters whose form NFC_Quick_Check of the Unicode Character Database leaves open.
    for (const std::size_t lead :
         {0xCC, 0xCD, 0xCE, 0xD2, 0xD6, 0xD7, 0xD8, 0xD9, 0xDB, 0xDC, 0xDD, 0xDF, 0xE0, 0xEA, 0xF0})
        kinds[lead] = ByteKind::may_compose;
    // Leads of the characters that kind_of() calls anything else than visible.
    for (const std::size_t lead : {0xC2, 0xE1, 0xE2, 0xE3, 0xEF}) kinds[lead] = ByteKind::look_closer;
    return kinds;
}
constexpr std::array<ByteKind, 256> kByteKinds = make_byte_kinds();

// More than stand behind the longest end of a block that can be composed anew.
constexpr std::ptrdiff_t kMostRunsTakenBack = 130;

ByteKind kind_of_byte(char byte) { return kByteKinds[static_cast<unsigned char>(byte)]; }

// Common punctuation, kana and precomposed Vietnamese: nothing about them is open.
bool is_surely_composed(char32_t value) {
    return value < 0x300 || (value >= 0x2010 && value < 0x2060) || (value >= 0x3041 && value < 0x3097) ||
           (value >= 0x30A0 && value < 0x3100) || (value >= 0x1EA0 && value < 0x1EFA);
}

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

void BlockWriter::write_runs(std::string_view bytes, const std::vector<OriginRun>& runs, std::uint32_t original) {
    write_pending_blank();
    for (const OriginRun& run : runs) {
        add_run(run.text_length, original + run.original_begin, run.original_length);
        list_.text.append(bytes.substr(run.text_begin, run.text_length));
    }
}

void BlockWriter::write_composed(std::string_view bytes, std::uint32_t original) {
    const auto first = base::decode_utf8(bytes, 0);
    if (joins_last(first.value)) {
        // What joins goes with what it joins to; the rest begins with a character that does not.
        std::size_t end = first.size;
        while (end < bytes.size() && joins_what_precedes(base::decode_utf8(bytes, end).value))
            end += base::decode_utf8(bytes, end).size;
        if (join_with_last(bytes.substr(0, end), {original, original + static_cast<std::uint32_t>(end)})) {
            bytes.remove_prefix(end);
            original += static_cast<std::uint32_t>(end);
            if (bytes.empty()) return;
        }
    }
    if (is_composed(bytes)) {
        write(bytes, original);
        return;
    }
    const ComposedText composed = compose_with_places(bytes);
    write_runs(composed.text, composed.runs, original);
}

bool BlockWriter::joins_last(char32_t character) const {
    return !blank_pending_ && !is_block_empty() && joins_what_precedes(character);
}

// Composes the end of the block with the marks in `bytes`; false when they stay as they are and are still to be
// written.
bool BlockWriter::join_with_last(std::string_view bytes, Span place) {
    const std::size_t begin = block_begin_ + begin_of_open_end(std::string_view(list_.text).substr(block_begin_));
    std::string together = list_.text.substr(begin);
    together += bytes;
    if (begin == list_.text.size() || is_composed(together)) return false;
    const Span taken = take_back(begin);
    if (!taken.empty()) place = {std::min(place.begin, taken.begin), std::max(place.end, taken.end)};
    const std::string composed = compose(together);
    add_run(static_cast<std::uint32_t>(composed.size()), place.begin, place.size());
    list_.text += composed;
    return true;
}

// Takes the text from `begin` on back; gives the place that it came from.
Span BlockWriter::take_back(std::size_t begin) {
    const std::ptrdiff_t count = std::min<std::ptrdiff_t>(kMostRunsTakenBack, std::ssize(list_.runs));
    const std::vector<OriginRun> last_runs(list_.runs.end() - count, list_.runs.end());
    const Span place = OriginMap{last_runs}.to_original({static_cast<std::uint32_t>(begin), size()});
    while (!list_.runs.empty() && list_.runs.back().text_begin >= begin) list_.runs.pop_back();
    if (!list_.runs.empty()) {
        OriginRun& last = list_.runs.back();
        const auto kept = static_cast<std::uint32_t>(begin) - last.text_begin;
        if (last.text_length > kept) {
            if (last.text_length == last.original_length) last.original_length = kept;
            last.text_length = kept;
        }
    }
    list_.text.resize(begin);
    return place;
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
        bool may_compose = false;
        while (position < place.end) {
            const ByteKind kind = kind_of_byte(decoded[position]);
            if (kind <= ByteKind::may_compose) {
                may_compose = may_compose || kind == ByteKind::may_compose;
                ++position;
            } else if (decoded[position] == ' ' && position > begin && position + 1 < place.end &&
                       kind_of_byte(decoded[position + 1]) <= ByteKind::may_compose) {
                ++position;  // a single blank between words: the run goes on
            } else {
                break;
            }
        }
        if (position > begin) {
            const std::string_view bytes = decoded.substr(begin, position - begin);
            if (may_compose)
                write_composed(bytes, begin);
            else
                write(bytes, begin);
        }
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
    if (!is_surely_composed(character)) {
        if (joins_last(character) && join_with_last(bytes, place)) return;
        bytes = compose(bytes);
    }
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
