#include "language/annotator.hpp"

#include <doctest/doctest.h>
#include <string>
#include <string_view>
#include <vector>

namespace axray::language {
namespace {

std::vector<std::string> words_of(std::string_view text) {
    const Lexicon lexicon = Lexicon::empty();
    const Annotator annotator(lexicon);
    Workspace workspace;
    std::vector<std::string> words;
    for (const Span span : annotator.annotate_text(text, workspace).tokens.span) {
        words.emplace_back(text.substr(span.begin, span.size()));
    }
    return words;
}

}  // namespace

TEST_CASE("cuts words, clitics and compounds") {
    CHECK(words_of("China's cyber-attack") == std::vector<std::string>{"China", "'s", "cyber", "-", "attack"});
    CHECK(words_of("in the U.S. They don't") == std::vector<std::string>{"in", "the", "U.S.", "They", "don't"});
}

}  // namespace axray::language
