// The candidates for the title of a page (Statements -> TitleCandidates).
//
// Every title that the page names, and what is left of it without the parts that separators set off, since pages write
// "Headline | Section | Site". Source: own; the features are described at feature_name.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "read/metadata/page_facts.hpp"
#include "read/metadata/ranking.hpp"
#include "read/metadata/statements.hpp"

namespace axray::read {

struct TitleCandidate {
    std::string value;
    std::string found_in;  // "meta og:title"
    Span source;           // bytes of the page
    std::uint32_t node = 0;
    Place place = Place::meta;  // the first and best of those that name it
    std::uint32_t places = 0;   // all of them, one bit each
    FeatureSet features;
};

[[nodiscard]] std::vector<TitleCandidate> title_candidates(const HtmlTree& tree, const Statements& statements,
                                                           const PageFacts& facts);

// What a feature says, for the training program's tables.
[[nodiscard]] std::string title_feature_name(std::uint16_t feature);

}  // namespace axray::read
