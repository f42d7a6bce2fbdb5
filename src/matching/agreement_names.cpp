#include <array>
#include <cstddef>

#include "matching/name_match.hpp"

namespace axray::matching {

std::string_view to_string(WordAgreement how) {
    static constexpr std::array<std::string_view, 10> kNames = {"same",    "same form", "spelling",    "consonants",
                                                                "joined",  "nickname",  "translation", "typo",
                                                                "initial", "acronym"};
    return kNames[static_cast<std::size_t>(how)];
}

}  // namespace axray::matching
