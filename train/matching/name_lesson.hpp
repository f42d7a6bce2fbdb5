// Pairs of names to learn from (Register + questions -> Examples): the right name of each question and the nearest
// names of others, found through the index as in a screening.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "matching/match_features.hpp"
#include "matching/name_index.hpp"
#include "name_data.hpp"

namespace axray::train {

struct NameExample {
    matching::MatchFeatures features{};
    matching::Bounds bounds;  // of its probability
    float label = 0;
    float weight = 1;
    std::uint32_t fold = 0;
    std::uint32_t question = 0;  // number of the pair or of the question
    std::uint32_t entity = 0;    // of the register
    bool teaches = true;         // otherwise for the scores alone
};

// The register in an index; `folder` takes its file.
[[nodiscard]] matching::NameIndex index_of(const Register& names, const std::string& folder);

[[nodiscard]] std::vector<NameExample> examples_of(const std::vector<LabelledPair>& pairs,
                                                   const matching::WordTable& words);
[[nodiscard]] std::vector<NameExample> examples_of(const std::vector<Question>& questions, const Register& names,
                                                   const matching::NameIndex& index, const matching::WordTable& words);

}  // namespace axray::train
