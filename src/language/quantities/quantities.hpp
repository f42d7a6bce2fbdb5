// Finds quantities: numbers with their unit and comparator (Tokens, Dates -> Quantities): "over 2.3 million voters",
// "$4bn", "between 80% and 90%", "10 to 12 people", "14-year-old", "dozens of journalists". Numbers of dates, times and
// names ("APT 31") are none. Source: own rules.
#pragma once

#include <vector>

#include "language/segments/token_view.hpp"

namespace axray::language {

// Sets Tokens::quantity. Tokens that belong to dates are passed over. O(tokens).
[[nodiscard]] std::vector<Quantity> find_quantities(const TokenView& view, const std::vector<Sentence>& sentences);

}  // namespace axray::language
