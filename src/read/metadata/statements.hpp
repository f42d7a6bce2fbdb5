// What a page says about itself, every saying by itself (HtmlTree -> Statements).
//
// One walk over the page collects titles, names, dates and addresses from JSON-LD, Open Graph, microdata, RDFa, meta
// tags, links, headings, <time>, marked elements and bylines. Nothing is believed or left out here; rankings
// (read/metadata/ranking.hpp) choose among the statements later.
// Source: schema.org, the Open Graph protocol, Dublin Core, HTML Standard; the vocabulary of class names is own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/span.hpp>

#include "read/html/html_tree.hpp"

namespace axray::read {

enum class Field : std::uint8_t { title, site_name, author, published, modified, any_date, language, address, section };

// Where on a page a statement stands.
enum class Place : std::uint8_t {
    json_article,  // JSON-LD: the article that the page is about
    json_page,     // JSON-LD: the page
    json_other,    // JSON-LD: other things, such as listed articles and films
    open_graph,
    twitter,
    dublin_core,
    citation,        // citation_title and its like, made for libraries
    meta,            // other meta tags
    microdata,       // itemprop, RDFa
    link_relation,   // rel=author, rel=canonical
    time_element,    // <time>
    marked_element,  // an element whose class or id says what it holds
    heading_one,
    heading_two,
    title_element,
    title_part,       // <title> without a part that separators set off
    open_graph_part,  // og:title without it
    heading_part,     // <h1> without it
    script,           // a member of a script's data
    address,          // the page's address
    byline,           // "By ..." in visible text
    visible_text,
    html_element,  // <html lang>
    count,
};
[[nodiscard]] std::string_view to_string(Place place);

struct Statement {
    Field field = Field::title;
    Place place = Place::meta;
    std::string value;        // decoded, white space collapsed, without markup
    std::string name;         // what it is called there: "og:title", "datePublished", "h1"
    Span source;              // bytes of the page
    std::uint32_t node = 0;   // element it stands in
    std::uint32_t group = 0;  // authors that are named together have the same
};

struct Statements {
    std::vector<Statement> all;       // in order of the page
    std::uint32_t first_heading = 0;  // the first <h1>, 0 when there is none
    std::uint32_t heading_ones = 0;   // how many <h1> there are
    bool is_news = false;             // JSON-LD calls it a news article
};

// More than these are left out; longer values are no statement.
struct StatementLimits {
    std::size_t statements = 600;
    std::size_t value_bytes = 1000;
    std::size_t authors_of_group = 24;
    std::size_t json_bytes = 2'000'000;  // of one script
    std::size_t scripts = 40;
    std::size_t marked_bytes = 240;  // visible text of an element that names an author or a date
};
inline constexpr StatementLimits kStatementLimits;

// O(bytes).
[[nodiscard]] Statements collect_statements(const HtmlTree& tree);

}  // namespace axray::read
