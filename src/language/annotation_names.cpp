#include "language/annotation_names.hpp"

#include <array>
#include <cstddef>

namespace axray::language {

std::string_view to_string(WordTag tag) {
    static constexpr std::array<std::string_view, 17> kNames = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                                "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                                "PUNCT", "SCONJ", "SYM", "VERB", "X"};
    static_assert(kNames.size() == static_cast<std::size_t>(WordTag::other) + 1);
    return kNames[static_cast<std::size_t>(tag)];
}

}  // namespace axray::language
