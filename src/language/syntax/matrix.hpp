// Products of a few rows with a matrix of weights, the same bytes on every processor (rows -> rows).
//
// Every output is one chain of separate multiplications and additions in the order of the inputs, whatever the width
// of the registers; so a result depends on neither processor nor number of threads. The files of this folder are
// compiled without contraction to fused operations for the same reason. AVX-512 and AVX2 are used where the processor
// has them. Source: register tiling after Goto and van de Geijn 2008.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace axray::language {

// Outputs stand in panels of this many columns; the last panel is filled with zeros.
inline constexpr std::size_t kPanel = 32;
[[nodiscard]] constexpr std::size_t padded(std::size_t columns) { return (columns + kPanel - 1) / kPanel * kPanel; }

// `inputs` x `outputs` weights as panels of kPanel columns, row after row; refers to memory that outlives it.
struct Weights {
    std::span<const float> panels;  // padded(outputs) * inputs
    std::span<const float> bias;    // padded(outputs), or empty for none
    std::size_t inputs = 0;
    std::size_t outputs = 0;
};

// Rows of floats in one block of memory; a row takes `stride` floats, which may be more than its columns.
struct Rows {
    const float* first = nullptr;
    std::size_t count = 0;
    std::size_t stride = 0;
};

// output[row] = bias + input[row] * weights, for all rows; `output` rows have `output_stride` >= padded(outputs)
// floats. O(rows * inputs * outputs).
void multiply(Rows input, const Weights& weights, float* output, std::size_t output_stride);

// Lays out a matrix of `inputs` rows and `outputs` columns as panels; element (input, output) is
// source[input * input_step + output * output_step]. Replaces what was in `panels`.
void pack(const float* source, std::size_t inputs, std::size_t outputs, std::size_t input_step, std::size_t output_step,
          std::vector<float>& panels);

}  // namespace axray::language
