// What the look of a sentence tells: its first word, title case or capitals throughout, and quotations (Sentences,
// Tokens
// -> marks, Quotations).
#pragma once

#include <vector>

#include "language/annotation.hpp"
#include "language/segments/token_view.hpp"
#include "language/words/vocabulary.hpp"

namespace axray::language {

enum class SentenceCase : std::uint8_t {
    normal,
    title,     // "Sanctions Imposed on Hacking Group": a capital says nothing of a word
    capitals,  // "SANCTIONS IMPOSED ON HACKING GROUP"
};

// One entry for each sentence. In sentences of capitals, function words become function words again.
[[nodiscard]] std::vector<SentenceCase> mark_sentences(const TokenView& view, const std::vector<Sentence>& sentences,
                                                       WordCache& cache);

// Pairs of quotation marks within each run of sentences of one block; marks their tokens. A mark that is not closed in
// its block opens nothing. O(tokens).
[[nodiscard]] std::vector<Quotation> find_quotations(const TokenView& view, const std::vector<Sentence>& sentences);

}  // namespace axray::language
