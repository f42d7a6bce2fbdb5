// The trained models of the choice of text, as they lie in the program (nothing -> BodyModels).
//
// Made by train/run from the pages of the development data; see models/reading.md. They are linked in, so that reading
// a page needs no folder of models. Source: own.
#pragma once

#include <cstddef>

#include "base/tree_batch.hpp"
#include "read/body/word_scores.hpp"

namespace axray::read {

// The features of more blocks would take hundreds of megabytes.
inline constexpr std::size_t kMostJudgedBlocks = 100'000;

struct BodyModels {
    WordScoreFile words;
    base::TreeBatch first;  // of pages
    base::TreeBatch second;
    base::TreeBatch text_first;  // of plain texts
    base::TreeBatch text_second;
};

// Checked once, at the first call; the same for the life of the program.
[[nodiscard]] const BodyModels& body_models();

}  // namespace axray::read
