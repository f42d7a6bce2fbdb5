// Statements of a page's JSON-LD (a script's text -> statements).
//
// Finds the objects that are articles or pages by their @type, follows @graph and @id, and takes titles, authors,
// dates, publisher, section, language and address. Source: schema.org; W3C JSON-LD 1.1, as far as pages use it.
#pragma once

#include "read/metadata/statement_list.hpp"

namespace axray::read {

// Reads bytes `place` of the page, the text of the script at `node`.
void collect_json_ld(Span place, std::uint32_t node, StatementList& list);

}  // namespace axray::read
