// Whether a claim of a report is worth a fact: no furniture that reading left, no fragment (claim -> yes or no).
//
// Left out are what cannot be checked, captions, lines that speak to the reader outside of quotations, lines
// without a verb, and sentences without end. Source: own rules over tags.
#pragma once

#include "story/story_texts.hpp"

namespace axray::story {

// `claim` is a position in ReportText::claims. O(tokens of its sentence).
[[nodiscard]] bool worth_telling(const ReportText& report, std::uint32_t claim);

}  // namespace axray::story
