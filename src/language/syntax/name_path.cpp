#include "language/syntax/name_path.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace axray::language {
namespace {

// Tags are none, then begin and inside of each kind in turn.
constexpr bool goes_on_from(std::size_t tag, std::size_t before) {
    const bool inside = tag > 0 && tag % 2 == 0;
    return !inside || before == tag || before + 1 == tag;
}

}  // namespace

void find_name_path(const float* scores, std::size_t stride, std::span<NameTag> tags) {
    if (tags.empty()) return;
    constexpr float kBarred = -1e9F;
    std::array<float, kNameTags> best{};
    for (std::size_t tag = 0; tag < kNameTags; ++tag) best[tag] = goes_on_from(tag, 0) ? scores[tag] : kBarred;
    std::vector<std::array<std::uint8_t, kNameTags>> from(tags.size());
    for (std::size_t word = 1; word < tags.size(); ++word) {
        std::array<float, kNameTags> next{};
        for (std::size_t tag = 0; tag < kNameTags; ++tag) {
            float most = 2 * kBarred;
            for (std::uint8_t before = 0; before < kNameTags; ++before) {
                if (goes_on_from(tag, before) && best[before] > most) {
                    most = best[before];
                    from[word][tag] = before;
                }
            }
            next[tag] = most + scores[word * stride + tag];
        }
        best = next;
    }
    auto tag = static_cast<std::uint8_t>(std::max_element(best.begin(), best.end()) - best.begin());
    for (std::size_t word = tags.size(); word-- > 0;) {
        tags[word] = static_cast<NameTag>(tag);
        tag = from[word][tag];
    }
}

}  // namespace axray::language
