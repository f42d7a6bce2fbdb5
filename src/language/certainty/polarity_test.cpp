#include "language/certainty/polarity.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "language/test_annotation.hpp"

namespace axray::language {

TEST_CASE("marks what a negation speaks of") {
    TestAnnotator annotate;
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"The group did not attack the parliament.", "attack the parliament"},
        {"The group didn't attack, but it left.", "attack"},
        {"China denied any involvement in the attacks.", "any involvement in the attacks"},
        {"China denied that it attacked the parliament.", "that it attacked the parliament"},
        {"No evidence was found.", "evidence was found"},
        {"There is no evidence that Norvik paid.", "evidence that Norvik paid"},
        {"It is no longer in force.", "longer in force"},
        {"The talks failed to end the strike.", "to end the strike"},
        {"The failed state fell.", ""},
        {"They left without a deal.", "a deal"},
        {"Not only the bank paid.", ""},
        {"No fewer than ten men died.", ""},
        {"Room No. 5 is free.", ""},
        {"Whether or not it rained, they left.", ""},
        {"The bank paid.", ""},
    };
    for (const auto& [text, expected] : cases) {
        const auto& shown = text;
        CAPTURE(shown);
        CHECK(marked(text, annotate(text), kNegated) == expected);
    }
}

TEST_CASE("finds how sure a text is") {
    TestAnnotator annotate;
    struct Case {
        std::string text;
        std::string cue;  // empty: none
        Certainty certainty = Certainty::stated;
        std::string scope = {};
    };
    using enum Certainty;
    const std::vector<Case> cases = {
        {"The group may attack again.", "may", possible, "The group may attack again."},
        {"It ended, and it could return.", "could", possible, "and it could return."},
        {"The alleged hackers left.", "alleged", alleged, "hackers"},
        {"He allegedly left.", "allegedly", alleged, "He allegedly left."},
        {"He is alleged to lead it.", "alleged to", alleged, "He is alleged to lead it."},
        {"The group is believed to be large.", "believed to", probable, "The group is believed to be large."},
        {"It is likely that it fell.", "likely", probable, "It is likely"},
        {"It appears to be broken.", "appears to", probable, "It appears to be broken."},
        {"The lake appears in a book.", ""},
        {"The bank will close.", "will", future, "The bank will close."},
        {"The bank plans to close.", "plans to", future, "The bank plans to close."},
        {"The plans were old.", ""},
        {"If it rains, they stay.", "If", conditional, "If it rains,"},
        {"China denied the attack.", "denied", denied, "China denied the attack."},
        {"They met in May.", ""},
        {"The bank closed.", ""},
    };
    for (const Case& test : cases) {
        CAPTURE(test.text);
        const AnnotatedText annotated = annotate(test.text);
        if (test.cue.empty()) {
            CHECK(annotated.certainty_cues.empty());
            continue;
        }
        REQUIRE(annotated.certainty_cues.size() == 1);
        CHECK(words(test.text, annotated, annotated.certainty_cues[0].cue) == test.cue);
        CHECK(words(test.text, annotated, annotated.certainty_cues[0].scope) == test.scope);
        CHECK(annotated.certainty_cues[0].certainty == test.certainty);
    }
}

TEST_CASE("marks the verbs of a sentence") {
    TestAnnotator annotate;
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"The bank closed its office.", "closed"},       {"US and UK impose sanctions on hackers", "impose"},
        {"China denies the attacks.", "denies"},         {"They were charged in May.", "were charged"},
        {"The alleged attacks ended.", "ended"},         {"The minister said the plan works.", "said works"},
        {"The plan to attack the bank was old.", "was"}, {"Sanctions imposed by the UK hurt.", "hurt"},
        {"It has repeatedly denied it.", "has denied"},  {"An attack on the parliament", ""},
    };
    for (const auto& [text, expected] : cases) {
        const auto& shown = text;
        CAPTURE(shown);
        CHECK(marked(text, annotate(text), kVerbLike) == expected);
    }
}

}  // namespace axray::language
