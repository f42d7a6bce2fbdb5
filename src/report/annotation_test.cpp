// What people and programs see of annotations: rows below lines, the page, JSON.
#include <cstdint>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "report/annotation_json.hpp"
#include "report/annotation_page.hpp"
#include "report/annotation_text.hpp"
#include "report/annotation_words.hpp"

namespace axray::report {
namespace {

constexpr std::string_view kText = "Ilka Torvane said that nine ships may have left.";

Span place(std::string_view text, std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(text.find(words));
    return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

Document document_of(std::string_view text) {
    Document document;
    document.id = "a.txt";
    document.sha256 = std::string(64, 'a');
    document.text = text;
    document.blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}}};
    return document;
}

Annotations example() {
    Annotations all;
    all.published = "2024-03-26";
    all.sentences = {{{0, static_cast<std::uint32_t>(kText.size())}, 0, 0, 0}};
    all.mentions = {{place(kText, "Ilka Torvane"), MentionKind::name, NameType::person, 0}};
    all.names = {{"Ilka Torvane", NameType::person, {0}}};
    all.quantities = {{place(kText, "nine"), QuantityKind::cardinal, Comparator::exactly, 9, 9, "ships", ""}};
    AttributionAnnotation said;
    said.speaker = place(kText, "Ilka Torvane");
    said.cue = place(kText, "said");
    said.content = {place(kText, "nine ships may have left")};
    said.name = 0;
    all.attributions = {said};
    all.certainties = {{place(kText, "may"), place(kText, "nine ships may have left"), Certainty::possible}};
    return all;
}

// The lines of the sentences, without the summary above them.
std::string body(const std::string& text) { return text.substr(text.find("\n\n") + 2); }

}  // namespace

TEST_CASE("a row for each layer stands below the words that it marks") {
    const auto document = document_of(kText);
    CHECK(body(annotation_text(document, example(), {100, StyleCodes::none})) ==
          "            Ilka Torvane said that nine ships may have left.\n"
          "speech      \u2550\u2550\u2550\u2550\u2550\u2550\u2550\u2550\u2550\u2550\u2550\u2550 "
          "\u2501\u2501\u2501\u2501      "
          "\u2500asserts\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500"
          "\u2500\n"
          "names       \u2500person\u2500\u2500\u2500\u2500\u2500\n"
          "quantities                         \u25009\u2500\u2500\n"
          "certainty                          \u2504\u2504\u2504\u2504\u2504\u2504\u2504\u2504\u2504\u2504 "
          "\u2501\u2501\u2501possible\u2504\u2504\n"
          "\n"
          "Names, those that are spoken of most often first\n"
          "  Ilka Torvane, person 1 time\n");
}

TEST_CASE("marks go on below the next line, with one label") {
    const auto document = document_of(kText);
    const auto text = body(annotation_text(document, example(), {30, StyleCodes::none}));
    CHECK(text.find("Ilka Torvane said that nine\n") == 0);
    CHECK(text.find("ships may have left.\n\u2500asserts\u2500\u2500\u2500") != std::string::npos);
    CHECK(text.find("asserts") == text.rfind("asserts"));
}

TEST_CASE("wide characters take two columns above and below") {
    const std::string text = "\u6771\u4eac is big.";
    const auto document = document_of(text);
    Annotations all;
    all.sentences = {{{0, static_cast<std::uint32_t>(text.size())}, 0, 0, 0}};
    all.mentions = {{{0, 6}, MentionKind::name, NameType::place, kNoPosition}};
    all.negations = {{place(text, "big"), {}}};
    const auto shown = body(annotation_text(document, all, {100, StyleCodes::none}));
    CHECK(shown.find("names       \u2500\u2500\u2500\u2500 place\n") != std::string::npos);
    CHECK(shown.find("negation            \u2501\u2501\u2501 not\n") != std::string::npos);
}

TEST_CASE("foreign text reaches neither terminal nor page as codes") {
    const std::string text = "Bad \x1b[31m <script>alert(1)</script> name.";
    const auto document = document_of(text);
    Annotations all;
    all.sentences = {{{0, static_cast<std::uint32_t>(text.size())}, 0, 0, 0}};
    all.names = {{"\x1b[31m<b>", NameType::person, {0}}};
    all.mentions = {{{0, 3}, MentionKind::name, NameType::person, 0}};
    CHECK(annotation_text(document, all, {100, StyleCodes::none}).find('\x1b') == std::string::npos);
    const auto page = annotation_page_document(document, all);
    CHECK(page.find("<script>") == std::string::npos);
    CHECK(page.find("<b>") == std::string::npos);
    CHECK(page.find('\x1b') == std::string::npos);
}

TEST_CASE("the page nests overlapping marks and writes every word once") {
    const auto page = annotation_page_document(document_of(kText), example());
    std::string shown;
    bool inside = false;
    const auto begin = page.find("<span class=\"sentence\"");
    const auto flow = page.substr(begin, page.find("</p>", begin) - begin);
    for (const char one : flow) {
        if (one == '<') inside = true;
        if (!inside) shown += one;
        if (one == '>') inside = false;
    }
    CHECK(shown == "Ilka Torvaneperson said that asserts nine9 ships maypossible have left.");
    CHECK(page.find("<a href=\"#s-aaaaaaaaaaaa-1\">nine ships may have left</a>") != std::string::npos);
}

TEST_CASE("JSON counts code points and gives null for what is not there") {
    const std::string text = "caf\u00e9 not";
    Annotations all;
    all.sentences = {{{0, 9}, 0, 1, 0}};
    all.tokens = {{{6, 9}, "", "", "", kNoPosition}};
    all.negations = {{{6, 9}, {}}};
    base::CompactJson json;
    write_annotations(json, document_of(text), all);
    CHECK(std::move(json).take() ==
          R"({"published":null,"sentences":[{"begin":0,"end":8,"file_bytes":null,"block":0,"tokens":[0,1]}],)"
          R"("tokens":{"begin":[5],"end":[8]},"names":[],"mentions":[],"quantities":[],"dates":[],"quotations":[],)"
          R"("attributions":[],"certainty":[],)"
          R"("negations":[{"cue":{"begin":5,"end":8,"file_bytes":null},"scope":null}],"indicators":[]})");
}

TEST_CASE("numbers are written as a person reads them") {
    const auto value = [](double low, double high, QuantityKind kind, Comparator comparator) {
        return value_of({{}, kind, comparator, low, high, "", ""});
    };
    CHECK(value(7, 7, QuantityKind::cardinal, Comparator::exactly) == "7");
    CHECK(value(12345, 12345, QuantityKind::cardinal, Comparator::at_least) == "at least 12,345");
    CHECK(value(2300000, 2300000, QuantityKind::money, Comparator::about) == "about 2.3 million");
    CHECK(value(1234567.5, 1234567.5, QuantityKind::money, Comparator::exactly) == "1,234,567.5");
    CHECK(value(3, 4.5, QuantityKind::cardinal, Comparator::between) == "3 to 4.5");
    CHECK(value(1e6, 1e9, QuantityKind::vague, Comparator::exactly) == "1 million or more");
    CHECK(value(-5000, -5000, QuantityKind::cardinal, Comparator::exactly) == "-5,000");
    CHECK(value(1e300, 1e300, QuantityKind::cardinal, Comparator::exactly) == "1e+300");
}

}  // namespace axray::report
