// How much a word tells: weights from how rare its stem is in English news and reference text.
//
// The weights come from a model file that axray_train_word_weights makes by counting; they do not depend on the sources
// of a check, so that sources which say nothing of a claim cannot change what its words weigh.
// Source: inverse document frequency, Spaerck Jones 1972.
#pragma once

#include <cstdint>
#include <string>

#include <axray/result.hpp>

#include "base/model_file.hpp"

namespace axray::trace {

inline constexpr std::uint32_t kWordWeightsVersion = 1;
inline constexpr std::string_view kWordWeightsKind = "word_weights";

class WordWeights {
public:
    // Maps the file. Errors: model_mismatch, naming the path.
    [[nodiscard]] static Result<WordWeights> open(const std::string& path);

    // 0 (in every sentence) to 1 (never seen), natural logarithm of sentences over sentences with the stem, scaled.
    [[nodiscard]] float weight(std::uint64_t stem) const;

private:
    explicit WordWeights(base::ModelFile file) : file_(std::move(file)) {}
    base::ModelFile file_;
    std::uint32_t slot_count_ = 0;
    const std::uint64_t* keys_ = nullptr;    // open addressing, 0 is empty; in the mapped file
    const std::uint8_t* weights_ = nullptr;  // 255 is 1.0
};

// The payload of a model file from stems and weights (0..1), in any order. For the training program and tests.
[[nodiscard]] std::string make_word_weights(const std::vector<std::pair<std::uint64_t, float>>& weights);

}  // namespace axray::trace
