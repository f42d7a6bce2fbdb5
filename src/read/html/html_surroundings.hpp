// What the tag, the role and the class names of an element say about the text in it (element -> Surroundings).
//
// Source: own; the words are those that class names of many sites share. None names a site.
#pragma once

#include <string_view>

#include "read/blocks.hpp"
#include "read/html/html_tree.hpp"

namespace axray::read {

// From the tag alone. `in_article` is true inside <article> or <main>, where a <header> holds the headline.
enum class Within { page, article };
[[nodiscard]] Surroundings surroundings_of_tag(HtmlTag tag, Within within);

// From a class, id or role value, undecoded.
[[nodiscard]] Surroundings surroundings_of_name(std::string_view value);

}  // namespace axray::read
