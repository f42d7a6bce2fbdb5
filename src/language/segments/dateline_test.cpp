#include "language/segments/dateline.hpp"

#include <string>

#include <doctest/doctest.h>

#include "language/test_annotation.hpp"

using namespace axray;
using namespace axray::language;

namespace {

// The words behind the dateline.
std::string behind(const std::string& text) {
    const auto annotated = TestAnnotator()(text);
    REQUIRE(!annotated.sentences.empty());
    const auto tokens = annotated.sentences.front().tokens;
    return text.substr(annotated.tokens.span[tokens.begin + dateline_tokens(text, annotated.tokens, tokens)].begin);
}

}  // namespace

TEST_CASE("a dateline is the place, day and agency before a dash") {
    for (const char* line :
         {"PORT LANE, Velland, May 20 (Wire) - ", "PORT LANE - ", "PORT LANE (our own correspondent) -- ",
          "LOWER MARSH and PORT LANE, 25 March 2024 \xE2\x80\x94 ",
          "PORT LANE, March 3, 2025 (Tessmark News Agency) \xE2\x80\x93 "}) {
        CAPTURE(line);
        CHECK(behind(line + std::string("Norvik closed the dam.")) == "Norvik closed the dam.");
    }
}

TEST_CASE("what only looks like a dateline is part of the sentence") {
    for (const char* text :
         {"NATO - the alliance - praised the plan.", "NATO said on Monday - Europe heard it - that it would stay.",
          "Port Lane - The dam was closed.", "PORT LANE-BASED Norvik closed the dam.", "NORVIK",
          "- Norvik closed the dam.", "PORT LANE -"}) {
        CAPTURE(text);
        CHECK(behind(text) == text);
    }
}
