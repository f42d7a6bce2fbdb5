// Sentences with marks around some of their words: "q{May} x{it rain}" -> text and spans.
//
// How the cases of tests/language_cases are written. Own format.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <axray/span.hpp>

namespace axray::bench {

struct MarkedText {
    struct Mark {
        std::string name;  // "q", "x2"
        Span span;         // bytes of text
    };
    std::string text;
    std::vector<Mark> marks;  // in the order of their ends
};

// A mark is one small letter, a digit perhaps, and braces; marks may stand in each other.
[[nodiscard]] MarkedText read_marked(std::string_view written);

[[nodiscard]] std::vector<std::string> split(const std::string& text, char sign);

}  // namespace axray::bench
