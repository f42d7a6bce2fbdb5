// The candidates for the authors of a page: lists of names (Statements -> AuthorCandidates).
//
// Names that stand together in one place are one candidate; marked elements beside each other are put together too.
// Lists with the same names are one candidate. Source: own; the features are described at author_feature_name.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "read/metadata/page_facts.hpp"
#include "read/metadata/ranking.hpp"
#include "read/metadata/statements.hpp"

namespace axray::read {

struct NamedAuthor {
    std::string name;
    Span source;  // bytes of the page that hold it
};

struct AuthorCandidate {
    std::vector<NamedAuthor> authors;
    std::string found_in;
    Place place = Place::meta;
    std::uint32_t places = 0;
    FeatureSet features;
};

[[nodiscard]] std::vector<AuthorCandidate> author_candidates(const HtmlTree& tree, const Statements& statements,
                                                             const PageFacts& facts);

// What a feature says, for the training program's tables.
[[nodiscard]] std::string author_feature_name(std::uint16_t feature);

}  // namespace axray::read
