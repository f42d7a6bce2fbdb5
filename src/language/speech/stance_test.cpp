#include "language/speech/stance.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "language/test_annotation.hpp"

namespace axray::language {

TEST_CASE("a negation turns the stance of a cue around") {
    TestAnnotator annotate;
    const std::vector<std::pair<std::string, Stance>> cases = {
        {"The bank denied that it lied.", Stance::denies},
        {"The bank did not deny that it lied.", Stance::asserts},
        {"The bank doubted that it lied.", Stance::doubts},
        {"The bank does not believe that it lied.", Stance::doubts},
        {"The bank accused Marin of theft.", Stance::accuses},
        {"The bank described the loss.", Stance::reports},
        {"Few experts said that it lied.", Stance::doubts},
        {"The bank said that it had not lied.", Stance::asserts},
    };
    for (const auto& [text, stance] : cases) {
        const auto& shown = text;
        CAPTURE(shown);
        const AnnotatedText annotated = annotate(text);
        REQUIRE(annotated.attributions.size() == 1);
        CHECK(annotated.attributions[0].stance == stance);
    }
}

TEST_CASE("the longest phrase tells the class of a cue") {
    const StanceWords words;
    Lexicon lexicon = test_lexicon();
    const Annotator annotator(lexicon);
    Workspace workspace;
    const auto class_of = [&](std::string_view text) {
        AnnotatedText annotated = annotator.annotate_text(text, workspace);
        std::vector<WordFacts> facts(annotated.tokens.size());
        return words.find({text, annotated.tokens, facts}, 0, annotated.tokens.size()).cue_class;
    };
    CHECK(class_of("raised doubts") == CueClass::doubts);
    CHECK(class_of("calling it a lie") == CueClass::denies);
    CHECK(class_of("calling it a day") == CueClass::asserts);
    CHECK(class_of("calling the new one a big fat lie") == CueClass::asserts);  // too far away
    CHECK(class_of("walked") == CueClass::none);
    CHECK(class_of("") == CueClass::none);
}

}  // namespace axray::language
