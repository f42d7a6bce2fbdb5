// Which of several values of a feed is kept.
//
// Source: own.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include <axray/document.hpp>

namespace axray::read {

inline constexpr std::size_t kMostFeedValues = 200;  // authors, categories, enclosures of an item

// Keeps the surer of two values; of two equally sure ones the first.
inline void keep_better(MetadataValue& kept, MetadataValue found) {
    if (!found.value.empty() && (kept.value.empty() || found.confidence > kept.confidence)) kept = std::move(found);
}

inline void add_once(std::vector<MetadataValue>& values, MetadataValue found) {
    if (found.value.empty() || values.size() >= kMostFeedValues) return;
    const bool known =
        std::any_of(values.begin(), values.end(), [&](const MetadataValue& each) { return each.value == found.value; });
    if (!known) values.push_back(std::move(found));
}

}  // namespace axray::read
