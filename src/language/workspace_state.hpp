// What one thread keeps between two texts: the cache of words and memory for what is needed while a text is annotated.
//
// The inside of Workspace, apart from annotator.hpp so that those who only annotate need not see the vocabulary.
// Everything but the cache is filled anew for each text or sentence and kept for its memory alone; the cache holds
// nothing that the lexicon would not give again. So a workspace changes speed, never a result.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "language/annotator.hpp"
#include "language/certainty/polarity.hpp"
#include "language/speech/spoken_parts.hpp"
#include "language/speech/stance.hpp"
#include "language/syntax/sentence_models.hpp"
#include "language/words/vocabulary.hpp"

namespace axray::language {

struct Workspace::State {
    WordCache cache;
    SentenceModels::Scratch sentences;
    std::vector<WordFacts> facts;      // of the tokens of the text at hand
    std::vector<std::uint64_t> names;  // forms seen with a capital within a sentence
    std::vector<TokenSpan> clauses;    // of the sentence at hand
    StanceWords stance_words;          // constant
    CertaintyRules certainty;          // constant
    SpeechScratch speech;
    std::function<void(std::string_view layer)> after_layer;  // called as each layer is done, to measure; may be none
};

}  // namespace axray::language
