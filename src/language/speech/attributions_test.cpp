#include "language/speech/attributions.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "language/test_annotation.hpp"

namespace axray::language {

TEST_CASE("finds who says what") {
    TestAnnotator annotate;
    struct Case {
        std::string text;
        std::string speaker;
        std::string cue;
        std::string content;
        Stance stance = Stance::asserts;
    };
    const std::vector<Case> cases = {
        {"The minister said that the bank closed.", "The minister", "said", "the bank closed"},
        {"The minister said the bank closed.", "The minister", "said", "the bank closed"},
        {"The bank closed, the minister said.", "the minister", "said", "The bank closed"},
        {"The bank closed, said the minister.", "the minister", "said", "The bank closed"},
        {"\"The bank closed,\" Marin said on Monday.", "Marin", "said", "The bank closed"},
        {"\"The bank closed,\" said Marin, the minister.", "Marin", "said", "The bank closed"},
        {"Marin said: \"The bank closed.\"", "Marin", "said", "The bank closed"},
        {"Marin, the minister, said the bank closed.", "Marin", "said", "the bank closed"},
        {"Marin told reporters that the bank closed.", "Marin", "told", "the bank closed"},
        {"According to the minister, the bank closed.", "the minister", "According to", "the bank closed"},
        {"The bank closed, according to the minister.", "the minister", "according to", "The bank closed"},
        {"China has repeatedly denied the attack.", "China", "denied", "the attack", Stance::denies},
        {"The UK accused China of the attack.", "The UK", "accused", "China of the attack", Stance::accuses},
        {"New Zealand blamed hackers for the attack.", "New Zealand", "blamed", "hackers for the attack",
         Stance::accuses},
        {"The attack was blamed by the UK on hackers.", "the UK", "blamed", "The attack", Stance::accuses},
        {"He is accused of theft.", "", "accused", "He is accused of theft", Stance::accuses},
        {"He allegedly left.", "", "allegedly", "He allegedly left", Stance::accuses},
        {"\"One. Two,\" Marin told reporters on Monday.", "Marin", "told", "One. Two"},
        {"\"The bank closed,\" said Marin, a lawyer who has sued it.", "Marin", "said", "The bank closed"},
        {"``The bank closed,'' Marin said.", "Marin", "said", "The bank closed"},
        {"The bank closed its doors, saying that it lost money.", "The bank", "saying", "it lost money"},
        {"The study found that the bank closed.", "The study", "found", "the bank closed", Stance::reports},
        {"He reportedly left.", "", "reportedly", "He reportedly left", Stance::reports},
    };
    for (const Case& test : cases) {
        CAPTURE(test.text);
        const AnnotatedText annotated = annotate(test.text);
        REQUIRE(annotated.attributions.size() == 1);
        const Attribution& found = annotated.attributions[0];
        CHECK(words(test.text, annotated, found.speaker) == test.speaker);
        CHECK(words(test.text, annotated, found.cue) == test.cue);
        CHECK(words(test.text, annotated, found.content) == test.content);
        CHECK(found.stance == test.stance);
        CHECK(annotated.tokens.has(found.cue.begin, kReportingCue));
    }
}

TEST_CASE("ends what is said where somebody else is heard") {
    TestAnnotator annotate;
    const std::string text = "The bank said it closed and the union denied the loss.";
    const AnnotatedText annotated = annotate(text);
    REQUIRE(annotated.attributions.size() == 2);
    CHECK(words(text, annotated, annotated.attributions[0].content) == "it closed");
    CHECK(words(text, annotated, annotated.attributions[1].speaker) == "the union");
    CHECK(annotated.attributions[1].stance == Stance::denies);
}

TEST_CASE("gives a quotation that goes on to its speaker") {
    TestAnnotator annotate;
    const std::string text = "\"The bank closed,\" Marin said. \"It will not open again.\"";
    const AnnotatedText annotated = annotate(text);
    REQUIRE(annotated.attributions.size() == 2);
    CHECK(annotated.attributions[1].sentence == 1);
    CHECK(words(text, annotated, annotated.attributions[1].speaker) == "Marin");
    CHECK(words(text, annotated, annotated.attributions[1].content) == "It will not open again.");
}

TEST_CASE("takes no noun for a reporting verb") {
    TestAnnotator annotate;
    for (const std::string text : {"The police found a boat.", "The claims were old.", "The report was long.",
                                   "Reported cases fell.", "The bank closed."}) {
        CAPTURE(text);
        CHECK(annotate(text).attributions.empty());
    }
}

}  // namespace axray::language
