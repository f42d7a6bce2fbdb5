// An explanation in words for a reader (Explanation -> sentences), for the terminal and the page.
//
// Source: own.
#pragma once

#include <string>
#include <string_view>

#include <axray/check_report.hpp>

namespace axray::report {

// The explanation of the claim; nullptr when none was asked for.
[[nodiscard]] const Explanation* explanation_of(const CheckReport& report, const CheckedClaim& checked);

[[nodiscard]] std::string_view words_for(ReasonKind kind);     // "words that stand together"
[[nodiscard]] std::string_view words_for(ComparedKind kind);   // "number"
[[nodiscard]] std::string_view words_for(Comparison outcome);  // "agrees"

// What decided, in a sentence: "The evidence bears out too little of the claim ...".
[[nodiscard]] std::string decision(const Explanation& explanation, const CheckedClaim& checked);

// "Would be supported (72%) if the sources also said \"in a coordinated effort\"."
[[nodiscard]] std::string words_for(const Change& change, const CheckReport& report);

}  // namespace axray::report
