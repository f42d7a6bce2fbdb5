// Texts that a page declares about itself and shows as well (HtmlTree -> DeclaredTexts): headline, description, and the
// whole article where its JSON-LD holds that. A block that says the same words is likely part of the article.
//
// Source: Open Graph, HTML's <meta>, schema.org's articleBody.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "read/characters/folded_words.hpp"
#include "read/html/html_tree.hpp"

namespace axray::read {

// Runs of neighbouring words of a text, for asking how much of another text is in it.
class WordRuns {
public:
    // Looks at no more than the first 20,000 words.
    WordRuns(std::string_view text, std::size_t length);

    [[nodiscard]] bool empty() const { return runs_.empty(); }

    // Share of the runs of `words` that this text has too, 0..1. O(words * log runs).
    [[nodiscard]] float share_of(const std::vector<FoldedWord>& words) const;

private:
    std::size_t length_;
    std::vector<WordHash> runs_;  // ordered
};

struct DeclaredTexts {
    WordRuns title{{}, 1};
    WordRuns description{{}, 3};
    WordRuns article{{}, 3};
};

// O(bytes of the page's head and scripts).
[[nodiscard]] DeclaredTexts read_declared_texts(const HtmlTree& tree);

}  // namespace axray::read
