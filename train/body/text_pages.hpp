// Plain texts to learn from (TrainingPages -> TrainingTexts): pages as a reader copies them, furniture and all, and
// articles as people wrote them down, which are nothing but text.
//
// Source: own.
#pragma once

#include <string>
#include <vector>

#include "pages.hpp"
#include "read/blocks.hpp"

namespace axray::train {

struct TrainingText {
    std::string id;        // of the page
    std::string headline;  // empty when unknown
    int fold = 0;
    bool is_article = false;  // nothing of it is furniture
    read::BlockList list;
    std::vector<float> labels;
    std::vector<float> weights;

    [[nodiscard]] read::BlockView view() const { return {list.text, list.blocks}; }
};

// Two texts for each page whose article is known: the page's and the article.
[[nodiscard]] std::vector<TrainingText> texts_of(const std::vector<TrainingPage>& pages);

}  // namespace axray::train
