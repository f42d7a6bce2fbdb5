#include "story/report_reader.hpp"

#include <utility>

#include "claims/claims.hpp"
#include "claims/uncheckable.hpp"
#include "story/whole_claims.hpp"

namespace axray::story {

ReportText read_report(std::shared_ptr<const Document> document, const language::ReferenceTime& published,
                       const ReportReaders& readers) {
    ReportText report;
    report.published = published.day;
    report.words = readers.by_words.annotate(*document, readers.words_workspace, {language::Layers::words, published});
    report.closely = readers.closely.annotate(*document, readers.close_workspace, {language::Layers::all, published});
    report.claims = join_wrongly_cut(*document, report.closely, claims::split_claims(*document, report.words));
    report.uncheckable = claims::find_uncheckable(*document, report.closely, report.claims);
    report.document = std::move(document);
    return report;
}

}  // namespace axray::story
