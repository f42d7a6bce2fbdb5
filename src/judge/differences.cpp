#include "judge/differences.hpp"

#include <algorithm>

#include "judge/evidence_view.hpp"
#include "judge/value_differences.hpp"
#include "judge/wording_differences.hpp"

namespace axray::judge {

namespace {

bool is_value(FlagKind kind) {
    return kind == FlagKind::number_differs || kind == FlagKind::date_differs || kind == FlagKind::name_differs ||
           kind == FlagKind::antonym;
}

// "It is not a Danish ship" and "it is a Dutch ship" agree: who denies one value does not exclude another.
void drop_denied_values(const TracedClaim& claim, const trace::SourceIndex& index,
                        std::vector<Difference>& differences) {
    const auto denied_on_one_side = [&](const Difference& one) {
        if (!is_value(one.kind) || one.claim.size() == 0 || one.source.begin >= one.source.end) return false;
        const std::uint32_t source = index.sentences()[index.sentence_at(one.source.begin)].source;
        return claim.words.text->tokens.has(one.claim.begin, language::kNegated) !=
               index.text(source).tokens.has(index.local(one.source.begin), language::kNegated);
    };
    if (std::none_of(differences.begin(), differences.end(), denied_on_one_side)) return;
    std::erase_if(differences,
                  [&](const Difference& one) { return one.kind == FlagKind::negated || denied_on_one_side(one); });
}

}  // namespace

std::vector<Difference> find_differences(const TracedClaim& claim, const trace::SourceIndex& index,
                                         const trace::LexicalRelations& relations) {
    std::vector<EvidenceView> evidence;
    for (const std::uint32_t candidate : claim.trace.evidence) evidence.emplace_back(claim, index, candidate);
    std::vector<Difference> differences;
    const auto append = [&differences](std::vector<Difference> found) {
        differences.insert(differences.end(), found.begin(), found.end());
    };
    append(number_differences(claim, evidence));
    append(date_differences(claim, evidence));
    append(name_differences(claim, evidence, index));
    append(role_differences(claim, evidence));
    append(negation_differences(claim, evidence));
    append(antonym_differences(claim, evidence, relations));
    append(attribution_differences(claim, evidence));
    append(certainty_differences(claim, evidence));
    append(quotation_differences(claim, index));
    drop_denied_values(claim, index, differences);
    std::stable_sort(differences.begin(), differences.end(),
                     [](const Difference& left, const Difference& right) { return left.kind < right.kind; });
    return differences;
}

bool excludes(FlagKind kind) {
    switch (kind) {
        case FlagKind::number_differs:
        case FlagKind::date_differs:
        case FlagKind::name_differs:
        case FlagKind::role_swapped:
        case FlagKind::negated:
        case FlagKind::antonym: return true;
        default: return false;
    }
}

}  // namespace axray::judge
