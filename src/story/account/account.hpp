// Writes the account of a story out of its facts (Facts -> Account).
//
// The wording is that of the reports, with attribution and certainty kept; every sentence is checked against the
// reports as `check` would, and left out unless it is found supported. Deterministic. Source: own.
#pragma once

#include <cstdint>

#include <axray/account.hpp>
#include <axray/facts.hpp>
#include <axray/origins.hpp>

#include "story/analyst.hpp"
#include "story/story_texts.hpp"

namespace axray::story {

struct AccountLimits {
    std::uint32_t details = 24;  // sentences at most
};

// What is known of the story before it is told.
struct Findings {
    const std::vector<Fact>& facts;
    const std::vector<Conflict>& conflicts;
    const std::vector<TimelineEntry>& timeline;
    const Origins& origins;
    const std::vector<Correction>* corrections = nullptr;  // of earlier reports; may be none
};

[[nodiscard]] Account write_account(const StoryTexts& texts, const Findings& findings, const Analyst& analyst,
                                    const AccountLimits& limits = {});

}  // namespace axray::story
