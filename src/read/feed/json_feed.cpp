#include "read/feed/json_feed.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "read/characters/ascii.hpp"
#include "read/characters/normal_form.hpp"
#include "read/feed/feed_dates.hpp"
#include "read/feed/feed_text.hpp"
#include "read/feed/feed_values.hpp"
#include "read/metadata/loose_json.hpp"

namespace axray::read {
namespace {

constexpr std::size_t kMostFaults = 100;

Span span_of(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// Values of JSON by their brackets and quotation marks alone.
class JsonBorders {
public:
    explicit JsonBorders(std::string_view text) : text_(text) {}

    // Position of the next byte that is no white space, comma or colon.
    [[nodiscard]] std::size_t skip_gap(std::size_t position) const {
        while (position < text_.size() &&
               (is_ascii_blank(text_[position]) || text_[position] == ',' || text_[position] == ':'))
            ++position;
        return position;
    }
    // Behind the value that begins at `position`; the end of the text where it is cut.
    [[nodiscard]] std::size_t end_of_value(std::size_t position) const {
        if (position >= text_.size()) return text_.size();
        if (text_[position] == '"') return end_of_string(position);
        std::size_t depth = 0;
        while (position < text_.size()) {
            const char character = text_[position];
            if (character == '"') {
                position = end_of_string(position);
                continue;
            }
            const bool closes = character == '}' || character == ']';
            if (character == '{' || character == '[') ++depth;
            if (depth == 0 && (closes || character == ',' || is_ascii_blank(character))) return position;
            ++position;
            if (closes && --depth == 0) return position;
        }
        return position;
    }

private:
    [[nodiscard]] std::size_t end_of_string(std::size_t position) const {
        for (++position; position < text_.size() && text_[position] != '"'; ++position) {
            if (text_[position] == '\\') ++position;
        }
        return std::min(position + 1, text_.size());
    }

    std::string_view text_;
};

struct Escape {
    std::size_t size = 1;  // bytes of the escape
    char32_t value = 0;
};

std::uint32_t hexadecimal(std::string_view digits) {
    std::uint32_t value = 0x10000;  // none
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    return digits.size() == 4 && error == std::errc() && end == digits.data() + 4 ? value : 0x10000;
}

Escape escape_at(std::string_view text, std::size_t position) {
    if (position + 1 >= text.size()) return {1, U'\\'};
    switch (text[position + 1]) {
        case 'n':
        case 'r': return {2, U'\n'};
        case 't':
        case 'b':
        case 'f': return {2, U' '};
        case 'u': break;
        default: return {1, 0};  // the next byte stands for itself
    }
    const std::uint32_t unit = hexadecimal(text.substr(std::min(position + 2, text.size()), 4));
    if (unit > 0xFFFF) return {2, U'\uFFFD'};
    if (unit < 0xD800 || unit > 0xDFFF) return {6, unit};
    const std::uint32_t low = text.substr(std::min(position + 6, text.size()), 2) == "\\u"
                                  ? hexadecimal(text.substr(std::min(position + 8, text.size()), 4))
                                  : 0;
    if (unit > 0xDBFF || low < 0xDC00 || low > 0xDFFF) return {6, U'\uFFFD'};
    return {12, 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00)};
}

void append_json_string(MappedText& out, const DecodedText& decoded, Span place) {
    const std::string_view text = decoded.text().substr(0, place.end);
    std::size_t position = place.begin;
    while (position < place.end) {
        const std::size_t escape = std::min<std::size_t>(text.find('\\', position), place.end);
        if (escape > position) out.append_decoded(decoded, span_of(position, escape));
        if (escape == place.end) return;
        const Escape found = escape_at(text, escape);
        position = std::min<std::size_t>(escape + found.size, place.end);
        if (found.value == 0) {
            const std::size_t end = std::min<std::size_t>(position + 1, place.end);
            out.append_decoded(decoded, span_of(position, end));
            position = end;
            continue;
        }
        std::string bytes;
        base::append_utf8(bytes, found.value);
        out.append(bytes, original_of(decoded, span_of(escape, position)));
    }
}

// An object with its members, of an item or of the feed without its items.
class JsonObject {
public:
    JsonObject(const DecodedText& decoded, Span place)
        : decoded_(decoded), tree_(read_loose_json(decoded.text(), place)) {}

    [[nodiscard]] std::uint32_t none() const { return static_cast<std::uint32_t>(tree_.nodes.size()); }
    [[nodiscard]] std::uint32_t member(std::uint32_t object, std::string_view name) const {
        return object < none() ? tree_.member(object, name) : none();
    }
    [[nodiscard]] const JsonTree& tree() const { return tree_; }

    [[nodiscard]] FeedText text(std::uint32_t object, std::string_view name, FeedTextKind kind) const {
        FeedText text;
        text.kind = kind;
        const std::uint32_t node = member(object, name);
        if (node < none() && tree_.nodes[node].kind == JsonKind::string)
            append_json_string(text.mapped, decoded_, tree_.nodes[node].value);
        return text;
    }
    // A string, or a number as it is written.
    [[nodiscard]] MetadataValue value(std::uint32_t object, std::string_view name, double confidence) const {
        const std::uint32_t node = member(object, name);
        if (node >= none()) return {};
        const JsonNode& found = tree_.nodes[node];
        if (found.kind == JsonKind::string) {
            const std::string line = plain_line(text(object, name, FeedTextKind::plain));
            return {line, "json " + std::string(name), confidence, original_of(decoded_, found.value)};
        }
        const std::string written(tree_.value(node));
        if (found.kind != JsonKind::other || written.size() > 40 || written == "null") return {};
        return {written, "json " + std::string(name), confidence, original_of(decoded_, found.value)};
    }
    [[nodiscard]] MetadataValue date(std::uint32_t object, std::string_view name) const {
        MetadataValue found = value(object, name, 0.95);
        found.value = feed_date(found.value);
        return found.empty() ? MetadataValue() : found;
    }
    // Version 1.1 has a list, version 1 had one.
    [[nodiscard]] std::vector<MetadataValue> authors(std::uint32_t object) const {
        std::vector<MetadataValue> names;
        const std::uint32_t list = member(object, "authors");
        if (list < none()) {
            for (std::uint32_t node = list + 1; node < tree_.nodes[list].end; node = tree_.nodes[node].end)
                add_once(names, value(node, "name", 0.95));
        }
        if (names.empty()) add_once(names, value(member(object, "author"), "name", 0.95));
        for (MetadataValue& name : names) name.found_in = "json author";
        return names;
    }

private:
    const DecodedText& decoded_;
    JsonTree tree_;
};

class JsonFeedReader {
public:
    JsonFeedReader(const DecodedText& decoded, std::string_view address, FeedSummary summary,
                   const ItemReceiver& receive)
        : decoded_(decoded),
          borders_(decoded.text()),
          address_(address),
          summary_(std::move(summary)),
          receive_(receive) {}

    // The members of the feed come first, wherever the items stand among them.
    FeedSummary read() {
        constexpr std::size_t kLongestMember = 1ULL << 20U;
        const std::string_view text = decoded_.text();
        MappedText head;
        head.insert("{");
        std::size_t items = text.size();
        std::size_t position = std::min(text.find('{'), text.size()) + 1;
        while ((position = borders_.skip_gap(position)) < text.size() && text[position] != '}') {
            const std::size_t key_end = borders_.end_of_value(position);
            const std::size_t value = borders_.skip_gap(key_end);
            const std::size_t end = std::max(borders_.end_of_value(value), position + 1);
            if (text.substr(position, key_end - position) == "\"items\"") {
                items = value;
            } else if (end - position < kLongestMember && head.text.size() < kLongestMember) {
                head.append_decoded(decoded_, span_of(position, std::min(end, text.size())));
                head.insert(",");
            }
            position = end;
        }
        head.insert("}");
        read_head(as_decoded(head, decoded_.charset));
        read_items(items);
        return std::move(summary_);
    }

private:
    void read_head(const DecodedText& head) {
        const JsonObject object(head, span_of(0, head.text().size()));
        Feed& feed = summary_.feed;
        const std::string version = object.value(0, "version", 1).value;
        const std::size_t number = version.rfind('/');
        feed.format = "JSON Feed";
        if (number != std::string::npos && version.size() - number < 8) feed.format += " " + version.substr(number + 1);
        feed.media_type = "application/feed+json";
        feed.title = object.value(0, "title", 0.95);
        feed.address = object.value(0, "home_page_url", 0.95);
        feed.feed_address = object.value(0, "feed_url", 0.95);
        feed.description = object.value(0, "description", 0.9);
        feed.language = object.value(0, "language", 0.9);
        feed.language.value = lower_ascii(feed.language.value);
        feed.authors = object.authors(0);
        base_ = feed.address.empty() ? address_ : feed.address.value;
    }

    void read_items(std::size_t position) {
        const std::string_view text = decoded_.text();
        if (position >= text.size() || text[position] != '[') return;
        ++position;
        bool cut = true;
        while ((position = borders_.skip_gap(position)) < text.size()) {
            if (text[position] == ']') {
                cut = false;
                break;
            }
            const std::size_t end = std::max(borders_.end_of_value(position), position + 1);
            const Span place = span_of(position, std::min(end, text.size()));
            position = end;
            if (text[place.begin] != '{') {
                fault("an item is no object", place.begin);
                continue;
            }
            if (receive_(summary_.feed, read_item(place)) == Reading::stop) return;
        }
        if (cut) fault("the feed ends within its items, after item " + std::to_string(summary_.items), text.size());
    }

    FeedItem read_item(Span place) {
        const JsonObject object(decoded_, place);
        FeedItem item;
        item.number = ++summary_.items;
        item.original = original_of(decoded_, place);
        item.title = object.text(0, "title", FeedTextKind::plain);
        item.content = object.text(0, "content_html", FeedTextKind::html);
        if (item.content.empty()) item.content = object.text(0, "content_text", FeedTextKind::plain);
        item.summary = object.text(0, "summary", FeedTextKind::plain);
        item.id = object.value(0, "id", 0.95);
        item.address = address_of(object, "url", 0.95);
        item.published = object.date(0, "date_published");
        item.updated = object.date(0, "date_modified");
        item.language = object.value(0, "language", 0.9);
        item.language.value = lower_ascii(item.language.value);
        item.source_address = address_of(object, "external_url", 0.9);
        item.authors = object.authors(0);
        const JsonTree& tree = object.tree();
        if (const std::uint32_t tags = object.member(0, "tags"); tags < object.none()) {
            for (std::uint32_t node = tags + 1; node < tree.nodes[tags].end; node = tree.nodes[node].end) {
                if (item.categories.size() < kMostFeedValues)
                    item.categories.push_back(unescape_json(tree.value(node)));
            }
        }
        if (const std::uint32_t list = object.member(0, "attachments"); list < object.none()) {
            for (std::uint32_t node = list + 1; node < tree.nodes[list].end; node = tree.nodes[node].end) {
                FeedEnclosure enclosure{object.value(node, "url", 1).value, object.value(node, "mime_type", 1).value,
                                        0};
                const std::string length = object.value(node, "size_in_bytes", 1).value;
                std::from_chars(length.data(), length.data() + length.size(), enclosure.length);
                if (!enclosure.address.empty() && item.enclosures.size() < kMostFeedValues)
                    item.enclosures.push_back(std::move(enclosure));
            }
        }
        return item;
    }

    MetadataValue address_of(const JsonObject& object, std::string_view name, double confidence) const {
        MetadataValue found = object.value(0, name, confidence);
        found.value = absolute_address(base_, found.value);
        return found;
    }

    void fault(std::string message, std::size_t place) {
        if (summary_.faults.size() >= kMostFaults) return;
        const auto at = static_cast<std::uint32_t>(place);
        const std::uint32_t byte = original_of(decoded_, {at > 0 ? at - 1 : 0, at}).end;
        summary_.faults.push_back({ErrorCode::malformed, std::move(message), {"byte " + std::to_string(byte)}});
    }

    const DecodedText& decoded_;
    JsonBorders borders_;
    std::string address_;
    std::string base_;
    FeedSummary summary_;
    const ItemReceiver& receive_;
};

}  // namespace

FeedSummary read_json_feed(const DecodedText& decoded, std::string_view address, FeedSummary summary,
                           const ItemReceiver& receive) {
    return JsonFeedReader(decoded, address, std::move(summary), receive).read();
}

}  // namespace axray::read
