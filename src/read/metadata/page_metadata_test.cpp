#include "read/metadata/page_metadata.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace axray;
using namespace axray::read;

namespace {

const std::string kParagraphs =
    "<p>The council of Port Ellery approved a flood wall of 3.2 km, after a debate of nine hours.</p>"
    "<p>The wall will cost 14 million euros and is to be built by a company from the neighbouring province.</p>";

Metadata metadata_of(const std::string& page, const PageAddress& given = {}) {
    const auto tree = parse_html(page);
    REQUIRE(tree.has_value());
    return read_page_metadata(*tree, given).values;
}

std::string joined(const std::vector<MetadataValue>& authors) {
    std::string names;
    for (const MetadataValue& author : authors) names += (names.empty() ? "" : "; ") + author.value;
    return names;
}

std::string json_ld(const std::string& json) { return "<script type='application/ld+json'>" + json + "</script>"; }

}  // namespace

TEST_CASE("gives the language that the page declares, only when it is a tag") {
    struct Row {
        std::string page;
        std::string language;
    };
    const Row rows[] = {
        {"<html lang=en_GB>", "en-gb"},
        {"<html lang='x!'>", ""},
        {"<meta property=og:locale content=de_AT>", "de-at"},
        {"<meta http-equiv=content-language content='fr, en'>", "fr"},
        {json_ld(R"({"@type":"NewsArticle","inLanguage":"sv"})"), "sv"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.page);
        CHECK(metadata_of(row.page + kParagraphs).language.value == row.language);
    }
}

TEST_CASE("gives the day of publication, and none that cannot be trusted") {
    struct Row {
        std::string page;
        std::string published;
    };
    const Row rows[] = {
        {"<meta property='article:published_time' content='2024-03-05T10:15:00+01:00'>", "2024-03-05T10:15:00+01:00"},
        {"<meta itemprop=datePublished content='2024-03-05 10:15'>", "2024-03-05T10:15"},
        {json_ld(R"({"@type": "NewsArticle", "datePublished" : "2024-03-05T10:15:00.000Z"})"), "2024-03-05T10:15:00Z"},
        {json_ld(R"({"@graph":[{"@type":"WebPage","datePublished":"2024-03-05"}]})"), "2024-03-05"},
        {"<body><h1>Wall</h1><time datetime=2024-03-05>5 March</time>", "2024-03-05"},
        {"<meta property='article:published_time' content='yesterday'><h1>Wall</h1><time datetime=2024-03-05>",
         "2024-03-05"},
        {"<meta name=date content='2024-02-30'>", ""},
        {"<meta name=date content='5/3/2024'>", ""},
        {"<meta property='article:published_time' content='2031-03-05T10:15:00Z'>", ""},
        // The page was fetched on 1 January at midnight in London: in Tokyo it is nine in the morning.
        {"<meta property='article:published_time' content='2026-01-01T08:59:00+09:00'>", "2026-01-01T08:59:00+09:00"},
        {"<meta property='article:published_time' content='2026-01-01T09:01:00+09:00'>", ""},
        {"<meta property='article:published_time' content='2025-12-31T20:00:00-05:00'>", ""},
        {"<meta property='article:published_time' content='2026-01-02'>", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.page);
        const Metadata metadata = metadata_of(row.page + kParagraphs, {"", "2026-01-01T00:00:00Z"});
        CHECK(metadata.published.value == row.published);
    }
}

TEST_CASE("gives the last change, when it is not before the publication") {
    const std::string published = "<meta property='article:published_time' content='2024-03-05T10:15:00Z'>";
    CHECK(metadata_of(published + "<meta property='article:modified_time' content='2024-03-06T08:00:00Z'>")
              .modified.value == "2024-03-06T08:00:00Z");
    CHECK(metadata_of(published + "<meta property='article:modified_time' content='2023-03-06'>").modified.empty());
}

TEST_CASE("names the authors, wherever the page does") {
    struct Row {
        std::string page;
        std::string authors;
    };
    const Row rows[] = {
        {json_ld(R"({"@type":"NewsArticle","headline":"Wall","author":[{"@type":"Person","name":"Ann Lee"},"Bo Ek"]})"),
         "Ann Lee; Bo Ek"},
        {json_ld(R"({"@graph":[{"@type":"Article","author":{"@id":"#a"}},)"
                 R"({"@type":"Person","@id":"#a","name":"Ann Lee"}]})"),
         "Ann Lee"},
        {"<meta name=author content='Ann Lee'>", "Ann Lee"},
        {"<meta name=author content='https://ellery.example/staff/3'>", ""},
        {"<h1>Council approves flood wall</h1><p>By <a href=/lee>Ann Lee</a> and Bo Ek</p>", "Ann Lee; Bo Ek"},
        {"<h1>Rat genehmigt Mauer</h1><div class=author>Von Ann Lee</div>", "Ann Lee"},
        {"<h1>Council approves flood wall</h1><span itemprop=author>Ann Lee</span>", "Ann Lee"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.page);
        CHECK(joined(metadata_of(row.page + kParagraphs).authors) == row.authors);
    }
}

TEST_CASE("values lead back to their bytes and say where they were found") {
    const std::string page =
        "<title>Council approves flood wall | Ellery Observer</title>"
        "<meta property=og:site_name content='Ellery Observer'>"
        "<meta property=article:section content=Coast>"
        "<link rel=canonical href=https://ellery.example/wall>" +
        kParagraphs;
    const Metadata metadata = metadata_of(page);
    CHECK(metadata.title.value == "Council approves flood wall");
    CHECK(page.substr(metadata.title.original.begin, metadata.title.original.size()) == "Council approves flood wall");
    CHECK(metadata.title.confidence > 0);
    CHECK(metadata.publisher.value == "Ellery Observer");
    CHECK(metadata.publisher.found_in == "open graph og:site_name");
    CHECK(metadata.section.value == "Coast");
    CHECK(metadata.address.value == "https://ellery.example/wall");
    CHECK(page.substr(metadata.address.original.begin, metadata.address.original.size()) == metadata.address.value);
}
