// Keeps the numbers of stories when they were divided or joined (StoryGroups -> numbers).
//
// A reader who noted a number finds most of its documents under it later. Source: own.
#pragma once

#include <cstdint>
#include <vector>

#include "story/stream/story_group.hpp"

namespace axray::story {

// One number a group. A story that was divided lives on in its largest part, and joined ones in the largest of them;
// others get new numbers from `next` on. `before` holds the number of each document's story before.
[[nodiscard]] std::vector<std::uint32_t> keep_numbers(const std::vector<StoryGroup>& groups,
                                                      const std::vector<std::uint32_t>& before, std::uint32_t& next);

}  // namespace axray::story
