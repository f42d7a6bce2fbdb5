#include "report/html.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "base/digest.hpp"
#include "report/html_check.hpp"
#include "report/html_writer.hpp"
#include "report/page_files.hpp"
#include "report/report_fixture.hpp"

using namespace axray;
using namespace axray::report;

namespace {

// The page without the content of its style and script.
std::string markup_of(const std::string& page) { return without_page_files(page, {page_style(), page_script()}); }

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
        check_markup(markup_of(render_html(report)), kElements);
    }
}

TEST_CASE("every element is closed in its order") { check_nesting(markup_of(render_html(hostile_report()))); }

TEST_CASE("the page allows its own style and script alone and loads nothing") {
    const auto page = render_html(ferry_report());
    check_policy(page, {page_style()}, page_script());
    for (const auto& address : check_nothing_loaded(markup_of(page))) {
        CAPTURE(address);
        CHECK(address == "https://blog.example/ferry?a=1&amp;b=&quot;2&quot;");
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
    const auto anchors = check_anchors(markup_of(render_html(ferry_report())));
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
    const auto page = markup_of(render_html(report));
    CHECK(contains(page, "id=\"at-11\""));
    CHECK(contains(page, "id=\"at-2\""));
    const auto ids = values_of(page, "id");
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
}
