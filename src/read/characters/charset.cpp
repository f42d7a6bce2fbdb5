#include "read/characters/charset.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <utility>

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>

#include "base/utf8.hpp"
#include "read/characters/ascii.hpp"

namespace axray::read {
namespace {

constexpr std::string_view kUtf8 = "UTF-8";
constexpr std::string_view kWestern = "windows-1252";

struct Label {
    std::string_view label;    // lower case, without surrounding blanks
    std::string_view charset;  // the name that ICU knows and that Metadata::charset carries
};

// Labels that browsers read otherwise than their names say, and those that ICU does not know. Others go to ICU as they
// are.
constexpr Label kLabels[] = {
    {"utf8", kUtf8},
    {"utf-8", kUtf8},
    {"unicode-1-1-utf-8", kUtf8},
    {"utf-16", kUtf8},  // declared in a page whose bytes are ASCII, it cannot be true
    {"utf-16le", kUtf8},
    {"utf-16be", kUtf8},
    {"ascii", kWestern},
    {"us-ascii", kWestern},
    {"iso-8859-1", kWestern},
    {"iso8859-1", kWestern},
    {"iso_8859-1", kWestern},
    {"latin1", kWestern},
    {"latin-1", kWestern},
    {"cp1252", kWestern},
    {"x-cp1252", kWestern},
    {"x-cp1251", "windows-1251"},
    {"x-cp1250", "windows-1250"},
    {"iso-8859-9", "windows-1254"},
    {"latin5", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"x-gbk", "GB18030"},
    {"gb_2312-80", "GB18030"},
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"x-sjis", "windows-31j"},
    {"ks_c_5601-1987", "windows-949"},
    {"euc-kr", "windows-949"},
    {"uhc", "windows-949"},
    {"big5", "Big5-HKSCS"},
    {"x-euc-jp", "EUC-JP"},
    {"x-mac-roman", "macintosh"},
};

struct ConverterCloser {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

Converter open_converter(std::string_view charset) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(std::string(charset).c_str(), &status));
    return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

// Forms of Unicode that no file of text declares truthfully, and that browsers refuse: their plain bytes mean other
// characters, which hides markup from whoever looks at the bytes.
bool is_refused(const UConverter& converter) {
    switch (ucnv_getType(&converter)) {
        case UCNV_UTF7:
        case UCNV_IMAP_MAILBOX:
        case UCNV_SCSU:
        case UCNV_BOCU1:
        case UCNV_CESU8: return true;
        default: return false;
    }
}

// The charset that a label means; empty when nobody knows it.
std::string charset_of_label(std::string_view label) {
    const std::string name = lower_ascii(trim_ascii(label));
    if (name.empty() || name.size() > 40) return {};
    for (const Label& row : kLabels) {
        if (row.label == name) return std::string(row.charset);
    }
    const Converter converter = open_converter(name);
    return converter && !is_refused(*converter) ? name : std::string();
}

// Collects decoded text and the run map beside it.
class DecodedWriter {
public:
    explicit DecodedWriter(DecodedText& result) : result_(result) {}

    void copy(std::string_view bytes, std::size_t original) {
        add_run(bytes.size(), original, bytes.size());
        result_.converted.append(bytes);
    }
    void put(char32_t value, std::size_t original, std::size_t length) {
        const std::size_t before = result_.converted.size();
        base::append_utf8(result_.converted, value);
        add_run_at(before, result_.converted.size() - before, original, length);
    }
    void replace(std::size_t original, std::size_t length) {
        put(U'\uFFFD', original, length);
        ++result_.replaced;
    }

private:
    void add_run(std::size_t length, std::size_t original, std::size_t original_length) {
        add_run_at(result_.converted.size(), length, original, original_length);
    }
    void add_run_at(std::size_t text, std::size_t length, std::size_t original, std::size_t original_length) {
        if (length == original_length && !result_.runs.empty()) {
            OriginRun& last = result_.runs.back();
            if (last.text_length == last.original_length && last.original_begin + last.original_length == original) {
                last.text_length += static_cast<std::uint32_t>(length);
                last.original_length += static_cast<std::uint32_t>(length);
                return;
            }
        }
        result_.runs.push_back({static_cast<std::uint32_t>(text), static_cast<std::uint32_t>(length),
                                static_cast<std::uint32_t>(original), static_cast<std::uint32_t>(original_length)});
    }

    DecodedText& result_;
};

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }
bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

std::size_t ascii_length(std::string_view bytes, std::size_t begin) {
    std::size_t end = begin;
    while (end < bytes.size() && is_ascii(bytes[end])) ++end;
    return end - begin;
}

// Mostly well-formed UTF-8: a malformed byte among them becomes one U+FFFD, with the continuation bytes after it.
void decode_utf8_leniently(std::string_view bytes, DecodedText& result) {
    DecodedWriter writer(result);
    result.converted.reserve(bytes.size());
    std::size_t position = 0;
    while (position < bytes.size()) {
        const std::size_t good = base::first_invalid_utf8(bytes.substr(position));
        if (good > 0) writer.copy(bytes.substr(position, good), result.skipped + position);
        position += good;
        if (position == bytes.size()) break;
        std::size_t end = position + 1;
        while (end < bytes.size() && is_continuation(bytes[end])) ++end;
        writer.replace(result.skipped + position, end - position);
        position = end;
    }
}

enum class ByteOrder { little, big };

void decode_utf16(std::string_view bytes, ByteOrder order, DecodedText& result) {
    DecodedWriter writer(result);
    result.converted.reserve(bytes.size());
    const auto unit_at = [&](std::size_t position) {
        const auto first = static_cast<unsigned char>(bytes[position]);
        const auto second = static_cast<unsigned char>(bytes[position + 1]);
        return static_cast<char32_t>(order == ByteOrder::little ? first | (second << 8U) : (first << 8U) | second);
    };
    std::size_t position = 0;
    for (; position + 1 < bytes.size(); position += 2) {
        const char32_t unit = unit_at(position);
        const std::size_t original = result.skipped + position;
        if (unit < 0xD800 || unit > 0xDFFF) {
            writer.put(unit, original, 2);
            continue;
        }
        const char32_t next = position + 3 < bytes.size() ? unit_at(position + 2) : 0;
        if (unit < 0xDC00 && next >= 0xDC00 && next <= 0xDFFF) {
            writer.put(0x10000 + ((unit - 0xD800) << 10U) + (next - 0xDC00), original, 4);
            position += 2;
        } else {
            writer.replace(original, 2);
        }
    }
    if (position < bytes.size()) writer.replace(result.skipped + position, 1);
}

enum class AsciiBytes { mean_ascii, may_mean_else };

void decode_with_icu(std::string_view bytes, UConverter* converter, AsciiBytes ascii, DecodedText& result) {
    DecodedWriter writer(result);
    result.converted.reserve(bytes.size() + bytes.size() / 2);
    const char* const begin = bytes.data();
    const char* const end = begin + bytes.size();
    const char* position = begin;
    while (position < end) {
        const auto offset = static_cast<std::size_t>(position - begin);
        if (ascii == AsciiBytes::mean_ascii && is_ascii(*position)) {
            const std::size_t length = ascii_length(bytes, offset);
            writer.copy(bytes.substr(offset, length), result.skipped + offset);
            position += length;
            continue;
        }
        UErrorCode status = U_ZERO_ERROR;
        const char* const before = position;
        const UChar32 value = ucnv_getNextUChar(converter, &position, end, &status);
        const auto length = static_cast<std::size_t>(position - before);
        if (status == U_INDEX_OUTOFBOUNDS_ERROR) break;        // only escape sequences were left
        const bool half = value >= 0xD800 && value <= 0xDFFF;  // of a surrogate pair
        if (U_FAILURE(status) || value == 0xFFFD || half) {
            if (length == 0) ++position;
            writer.replace(result.skipped + offset, static_cast<std::size_t>(position - before));
            ucnv_resetToUnicode(converter);
        } else {
            writer.put(static_cast<char32_t>(value), result.skipped + offset, length);
        }
    }
}

// Well-formed sequences of several bytes, and malformed ones.
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
        if (position == bytes.size()) break;
        ++position;
        while (position < bytes.size() && is_continuation(bytes[position])) ++position;
        ++bad;
    }
    return {good, bad};
}

std::string detect(std::string_view bytes) {
    constexpr std::size_t kFewestLetters = 6;  // below that, letter statistics guess
    constexpr std::size_t kBefore = 1024;
    constexpr std::size_t kSample = 128 * 1024;
    const std::size_t first = ascii_length(bytes, 0);
    const std::string_view sample = bytes.substr(first > kBefore ? first - kBefore : 0, kSample);
    const auto letters = static_cast<std::size_t>(
        std::count_if(sample.begin(), sample.end(), [](char byte) { return !is_ascii(byte); }));
    if (letters < kFewestLetters) return std::string(kWestern);

    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    uchardet_handle_data(detector.get(), sample.data(), sample.size());
    uchardet_data_end(detector.get());
    const std::string charset = charset_of_label(uchardet_get_charset(detector.get()));
    return charset.empty() || charset == kUtf8 ? std::string(kWestern) : charset;
}

struct ByteOrderMark {
    std::string_view bytes;
    std::string_view charset;
};
// Those of UTF-32 stand before those of UTF-16, which they begin with.
constexpr ByteOrderMark kMarks[] = {
    {{"\xEF\xBB\xBF", 3}, kUtf8},  {{"\xFF\xFE\0\0", 4}, "UTF-32LE"}, {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
    {{"\xFF\xFE", 2}, "UTF-16LE"}, {{"\xFE\xFF", 2}, "UTF-16BE"},
};

const ByteOrderMark* mark_of(std::string_view bytes) {
    for (const ByteOrderMark& mark : kMarks) {
        if (bytes.substr(0, mark.bytes.size()) == mark.bytes) return &mark;
    }
    return nullptr;
}

// "UTF-16LE" or "UTF-16BE" when every other byte of the beginning is mostly zero, else empty.
std::string_view wide_charset_without_mark(std::string_view bytes) {
    constexpr std::size_t kSample = 4096;
    const std::string_view sample = bytes.substr(0, std::min(bytes.size() & ~std::size_t{1}, kSample));
    if (sample.size() < 8) return {};
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < sample.size(); ++i) {
        if (sample[i] == '\0') ++zeros[i % 2];
    }
    const std::size_t half = sample.size() / 2;
    if (zeros[1] * 10 > half * 4 && zeros[0] * 20 < half) return "UTF-16LE";
    if (zeros[0] * 10 > half * 4 && zeros[1] * 20 < half) return "UTF-16BE";
    return {};
}

bool has_iso_2022_escape(std::string_view bytes) {
    for (const std::string_view escape : {"\x1B$B", "\x1B$@", "\x1B(J"}) {
        if (bytes.find(escape) != std::string_view::npos) return true;
    }
    return false;
}

void decode_as(std::string_view bytes, std::string charset, DecodedText& result) {
    if (charset == "UTF-16LE" || charset == "UTF-16BE") {
        decode_utf16(bytes, charset == "UTF-16LE" ? ByteOrder::little : ByteOrder::big, result);
    } else if (charset == kUtf8) {
        decode_utf8_leniently(bytes, result);
    } else {
        Converter converter = open_converter(charset);
        if (!converter) {
            charset = kWestern;
            converter = open_converter(charset);
        }
        const std::string name = lower_ascii(charset);
        const bool stateful = name.starts_with("iso-2022") || name.starts_with("utf-") || name.starts_with("hz") ||
                              name.starts_with("ibm") || name.starts_with("cp") || name.starts_with("scsu") ||
                              name.starts_with("bocu") || name.starts_with("imap") || name.starts_with("ebcdic");
        if (converter) {
            decode_with_icu(bytes, converter.get(), stateful ? AsciiBytes::may_mean_else : AsciiBytes::mean_ascii,
                            result);
        } else {
            charset = kUtf8;  // ICU came without its tables
            decode_utf8_leniently(bytes, result);
        }
    }
    result.charset = std::move(charset);
}

std::string choose_charset(std::string_view bytes, const CharsetHints& hints) {
    const auto [good, bad] = count_sequences(bytes);
    if (good >= 20 * bad) return std::string(kUtf8);
    for (const std::string_view label : {hints.transport, hints.page}) {
        std::string charset = charset_of_label(label);
        if (!charset.empty() && charset != kUtf8) return charset;
    }
    return detect(bytes);
}

}  // namespace

DecodedText decode(std::string_view bytes, const CharsetHints& hints) {
    DecodedText result;
    if (const ByteOrderMark* mark = mark_of(bytes)) {
        result.skipped = static_cast<std::uint32_t>(mark->bytes.size());
        bytes.remove_prefix(mark->bytes.size());
        if (mark->charset != kUtf8) {
            decode_as(bytes, std::string(mark->charset), result);
            return result;
        }
    } else if (const std::string_view wide = wide_charset_without_mark(bytes); !wide.empty()) {
        decode_as(bytes, std::string(wide), result);
        return result;
    }
    if (base::first_invalid_utf8(bytes) == bytes.size()) {
        if (bytes.find('\x1B') != std::string_view::npos && has_iso_2022_escape(bytes)) {
            decode_as(bytes, "ISO-2022-JP", result);
            return result;
        }
        result.view = bytes;
        result.charset = kUtf8;
        return result;
    }
    decode_as(bytes, choose_charset(bytes, hints), result);
    return result;
}

bool looks_like_wide_text(std::string_view bytes) {
    const ByteOrderMark* mark = mark_of(bytes);
    return mark != nullptr ? mark->charset != kUtf8 : !wide_charset_without_mark(bytes).empty();
}

std::string_view charset_declared_in_page(std::string_view bytes) {
    constexpr std::size_t kSearched = 4096;
    const std::string_view head = bytes.substr(0, kSearched);
    constexpr std::string_view kEndOfLabel = " \t\r\n\"'>;/";
    for (std::size_t tag = find_ignoring_case(head, "<meta", 0); tag != std::string_view::npos;
         tag = find_ignoring_case(head, "<meta", tag + 1)) {
        const std::size_t close = std::min(head.find('>', tag), head.size());
        const std::string_view element = head.substr(tag, close - tag);
        std::size_t at = find_ignoring_case(element, "charset", 0);
        if (at == std::string_view::npos) continue;
        at = element.find_first_not_of(" \t\r\n", at + std::string_view("charset").size());
        if (at == std::string_view::npos || element[at] != '=') continue;
        at = element.find_first_not_of(" \t\r\n\"'", at + 1);
        if (at == std::string_view::npos) continue;
        return element.substr(at, std::min(element.find_first_of(kEndOfLabel, at), element.size()) - at);
    }
    return {};
}

}  // namespace axray::read
