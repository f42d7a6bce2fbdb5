// Which blocks of a page stand in the text that people took for its article (text + blocks -> BlockLabels).
//
// Source: own; runs of four words as in the score of the scrapinghub article extraction benchmark.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "read/blocks.hpp"

namespace axray::train {

struct BlockLabels {
    std::vector<float> labels;       // 1 when at least half of the block's words are in runs of the text, else 0
    std::vector<std::size_t> words;  // of each block
};

// Where a page shows the same words more often than the text does, the copies among more of the article are taken.
[[nodiscard]] BlockLabels label_blocks(std::string_view text, const read::BlockView& blocks);

}  // namespace axray::train
