// Streams of documents whose stories are known (JSON lines + gold -> LabelledStreams), and variants of them: headlines
// alone, first words alone, fewer stories, fewer documents. A model that learns from all of them cannot tell a stream
// by its looks.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "story/stream/grouping.hpp"
#include "story/stream/stream_model.hpp"

namespace axray::train {

inline constexpr std::uint32_t kFolds = 4;

struct LabelledStream {
    std::string name;
    bool scored = false;  // no variant
    std::vector<story::KeptDocument> documents;
    std::vector<std::uint32_t> stories;  // by document
    std::vector<std::uint32_t> folds;    // by document; all documents of a topic have the same
    story::TermSpace space;

    explicit LabelledStream(const trace::WordWeights& english) : space(english) {}
};

// Of all `*.docs.jsonl` of the folder with their `*.gold.tsv`; ends the program when one cannot be read. `models` has
// wordnet.bin.
[[nodiscard]] std::vector<LabelledStream> read_streams(const std::string& folder, const std::string& models,
                                                       const trace::WordWeights& english);

}  // namespace axray::train
