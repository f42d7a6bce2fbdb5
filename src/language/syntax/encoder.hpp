// Vectors of words in their sentence (tokens -> states): convolutions over neighbours and attention over the sentence.
//
// The network that train/language/sentences_model.py describes and trains. Runs of words that belong together, at most
// kLongestRun long, are encoded side by side; no run sees another. Constant; use it from any thread with a Scratch
// each. Source: residual convolutions; attention after Vaswani et al. 2017 with relative positions (Shaw et al. 2018).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <axray/result.hpp>

#include "language/syntax/matrix.hpp"
#include "language/syntax/tensor_file.hpp"
#include "language/token_span.hpp"

namespace axray::language {

inline constexpr std::uint32_t kLongestRun = 160;  // words

struct Norm {
    std::span<const float> scale;
    std::span<const float> shift;
};
[[nodiscard]] Result<Norm> norm_of(const TensorFile& file, const std::string& name, std::size_t size);

class Encoder {
public:
    struct Scratch {
        std::vector<float> read, wide, scores, keys, values, context;
    };

    // Refers to `file`, which must outlive it. Errors: model_mismatch.
    [[nodiscard]] static Result<Encoder> from(const TensorFile& file, std::size_t size);

    // Turns the vectors of words into states, in place; row after row of size() places. `runs` cover the rows in order.
    void encode(std::span<float> rows, std::span<const TokenSpan> runs, Scratch& scratch) const;

    [[nodiscard]] std::size_t size() const { return size_; }

private:
    struct Convolution {
        Norm norm;
        Weights weights;
        std::uint32_t dilation = 1;
    };
    struct Attention {
        Norm norm;
        Weights inward, outward;
        std::span<const float> near;  // for each head, weights of the relative positions -kFarthest to kFarthest
        std::size_t after = 0;        // number of convolutions before it
    };
    void convolve(const Convolution& layer, std::span<float> rows, std::span<const TokenSpan> runs,
                  Scratch& scratch) const;
    void attend(const Attention& layer, std::span<float> rows, std::span<const TokenSpan> runs, Scratch& scratch) const;
    void attend_run(const Attention& layer, TokenSpan run, std::size_t head, Scratch& scratch) const;
    void normalise_rows(const Norm& norm, std::span<const float> rows, std::vector<float>& output) const;
    [[nodiscard]] static Result<Attention> attention_of(const TensorFile& file, const std::string& name,
                                                        std::size_t size);

    std::size_t size_ = 0;
    std::vector<Convolution> convolutions_;
    std::vector<Attention> attentions_;
    Norm last_;
};

// Position of a distance between two words in a table of 2 * kFarthest + 1 relative positions.
inline constexpr std::int64_t kFarthest = 32;
[[nodiscard]] constexpr std::size_t relative_position(std::int64_t distance) {
    const std::int64_t near = distance < -kFarthest ? -kFarthest : distance > kFarthest ? kFarthest : distance;
    return static_cast<std::size_t>(near + kFarthest);
}

}  // namespace axray::language
