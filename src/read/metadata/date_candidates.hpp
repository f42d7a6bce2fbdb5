// The candidates for the day of publication of a page (Statements -> DateCandidates).
//
// Statements that name the same day are one candidate; days that the calendar lacks, that lie in the future or before
// the web are none. Source: own; the features are described at date_feature_name.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "read/metadata/dates.hpp"
#include "read/metadata/page_facts.hpp"
#include "read/metadata/ranking.hpp"
#include "read/metadata/statements.hpp"

namespace axray::read {

struct DateCandidate {
    FoundDate date;  // the most exact of those that name the day
    std::string found_in;
    Span source;  // bytes of the page
    Place place = Place::meta;
    std::uint32_t places = 0;     // of all that name the day, one bit each
    bool of_publication = false;  // one that names the day says that it is the day of publication
    bool of_change = false;       // one says that it is the day of a change
    FeatureSet features;
};

// In order of the days.
[[nodiscard]] std::vector<DateCandidate> date_candidates(const HtmlTree& tree, const Statements& statements,
                                                         const PageFacts& facts);

// What a feature says, for the training program's tables.
[[nodiscard]] std::string date_feature_name(std::uint16_t feature);

}  // namespace axray::read
