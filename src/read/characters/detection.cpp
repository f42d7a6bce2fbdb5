#include "read/characters/detection.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <uchardet/uchardet.h>
#include <unicode/uchar.h>

#include "base/utf8.hpp"
#include "read/characters/decoders.hpp"

namespace axray::read {
namespace {

struct ByteOrderMark {
    std::string_view bytes;
    std::string_view charset;
};
// Those of UTF-32 stand before those of UTF-16, which they begin with.
constexpr ByteOrderMark kMarks[] = {
    {{"\xEF\xBB\xBF", 3}, "utf-8"}, {{"\xFF\xFE\0\0", 4}, "utf-32le"}, {{"\0\0\xFE\xFF", 4}, "utf-32be"},
    {{"\xFF\xFE", 2}, "utf-16le"},  {{"\xFE\xFF", 2}, "utf-16be"},
};

const ByteOrderMark* mark_of(std::string_view bytes) {
    for (const ByteOrderMark& mark : kMarks) {
        if (bytes.substr(0, mark.bytes.size()) == mark.bytes) return &mark;
    }
    return nullptr;
}

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }
bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// A character that texts are written with, by its class in the Unicode database.
bool is_written(char32_t value) {
    if (value < 0x20) return value >= '\t' && value <= '\r';
    constexpr std::uint32_t kNotWritten = U_GC_CN_MASK | U_GC_CO_MASK | U_GC_CS_MASK | U_GC_CC_MASK;
    return (U_MASK(u_charType(static_cast<UChar32>(value))) & kNotWritten) == 0;
}

// True when the sample, decoded, consists of characters that are written, in few scripts' worth of high bytes.
bool reads_as(std::string_view sample, const Encoding& encoding) {
    const DecodedText decoded = decode_as(sample, 0, encoding);
    const std::string_view text = decoded.text();
    std::size_t count = 0;
    std::size_t strange = decoded.replaced > 1 ? decoded.replaced : 0;  // the sample may end within a pair
    for (std::size_t position = 0; position < text.size(); ++count) {
        const auto character = base::decode_utf8(text, position);
        if (!is_written(character.value)) ++strange;
        position += character.size;
    }
    return strange * 20 <= count;
}

// UTF-16 or UTF-32 without a mark: zero bytes stand at the same places of each unit, and the text reads well.
std::optional<Encoding> wide_encoding_without_mark(std::string_view bytes) {
    constexpr std::size_t kSample = 4096;
    const std::string_view sample = bytes.substr(0, std::min(bytes.size() & ~std::size_t{3}, kSample));
    if (sample.size() < 8) return std::nullopt;
    std::array<std::size_t, 4> zeros{};
    for (std::size_t i = 0; i < sample.size(); ++i) {
        if (sample[i] == '\0') ++zeros[i % 4];
    }
    const std::size_t quarter = sample.size() / 4;
    const auto mostly = [&](std::size_t count) { return count * 10 > quarter * 9; };
    std::string_view label;
    if (mostly(zeros[0]) && mostly(zeros[1]) && !mostly(zeros[3])) label = "utf-32be";
    if (mostly(zeros[2]) && mostly(zeros[3]) && !mostly(zeros[0])) label = "utf-32le";
    const std::size_t even = zeros[0] + zeros[2];
    const std::size_t odd = zeros[1] + zeros[3];
    // At least the blanks and full stops of any script; a few zeros in a long text are accidents.
    if (label.empty() && std::max(even, odd) * 100 > sample.size()) {
        if (odd > 20 * even) label = "utf-16le";
        if (even > 20 * odd) label = "utf-16be";
    }
    if (label.empty()) return std::nullopt;
    std::optional<Encoding> encoding = find_encoding(label);
    return encoding && reads_as(sample, *encoding) ? encoding : std::nullopt;
}

// True for the first bytes of a sequence of UTF-8 whose rest is missing.
bool is_cut_sequence(std::string_view bytes) {
    const auto lead = static_cast<unsigned char>(bytes[0]);
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    return lead >= 0xC2 && lead <= 0xF4 && bytes.size() < length &&
           std::all_of(bytes.begin() + 1, bytes.end(), is_continuation);
}

// Well-formed sequences of several bytes, and malformed ones. One that the end of the file cuts off is not malformed,
// where there are well-formed ones before it.
std::pair<std::size_t, std::size_t> count_sequences(std::string_view bytes) {
    std::size_t good = 0;
    std::size_t bad = 0;
    std::size_t position = 0;
    while (position < bytes.size()) {
        const std::size_t length = base::first_invalid_utf8(bytes.substr(position));
        for (std::size_t i = position; i < position + length; ++i) {
            if (static_cast<unsigned char>(bytes[i]) >= 0xC0) ++good;
        }
        position += length;
        if (position == bytes.size() || (good > 1 && is_cut_sequence(bytes.substr(position)))) break;
        ++position;
        while (position < bytes.size() && is_continuation(bytes[position])) ++position;
        ++bad;
    }
    return {good, bad};
}

// A part of the file that holds what is not ASCII, if anything does.
std::string_view telling_sample(std::string_view bytes) {
    constexpr std::size_t kBefore = 1024;
    constexpr std::size_t kSample = 128 * 1024;
    const auto first = static_cast<std::size_t>(
        std::find_if(bytes.begin(), bytes.end(), [](char byte) { return !is_ascii(byte); }) - bytes.begin());
    return bytes.substr(first > kBefore ? first - kBefore : 0, kSample);
}

bool gives_wrong_text(std::string_view sample, const Encoding& encoding) {
    const DecodedText decoded = decode_as(sample, 0, encoding);
    return looks_wrongly_decoded(decoded.text());
}

Encoding detect(std::string_view sample) {
    constexpr std::size_t kFewestLetters = 6;  // below that, letter statistics guess
    const auto letters = static_cast<std::size_t>(
        std::count_if(sample.begin(), sample.end(), [](char byte) { return !is_ascii(byte); }));
    if (letters < kFewestLetters) return western_encoding();
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    uchardet_handle_data(detector.get(), sample.data(), sample.size());
    uchardet_data_end(detector.get());
    const auto encoding = find_encoding(uchardet_get_charset(detector.get()));
    const bool possible = encoding && encoding->kind != DecoderKind::utf8 && !gives_wrong_text(sample, *encoding);
    return possible ? *encoding : western_encoding();
}

// "ISO-2022-JP" and its relatives, by the escape sequence that comes first.
std::optional<Encoding> escaped_encoding(std::string_view bytes) {
    struct Escape {
        std::string_view bytes;
        std::string_view charset;
    };
    constexpr Escape kEscapes[] = {
        {"\x1B$)C", "iso-2022-kr"}, {"\x1B$)A", "iso-2022-cn"}, {"\x1B$)G", "iso-2022-cn"},
        {"\x1B$B", "iso-2022-jp"},  {"\x1B$@", "iso-2022-jp"},  {"\x1B(J", "iso-2022-jp"},
    };
    const std::size_t begin = bytes.find('\x1B');
    if (begin == std::string_view::npos) return std::nullopt;
    for (const Escape& escape : kEscapes) {
        if (bytes.find(escape.bytes, begin) != std::string_view::npos) return find_encoding(escape.charset);
    }
    return std::nullopt;
}

bool is_wide(DecoderKind kind) {
    return kind == DecoderKind::utf16_little || kind == DecoderKind::utf16_big || kind == DecoderKind::utf32_little ||
           kind == DecoderKind::utf32_big;
}

// Pure ASCII says nothing of these, and yet they may be declared truthfully.
std::optional<Encoding> declared_in_ascii(std::string_view bytes, const CharsetHints& hints) {
    for (const std::string_view label : {hints.transport, hints.page}) {
        auto encoding = find_encoding(label);
        if (!encoding) continue;
        if (encoding->kind == DecoderKind::utf7 && is_honest_utf7(bytes)) return encoding;
        if (encoding->kind == DecoderKind::stateful && reads_as(bytes, *encoding)) return encoding;
    }
    if (bytes.starts_with("+/v") && is_honest_utf7(bytes)) return find_encoding("utf-7");
    return std::nullopt;
}

// The declared encoding, when the text that it gives looks right or none looks better.
std::optional<Encoding> declared_encoding(std::string_view sample, const CharsetHints& hints) {
    for (const std::string_view label : {hints.transport, hints.page}) {
        auto encoding = find_encoding(label);
        if (!encoding || encoding->kind == DecoderKind::utf8 || encoding->kind == DecoderKind::utf7) continue;
        if (is_wide(encoding->kind)) {
            if (reads_as(sample, *encoding)) return encoding;
            continue;
        }
        if (!gives_wrong_text(sample, *encoding)) return encoding;
        Encoding better = detect(sample);
        return better.name == western_encoding().name ? *encoding : better;
    }
    return std::nullopt;
}

}  // namespace

bool looks_wrongly_decoded(std::string_view decoded) {
    constexpr std::size_t kSample = 64 * 1024;
    constexpr std::size_t kFew = 12;  // characters, below which nothing can be said
    std::size_t beyond_ascii = 0;
    std::size_t broken = 0;
    std::size_t accented_row = 0;  // accented Latin letters that stand in the row now
    std::size_t accented_in_rows = 0;
    std::size_t half_width = 0;
    std::size_t cased = 0;
    std::size_t capitals = 0;
    bool after_small = false;
    std::size_t rising = 0;  // a small letter, then a capital
    for (std::size_t position = 0; position < std::min(decoded.size(), kSample);) {
        const auto character = base::decode_utf8(decoded, position);
        position += character.size;
        const char32_t value = character.value;
        const bool accented = value >= 0xC0 && value < 0x250 && u_isalpha(static_cast<UChar32>(value));
        accented_row = accented ? accented_row + 1 : 0;
        if (accented_row >= 3) accented_in_rows += accented_row == 3 ? 3 : 1;
        if (value < 0x80) {
            after_small = false;
            continue;
        }
        ++beyond_ascii;
        if (value == 0xFFFD || !is_written(value)) ++broken;
        if (value >= 0xFF61 && value <= 0xFF9F) ++half_width;
        const bool capital = value >= 0x370 && u_isupper(static_cast<UChar32>(value));
        const bool small = value >= 0x370 && u_islower(static_cast<UChar32>(value));
        if (capital || small) ++cased;
        if (capital) ++capitals;
        if (capital && after_small) ++rising;
        after_small = small;
    }
    if (broken * 20 > beyond_ascii) return true;
    if (beyond_ascii < kFew) return false;
    if (accented_in_rows * 2 > beyond_ascii || half_width * 2 > beyond_ascii) return true;
    return cased >= kFew && (rising * 12 > cased || (cased >= 5 * kFew && capitals * 10 > cased * 7));
}

EncodingChoice choose_encoding(std::string_view bytes, const CharsetHints& hints) {
    if (const ByteOrderMark* mark = mark_of(bytes)) {
        const auto length = static_cast<std::uint32_t>(mark->bytes.size());
        EncodingChoice choice{*find_encoding(mark->charset), length};
        if (choice.encoding.kind != DecoderKind::utf8) return choice;
        // A mark before bytes that are something else was left there by a tool that joined files.
        const auto [good, bad] = count_sequences(bytes.substr(length));
        if (good >= bad) return choice;
        EncodingChoice other = choose_encoding(bytes.substr(length), hints);
        other.mark = length;
        return other;
    }
    if (auto wide = wide_encoding_without_mark(bytes)) return {*std::move(wide), 0};
    if (base::first_invalid_utf8(bytes) == bytes.size()) {
        if (auto escaped = escaped_encoding(bytes)) return {*std::move(escaped), 0};
        const bool ascii = std::all_of(bytes.begin(), bytes.end(), is_ascii);
        if (auto declared = ascii ? declared_in_ascii(bytes, hints) : std::nullopt) return {*std::move(declared), 0};
        return {utf8_encoding(), 0};
    }
    const auto [good, bad] = count_sequences(bytes);
    if (good >= 20 * bad) return {utf8_encoding(), 0};
    const std::string_view sample = telling_sample(bytes);
    if (auto declared = declared_encoding(sample, hints)) return {*std::move(declared), 0};
    return {detect(sample), 0};
}

bool looks_like_wide_text(std::string_view bytes) {
    if (const ByteOrderMark* mark = mark_of(bytes)) return mark->charset != "utf-8";
    return wide_encoding_without_mark(bytes).has_value();
}

}  // namespace axray::read
