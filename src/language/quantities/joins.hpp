// Makes one quantity of two that stand beside each other (Quantities -> Quantities): ranges, "10 to 12 people",
// "between 80% and 90%", "from 3 km to 5 km"; and measures in two units, "5 feet 2 inches", "1 hour 30", "3 dollars and
// 20 cents". Source: own rules.
#pragma once

#include <vector>

#include "language/quantities/quantity_view.hpp"

namespace axray::language {

// Joins the last two of `quantities` where they are one; their tokens follow. True when they were joined. O(1).
bool join_last(const QuantityView& view, std::vector<Quantity>& quantities);

}  // namespace axray::language
