// How a value is meant (the words around a number -> Comparator): "over", "at least", "up to", "10 or more", "~5".
// Source: own rules.
#pragma once

#include "language/quantities/quantity_view.hpp"

namespace axray::language {

// What the words before and behind `quantity` say of its value; exactly where they say nothing. O(1).
[[nodiscard]] Comparator comparator_of(const QuantityView& view, const Quantity& quantity);

}  // namespace axray::language
