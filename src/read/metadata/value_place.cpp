#include "read/metadata/value_place.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include "base/utf8.hpp"
#include "read/html/html_characters.hpp"
#include "read/metadata/loose_json.hpp"

namespace axray::read {
namespace {

// Bytes of the JSON escape at `at`, which begins with a backslash.
std::uint32_t escape_length(std::string_view raw, std::size_t at) {
    constexpr std::uint32_t kUnicode = 6;
    if (at + 1 >= raw.size() || raw[at + 1] != 'u')
        return static_cast<std::uint32_t>(std::min<std::size_t>(2, raw.size() - at));
    const bool pair = at + 2 * kUnicode <= raw.size() && raw[at + kUnicode] == '\\' &&
                      unescape_json(raw.substr(at, kUnicode)) == "\xEF\xBF\xBD";
    return static_cast<std::uint32_t>(std::min<std::size_t>(pair ? 2 * kUnicode : kUnicode, raw.size() - at));
}

void append_json(BlockWriter& writer, std::string_view page, Span source) {
    const std::string_view raw = page.substr(0, source.end);
    std::uint32_t at = source.begin;
    while (at < source.end) {
        const auto escape = static_cast<std::uint32_t>(std::min<std::size_t>(raw.find('\\', at), source.end));
        if (escape > at) append_html_text(writer, page, {at, escape});
        if (escape == source.end) break;
        const Span place{escape, escape + escape_length(raw, escape)};
        const std::string decoded = unescape_json(raw.substr(place.begin, place.size()));
        for (std::size_t i = 0; i < decoded.size();) {
            const base::DecodedCodePoint point = base::decode_utf8(decoded, i);
            writer.append_character(point.value, place);
            i += point.size;
        }
        at = place.end;
    }
}

enum class Spelling { html, json };

BlockList read_as(Spelling spelling, std::string_view page, Span source) {
    BlockWriter writer;
    if (spelling == Spelling::html)
        append_html_text(writer, page, source);
    else
        append_json(writer, page, source);
    static_cast<void>(writer.end_block());
    return std::move(writer.list());
}

}  // namespace

Span place_of_text(const BlockList& list, Span text) {
    auto run = std::upper_bound(
        list.runs.begin(), list.runs.end(), text.begin,
        [](std::uint32_t value, const OriginRun& one) { return value < one.text_begin + one.text_length; });
    Span place;
    for (; run != list.runs.end() && run->text_begin < text.end; ++run) {
        Span piece{run->original_begin, run->original_begin + run->original_length};
        if (run->text_length == run->original_length) {
            if (run->text_begin < text.begin) piece.begin += text.begin - run->text_begin;
            if (run->text_begin + run->text_length > text.end)
                piece.end -= run->text_begin + run->text_length - text.end;
        }
        place = place.empty() ? piece : Span{std::min(place.begin, piece.begin), std::max(place.end, piece.end)};
    }
    return place;
}

Span place_of_value(std::string_view page, Span source, std::string_view value) {
    if (value.empty() || source.empty()) return source;
    for (const Spelling spelling : {Spelling::html, Spelling::json}) {
        const BlockList list = read_as(spelling, page, source);
        const std::size_t at = list.text.find(value);
        if (at == std::string::npos) continue;
        const auto begin = static_cast<std::uint32_t>(at);
        const Span place = place_of_text(list, {begin, begin + static_cast<std::uint32_t>(value.size())});
        if (!place.empty()) return place;
    }
    return source;
}

void append_value(BlockWriter& writer, std::string_view page, Span source, std::string_view value) {
    for (const Spelling spelling : {Spelling::html, Spelling::json}) {
        if (read_as(spelling, page, source).text != value) continue;
        if (spelling == Spelling::html)
            append_html_text(writer, page, source);
        else
            append_json(writer, page, source);
        return;
    }
    for (std::size_t at = 0; at < value.size();) {
        const base::DecodedCodePoint point = base::decode_utf8(value, at);
        writer.append_character(point.value, source);
        at += point.size;
    }
}

}  // namespace axray::read
