#include "read/html/html_reader.hpp"

#include <optional>
#include <string>

#include <doctest/doctest.h>

using namespace axray;
using namespace axray::read;

namespace {

const std::string kParagraphs =
    "<p>The council of Port Ellery approved a flood wall of 3.2 km on Monday, after a debate of nine hours.</p>"
    "<p>The wall will cost 14 million euros and is to be built by a company from the neighbouring province.</p>"
    "<p>Work will begin in May, the mayor said, and end before the storms of the following autumn arrive.</p>";

// "kind: text" of each kept block, one a line.
std::string kept(const std::string& page) {
    const auto read = read_html(page);
    if (!read) return read.error().to_string();
    std::string lines;
    for (const RawBlock& block : read->blocks.blocks) {
        if (block.cut || block.span.empty()) continue;
        lines += std::string(to_string(block.kind)) + ": " + std::string(read->blocks.slice(block.span)) + "\n";
    }
    return lines;
}

const std::string kKeptParagraphs =
    "paragraph: The council of Port Ellery approved a flood wall of 3.2 km on Monday, after a debate of nine hours.\n"
    "paragraph: The wall will cost 14 million euros and is to be built by a company from the neighbouring province.\n"
    "paragraph: Work will begin in May, the mayor said, and end before the storms of the following autumn arrive.\n";

std::optional<CutReason> fate(const std::string& page, const std::string& words) {
    const auto read = read_html(page);
    REQUIRE(read.has_value());
    for (const RawBlock& block : read->blocks.blocks) {
        if (read->blocks.slice(block.span) == words) return block.cut;
    }
    FAIL("there is no block with the words: " << words);
    return {};
}

}  // namespace

TEST_CASE("cuts a page into blocks as a reader sees them") {
    struct Row {
        std::string body;
        std::string blocks;
    };
    const Row rows[] = {
        {"<p>The <b>flood</b>wall <a href=x>stands</a>.\n  It   holds.</p>",
         "paragraph: The floodwall stands. It holds.\n"},
        {"The wall<p>stands.<p>It holds<div>water.</div>",
         "paragraph: The wall\nparagraph: stands.\nparagraph: It holds\nparagraph: water.\n"},
        {"<h2>What it costs</h2><ul><li>14 million<li>in two years</ul><p>A lot.</p>",
         "heading: What it costs\nlist_item: 14 million\nlist_item: in two years\nparagraph: A lot.\n"},
        {"<blockquote><p>We waited.</p></blockquote><p>He left.</p>", "quotation: We waited.\nparagraph: He left.\n"},
        {"<figure><img><figcaption>The old wall</figcaption></figure><p>It fell.</p>", "paragraph: It fell.\n"},
        {"<table><tr><th>Year<th>Cost<tr><td>2024<td>4 <i>million</i><td></table>",
         "table_row: Year | Cost\ntable_row: 2024 | 4 million\n"},
        {"<table><tr><td><p>A page laid out by a table.</p></td><td><div>The other column.</div></td></tr></table>",
         "paragraph: A page laid out by a table.\nparagraph: The other column.\n"},
        {"<p>It fell.<br>Nobody was hurt.<br><br>Work began</p>",
         "paragraph: It fell.\nparagraph: Nobody was hurt.\nparagraph: Work began\n"},
        {"<p>12 Quay Road<br>Port Ellery</p>", "paragraph: 12 Quay Road Port Ellery\n"},
        {"<p>It fell<script>var x = "
         "'<p>no</p>';</script><style>p{}</style><noscript>no</noscript><template>no</template> down.</p>",
         "paragraph: It fell down.\n"},
        {"<p>It fell.</p><p hidden>Unseen one.</p><div style='display: none'>Unseen two.</div><p>All saw it fall "
         "down.</p>",
         "paragraph: It fell.\nparagraph: All saw it fall down.\n"},
        {"<p>Caf&eacute; &amp; bar&nbsp;&mdash; soft&shy;ly</p>", "paragraph: Caf\xC3\xA9 & bar \xE2\x80\x94 softly\n"},
        {"<pre>one\n  two</pre>", "paragraph: one two\n"},
        {"<p>&lt;script&gt;alert(1)&lt;/script&gt; is text.</p>", "paragraph: <script>alert(1)</script> is text.\n"},
        {"<div>a<!-- b -->c</div>", "paragraph: ac\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.body);
        CHECK(kept(row.body) == row.blocks);
    }
}

TEST_CASE("keeps the article and sets aside what stands around it") {
    const std::string page =
        "<body><header><a href=/>The Ellery Observer</a></header><nav><ul><li><a href=1>News</a><li><a "
        "href=2>Sport</a></ul></nav>"
        "<main><article><h1>Council approves flood wall</h1><div class=byline>Ana Brandt</div>" +
        kParagraphs +
        "<div class='social-share'>Send it on</div><aside><h3>The other wall</h3></aside>"
        "<form class=newsletterSignup><label>Get it by mail</label></form></article>"
        "<section id=comments><p>I have seen the wall myself and it is not three kilometres long, said the "
        "man.</p></section></main>"
        "<footer><p>Ellery Observer Publishing House, 12 Quay Road</p></footer>";
    CHECK(kept(page) == "title: Council approves flood wall\n" + kKeptParagraphs);
    CHECK(fate(page, "News") == CutReason::navigation);
    CHECK(fate(page, "Ana Brandt") == CutReason::byline);
    CHECK(fate(page, "Send it on") == CutReason::sharing);
    CHECK(fate(page, "Ellery Observer Publishing House, 12 Quay Road") == CutReason::navigation);
}

TEST_CASE("finds the article without any element that names it") {
    std::string menu;
    for (int i = 0; i < 40; ++i)
        menu += "<div><a href=x>Section number " + std::to_string(i) + " of the paper</a></div>";
    CHECK(kept("<body><div>" + menu + "</div><div><div>" + kParagraphs + "</div></div><div>" + menu + "</div>") ==
          kKeptParagraphs);
}

TEST_CASE("a class on an element that holds the whole page decides nothing") {
    CHECK(kept("<body class='has-sidebar comments-open'><div class='widget share'>" + kParagraphs + "</div>") ==
          kKeptParagraphs);
}

TEST_CASE("chooses the title that a reader would") {
    struct Row {
        std::string head;
        std::string body;
        std::string title;
    };
    const Row rows[] = {
        {"<title>Council approves flood wall | Ellery Observer</title>", "<h1>Council approves flood wall</h1>",
         "Council approves flood wall"},
        {"<title>Council approves flood wall - Ellery Observer</title>", "", "Council approves flood wall"},
        {"<title>Ellery Observer: news</title><meta property='og:title' content='Council approves &quot;wall&quot;'>"
         "<meta property=og:site_name content='Ellery Observer'>",
         "<h1>Ellery Observer</h1>", "Council approves \"wall\""},
        {"<meta property=og:title content='Wall approved &#8211; Observer'><meta property=og:site_name "
         "content=Observer>",
         "", "Wall approved"},
        {"<title>Council approves flood wall after nine hours | Ellery Observer</title>"
         "<meta property=og:site_name content='Ellery Observer'>",
         "<h1><a href=/>Ellery Observer</a></h1><h2>Council approves flood wall after nine hours</h2>",
         "Council approves flood wall after nine hours"},
        {"", "<h1>Council approves flood wall</h1>", "Council approves flood wall"},
        {"", "", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.head + row.body);
        const auto read = read_html("<html><head>" + row.head + "</head><body>" + row.body + kParagraphs);
        REQUIRE(read.has_value());
        CHECK(read->metadata.values.title.value == row.title);
        std::size_t titles = 0;
        for (const RawBlock& block : read->blocks.blocks) {
            if (block.kind == BlockKind::title && !block.cut) ++titles;
        }
        CHECK(titles == (row.title.empty() ? 0 : 1));
    }
}

TEST_CASE("pages without words have no kept block") {
    for (const char* page :
         {"<html></html>", "<script>x</script>", "<p> &nbsp; </p>", "<!-- only a comment -->", "<p hidden></p>"}) {
        CAPTURE(page);
        CHECK(kept(page) == "");
    }
}
