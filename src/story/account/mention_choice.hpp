// Which mention of a fact says it best (Fact -> its mentions, best first).
//
// Preferred are mentions that say who says it and how sure it is, where any does; plain words before loaded ones, prose
// before lists, what most mentions have in common before what one adds, the origin before its copy, of two values or
// wordings that conflict the one that more have. What is no matter of fact is passed over. Source: own.
#pragma once

#include <cstdint>
#include <vector>

#include "story/account/account.hpp"

namespace axray::story {

struct MentionChoice {
    std::vector<std::uint32_t> mentions;            // of Fact::mentions that may be told, best first
    LeftOutReason reason = LeftOutReason::opinion;  // where there is none
};

[[nodiscard]] MentionChoice choose_mentions(const StoryTexts& texts, const Findings& findings, std::uint32_t fact);

}  // namespace axray::story
