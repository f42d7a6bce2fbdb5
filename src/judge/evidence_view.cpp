#include "judge/evidence_view.hpp"

#include <algorithm>
#include <cstdlib>

namespace axray::judge {
namespace {

constexpr std::uint32_t kNearTokens = 4;  // between a value and the linked word that fixes its slot

}  // namespace

EvidenceView::EvidenceView(const TracedClaim& claim, const trace::SourceIndex& index, std::uint32_t candidate)
    : claim_(claim),
      alignment_(claim.trace.candidates[candidate]),
      sentence_(index.sentences()[alignment_.sentence]),
      source_(index.text(sentence_.source)),
      first_token_(index.first_token(sentence_.source)) {}

float EvidenceView::coverage_without(language::TokenSpan left_out) const {
    float total = 0;
    float covered = 0;
    for (std::size_t word = 0; word < claim_.words.words.size(); ++word) {
        if (left_out.contains(claim_.words.words[word].token)) continue;
        total += claim_.words.words[word].weight;
        covered += claim_.words.words[word].weight * alignment_.links[word].strength;
    }
    return total > 0 ? covered / total : 0;
}

bool EvidenceView::links_any(language::TokenSpan tokens) const {
    for (std::size_t word = 0; word < claim_.words.words.size(); ++word) {
        if (tokens.contains(claim_.words.words[word].token) && alignment_.links[word].position != language::kNone) {
            return true;
        }
    }
    return false;
}

bool EvidenceView::uses(language::TokenSpan local) const {
    const PositionSpan span = positions(local);
    return std::any_of(alignment_.links.begin(), alignment_.links.end(), [span](const trace::WordLink& link) {
        return link.position != language::kNone && link.position >= span.begin && link.position < span.end;
    });
}

EvidenceView::Slot EvidenceView::slot(language::TokenSpan mine, language::TokenSpan theirs) const {
    const PositionSpan there = positions(theirs);
    const auto& words = claim_.words.words;
    Slot slot;
    std::size_t next = 0;
    while (next < words.size() && words[next].token < mine.end) ++next;
    if (next < words.size() && words[next].token - mine.end < kNearTokens) {
        const std::uint32_t position = alignment_.links[next].position;
        slot.has_behind = true;
        slot.behind = position != language::kNone && position >= there.end && position - there.end < kNearTokens;
    }
    std::size_t before = words.size();
    while (before > 0 && words[before - 1].token >= mine.begin) --before;
    if (before > 0 && mine.begin - words[before - 1].token <= kNearTokens) {
        const std::uint32_t position = alignment_.links[before - 1].position;
        slot.has_before = true;
        slot.before = position != language::kNone && position < there.begin && there.begin - position <= kNearTokens;
    }
    return slot;
}

float EvidenceView::surroundings(language::TokenSpan mine, language::TokenSpan theirs) const {
    constexpr int kReach = 10;   // tokens around `mine` that are looked at
    constexpr int kStretch = 4;  // further that they may be from `theirs`
    constexpr float kOtherSide = 0.5F;
    const PositionSpan there = positions(theirs);
    // Below zero before the span, above zero behind it, zero within.
    const auto distance = [](std::uint32_t place, std::uint32_t begin, std::uint32_t end) {
        if (place < begin) return static_cast<int>(place) - static_cast<int>(begin);
        return place >= end ? static_cast<int>(place - end) + 1 : 0;
    };
    float total = 0;
    float agreed = 0;
    for (std::size_t number = 0; number < claim_.words.words.size(); ++number) {
        const trace::ClaimWord& word = claim_.words.words[number];
        const int here = distance(word.token, mine.begin, mine.end);
        if (here == 0 || std::abs(here) > kReach) continue;
        const float importance = word.weight / static_cast<float>(1 + std::abs(here));
        total += importance;
        const trace::WordLink& link = alignment_.links[number];
        if (link.position == language::kNone) continue;
        const int other = distance(link.position, there.begin, there.end);
        if (other == 0 || std::abs(other) > std::abs(here) + kStretch) continue;
        agreed += importance * link.strength * ((other < 0) == (here < 0) ? 1.0F : kOtherSide);
    }
    return total > 0 ? agreed / total : 0;
}

}  // namespace axray::judge
