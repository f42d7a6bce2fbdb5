// Whether documents of a stream that are alike arrive near each other, and how much that tells
// (who is near whom -> log odds of a gap).
//
// Documents of one event come in bursts in a feed and in any order in a folder. So nothing is taken for granted: the
// gaps between each document and those most like it are compared with the gaps that chance would give. Where the order
// means nothing, or where documents are too few to tell, all gaps tell nothing. Source: own, likelihood ratio with
// pseudo-counts.
#pragma once

#include <cstdint>
#include <vector>

#include "story/stream/document_index.hpp"

namespace axray::story {

class ArrivalGaps {
public:
    ArrivalGaps() = default;  // every gap tells nothing

    // `near` holds the neighbours of each document, nearest first. O(documents).
    explicit ArrivalGaps(const std::vector<std::vector<Neighbour>>& near);

    // Natural logarithm of how many times as often as by chance documents that are alike are `gap` documents apart.
    [[nodiscard]] float log_odds(double gap) const;

private:
    std::vector<float> log_odds_;  // by power of two
};

}  // namespace axray::story
