#include "read/characters/normal_form.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include "base/utf8.hpp"

namespace axray::read {
namespace {

constexpr std::size_t kMostMarks = 64;  // on one letter

// Null only where ICU's own data is missing; text then stays as it is.
const icu::Normalizer2* composer() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
    return U_SUCCESS(status) ? normalizer : nullptr;
}

icu::StringPiece piece_of(std::string_view text) { return {text.data(), static_cast<std::int32_t>(text.size())}; }

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

// More marks in a row than are sorted.
bool is_overloaded(std::string_view text) {
    std::size_t row = 0;
    for (std::size_t position = 0; position < text.size();) {
        const auto character = base::decode_utf8(text, position);
        row = joins_what_precedes(character.value) ? row + 1 : 0;
        if (row > kMostMarks) return true;
        position += character.size;
    }
    return false;
}

}  // namespace

bool is_composed(std::string_view text) {
    if (is_ascii(text)) return true;
    const icu::Normalizer2* normalizer = composer();
    if (normalizer == nullptr) return true;
    UErrorCode status = U_ZERO_ERROR;
    return normalizer->isNormalizedUTF8(piece_of(text), status) != 0 || U_FAILURE(status) || is_overloaded(text);
}

std::string compose(std::string_view text) {
    return is_composed(text) ? std::string(text) : compose_with_places(text).text;
}

ComposedText compose_with_places(std::string_view text) {
    ComposedText result;
    icu::Edits edits;
    icu::StringByteSink<std::string> sink(&result.text, static_cast<std::int32_t>(text.size()));
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = composer();
    if (normalizer != nullptr && !is_overloaded(text)) {
        normalizer->normalizeUTF8(0, piece_of(text), sink, &edits, status);
    }
    if (normalizer == nullptr || edits.numberOfChanges() == 0 || U_FAILURE(status)) {
        const auto length = static_cast<std::uint32_t>(text.size());
        return {std::string(text), {{0, length, 0, length}}};
    }
    auto edit = edits.getFineIterator();
    while (edit.next(status) != 0) {
        result.runs.push_back(
            {static_cast<std::uint32_t>(edit.destinationIndex()), static_cast<std::uint32_t>(edit.newLength()),
             static_cast<std::uint32_t>(edit.sourceIndex()), static_cast<std::uint32_t>(edit.oldLength())});
    }
    return result;
}

bool joins_what_precedes(char32_t character) {
    constexpr char32_t kFirstMark = 0x300;
    if (character < kFirstMark) return false;
    const icu::Normalizer2* normalizer = composer();
    return normalizer != nullptr && normalizer->hasBoundaryBefore(static_cast<UChar32>(character)) == 0;
}

std::size_t begin_of_open_end(std::string_view text) {
    std::size_t position = text.size();
    for (std::size_t i = 0; i <= kMostMarks && position > 0; ++i) {
        --position;
        while (position > 0 && (static_cast<unsigned char>(text[position]) & 0xC0U) == 0x80U) --position;
        if (!joins_what_precedes(base::decode_utf8(text, position).value)) return position;
    }
    return position == 0 ? 0 : text.size();
}

}  // namespace axray::read
