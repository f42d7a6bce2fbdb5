#include "report/html.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "base/digest.hpp"
#include "report/html_writer.hpp"
#include "report/page_files.hpp"
#include "report/report_fixture.hpp"

using namespace axray;
using namespace axray::report;

namespace {

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// The page without the content of its style and script, which are the program's own.
std::string without_page_files(std::string page) {
    for (const auto file : {page_style(), page_script()}) {
        const auto place = page.find(file);
        REQUIRE(place != std::string::npos);
        page.erase(place, file.size());
    }
    return page;
}

// The tags of a page, "<p class="a">", without their angle brackets.
std::vector<std::string> tags_of(const std::string& page) {
    std::vector<std::string> tags;
    for (auto begin = page.find('<'); begin != std::string::npos; begin = page.find('<', begin + 1)) {
        const auto end = page.find('>', begin);
        REQUIRE(end != std::string::npos);
        tags.push_back(page.substr(begin + 1, end - begin - 1));
    }
    return tags;
}

std::string name_of(const std::string& tag) { return tag.substr(0, tag.find(' ')); }

// A tag with the values of its attributes taken out.
std::string without_values(const std::string& tag) {
    std::string rest;
    bool inside = false;
    for (const char character : tag) {
        if (character == '"') inside = !inside;
        if (!inside) rest += character;
    }
    return rest;
}

// The values of an attribute in the order of the page.
std::vector<std::string> values_of(const std::string& page, const std::string& attribute) {
    std::vector<std::string> values;
    const auto opening = " " + attribute + "=\"";
    for (auto at = page.find(opening); at != std::string::npos; at = page.find(opening, at + 1)) {
        const auto begin = at + opening.size();
        values.push_back(page.substr(begin, page.find('"', begin) - begin));
    }
    return values;
}

std::string hex_of_base64(std::string_view base64) {
    constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bits;
    for (const char character : base64) {
        if (character == '=') break;
        const auto value = kAlphabet.find(character);
        for (int bit = 5; bit >= 0; --bit) bits += (value >> bit & 1) != 0 ? '1' : '0';
    }
    std::string hex;
    for (std::size_t at = 0; at + 8 <= bits.size(); at += 4)
        hex += "0123456789abcdef"[std::stoul(bits.substr(at, 4), nullptr, 2)];
    hex += "0123456789abcdef"[std::stoul(bits.substr(hex.size() * 4, 4), nullptr, 2)];
    return hex;
}

// A report whose every text is hostile.
CheckReport hostile_report() {
    const std::string hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>\x1b\x01&amp;";
    auto report = ferry_report();
    auto article = *report.article;
    article.id = hostile;
    article.sha256 = hostile;
    for (auto* value : {&article.metadata.title, &article.metadata.language, &article.metadata.published})
        value->value = hostile;
    article.metadata.charset = article.metadata.media_type = hostile;
    article.cut = {{hostile, CutReason::other_furniture}};
    report.article = std::make_shared<Document>(article);
    for (auto& source : report.sources) {
        auto changed = *source;
        changed.id = "https://" + hostile;
        changed.metadata = article.metadata;
        source = std::make_shared<Document>(changed);
    }
    report.version = hostile;
    report.notes = {hostile};
    for (auto& checked : report.claims) {
        for (auto& flag : checked.flags) flag.explanation = hostile;
    }
    return report;
}

}  // namespace

TEST_CASE("foreign text is escaped in texts and attributes") {
    HtmlWriter html;
    html.open("p", {{"title", "a\"b'c<d>&"}, {"class", ""}}).text("<b>&\"' \x1b \u202E x").close();
    CHECK(std::move(html).take() ==
          "<p title=\"a&quot;b&#39;c&lt;d&gt;&amp;\">&lt;b&gt;&amp;&quot;&#39; \uFFFD  x</p>");
}

// The elements of the page, each between blanks.
constexpr std::string_view kElements =
    " html head meta title style body script svg symbol use circle path rect a header h1 h2 h3 h4 span p "
    "ul ol li b i button kbd main section aside article details summary blockquote mark div q footer dl "
    "dt dd table thead tbody tr th td code dialog time ";

TEST_CASE("no foreign markup reaches the page") {
    for (const auto& report : {ferry_report(), hostile_report()}) {
        const auto page = without_page_files(render_html(report));
        for (const auto& tag : tags_of(page)) {
            if (tag.front() == '/' || tag == "!DOCTYPE html") continue;
            CAPTURE(tag);
            CHECK(contains(kElements, " " + name_of(tag) + " "));
            CHECK(std::count(tag.begin(), tag.end(), '"') % 2 == 0);
            CHECK_FALSE(contains(without_values(tag), "onerror"));
        }
        CHECK_FALSE(contains(page, "<script>a"));
        CHECK_FALSE(contains(page, "<img"));
        CHECK_FALSE(contains(page, "\x1b"));
    }
}

TEST_CASE("every element is closed in its order") {
    const auto page = without_page_files(render_html(hostile_report()));
    std::vector<std::string> open;
    for (const auto& tag : tags_of(page)) {
        const auto name = name_of(tag);
        if (name == "!DOCTYPE" || name == "meta" || tag.back() == '/') continue;
        if (name.front() == '/') {
            REQUIRE_FALSE(open.empty());
            CHECK(open.back() == name.substr(1));
            open.pop_back();
        } else {
            open.push_back(name);
        }
    }
    CHECK(open.empty());
}

TEST_CASE("the page allows its own style and script alone and loads nothing") {
    const auto page = render_html(ferry_report());
    for (const auto& [name, file] :
         {std::pair{"style-src 'sha256-", page_style()}, {"script-src 'sha256-", page_script()}}) {
        const auto escaped = std::string(name).replace(std::string(name).find('\''), 1, "&#39;");
        const auto place = page.find(escaped);
        REQUIRE(place != std::string::npos);
        CHECK(hex_of_base64(page.substr(place + escaped.size(), 44)) == base::sha256_hex(file));
    }
    CHECK(contains(page, "default-src &#39;none&#39;"));
    const auto markup = without_page_files(page);
    CHECK(values_of(markup, "src").empty());
    CHECK(values_of(markup, "style").empty());
    CHECK_FALSE(contains(markup, "<link"));
    for (const auto& address : values_of(markup, "href")) {
        CAPTURE(address);
        CHECK((address.front() == '#' || address == "https://blog.example/ferry?a=1&amp;b=&quot;2&quot;"));
    }
}

TEST_CASE("only web addresses become links out of the page") {
    auto report = ferry_report();
    auto source = *report.sources[0];
    source.id = "javascript:alert(1)";
    report.sources[0] = std::make_shared<Document>(source);
    CHECK_FALSE(contains(render_html(report), "href=\"javascript"));
}

TEST_CASE("every link within the page leads somewhere, and no anchor stands twice") {
    const auto page = without_page_files(render_html(ferry_report()));
    const auto ids = values_of(page, "id");
    const std::set<std::string> anchors(ids.begin(), ids.end());
    CHECK(anchors.size() == ids.size());
    for (const auto& address : values_of(page, "href")) {
        if (address.front() != '#') continue;
        CAPTURE(address);
        CHECK(anchors.count(address.substr(1)) == 1);
    }
    for (int claim = 1; claim <= 10; ++claim) {
        CHECK(anchors.count("claim-" + std::to_string(claim)) == 1);
        CHECK(anchors.count("at-" + std::to_string(claim)) == 1);
    }
    CHECK(anchors.count("source-1-sentence-3") == 1);
}

TEST_CASE("a verdict stands in words and as a shape, and differences are marked") {
    const auto page = render_html(ferry_report());
    CHECK(contains(page, "<use href=\"#icon-contradicted\"></use></svg>contradicted</span>"));
    CHECK(contains(page, "<mark class=\"differs\">40</mark>"));
    CHECK(contains(page, "<mark data-missing=\"4\" class=\"missing\">coordinated effort</mark>"));
    CHECK(contains(page, "title=\"the same value, written otherwise\">7:40 a.m.</span>"));
    CHECK(contains(page, "<b class=\"flag\">attribution dropped</b>"));
    CHECK(contains(page, "No sentence speaks of it. Searched: 3 sources, 13 sentences."));
    CHECK(contains(page, "data-claims=\"1 3\""));
}

TEST_CASE("the page carries hashes, version, options and the omissions") {
    const auto page = render_html(ferry_report());
    CHECK(contains(page, std::string(64, 'a')));
    CHECK(contains(page, std::string(64, 'd')));
    CHECK(contains(page, "Made by axray 0.0.0-test. Options: at most 6 sentences of evidence"));
    CHECK(contains(page, "<li><p dir=\"auto\">The port stayed closed until 3 p.m."));
    CHECK(contains(page, "Set aside as page furniture: 1 passage"));
}

TEST_CASE("the same report gives the same page") { CHECK(render_html(ferry_report()) == render_html(ferry_report())); }

TEST_CASE("a claim within another keeps its own place") {
    auto report = ferry_report();
    auto inner = report.claims[1];
    inner.claim.id = 10;
    inner.claim.span = {inner.claim.span.begin + 4, inner.claim.span.begin + 9};
    report.claims.push_back(inner);
    const auto page = without_page_files(render_html(report));
    CHECK(contains(page, "id=\"at-11\""));
    CHECK(contains(page, "id=\"at-2\""));
    const auto ids = values_of(page, "id");
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
}
