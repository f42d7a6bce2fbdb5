#include "story/report_reader.hpp"

#include <utility>

#include "claims/checkable.hpp"
#include "claims/claims.hpp"
#include "story/whole_claims.hpp"

namespace axray::story {
namespace {

std::vector<std::optional<NotCheckable>> find_uncheckable(const Document& document, const ReportText& report) {
    std::vector<std::optional<NotCheckable>> reasons(report.claims.size());
    for (const auto& claim : report.claims) {
        if (!claims::may_be_uncheckable(document, report.closely, claim.sentence)) continue;
        auto parts = claim.context;
        parts.push_back(claim.span);
        reasons[claim.id] =
            claims::why_not_checkable(document, report.closely, {claim.sentence, parts, claim.block, claim.sentence});
    }
    return reasons;
}

}  // namespace

ReportText read_report(std::shared_ptr<const Document> document, const language::ReferenceTime& published,
                       const ReportReaders& readers) {
    ReportText report;
    report.published = published.day;
    report.words = readers.by_words.annotate(*document, readers.words_workspace, {language::Layers::words, published});
    report.closely = readers.closely.annotate(*document, readers.close_workspace, {language::Layers::all, published});
    report.claims = join_wrongly_cut(*document, report.closely, claims::split_claims(*document, report.words));
    report.uncheckable = find_uncheckable(*document, report);
    report.document = std::move(document);
    return report;
}

}  // namespace axray::story
