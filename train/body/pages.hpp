// Pages cut into blocks, with what is known of which of them are the article (GoldPages -> TrainingPages).
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
    std::string site;
    int fold = 0;                                // pages of one site are in one fold
    std::string title;                           // as people wrote it down; empty when they did not
    std::string text;                            // of the article, as people wrote it down; empty when they did not
    std::vector<std::string> with;               // words that are in the article
    std::vector<std::string> without;            // words that are not
    std::shared_ptr<const std::string> decoded;  // what the tree points into
    read::HtmlTree tree;
    read::BlockList list;
    std::vector<std::size_t> words;  // of each block
    std::vector<float> labels;       // 1 for blocks of the article, one a block; empty when the text is not known
    std::vector<float> weights;      // what a wrong choice costs, one a block

    [[nodiscard]] read::BlockView view() const { return {list.text, list.blocks}; }
};

// All pages of `folder`. Errors: those of read_gold.
[[nodiscard]] Result<std::vector<TrainingPage>> read_training_pages(const std::string& folder, int folds);

// A block costs as much as its share of the page, and a little for being a paragraph; none decides a page alone. The
// first paragraph counts twice: it says what the article says.
[[nodiscard]] std::vector<float> weights_of(const std::vector<float>& labels, const std::vector<std::size_t>& words);

// Labels a page whose text nobody wrote down by what a model says of it, where the model is sure, and by the words that
// are known to be in the article or not.
void label_by_chances(TrainingPage& page, const std::vector<float>& chances);

}  // namespace axray::train
