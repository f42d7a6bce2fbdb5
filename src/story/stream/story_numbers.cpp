#include "story/stream/story_numbers.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace axray::story {
namespace {

// Documents of the story `number` that are in `group` now.
struct Part {
    std::uint32_t size = 0;
    std::uint32_t number = 0;
    std::uint32_t group = 0;
};

std::vector<Part> parts_of(const std::vector<StoryGroup>& groups, const std::vector<std::uint32_t>& before) {
    std::vector<Part> parts;
    for (std::uint32_t group = 0; group < groups.size(); ++group) {
        std::map<std::uint32_t, std::uint32_t> sizes;
        for (const auto member : groups[group].members) ++sizes[before[member]];
        for (const auto& [number, size] : sizes) parts.push_back({size, number, group});
    }
    std::sort(parts.begin(), parts.end(), [](const Part& one, const Part& other) {
        return std::tie(other.size, one.number, one.group) < std::tie(one.size, other.number, other.group);
    });
    return parts;
}

}  // namespace

std::vector<std::uint32_t> keep_numbers(const std::vector<StoryGroup>& groups, const std::vector<std::uint32_t>& before,
                                        std::uint32_t& next) {
    std::vector<std::optional<std::uint32_t>> given(groups.size());
    std::set<std::uint32_t> taken;
    for (const auto& part : parts_of(groups, before)) {
        if (!given[part.group] && taken.insert(part.number).second) given[part.group] = part.number;
    }
    std::vector<std::uint32_t> numbers;
    for (const auto& number : given) numbers.push_back(number ? *number : next++);
    return numbers;
}

}  // namespace axray::story
