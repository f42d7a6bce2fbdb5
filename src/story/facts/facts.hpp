// Joins the claims of all reports of a story that say the same into facts (StoryTexts + Origins -> Facts).
//
// Two claims say the same when each follows from the other in the main; a claim joins a fact only when it agrees with
// most of its mentions, so that no chain of weak links welds two facts. What says more or less is linked.
#pragma once

#include <vector>

#include <axray/facts.hpp>
#include <axray/origins.hpp>

#include "story/analyst.hpp"
#include "story/story_texts.hpp"

namespace axray::story {

struct FactLimits {
    std::uint32_t claims = 4000;  // taken into account at most, those of each report in turn
};

// Most central first; flags of conflicts are set later, by mark_conflicts. Candidates come from the index of the texts,
// so that the cost grows with the claims and the words that they share.
[[nodiscard]] std::vector<Fact> join_facts(const StoryTexts& texts, const Origins& origins, const Analyst& analyst,
                                           const FactLimits& limits = {});

}  // namespace axray::story
