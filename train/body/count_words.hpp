// Counts what words say of the blocks they stand in (TrainingPages -> tables of word scores).
//
// Source: naive Bayes with additive smoothing.
#pragma once

#include <string>
#include <vector>

#include "pages.hpp"
#include "read/body/word_scores.hpp"

namespace axray::train {

struct WordTables {
    std::vector<read::WordScore> text;
    std::vector<read::WordScore> names;

    [[nodiscard]] read::WordScores scores() const { return {text, names}; }
};

// Over the pages that are not in fold `left_out` (-1 for all). A word must be seen on several sites, so that no table
// holds the name of one.
[[nodiscard]] WordTables count_words(const std::vector<TrainingPage>& pages, int left_out);

}  // namespace axray::train
