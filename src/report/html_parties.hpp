// The parties of an article as a part of the page (Parties -> HTML): who each is by public registers, with the rows.
//
// Readable without script and on paper. Source: own.
#pragma once

#include <axray/parties.hpp>

#include "report/html_writer.hpp"

namespace axray::report {

void write_parties(HtmlWriter& html, const Parties& parties);

}  // namespace axray::report
