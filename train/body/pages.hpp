// Pages cut into blocks, with which of them are the article (GoldPages -> TrainingPages).
//
// Source: own.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <axray/result.hpp>

#include "read/blocks.hpp"
#include "read/html/html_tree.hpp"

namespace axray::train {

struct TrainingPage {
    std::string id;
    std::string source;
    std::string site;
    int fold = 0;                                // pages of one site are in one fold
    std::shared_ptr<const std::string> decoded;  // what the tree points into
    read::HtmlTree tree;
    read::BlockList list;
    std::vector<float> labels;   // 1 for blocks of the article, one a block
    std::vector<float> weights;  // what a wrong choice costs, one a block

    [[nodiscard]] read::BlockView view() const { return {list.text, list.blocks}; }
};

// The pages of `folder` whose text people know, in `folds` folds. Pages whose text was made by a program are left out.
// Errors: those of read_gold.
[[nodiscard]] Result<std::vector<TrainingPage>> read_training_pages(const std::string& folder, int folds);

}  // namespace axray::train
