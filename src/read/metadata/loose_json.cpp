#include "read/metadata/loose_json.hpp"

#include <cstddef>

#include "base/utf8.hpp"
#include "read/characters/ascii.hpp"

namespace axray::read {
namespace {

constexpr std::string_view kCdata = "<![CDATA[";
constexpr char32_t kReplacement = 0xFFFD;

class LooseJsonReader {
public:
    LooseJsonReader(std::string_view page, Span place) : at_(place.begin), end_(place.end) { tree_.page = page; }

    JsonTree read() && {
        while (at_ < end_ && tree_.nodes.size() < kMostJsonNodes) step();
        while (!open_.empty()) close();
        return std::move(tree_);
    }

private:
    char here() const { return tree_.page[at_]; }
    bool in_object() const { return !open_.empty() && tree_.nodes[open_.back()].kind == JsonKind::object; }

    void step() {
        const char character = here();
        if (character == '{' || character == '[') {
            open(character == '{' ? JsonKind::object : JsonKind::array);
        } else if (character == '}' || character == ']') {
            ++at_;
            if (skipped_depth_ > 0)
                --skipped_depth_;
            else if (!open_.empty())
                close();
        } else if (character == '"' && !open_.empty()) {
            read_string();
        } else if (open_.empty() && tree_.page.substr(at_, kCdata.size()) == kCdata) {
            at_ += static_cast<std::uint32_t>(kCdata.size());
        } else if (open_.empty() || is_ascii_blank(character) || character == ',' || character == ':') {
            ++at_;
        } else {
            read_other();
        }
    }

    void open(JsonKind kind) {
        if (open_.size() >= kDeepestJson || skipped_depth_ > 0) {
            ++skipped_depth_;
            ++at_;
            return;
        }
        add(kind, {at_, end_});
        open_.push_back(static_cast<std::uint32_t>(tree_.nodes.size() - 1));
        ++at_;
    }

    void close() {
        JsonNode& node = tree_.nodes[open_.back()];
        node.end = static_cast<std::uint32_t>(tree_.nodes.size());
        node.value.end = at_;
        open_.pop_back();
        key_ = {};
    }

    void add(JsonKind kind, Span value) {
        if (skipped_depth_ > 0) return;
        const auto next = static_cast<std::uint32_t>(tree_.nodes.size() + 1);
        tree_.nodes.push_back({kind, key_, value, next});
        key_ = {};
    }

    void read_string() {
        const std::uint32_t begin = ++at_;
        const std::uint32_t end = end_of_string();
        at_ = end < end_ ? end + 1 : end_;
        std::uint32_t next = at_;
        while (next < end_ && is_ascii_blank(tree_.page[next])) ++next;
        if (in_object() && key_.empty() && next < end_ && tree_.page[next] == ':') {
            key_ = {begin, end};
            at_ = next + 1;
        } else {
            add(JsonKind::string, {begin, end});
        }
    }

    // The quotation mark that ends the string: the first that something follows which may follow a string. Others stand
    // for themselves.
    std::uint32_t end_of_string() const {
        for (std::uint32_t i = at_; i < end_; ++i) {
            if (tree_.page[i] == '\\') {
                ++i;
                continue;
            }
            if (tree_.page[i] == '"' && may_end_string(i + 1)) return i;
        }
        return end_;
    }
    bool may_end_string(std::uint32_t next) const {
        bool new_line = false;
        for (; next < end_ && is_ascii_blank(tree_.page[next]); ++next) new_line = new_line || tree_.page[next] == '\n';
        if (next >= end_) return true;
        switch (tree_.page[next]) {
            case ',':
            case ':':
            case '}':
            case ']':
            case '/': return true;
            case '"': return new_line;
            default: return false;
        }
    }

    void read_other() {
        const std::uint32_t begin = at_;
        while (at_ < end_ && !is_ascii_blank(here()) && here() != ',' && here() != '}' && here() != ']' &&
               here() != '{' && here() != '[' && here() != '"' && here() != ':')
            ++at_;
        if (at_ < end_ && here() == ':' && in_object() && key_.empty()) {
            key_ = {begin, at_};  // a name without quotation marks
            return;
        }
        add(JsonKind::other, {begin, at_});
    }

    JsonTree tree_;
    std::uint32_t at_;
    std::uint32_t end_;
    std::vector<std::uint32_t> open_;
    std::uint32_t skipped_depth_ = 0;
    Span key_;
};

// Four hexadecimal digits at `at`, or -1.
int hexadecimal(std::string_view text, std::size_t at) {
    if (at + 4 > text.size()) return -1;
    int value = 0;
    for (const char character : text.substr(at, 4)) {
        const char lower = lower_ascii(character);
        if (is_ascii_digit(lower))
            value = 16 * value + (lower - '0');
        else if (lower >= 'a' && lower <= 'f')
            value = 16 * value + (lower - 'a' + 10);
        else
            return -1;
    }
    return value;
}

// Reads the "uXXXX" at `at`, both halves of a pair; gives the number of bytes read.
std::size_t append_unicode_escape(std::string_view raw, std::size_t at, std::string& text) {
    constexpr int kPairBegin = 0xD800;
    constexpr int kPairMiddle = 0xDC00;
    constexpr int kPairEnd = 0xE000;
    const int first = hexadecimal(raw, at + 1);
    if (first < 0) {
        text.push_back('u');
        return 1;
    }
    if (first < kPairBegin || first >= kPairEnd) {
        base::append_utf8(text, static_cast<char32_t>(first));
        return 5;
    }
    const bool pair = raw.substr(at + 5, 2) == "\\u";
    const int second = pair ? hexadecimal(raw, at + 7) : -1;
    if (first < kPairMiddle && second >= kPairMiddle && second < kPairEnd) {
        base::append_utf8(text, static_cast<char32_t>(0x10000 + ((first - kPairBegin) << 10) + (second - kPairMiddle)));
        return 11;
    }
    base::append_utf8(text, kReplacement);
    return 5;
}

}  // namespace

std::uint32_t JsonTree::member(std::uint32_t object, std::string_view name) const {
    for (std::uint32_t node = object + 1; node < nodes[object].end; node = nodes[node].end) {
        if (key(node) == name) return node;
    }
    return static_cast<std::uint32_t>(nodes.size());
}

JsonTree read_loose_json(std::string_view page, Span place) { return LooseJsonReader(page, place).read(); }

std::string unescape_json(std::string_view raw) {
    std::string text;
    text.reserve(raw.size());
    for (std::size_t at = 0; at < raw.size(); ++at) {
        if (raw[at] != '\\' || at + 1 == raw.size()) {
            text.push_back(raw[at]);
            continue;
        }
        ++at;
        switch (raw[at]) {
            case 'n':
            case 'r':
            case 't':
            case 'b':
            case 'f': text.push_back(' '); break;
            case 'u': at += append_unicode_escape(raw, at, text) - 1; break;
            default: text.push_back(raw[at]);
        }
    }
    return text;
}

}  // namespace axray::read
