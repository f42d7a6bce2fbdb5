#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "read/metadata/addresses.hpp"
#include "read/metadata/author_names.hpp"
#include "read/metadata/language.hpp"
#include "read/reader.hpp"

using namespace axray;
using namespace axray::read;

namespace {

const std::string kText =
    "The council of Port Ellery approved a flood wall of 3.2 km on Monday, after a debate of nine hours.\n\n"
    "The wall will cost 14 million euros and is to be built by a company from the neighbouring province.\n";

Document read_as(const std::string& bytes, const std::string& media_type) {
    ReadOptions options;
    options.media_type = media_type;
    options.retrieved = "2026-01-01T00:00:00Z";
    options.address = "https://ellery.example/coast/wall.html";
    auto document = read_document(bytes, options);
    REQUIRE(document.has_value());
    return *std::move(document);
}

std::string original(const std::string& bytes, Span span) { return bytes.substr(span.begin, span.size()); }

}  // namespace

TEST_CASE("a plain text names its title, author and date") {
    const std::string bytes = "Council approves flood wall\n\nBy Ann Lee\n5 March 2024\n\n" + kText;
    const Document document = read_as(bytes, "text/plain");
    CHECK(document.metadata.title.value == "Council approves flood wall");
    CHECK(original(bytes, document.metadata.title.original) == "Council approves flood wall");
    REQUIRE(document.metadata.authors.size() == 1);
    CHECK(document.metadata.authors[0].value == "Ann Lee");
    CHECK(document.metadata.published.value == "2024-03-05");
    CHECK(document.metadata.language.value == "en");
}

TEST_CASE("a plain text without a sure date has none") {
    for (const char* line : {"5 March 2031", "05/03/2024", "5 March 2024 or 6 March 2024"}) {
        CAPTURE(line);
        const Document document =
            read_as("Council approves flood wall\n\nBy Ann Lee\n" + std::string(line) + "\n\n" + kText, "text/plain");
        CHECK(document.metadata.published.empty());
    }
}

TEST_CASE("a byline behind the text of a copied page names its author and date") {
    struct Row {
        std::string lines;
        std::string author;
        std::string published;
    };
    const Row rows[] = {
        {"Written by Ann Lee on March 5, 2024", "Ann Lee", "2024-03-05"},
        {"By Ann Lee | 5 March 2024\n\nBy Ann Lee | 5 March 2024", "Ann Lee", "2024-03-05"},
        {"Written by Ann Lee on March 5, 2024\n\nWritten by Bo Ek on March 9, 2024", "Ann Lee", ""},
        {"Written by Ann Lee on March 5, 2031", "Ann Lee", ""},
        {"March 5, 2024", "", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.lines);
        const std::string bytes = "Council approves flood wall\n\n" + kText +
                                  "\nWork will begin in May, the mayor of the town said after the debate.\n\n"
                                  "Two members of the council of Port Ellery voted against the plan on Monday.\n\n" +
                                  row.lines + "\n\nThe storms of the autumn are expected in October.\n";
        const Document document = read_as(bytes, "text/plain");
        const auto& authors = document.metadata.authors;
        CHECK((authors.empty() ? std::string() : authors[0].value) == row.author);
        CHECK(document.metadata.published.value == row.published);
    }
}

TEST_CASE("a dateline names the day of publication") {
    struct Row {
        std::string dateline;
        std::string published;
    };
    const Row rows[] = {
        {"PORT ELLERY, Velland, March 5, 2024 (Northgate Wire) - ", "2024-03-05"},
        {"PORT ELLERY, 5 March 2024 \u2014 ", "2024-03-05"},
        {"PORT ELLERY, March 5, 2024 /Wire/ -- ", "2024-03-05"},
        {"PORT ELLERY, March 5, 2031 (Northgate Wire) - ", ""},
        {"PORT ELLERY, March 5 (Northgate Wire) - ", ""},
        {"Since March 5, 2024 - the day of the storm - ", ""},
        {"PORT ELLERY, March 5, 2024. ", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.dateline);
        const std::string paragraph =
            row.dateline + "The storms of the autumn had damaged the old wall badly. " + kText;
        const Document document = read_as("Council approves flood wall\n\n" + paragraph, "text/plain");
        CHECK(document.metadata.published.value == row.published);
    }
}

TEST_CASE("finds declared origins") {
    struct Row {
        std::string text;
        std::string credit;
        std::string found_in;
    };
    const Row rows[] = {
        {"PORT ELLERY, March 5 (Reuters) - " + kText, "(Reuters)", "dateline"},
        {"PORT ELLERY--(BUSINESS WIRE)--" + kText, "(BUSINESS WIRE)", "dateline"},
        {"PORT ELLERY, March 5, 2024 /PRNewswire/ -- " + kText, "/PRNewswire/", "dateline"},
        {kText + "\nThe storms of the autumn are expected in October. (AFP/dpa)\n", "(AFP/dpa)", "end of text"},
        {kText + "\nSource: Council of Port Ellery\n", "Source: Council of Port Ellery", "source line"},
        {kText + "\nThe council (which has nine members) met again.\n", "", ""},
        {kText + "\nThe source of the river was not found by the nine people who looked for it.\n", "", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const Document document = read_as(row.text, "text/plain");
        const auto& credits = document.metadata.credits;
        REQUIRE(credits.size() == (row.credit.empty() ? 0 : 1));
        if (credits.empty()) continue;
        CHECK(credits[0].value == row.credit);
        CHECK(credits[0].found_in == row.found_in);
        CHECK(original(row.text, credits[0].original) == row.credit);
    }
}

TEST_CASE("gives the links of the text and the captions of its pictures") {
    const std::string page =
        "<h1>Council approves flood wall</h1><p>The <a href='../council?a=1&amp;b=2'>council of <b>Port Ellery</b></a> "
        "approved a flood wall of 3.2 km on Monday, after a debate of nine hours in the town hall.</p>"
        "<figure><img src=wall.jpg><figcaption>The wall, seen from the sea</figcaption></figure>"
        "<p>The wall will cost 14 million euros and is to be built by a company from the neighbouring province.</p>"
        "<img src=/map.png alt='A map of the coast with the wall'>"
        "<p>Work will begin in May, the mayor said, and end before the storms of the following autumn arrive.</p>";
    const Document document = read_as(page, "text/html");
    REQUIRE(document.metadata.links.size() == 1);
    CHECK(document.metadata.links[0].address == "https://ellery.example/council?a=1&b=2");
    CHECK(document.slice(document.metadata.links[0].text) == "council of Port Ellery");
    REQUIRE(document.metadata.captions.size() == 2);
    CHECK(document.metadata.captions[0].text == "The wall, seen from the sea");
    CHECK(document.metadata.captions[0].image == "https://ellery.example/coast/wall.jpg");
    CHECK(original(page, document.metadata.captions[0].original) == "The wall, seen from the sea");
    CHECK(document.metadata.captions[1].text == "A map of the coast with the wall");
    CHECK(document.metadata.captions[1].image == "https://ellery.example/map.png");
}

TEST_CASE("the words decide the language where they are sure, the declaration adds the country") {
    struct Row {
        std::string text;
        std::string declared;
        std::string language;
    };
    const std::string german =
        "Der Rat von Port Ellery hat am Montag nach einer Debatte von neun Stunden eine Mauer genehmigt. "
        "Sie soll vierzehn Millionen Euro kosten.";
    const Row rows[] = {
        {kText, "en-gb", "en-gb"},  {kText, "", "en"},    {german, "en", "de"},
        {german, "de-at", "de-at"}, {"Wall", "fr", "fr"}, {"12 34 56", "", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        MetadataValue declared;
        declared.value = row.declared;
        CHECK(language_of(row.text, declared, "https://ellery.example/").value == row.language);
    }
}

TEST_CASE("takes names out of bylines") {
    struct Row {
        std::string text;
        std::string names;
    };
    const Row rows[] = {
        {"By Ann Lee", "Ann Lee"},
        {"By Ann Lee and Bo Ek, Berlin Correspondent", "Ann Lee; Bo Ek"},
        {"Written by Ann Lee on Monday, March 5", "Ann Lee"},
        {"Von Ann Lee, 5. März 2024", "Ann Lee"},
        {"Ann Lee | Senior Writer | July 2, 2025", "Ann Lee"},
        {"Ann Lee\nEditor at large\nMonday 3 May", "Ann Lee"},
        {"March 5, 2024", ""},
        {"5 min read", ""},
        {"https://ellery.example/staff/lee", ""},
        {"by the way, this is how it went", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        std::string joined;
        for (const std::string& name : names_in(row.text, NameText::line))
            joined += (joined.empty() ? "" : "; ") + name;
        CHECK(joined == row.names);
    }
}

TEST_CASE("makes addresses absolute") {
    struct Row {
        std::string reference;
        std::string base;
        std::string address;
    };
    const std::string base = "https://ellery.example/coast/wall.html?a=1#b";
    const Row rows[] = {
        {"https://other.example/x", base, "https://other.example/x"},
        {"//other.example/x", base, "https://other.example/x"},
        {"/x/../y", base, "https://ellery.example/y"},
        {"map.png", base, "https://ellery.example/coast/map.png"},
        {"../../x", base, "https://ellery.example/x"},
        {"?c=2", base, "https://ellery.example/coast/wall.html?c=2"},
        {"#d", base, "https://ellery.example/coast/wall.html?a=1#d"},
        {"mailto:ann@ellery.example", base, "mailto:ann@ellery.example"},
        {"map.png", "", "map.png"},
        {"x", "https://ellery.example", "https://ellery.example/x"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.reference);
        CHECK(resolve_address(row.reference, row.base) == row.address);
    }
}
