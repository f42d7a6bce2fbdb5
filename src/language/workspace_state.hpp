// What one thread keeps between two texts: the cache of words and memory for what is needed while a text is annotated.
#pragma once

#include "language/annotator.hpp"
#include "language/vocabulary.hpp"

#include <vector>

namespace axray::language {

struct Workspace::State {
    WordCache cache;
    std::vector<WordFacts> facts;  // of the tokens of the text at hand
};

}  // namespace axray::language
