#include "read/feed/feed_names.hpp"

#include <algorithm>
#include <iterator>

#include "read/characters/ascii.hpp"

namespace axray::read {
namespace {

struct Row {
    std::string_view name;
    FieldMeaning meaning;
};

constexpr Row kItemRows[] = {
    {"title", {FeedField::title, 0.95}},
    {"dc:title", {FeedField::title, 0.8}},
    {"media:title", {FeedField::title, 0.4}},
    {"link", {FeedField::address, 0.95}},
    {"feedburner:origlink", {FeedField::address, 0.97}},
    {"guid", {FeedField::id, 0.95}},
    {"id", {FeedField::id, 0.95}},
    {"dc:identifier", {FeedField::id, 0.6}},
    {"content:encoded", {FeedField::content, 0.95}},
    {"content", {FeedField::content, 0.95}},
    {"xhtml:body", {FeedField::content, 0.9}},
    {"xhtml:div", {FeedField::content, 0.85}},
    {"div", {FeedField::content, 0.85}},
    {"body", {FeedField::content, 0.9}},
    {"fulltext", {FeedField::content, 0.9}},
    {"description", {FeedField::summary, 0.9}},
    {"summary", {FeedField::summary, 0.9}},
    {"dc:description", {FeedField::summary, 0.6}},
    {"itunes:summary", {FeedField::summary, 0.5}},
    {"media:description", {FeedField::summary, 0.4}},
    {"pubdate", {FeedField::published, 0.95}},
    {"published", {FeedField::published, 0.97}},
    {"issued", {FeedField::published, 0.95}},
    {"dc:date", {FeedField::published, 0.9}},
    {"dcterms:issued", {FeedField::published, 0.9}},
    {"created", {FeedField::published, 0.8}},
    {"dcterms:created", {FeedField::published, 0.8}},
    {"date", {FeedField::published, 0.7}},
    {"updated", {FeedField::updated, 0.95}},
    {"modified", {FeedField::updated, 0.95}},
    {"dcterms:modified", {FeedField::updated, 0.9}},
    {"lastbuilddate", {FeedField::updated, 0.5}},
    {"author", {FeedField::author, 0.95}},
    {"dc:creator", {FeedField::author, 0.9}},
    {"creator", {FeedField::author, 0.8}},
    {"itunes:author", {FeedField::author, 0.6}},
    {"category", {FeedField::category, 0.9}},
    {"dc:subject", {FeedField::category, 0.8}},
    {"source", {FeedField::source, 0.95}},
    {"dc:source", {FeedField::source, 0.8}},
    {"dc:language", {FeedField::language, 0.9}},
    {"language", {FeedField::language, 0.9}},
    {"dc:publisher", {FeedField::publisher, 0.9}},
};

constexpr Row kFeedRows[] = {
    {"title", {FeedField::title, 0.95}},
    {"dc:title", {FeedField::title, 0.8}},
    {"link", {FeedField::address, 0.95}},
    {"description", {FeedField::summary, 0.9}},
    {"subtitle", {FeedField::summary, 0.9}},
    {"tagline", {FeedField::summary, 0.9}},
    {"dc:description", {FeedField::summary, 0.7}},
    {"language", {FeedField::language, 0.9}},
    {"dc:language", {FeedField::language, 0.9}},
    {"lastbuilddate", {FeedField::updated, 0.95}},
    {"updated", {FeedField::updated, 0.95}},
    {"modified", {FeedField::updated, 0.95}},
    {"dc:date", {FeedField::updated, 0.8}},
    {"pubdate", {FeedField::updated, 0.7}},
    {"managingeditor", {FeedField::author, 0.6}},
    {"author", {FeedField::author, 0.9}},
    {"dc:creator", {FeedField::author, 0.8}},
    {"itunes:author", {FeedField::author, 0.7}},
    {"dc:publisher", {FeedField::publisher, 0.95}},
};

template <std::size_t N>
FieldMeaning find_meaning(const Row (&rows)[N], std::string_view name) {
    const auto* row =
        std::find_if(std::begin(rows), std::end(rows), [&](const Row& each) { return each.name == name; });
    return row == std::end(rows) ? FieldMeaning() : row->meaning;
}

struct Namespace {
    std::string_view address;  // without "http://" and a slash at the end, in lower case
    std::string_view prefix;   // empty: the elements of feeds themselves
};
constexpr Namespace kNamespaces[] = {
    {"purl.org/rss/1.0", ""},
    {"my.netscape.com/rdf/simple/0.9", ""},
    {"my.netscape.com/publish/formats/rss-0.91.dtd", ""},
    {"channel.netscape.com/rdf/simple/0.9", ""},
    {"backend.userland.com/rss", ""},
    {"backend.userland.com/rss2", ""},
    {"blogs.law.harvard.edu/tech/rss", ""},
    {"cyber.law.harvard.edu/rss", ""},
    {"www.w3.org/2005/atom", ""},
    {"purl.org/atom/ns#", ""},
    {"purl.org/dc/elements/1.1", "dc"},
    {"purl.org/dc/elements/1.0", "dc"},
    {"purl.org/dc/terms", "dcterms"},
    {"purl.org/rss/1.0/modules/content", "content"},
    {"search.yahoo.com/mrss", "media"},
    {"www.itunes.com/dtds/podcast-1.0.dtd", "itunes"},
    {"www.w3.org/1999/xhtml", "xhtml"},
    {"www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"},
    {"rssnamespace.org/feedburner/ext/1.0", "feedburner"},
};

// Prefixes that are used without a declaration.
bool is_own_prefix(std::string_view prefix) {
    return prefix == "rss" || prefix == "atom" || prefix == "atom10" || prefix == "a10" || prefix == "atom03";
}

}  // namespace

FieldMeaning meaning_in_item(std::string_view name) { return find_meaning(kItemRows, name); }
FieldMeaning meaning_in_feed(std::string_view name) { return find_meaning(kFeedRows, name); }

bool ends_open_field(std::string_view name) {
    constexpr std::string_view kNames[] = {"item",    "entry",    "channel",   "title",   "link",     "description",
                                           "guid",    "pubdate",  "published", "updated", "modified", "issued",
                                           "created", "category", "enclosure", "author",  "comments"};
    if (name.find(':') != std::string_view::npos)
        return meaning_in_item(name).field != FeedField::none && !name.starts_with("xhtml:");
    return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

void FeedPrefixes::declare(std::string_view prefix, std::string_view address) {
    constexpr std::size_t kMost = 100;
    std::string known = lower_ascii(trim_ascii(address));
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (known.starts_with(scheme)) known.erase(0, scheme.size());
    }
    while (known.ends_with('/')) known.pop_back();
    const auto* row = std::find_if(std::begin(kNamespaces), std::end(kNamespaces),
                                   [&](const Namespace& each) { return each.address == known; });
    if (row == std::end(kNamespaces) || usual_.size() >= kMost) return;
    usual_.insert_or_assign(lower_ascii(prefix), std::string(row->prefix));
}

std::string FeedPrefixes::usual_name(std::string_view name) const {
    std::string lower = lower_ascii(name);
    const std::size_t colon = lower.find(':');
    const std::string prefix = colon == std::string::npos ? std::string() : lower.substr(0, colon);
    const std::string local = colon == std::string::npos ? lower : lower.substr(colon + 1);
    const auto declared = usual_.find(prefix);
    if (declared != usual_.end()) return declared->second.empty() ? local : declared->second + ":" + local;
    return prefix.empty() || is_own_prefix(prefix) ? local : lower;
}

bool is_rss_in_rdf(std::string_view declarations) {
    return find_ignoring_case(declarations, "purl.org/rss/", 0) != std::string_view::npos ||
           find_ignoring_case(declarations, "netscape.com/rdf/simple", 0) != std::string_view::npos;
}

}  // namespace axray::read
