#include "judge/differences.hpp"

#include <algorithm>

#include "judge/evidence_view.hpp"
#include "judge/value_differences.hpp"
#include "judge/wording_differences.hpp"

namespace axray::judge {

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
