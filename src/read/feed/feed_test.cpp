#include "read/feed/feed.hpp"

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "read/feed/feed_documents.hpp"
#include "read/feed/feed_kind.hpp"
#include "read/reader.hpp"

using namespace axray;
using namespace axray::read;

namespace {

const std::string kSentence = "The council of Port Ellery approved a flood wall of 3.2 km on Monday.";

// Large feeds are made, not kept: `count` items with a thousand bytes each.
std::string large_feed(std::size_t count, std::string_view encoding) {
    std::string feed = "<?xml version='1.0' encoding='" + std::string(encoding) + "'?><rss version='2.0'><channel>";
    for (std::size_t i = 0; i < count; ++i) {
        feed += "<item><title>Item " + std::to_string(i) + "</title><description><![CDATA[";
        for (int j = 0; j < 10; ++j) feed += "<p>" + kSentence + " " + std::to_string(i * 10 + j) + " caf\xE9s.</p>";
        feed += "]]></description></item>\n";
    }
    return feed + "</channel></rss>";
}

// Processor time.
double seconds_for(const std::string& bytes) {
    const std::clock_t begin = std::clock();
    const auto summary = read_feed(bytes, {}, [](const Feed&, const FeedItem&) { return Reading::go_on; });
    CHECK(summary.has_value());
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

}  // namespace

TEST_CASE("a feed of many pieces is read item by item, and leads back to its bytes") {
    constexpr std::size_t kItems = 4000;
    const std::string bytes = large_feed(kItems, "windows-1252");
    std::size_t count = 0;
    const auto summary = read_documents(bytes, {.id = "large.xml"}, [&](Result<Document> document) {
        REQUIRE(document.has_value());
        if (count % 500 == 0) {
            CHECK(document->id == "large.xml#" + std::to_string(count + 1));
            const std::string words = kSentence + " " + std::to_string(count * 10 + 9) + " caf\xC3\xA9s.";
            const auto at = static_cast<std::uint32_t>(document->text.find(words));
            REQUIRE(at < document->text.size());
            const Span place = document->origin.to_original({at, at + static_cast<std::uint32_t>(words.size())});
            CHECK(bytes.substr(place.begin, place.size()) ==
                  kSentence + " " + std::to_string(count * 10 + 9) + " caf\xE9s.");
        }
        ++count;
        return Reading::go_on;
    });
    REQUIRE(summary.has_value());
    CHECK(summary->documents == kItems);
    CHECK(summary->faults.empty());
    CHECK(count == kItems);
}

TEST_CASE("reading stops when the receiver has enough") {
    std::size_t count = 0;
    const auto summary = read_feed(large_feed(100, "windows-1252"), {}, [&](const Feed&, const FeedItem&) {
        return ++count == 3 ? Reading::stop : Reading::go_on;
    });
    REQUIRE(summary.has_value());
    CHECK(count == 3);
    CHECK(summary->items == 3);
}

TEST_CASE("feeds made to hurt are read in linear time") {
    const std::size_t n = 100000;
    const auto repeated = [&](std::string_view part) {
        std::string all;
        for (std::size_t i = 0; i < n; ++i) all += part;
        return all;
    };
    const std::string open = "<rss version='2.0'><channel><item><title>T</title><description>";
    const std::string inputs[] = {
        open + repeated("<div>"),                                         // nested without CDATA
        "<rss>" + repeated("<x>") + "<item><title>T</title></item>",      // nested elements that mean nothing
        "<rss>" + repeated("<item>"),                                     // items in items
        "<rss>" + repeated("<item><title>"),                              // fields that nothing ends
        open + repeated("<![CDATA["),                                     // sections in a section
        open + repeated("&lol;"),                                         // references that nobody declared
        open + repeated("<a b='"),                                        // quotation marks that nothing closes
        open + repeated("<!--"),                                          // a comment that nothing closes
        "<rss>" + repeated("<!DOCTYPE [<!ENTITY a 'b'>"),                 // declarations that nothing closes
        "<rss " + repeated("a='b' ") + "><item><title>T</title></item>",  // attributes
        "<rss>" + repeated("<?x "),                                       // instructions that nothing closes
        "<feed xmlns='http://www.w3.org/2005/Atom'>" + repeated("<entry><content type='xhtml'>"),
        "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":" + repeated("["),
        "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[" + repeated("{\"a\":"),
        "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[" + repeated("{},"),
    };
    for (const std::string& input : inputs) {
        CAPTURE(input.substr(0, 80));
        CHECK(seconds_for(input) < 3);
        const auto documents = read_documents(input, {}, [](const Result<Document>&) { return Reading::go_on; });
        CHECK((documents.has_value() || !documents.error().message.empty()));
    }
}

TEST_CASE("a text without end is cut, and that is said") {
    std::string feed = "<rss><channel><item><title>T</title><description>";
    while (feed.size() < (18ULL << 20U)) feed += "Words and words without any end, and no tag among them. ";
    feed += "</description></item><item><title>Second</title></item></channel></rss>";
    std::size_t items = 0;
    std::size_t longest = 0;
    const auto summary = read_feed(feed, {}, [&](const Feed&, const FeedItem& item) {
        ++items;
        longest = std::max(longest, item.summary.mapped.text.size());
        return Reading::go_on;
    });
    REQUIRE(summary.has_value());
    CHECK(items == 2);
    CHECK(longest <= (16ULL << 20U));
    REQUIRE_FALSE(summary->faults.empty());
    CHECK(summary->faults[0].code == ErrorCode::limit_exceeded);
}

TEST_CASE("a feed larger than the limit is refused with both sizes") {
    const auto refused = read_feed(std::string(200, ' '), {.size_limit = 100}, {});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == ErrorCode::limit_exceeded);
    CHECK(refused.error().message.find("200 bytes") != std::string::npos);
}

TEST_CASE("a file that is no feed is one document of many") {
    std::size_t count = 0;
    const auto summary = read_documents("Plain words of a file.", {.id = "a.txt"}, [&](Result<Document> document) {
        REQUIRE(document.has_value());
        CHECK(document->id == "a.txt");
        ++count;
        return Reading::go_on;
    });
    REQUIRE(summary.has_value());
    CHECK(summary->documents == 1);
    CHECK(count == 1);
    CHECK_FALSE(read_documents("", {}, [](const Result<Document>&) { return Reading::go_on; }).has_value());
}

TEST_CASE("tells feeds from other files") {
    CHECK(feed_kind("<rss>") == FeedKind::xml);
    CHECK(feed_kind("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]><rss version='0.91'>") == FeedKind::xml);
    CHECK(feed_kind("<a:feed xmlns:a='http://www.w3.org/2005/Atom'>") == FeedKind::xml);
    CHECK(feed_kind(" {\"version\": \"https:\\/\\/jsonfeed.org\\/version\\/1\"}") == FeedKind::json);
    CHECK(feed_kind("<html><body><p>&lt;rss&gt; is a format</p>") == FeedKind::none);
    CHECK(feed_kind("") == FeedKind::none);
}
