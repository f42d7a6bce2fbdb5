#include "story/origins/rewritten.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "story/test_story.hpp"

namespace axray::story {
namespace {

StatedText stated(const std::string& text, CountedWords counted = CountedWords::own_statements) {
    auto& models = tests::models();
    return stated_text(models.annotator.annotate_text(text, models.annotating), counted);
}

const std::string kReport =
    "The crane toppled onto the passenger ferry shortly after noon and injured nine people. "
    "Engineers had warned the harbour board twice about rust in the base of the crane. "
    "The board replied that an inspection was planned for the autumn.";
// The same statements in the same order.
const std::string kRewritten =
    "Nine people were injured shortly after noon when the crane toppled over onto a passenger ferry. "
    "The harbour board had twice been warned by engineers about rust in the crane's base. "
    "An inspection had been planned for autumn, the board replied.";
// The same event, other statements.
const std::string kOther =
    "A ferry was damaged in the harbour of Ilmar on Tuesday. "
    "Rescue teams closed the quay and brought the injured to two hospitals. "
    "The mayor wants to know who is to blame.";

}  // namespace

TEST_CASE("the same statements in other words in the same order are rewritten") {
    const auto passages = find_rewritten(stated(kReport), stated(kRewritten));
    REQUIRE(passages.size() == 1);
    CHECK(passages[0].sentences.size() >= 2);
    CHECK(passages[0].likeness >= 0.65);
}

TEST_CASE("what two reports of one event state by themselves is not") {
    CHECK(find_rewritten(stated(kReport), stated(kOther)).empty());
    CHECK(find_rewritten(stated(kReport), stated("")).empty());
}

TEST_CASE("quotations do not make two texts alike") {
    const std::string quotation =
        "\"The crane toppled onto the passenger ferry shortly after noon and injured nine people\", ";
    const auto first = stated(quotation + "the mayor wrote.");
    const auto second = stated(quotation + "a diver told a court.");
    CHECK(find_rewritten(first, second).empty());
}

TEST_CASE("the likest sentence is found among sentences with the same words") {
    const std::string source = "Torvane drove home. Torvane drove himself home in a grey car. Ilmar was quiet.";
    const auto from = stated(source, CountedWords::all);
    const auto likest = likest_sentences(stated("Torvane drove himself home in the grey car.", CountedWords::all), from,
                                         {.likeness = 0.4, .common = 1, .unnamed = 0, .share_of_both = 0.1});
    REQUIRE(likest.size() == 1);
    CHECK(likest[0].second == 1);
}

}  // namespace axray::story
