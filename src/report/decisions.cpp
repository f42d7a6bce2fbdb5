#include "report/decisions.hpp"

#include <algorithm>

namespace axray::report {
namespace {

std::uint32_t place_after(const std::vector<Decision>& decisions, Span original) {
    if (!original.empty() || decisions.empty()) return original.begin;
    return decisions.back().original.begin;
}

}  // namespace

std::vector<Decision> decisions_of(const Document& document) {
    std::vector<Decision> kept;
    for (const auto& block : document.blocks) {
        Decision decision;
        decision.kept = &block;
        decision.words = document.slice(block.span);
        decision.original = document.origin.to_original(block.span);
        decision.original.begin = place_after(kept, decision.original);
        kept.push_back(decision);
    }
    std::vector<Decision> cut;
    for (const auto& block : document.cut) {
        Decision decision;
        decision.cut = &block;
        decision.words = block.text;
        decision.original = block.original;
        decision.original.begin = place_after(cut, decision.original);
        cut.push_back(decision);
    }
    if (document.origin.runs.empty()) {
        kept.insert(kept.end(), cut.begin(), cut.end());
        return kept;
    }
    std::vector<Decision> all;
    all.reserve(kept.size() + cut.size());
    std::size_t next = 0;  // of `cut`; the text is not always in the order of the file, so that blocks are not sorted
    for (const auto& decision : kept) {
        for (; next < cut.size() && cut[next].original.begin < decision.original.begin; ++next)
            all.push_back(cut[next]);
        all.push_back(decision);
    }
    all.insert(all.end(), cut.begin() + static_cast<std::ptrdiff_t>(next), cut.end());
    return all;
}

}  // namespace axray::report
