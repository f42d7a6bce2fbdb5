#include "language/indicators/indicators.hpp"

#include <algorithm>

#include "language/indicators/found.hpp"
#include "language/indicators/refang.hpp"

namespace axray::language {

std::vector<Indicator> find_indicators(std::string_view text) {
    const auto refanged = refang(text);
    Findings findings(refanged);
    const auto by_begin = [](const auto& left, const auto& right) { return left.begin < right.begin; };
    find_web_addresses(findings);
    find_mailboxes(findings);
    std::sort(findings.taken.begin(), findings.taken.end(), by_begin);
    const auto places = findings.found.size();
    find_system_places(findings);
    for (auto at = places; at < findings.found.size(); ++at) findings.taken.push_back(findings.found[at].span);
    std::sort(findings.taken.begin(), findings.taken.end(), by_begin);
    find_hosts(findings);
    find_internet_numbers(findings);
    find_digests(findings);
    find_numbers_with_names(findings);
    auto found = std::move(findings.found);
    for (auto& indicator : found) indicator.span = refanged.original(indicator.span);
    std::stable_sort(found.begin(), found.end(), [](const auto& left, const auto& right) {
        if (left.span.begin != right.span.begin) return left.span.begin < right.span.begin;
        return left.span.end > right.span.end;
    });
    return found;
}

}  // namespace axray::language
