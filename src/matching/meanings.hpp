// General words of names of organisations in English (word -> English word): "zavod", "fabrika", "usine" are "plant".
//
// So that a name in its own language meets the one that a register translated. Words of business, industry, science,
// states and large regions in Russian and Ukrainian (as stems, for their many endings), Spanish, Persian, Arabic,
// Turkish, German and French, all in ASCII as NamePreparer writes them. Source: own list, from general knowledge.
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>

namespace axray::matching {

class Meanings {
public:
    Meanings();

    // Empty when the list does not have it. Words of the list mean themselves.
    [[nodiscard]] std::string_view find(std::string_view word) const;

private:
    static constexpr std::size_t kLeastStem = 4;  // letters

    std::unordered_map<std::string_view, std::string_view> words_;
    std::unordered_map<std::string_view, std::string_view> stems_;
};

}  // namespace axray::matching
