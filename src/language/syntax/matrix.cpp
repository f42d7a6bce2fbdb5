#include "language/syntax/matrix.hpp"

#include <algorithm>
#include <cstring>

// The widths of registers are told to the compiler by target attributes; what is inlined into such a function is
// compiled for its processor.
#if defined(__x86_64__)
#define AXRAY_FOR_PROCESSOR(name) __attribute__((target(name)))
#else
#define AXRAY_FOR_PROCESSOR(name)
#endif
#define AXRAY_INLINE __attribute__((always_inline)) inline

namespace axray::language {
namespace {

// Loops over registers are unrolled, and registers are read and written one by one: so the sums stay in registers.
#define AXRAY_UNROLL _Pragma("GCC unroll 16")

// kTile rows times kRegisters registers of columns, beginning at `weights` within a panel.
template <class Register, std::size_t kTile, std::size_t kRegisters>
AXRAY_INLINE void multiply_tile(const float* input, std::size_t stride, const float* weights, std::size_t inputs,
                                const float* bias, float* output, std::size_t output_stride) {
    constexpr std::size_t kLanes = sizeof(Register) / sizeof(float);
    Register sums[kTile][kRegisters];
    AXRAY_UNROLL for (std::size_t part = 0; part < kRegisters; ++part) {
        Register start = {};
        if (bias != nullptr) std::memcpy(&start, bias + part * kLanes, sizeof(start));
        AXRAY_UNROLL for (std::size_t row = 0; row < kTile; ++row) sums[row][part] = start;
    }
    for (std::size_t at = 0; at < inputs; ++at) {
        Register columns[kRegisters];
        AXRAY_UNROLL for (std::size_t part = 0; part < kRegisters; ++part) {
            Register column;
            std::memcpy(&column, weights + at * kPanel + part * kLanes, sizeof(column));
            columns[part] = column;
        }
        AXRAY_UNROLL for (std::size_t row = 0; row < kTile; ++row) {
            const float value = input[row * stride + at];
            AXRAY_UNROLL for (std::size_t part = 0; part < kRegisters; ++part) sums[row][part] += value * columns[part];
        }
    }
    AXRAY_UNROLL for (std::size_t row = 0; row < kTile; ++row) {
        AXRAY_UNROLL for (std::size_t part = 0; part < kRegisters; ++part) {
            const Register sum = sums[row][part];
            std::memcpy(output + row * output_stride + part * kLanes, &sum, sizeof(sum));
        }
    }
}

template <class Register, std::size_t kTile, std::size_t kRegisters>
AXRAY_INLINE void multiply_panels(Rows input, const Weights& weights, float* output, std::size_t output_stride) {
    constexpr std::size_t kWide = kRegisters * sizeof(Register) / sizeof(float);
    static_assert(kPanel % kWide == 0);
    for (std::size_t column = 0; column < padded(weights.outputs); column += kWide) {
        const std::size_t inside = column % kPanel;
        const float* panel = weights.panels.data() + (column - inside) * weights.inputs + inside;
        const float* bias = weights.bias.empty() ? nullptr : weights.bias.data() + column;
        std::size_t row = 0;
        for (; row + kTile <= input.count; row += kTile) {
            multiply_tile<Register, kTile, kRegisters>(input.first + row * input.stride, input.stride, panel,
                                                       weights.inputs, bias, output + row * output_stride + column,
                                                       output_stride);
        }
        for (; row < input.count; ++row) {
            multiply_tile<Register, 1, kRegisters>(input.first + row * input.stride, input.stride, panel,
                                                   weights.inputs, bias, output + row * output_stride + column,
                                                   output_stride);
        }
    }
}

using Four = float __attribute__((vector_size(16)));

void multiply_anywhere(Rows input, const Weights& weights, float* output, std::size_t output_stride) {
    multiply_panels<Four, 2, 4>(input, weights, output, output_stride);
}

#if defined(__x86_64__)
using Eight = float __attribute__((vector_size(32)));
using Sixteen = float __attribute__((vector_size(64)));

AXRAY_FOR_PROCESSOR("avx2")
void multiply_avx2(Rows input, const Weights& weights, float* output, std::size_t output_stride) {
    multiply_panels<Eight, 6, 2>(input, weights, output, output_stride);
}

AXRAY_FOR_PROCESSOR("avx512f")
void multiply_avx512(Rows input, const Weights& weights, float* output, std::size_t output_stride) {
    multiply_panels<Sixteen, 12, 2>(input, weights, output, output_stride);
}
#endif

}  // namespace

void multiply(Rows input, const Weights& weights, float* output, std::size_t output_stride) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f")) return multiply_avx512(input, weights, output, output_stride);
    if (__builtin_cpu_supports("avx2")) return multiply_avx2(input, weights, output, output_stride);
#endif
    multiply_anywhere(input, weights, output, output_stride);
}

void pack(const float* source, std::size_t inputs, std::size_t outputs, std::size_t input_step, std::size_t output_step,
          std::vector<float>& panels) {
    panels.assign(padded(outputs) * inputs, 0.0F);
    for (std::size_t output = 0; output < outputs; ++output) {
        float* column = panels.data() + output / kPanel * kPanel * inputs + output % kPanel;
        for (std::size_t input = 0; input < inputs; ++input)
            column[input * kPanel] = source[input * input_step + output * output_step];
    }
}

}  // namespace axray::language
