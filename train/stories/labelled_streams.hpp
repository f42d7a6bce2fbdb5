// Streams of documents whose stories are known (JSON lines + gold -> LabelledStreams), and variants of them: headlines
// alone, first words alone, first sentences as documents of their own, fewer stories, fewer documents, another order. A
// model that learns from all of them cannot tell a stream by its looks.
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
    std::string set;                               // data set that it was made from
    bool scored = false;                           // no variant
    bool whole = false;                            // all of it, in whatever order
    std::vector<story::DocumentProfile> profiles;  // by document, as all below
    std::vector<story::KeptDocument> documents;
    std::vector<std::uint32_t> stories;
    std::vector<std::uint32_t> folds;  // all documents of a topic have the same
    story::TermSpace space;

    explicit LabelledStream(const trace::WordWeights& english) : space(english) {}
};

// Of all `*.docs.jsonl` of the folder with their `*.gold.tsv`; ends the program when one cannot be read. `models` has
// wordnet.bin.
[[nodiscard]] std::vector<LabelledStream> read_streams(const std::string& folder, const std::string& models,
                                                       const trace::WordWeights& english);

}  // namespace axray::train
