#include "story/report_reader.hpp"

#include <utility>
#include <vector>

#include "claims/claims.hpp"
#include "claims/uncheckable.hpp"
#include "story/furniture_lines.hpp"
#include "story/whole_claims.hpp"

namespace axray::story {
namespace {

// Numbered anew.
std::vector<Claim> without_furniture(const Document& document, const language::AnnotatedText& text,
                                     std::vector<Claim> claims) {
    std::vector<Claim> kept;
    for (auto& claim : claims) {
        if (is_furniture_line(document, text, claim.sentence)) continue;
        claim.id = static_cast<std::uint32_t>(kept.size());
        kept.push_back(std::move(claim));
    }
    return kept;
}

}  // namespace

ReportText read_report(std::shared_ptr<const Document> document, const language::ReferenceTime& published,
                       const ReportReaders& readers) {
    ReportText report;
    report.published = published.day;
    report.words = readers.by_words.annotate(*document, readers.words_workspace, {language::Layers::words, published});
    report.closely = readers.closely.annotate(*document, readers.close_workspace, {language::Layers::all, published});
    report.claims =
        without_furniture(*document, report.closely,
                          join_wrongly_cut(*document, report.closely, claims::split_claims(*document, report.words)));
    report.uncheckable = claims::find_uncheckable(*document, report.closely, report.claims);
    report.document = std::move(document);
    return report;
}

}  // namespace axray::story
