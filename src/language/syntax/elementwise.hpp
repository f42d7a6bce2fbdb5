// What a network does to each number by itself, and the sums it needs, in one fixed order (rows -> rows).
//
// Sums run over sixteen places side by side and are joined from the first to the last, whatever the registers of the
// processor; the exponential is a polynomial of our own. So results are the same bytes everywhere.
#pragma once

#include <cstddef>
#include <span>

namespace axray::language {

// Numbers below 0 become 0.
void rectify(std::span<float> values);

// output = (input - mean) / deviation * scale + shift (Ba et al. 2016). All have the same size.
void normalise(std::span<const float> input, std::span<const float> scale, std::span<const float> shift,
               std::span<float> output);

// Makes scores to weights that sum to 1 (softmax).
void to_weights(std::span<float> scores);

// Position of the largest value, the first of equals; 0 for none.
[[nodiscard]] std::size_t largest(std::span<const float> values);

}  // namespace axray::language
