// The parties of an article as a part of the page (Parties -> HTML): who each is by public registers, with the rows.
//
// Readable without script and on paper. Source: own.
#pragma once

#include <string_view>

#include <axray/parties.hpp>

#include "report/html_writer.hpp"

namespace axray::report {

inline constexpr std::string_view kPartiesCaution =
    "An entry is a reason to look, not a verdict on anybody: lists age, and namesakes are many.";

// One party with its entries and aliases; `on` as in Parties.
void write_party(HtmlWriter& html, const PartyReport& party, std::string_view on);

void write_parties(HtmlWriter& html, const Parties& parties);

}  // namespace axray::report
