#include "language/attributions.hpp"

#include <doctest/doctest.h>
#include <string>
#include <vector>

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
        {"New Zealand blamed hackers for the attack.", "New Zealand", "blamed", "hackers for the attack", Stance::accuses},
        {"The attack was blamed by the UK on hackers.", "the UK", "blamed", "The attack", Stance::accuses},
        {"He is accused of theft.", "", "accused", "He is accused of theft", Stance::accuses},
        {"He allegedly left.", "", "allegedly", "He allegedly left", Stance::accuses},
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

TEST_CASE("takes no noun for a reporting verb") {
    TestAnnotator annotate;
    for (const std::string text : {"The claims were old.", "The report was long.", "Reported cases fell.", "The bank closed."}) {
        CAPTURE(text);
        CHECK(annotate(text).attributions.empty());
    }
}

}  // namespace axray::language
