// Words by which a report says where it has something from (ReportText -> ReadAcknowledgements).
//
// Reads credit lines and datelines of agencies, "according to Reuters", "told CNN", "as the Guardian reported",
// "said in a statement", "in an indictment unsealed on Monday", and domains that stand alone above what is from there.
// Somebody who is merely quoted is no origin. Source: own rules over names, reporting words and nouns for documents.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <axray/origins.hpp>

#include "story/story_texts.hpp"

namespace axray::story {

struct ReadAcknowledgement {
    Span place;  // of the report's text; empty where the words stand in what was cut
    Span name;
    std::string text;  // as written
    AcknowledgementScope scope = AcknowledgementScope::sentence;
    OriginKind kind = OriginKind::agency;
    std::string origin;  // "Reuters", "statement by the Treasury"
};

// Of each sort that a report may have; what comes after them is not read.
inline constexpr std::size_t kMostAcknowledgements = 150;

// In order of the text, each origin once in a sentence; what was cut with the furniture comes last. O(tokens).
[[nodiscard]] std::vector<ReadAcknowledgement> read_acknowledgements(const ReportText& report);

}  // namespace axray::story
