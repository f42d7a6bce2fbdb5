// What a page declares about itself: title, language, date (HtmlTree -> PageMetadata).
//
// A value is taken only when it is well-formed; a date that is none is left out. Later forms say how sure each is.
// Source: own; Open Graph, schema.org and HTML's own elements, in that order of trust where they disagree.
#pragma once

#include <string>
#include <string_view>

#include <axray/span.hpp>

#include "read/html/html_tree.hpp"

namespace axray::read {

struct PageMetadata {
    std::string title;      // as a reader sees it, without the site's name
    Span title_place;       // the bytes of the page that it stands in: an attribute's value or the <title>'s text
    std::string language;   // BCP 47, lower case
    std::string published;  // ISO 8601
};

[[nodiscard]] PageMetadata read_page_metadata(const HtmlTree& tree);

// The date or date-time in ISO 8601 form with "T" between the two; empty when `text` is none.
[[nodiscard]] std::string iso_date(std::string_view text);

}  // namespace axray::read
