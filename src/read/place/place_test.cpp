// Spans of a document lead back to nodes, characters, boxes and quotations.
#include "read/place/place.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "read/reader.hpp"

using namespace axray;
using namespace axray::read;

namespace {

Span span_of(const Document& document, std::string_view words) {
    const std::size_t at = document.text.find(words);
    REQUIRE_MESSAGE(at != std::string::npos, words);
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

struct ReadPage {
    std::string bytes;
    Document document;

    explicit ReadPage(std::string page, const std::string& charset = {}) : bytes(std::move(page)) {
        auto read = read_document(bytes, {.media_type = "text/html", .charset = charset});
        REQUIRE(read.has_value());
        document = std::move(*read);
    }
};

const std::string kPage =
    "<html><head><title>A wall</title></head><body><div>menu</div><div id=x><article>\r\n"
    "<p>The council said the wall would cost <b>31 million</b> euros, <i>not</i> 14.</p><!-- note -->\r\n"
    "<p>Nobody asked&nbsp;the pilots &amp; the fishermen; the wall would cost them more.<!-- c --> It will be "
    "built \xF0\x9F\x8C\x8A anyway, the mayor said on Tuesday.</p>\r\n"
    "<p>The council said nothing else that day, and went home.</p></article></div></body></html>";

}  // namespace

TEST_CASE("a span leads to text nodes and characters as a browser counts them") {
    const ReadPage page(kPage);
    const auto finder = PlaceFinder::open(page.bytes, page.document);
    REQUIRE(finder.has_value());
    struct Case {
        std::string words;
        NodePoint begin;
        NodePoint end;
        std::string in_dom;
    };
    const std::string article = "/html/body/div[2]/article[1]";
    const std::vector<Case> cases = {
        {"council said the", {article + "/p[1]/text()[1]", 4}, {article + "/p[1]/text()[1]", 20}, "council said the"},
        {"cost 31 million euros",
         {article + "/p[1]/text()[1]", 32},
         {article + "/p[1]/text()[2]", 6},
         "cost 31 million euros"},
        {"asked the pilots & the",
         {article + "/p[2]/text()[1]", 7},
         {article + "/p[2]/text()[1]", 29},
         "asked\xC2\xA0the pilots & the"},
        {"more. It", {article + "/p[2]/text()[1]", 66}, {article + "/p[2]/text()[2]", 3}, "more. It"},
        {"anyway", {article + "/p[2]/text()[2]", 21}, {article + "/p[2]/text()[2]", 27}, "anyway"},
    };
    for (const Case& row : cases) {
        const Place place = finder->find(span_of(page.document, row.words));
        CHECK(place.begin.path == row.begin.path);
        CHECK(place.begin.offset == row.begin.offset);
        CHECK(place.end.path == row.end.path);
        CHECK(place.end.offset == row.end.offset);
        CHECK(finder->text_between(place.begin, place.end) == row.in_dom);
    }
}

TEST_CASE("elements without a name of ours are counted among all, and encodings make no difference") {
    const std::string western =
        "<body><p>one</p><font>in \xE9 <custom-x>the middle of caf\xE9s</custom-x></font>"
        "<p>The first sentence of the text, long enough to be the article of this page.</p>";
    const ReadPage page(western, "windows-1252");
    const auto finder = PlaceFinder::open(page.bytes, page.document);
    REQUIRE(finder.has_value());
    const Place place = finder->find(span_of(page.document, "first sentence"));
    CHECK(place.begin == NodePoint{"/html/body/p[2]/text()[1]", 4});
    CHECK(place.bytes.begin == western.find("first sentence"));
    const ReadPage custom(
        "<body><custom-x>A sentence that stands in \xC3\xA9 an element which nobody knows of.</custom-x>");
    const auto other = PlaceFinder::open(custom.bytes, custom.document);
    REQUIRE(other.has_value());
    CHECK(other->find(span_of(custom.document, "an element")).begin == NodePoint{"/html/body/*[1]/text()[1]", 28});
}

TEST_CASE("a quotation carries as little around it as makes it unique") {
    const ReadPage page(kPage);
    const auto finder = PlaceFinder::open(page.bytes, page.document);
    REQUIRE(finder.has_value());
    TextQuote quote = finder->quote(span_of(page.document, "31 million"));
    CHECK(quote.exact == "31 million");
    CHECK(quote.prefix.empty());
    CHECK(quote.suffix.empty());
    quote = finder->quote(span_of(page.document, "wall would cost"));
    CHECK(quote.exact == "wall would cost");
    CHECK(quote.prefix.empty());
    CHECK(quote.suffix == " 31");
    quote = finder->quote(span_of(page.document, "The council said"));
    CHECK(quote.suffix == " the");
}

TEST_CASE("a text fragment is written as the draft asks") {
    const ReadPage page(kPage);
    const auto finder = PlaceFinder::open(page.bytes, page.document);
    REQUIRE(finder.has_value());
    const auto fragment = [&](std::string_view words) { return finder->fragment(span_of(page.document, words)); };
    CHECK(fragment("31 million") == "#:~:text=31%20million");
    CHECK(fragment("illion eur") == "#:~:text=million%20euros");  // whole words
    CHECK(fragment("wall would cost") == "#:~:text=wall%20would%20cost,-31");
    CHECK(fragment("pilots & the fishermen;") == "#:~:text=pilots%20%26%20the%20fishermen%3B");
    // Over the border of a block: the first and the last words.
    const std::uint32_t begin = span_of(page.document, "cost 31").begin;
    const std::uint32_t end = span_of(page.document, "asked the pilots").end;
    CHECK(finder->fragment({begin, end}) == "#:~:text=cost%2031%20million,asked%20the%20pilots");
}

TEST_CASE("hyphens and commas of a fragment's words are no signs of the fragment") {
    const ReadPage page(
        "<p>The well-known, half-built wall stands there, and nobody minds it at all in this town.</p>");
    const auto finder = PlaceFinder::open(page.bytes, page.document);
    REQUIRE(finder.has_value());
    CHECK(finder->fragment(span_of(page.document, "well-known, half")) == "#:~:text=well%2Dknown%2C%20half");
}

TEST_CASE("what a reader does not see is neither quoted nor counted") {
    const ReadPage page(
        "<head><title>Only in the head</title></head><body><script>nobody minds it</script>"
        "<p hidden>nobody minds it</p><p>The wall stands there, and nobody minds it at all in this town, "
        "as far as anybody knows or says.</p>");
    const auto finder = PlaceFinder::open(page.bytes, page.document);
    REQUIRE(finder.has_value());
    CHECK(finder->fragment(span_of(page.document, "nobody minds it")) == "#:~:text=nobody%20minds%20it");
    const std::size_t title = page.document.text.find("Only in the head");
    if (title != std::string::npos) {
        const Span span = span_of(page.document, "Only in the head");
        CHECK(finder->fragment(span).empty());
        CHECK(finder->find(span).begin == NodePoint{"/html/head/title[1]/text()[1]", 0});
    }
}

TEST_CASE("plain text has bytes and quotations, and a span of inserted signs has no place") {
    const std::string bytes = "The wall was built.\n\nThe wall fell down in the storm of that winter.\n";
    const auto document = read_document(bytes, {});
    REQUIRE(document.has_value());
    const auto finder = PlaceFinder::open(bytes, *document);
    REQUIRE(finder.has_value());
    const Span span = span_of(*document, "wall fell");
    CHECK(finder->find(span).bytes.begin == bytes.find("wall fell"));
    CHECK(finder->find(span).begin.path.empty());
    CHECK(finder->quote(span_of(*document, "wall")).suffix == " was");

    const ReadPage table(
        "<table><tr><td>Harbour</td><td>14</td></tr><tr><td>Quay</td><td>9</td></tr></table>"
        "<p>A sentence that is long enough to be the text of this page, after its table.</p>");
    const auto rows = PlaceFinder::open(table.bytes, table.document);
    REQUIRE(rows.has_value());
    const std::size_t bar = table.document.text.find(" | ");
    if (bar != std::string::npos) {
        const auto at = static_cast<std::uint32_t>(bar);
        CHECK(rows->find({at, at + 3}).begin.path.empty());
        CHECK(rows->quote({at, at + 3}).exact.empty());
    }
}
