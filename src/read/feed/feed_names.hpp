// What the elements of feeds mean (name of an element -> field of the feed or item).
//
// Prefixes are made the usual ones by the address that they are declared for, so that <a:creator> and <dc:creator> are
// one. Where several elements fill one field, the surer one wins.
// Source: RSS 0.90 to 2.0, Atom 0.3 and RFC 4287, Dublin Core, Media RSS, the content and itunes modules.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace axray::read {

enum class FeedField : std::uint8_t {
    none,
    title,
    address,
    id,
    content,
    summary,
    published,
    updated,
    author,
    category,
    source,
    language,
    publisher,
};

struct FieldMeaning {
    FeedField field = FeedField::none;
    double confidence = 0;  // 0..1
};

// Of an element of an item, or of the feed itself; by usual name ("pubdate", "dc:creator").
[[nodiscard]] FieldMeaning meaning_in_item(std::string_view name);
[[nodiscard]] FieldMeaning meaning_in_feed(std::string_view name);

// True for names that end an open field whose end tag is missing: no element of HTML is called so.
[[nodiscard]] bool ends_open_field(std::string_view name);

// The prefixes that a file declares.
class FeedPrefixes {
public:
    // xmlns:prefix="address"; an empty prefix for the default, which should be given for the root alone.
    void declare(std::string_view prefix, std::string_view address);

    // "DC:Creator" -> "dc:creator", "atom:link" -> "link", "unknown:title" -> "unknown:title".
    [[nodiscard]] std::string usual_name(std::string_view name) const;

private:
    std::map<std::string, std::string, std::less<>> usual_;  // declared prefix -> usual prefix
};

// RSS 1.0 and 0.90 are RDF: this tells them from other RDF.
[[nodiscard]] bool is_rss_in_rdf(std::string_view declarations);

}  // namespace axray::read
