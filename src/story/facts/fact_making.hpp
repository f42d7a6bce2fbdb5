// Makes facts of groups of claims (StatedClaims of one group -> Fact): mentions, origins, the best wording, weight.
//
// Source: own.
#pragma once

#include <vector>

#include <axray/facts.hpp>

#include "story/facts/claim_agreement.hpp"
#include "story/facts/headline_words.hpp"
#include "story/facts/stated_claims.hpp"
#include "story/names/story_entities.hpp"
#include "story/origins/shared_origin.hpp"
#include "story/story_texts.hpp"

namespace axray::story {

struct FactSources {
    const StoryTexts& texts;
    const StoryEntities& entities;
    const SharedOrigins& origins;
    const std::vector<StatedClaim>& claims;
    const ClaimComparer& comparer;
    const std::vector<bool>& copies;  // one a report: whether it took most of its words from another
    const HeadlineWords& headlines;
};

// `group` are positions of claims in ascending order. Without relations.
[[nodiscard]] Fact make_fact(const FactSources& sources, const std::vector<std::uint32_t>& group);

}  // namespace axray::story
