#include "language/speech/denials.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "language/test_annotation.hpp"

namespace axray::language {

TEST_CASE("what is held to be untrue is denied, what is not wanted is refused") {
    TestAnnotator annotate;
    const std::vector<std::pair<std::string, bool>> cases = {
        {"The bank denied that it lied.", true},
        {"China has repeatedly denied the attack.", true},
        {"The minister rejected the allegations.", true},
        {"The minister rejected the offer of the union.", false},
        {"The minister dismissed the reports of a crash.", true},
        {"The bank said that the claims are false.", true},
        {"The bank said that the claims are not false.", false},
        {"The bank said that the notes are false.", false},
        {"The bank did not deny that it lied.", false},
    };
    for (const auto& [text, denial] : cases) {
        const auto& shown = text;
        CAPTURE(shown);
        const AnnotatedText annotated = annotate(text);
        bool found = false;
        for (const Attribution& said : annotated.attributions) {
            found = found || is_denial(annotated.tokens, said, {&said.content, 1});
        }
        CHECK(found == denial);
    }
}

}  // namespace axray::language
