// The article and the sources as parts of the page (CheckReport + notes -> HTML).
//
// Anchors: at-N is claim N in the article, claim-N its card, source-S its source, source-S-sentence-M a passage; N, S
// and M count from 1. A run of words carries the numbers of the claims for which it has a counterpart (data-same),
// differs (data-differs), lacks evidence (data-missing) or is context (data-context); the page's script marks those of
// the chosen claim.
#pragma once

#include <cstdint>
#include <string>

#include <axray/check_report.hpp>

#include "report/html_writer.hpp"
#include "report/word_notes.hpp"

namespace axray::report {

[[nodiscard]] std::string claim_anchor(std::uint32_t claim);                             // "claim-7", claims from 1
[[nodiscard]] std::string claim_place(std::uint32_t claim);                              // "at-7"
[[nodiscard]] std::string passage_anchor(std::uint32_t source, std::uint32_t sentence);  // both from 0

// "reports/wire.txt, sentence 3"
[[nodiscard]] std::string passage_name(const CheckReport& report, const SourceSpan& place, std::uint32_t sentence);

void write_article(HtmlWriter& html, const CheckReport& report, const ReportNotes& notes);
void write_source(HtmlWriter& html, const CheckReport& report, const ReportNotes& notes, std::uint32_t source);

}  // namespace axray::report
