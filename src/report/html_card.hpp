// The card of one claim (CheckedClaim -> HTML): verdict, both wordings with what differs marked, flags, evidence.
//
// Readable by itself: without script, and on paper, the cards follow the article as numbered notes.
// Source: own.
#pragma once

#include <axray/check_report.hpp>

#include "report/html_writer.hpp"

namespace axray::report {

void write_card(HtmlWriter& html, const CheckReport& report, const CheckedClaim& checked);

}  // namespace axray::report
