#include "read/feed/feed_text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "base/utf8.hpp"
#include "read/blocks.hpp"
#include "read/characters/ascii.hpp"
#include "read/html/html_characters.hpp"

namespace axray::read {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

Span span_of(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// The reference at `position`, if it ends with a semicolon: feeds hold addresses such as "?a=1&copy=2".
CharacterReference whole_reference(std::string_view text, std::size_t position) {
    const CharacterReference reference = read_reference(text, position);
    const bool whole = reference.length > 0 && text[position + reference.length - 1] == ';';
    return whole ? reference : CharacterReference();
}

// Words between tags, with a blank where a tag stood.
std::string without_tags(std::string_view html) {
    std::string words;
    bool tag = false;
    for (std::size_t i = 0; i < html.size(); ++i) {
        const char next = i + 1 < html.size() ? html[i + 1] : ' ';
        if (!tag && html[i] == '<' && (is_ascii_letter(next) || next == '/' || next == '!')) tag = true;
        if (!tag) words.push_back(html[i]);
        if (tag && html[i] == '>') {
            tag = false;
            words.push_back(' ');
        }
    }
    return words;
}

}  // namespace

void append_unescaped(MappedText& text, const DecodedText& piece, Span place) {
    const std::string_view all = piece.text().substr(0, place.end);
    std::size_t position = place.begin;
    while (position < place.end) {
        const std::size_t ampersand = std::min<std::size_t>(all.find('&', position), place.end);
        if (ampersand > position) text.append_decoded(piece, span_of(position, ampersand));
        if (ampersand == place.end) return;
        const CharacterReference reference = whole_reference(all, ampersand);
        position = ampersand + std::max<std::uint32_t>(reference.length, 1);
        if (reference.length == 0) {
            text.append_decoded(piece, span_of(ampersand, position));
            continue;
        }
        std::string bytes;
        base::append_utf8(bytes, reference.first);
        if (reference.second != 0) base::append_utf8(bytes, reference.second);
        text.append(bytes, original_of(piece, span_of(ampersand, position)));
    }
}

void append_escaped(MappedText& text, const DecodedText& piece, Span place) {
    const std::string_view all = piece.text().substr(0, place.end);
    std::size_t position = place.begin;
    while (position < place.end) {
        const std::size_t special = std::min<std::size_t>(all.find_first_of("<&", position), place.end);
        if (special > position) text.append_decoded(piece, span_of(position, special));
        if (special == place.end) return;
        text.append(all[special] == '<' ? "&lt;" : "&amp;", original_of(piece, span_of(special, special + 1)));
        position = special + 1;
    }
}

std::string attribute_value(const DecodedText& piece, Span place) {
    MappedText value;
    append_unescaped(value, piece, place);
    return std::string(trim_ascii(value.text));
}

std::string plain_line(const FeedText& text) {
    constexpr std::size_t kLongest = 1000;
    const std::string_view whole = text.mapped.text;
    // Tags may be long; what a thousand bytes of words need is among the first of them.
    const std::string_view begin = whole.substr(0, 16 * kLongest);
    std::string line;
    if (text.kind == FeedTextKind::html) {
        const std::string words = without_tags(begin);
        line = decode_html_text(words, span_of(0, words.size()));
    } else {
        BlockWriter writer;
        std::size_t end = begin.size();
        if (end < whole.size()) {
            while (end > 0 && (static_cast<unsigned char>(whole[end]) & 0xC0U) == 0x80U) --end;
        }
        writer.append(begin, span_of(0, end));
        line = std::string(writer.list().slice(writer.end_block()));
    }
    if (line.size() > kLongest) {
        std::size_t end = kLongest;
        while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
        line.resize(end);
    }
    return std::string(trim_ascii(line));
}

bool looks_like_markup(std::string_view text) {
    for (std::size_t i = text.find_first_of("<&"); i != kNowhere; i = text.find_first_of("<&", i + 1)) {
        if (text[i] == '&') {
            if (whole_reference(text, i).length > 0) return true;
            continue;
        }
        const char next = i + 1 < text.size() ? text[i + 1] : ' ';
        const bool tag = is_ascii_letter(next) || next == '/' || next == '!';
        if (tag && text.substr(i, 2000).find('>') != kNowhere) return true;
    }
    return false;
}

std::string author_name(std::string_view text) {
    text = trim_ascii(text);
    const auto inside = [&](char open, char close) {
        const std::size_t begin = text.find(open);
        const std::size_t end = begin == kNowhere ? kNowhere : text.find(close, begin);
        return end == kNowhere ? std::string_view() : trim_ascii(text.substr(begin + 1, end - begin - 1));
    };
    if (const std::string_view name = inside('(', ')'); !name.empty() && text.find('@') < text.find('('))
        return std::string(name);
    if (const std::string_view address = inside('<', '>'); address.find('@') != kNowhere) {
        std::string_view name = trim_ascii(text.substr(0, text.find('<')));
        return name.empty() ? std::string(address) : author_name(name);
    }
    if (text.size() > 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
    return std::string(text);
}

std::string absolute_address(std::string_view base, std::string_view reference) {
    const auto has_scheme = [](std::string_view address) {
        const std::size_t colon = address.find(':');
        return colon != kNowhere && colon > 0 && is_ascii_letter(address[0]) && address.find_first_of("/?#") > colon;
    };
    const std::size_t authority = base.find("://");
    if (reference.empty() || has_scheme(reference) || !has_scheme(base) || authority == kNowhere)
        return std::string(reference);
    if (reference.starts_with("//")) return std::string(base.substr(0, authority + 1)) + std::string(reference);
    const std::string_view whole = base.substr(0, std::min(base.find_first_of("?#"), base.size()));
    const std::size_t path = std::min(whole.find('/', authority + 3), whole.size());
    if (reference.starts_with("/")) return std::string(whole.substr(0, path)) + std::string(reference);
    if (reference.starts_with("?") || reference.starts_with("#")) return std::string(whole) + std::string(reference);
    std::size_t folder = path == whole.size() ? whole.size() : whole.rfind('/');
    while (reference.starts_with("../") || reference.starts_with("./")) {
        const bool up = reference.starts_with("../");
        reference.remove_prefix(up ? 3 : 2);
        if (up && folder > path) folder = whole.rfind('/', folder - 1);
    }
    return std::string(whole.substr(0, folder)) + "/" + std::string(reference);
}

}  // namespace axray::read
