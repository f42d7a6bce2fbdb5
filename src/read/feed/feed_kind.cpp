#include "read/feed/feed_kind.hpp"

#include <algorithm>
#include <cstddef>

#include "read/characters/ascii.hpp"
#include "read/characters/charset.hpp"
#include "read/feed/feed_names.hpp"

namespace axray::read {
namespace {

constexpr std::size_t kSample = 64 * 1024;
constexpr std::size_t kGarbage = 1024;  // bytes before the first tag that are passed over
constexpr std::size_t kNowhere = std::string_view::npos;

std::size_t behind(std::string_view text, std::string_view end, std::size_t begin) {
    const std::size_t found = text.find(end, begin);
    return found == kNowhere ? text.size() : found + end.size();
}

// Behind a declaration, with what stands in brackets.
std::size_t behind_declaration(std::string_view text, std::size_t begin) {
    const std::size_t close = text.find('>', begin);
    const std::size_t bracket = text.find('[', begin);
    if (bracket < close) return behind(text, ">", std::min(text.find(']', bracket), text.size()));
    return close == kNowhere ? text.size() : close + 1;
}

// Behind <?...?>, or behind the first ">" where the question mark was forgotten.
std::size_t behind_instruction(std::string_view text, std::size_t begin) {
    const std::size_t next_tag = text.find('<', begin + 1);
    const std::size_t end = text.find("?>", begin);
    return end < next_tag ? end + 2 : behind(text, ">", begin);
}

// The first start tag, after garbage, comments and declarations; empty when there is none.
std::string_view first_tag(std::string_view text) {
    std::size_t position = std::min(text.find('<'), text.size());
    if (position > kGarbage) return {};
    while (position < text.size()) {
        const std::string_view rest = text.substr(position);
        if (rest.starts_with("<!--"))
            position = behind(text, "-->", position);
        else if (rest.starts_with("<?"))
            position = behind_instruction(text, position);
        else if (rest.starts_with("<!"))
            position = behind_declaration(text, position);
        else
            return rest.substr(1, std::min(rest.find('>'), rest.size()) - 1);
        position = std::min(text.find('<', position), text.size());
    }
    return {};
}

bool is_json_feed(std::string_view text) {
    while (!text.empty() && (is_ascii_blank(text.front()) || static_cast<unsigned char>(text.front()) >= 0x80))
        text.remove_prefix(1);
    return text.starts_with("{") && text.find("\"version\"") != kNowhere && text.find("jsonfeed.org") != kNowhere;
}

}  // namespace

FeedKind feed_kind(std::string_view text) {
    text = text.substr(0, kSample);
    const std::string_view tag = first_tag(text);
    // Where words stand before it, a root must show that it is one: "the tag <rss> means ..." is no feed.
    const std::string_view before = text.substr(0, std::min(text.find('<'), text.size()));
    const bool words_before = std::any_of(before.begin(), before.end(), is_ascii_letter);
    if (words_before && !text.substr(before.size()).starts_with("<?xml") && tag.find('=') == kNowhere)
        return is_json_feed(text) ? FeedKind::json : FeedKind::none;
    std::string_view name = tag.substr(0, std::min(tag.find_first_of(" \t\r\n/>"), tag.size()));
    const std::size_t colon = name.find(':');
    const std::string root = lower_ascii(colon == kNowhere ? name : name.substr(colon + 1));
    if (root == "rss" || root == "feed") return FeedKind::xml;
    if (root == "rdf" && is_rss_in_rdf(tag)) return FeedKind::xml;
    const auto declares = [&](std::string_view address) { return find_ignoring_case(tag, address, 0) != kNowhere; };
    if (root == "entry" && (declares("w3.org/2005/atom") || declares("purl.org/atom"))) return FeedKind::xml;
    // A root that was forgotten.
    if (root == "channel" && find_ignoring_case(text, "<item", 0) != kNowhere) return FeedKind::xml;
    return is_json_feed(text) ? FeedKind::json : FeedKind::none;
}

std::string_view charset_declared_in_feed(std::string_view bytes) {
    const std::size_t begin = bytes.substr(0, kGarbage).find("<?xml");
    return begin == kNowhere ? std::string_view() : charset_declared_in_page(bytes.substr(begin, 256));
}

}  // namespace axray::read
