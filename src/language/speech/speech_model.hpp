// The weights of the network of speech (models/speech.bin -> SpeechModel).
//
// Two parts of one network. The reader adds up what is known of each token and lets convolutions run over the block;
// its states say where cues are. The asker is run once for each cue over the tokens around it and says which of them
// are the source and the content of this cue. Method: own arrangement of known parts (dilated convolutions with
// residual connections; the second step conditioned on the first as in semantic role labelling by sequence tags).
// Trained by train/language/speech_train.py.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <axray/result.hpp>

#include "language/syntax/matrix.hpp"
#include "language/syntax/tensor_file.hpp"

namespace axray::language {

inline constexpr std::uint32_t kCueTags = 3;       // outside, begin, inside
inline constexpr std::uint32_t kPartTags = 5;      // outside, source begin and inside, content begin and inside
inline constexpr std::uint32_t kSpeechReach = 96;  // tokens on each side of a cue that the asker sees
inline constexpr std::uint32_t kDistanceRows = 27;
inline constexpr std::uint32_t kSentenceRows = 7;
inline constexpr std::uint32_t kQuotedRows = 4;
inline constexpr std::uint32_t kRelationRows = 64;                 // more than there are relations; the last for none
inline constexpr std::uint32_t kPathRows = 3 * kRelationRows + 1;  // see cue_path.hpp

// Rows of small numbers found by a hash: row 0 is what no hash has.
struct HashedTable {
    std::span<const std::uint64_t> keys;  // ascending; key i stands for row i + 1
    std::span<const std::int8_t> rows;
    std::span<const float> scale;  // of each row
    std::uint32_t size = 0;        // numbers in a row

    // Adds the row of the hash to `sum`. O(log keys).
    void add(std::uint64_t hash, float* sum) const;
};

// A convolution of width three as one product: the inputs are the rows before, at and behind a place.
struct ConvolutionWeights {
    Weights weights;
    std::uint32_t dilation = 1;
};

class SpeechModel {
public:
    // Error model_mismatch, naming the file, when it is missing, damaged or of another version.
    [[nodiscard]] static Result<SpeechModel> open(const std::string& path);

    HashedTable word;
    HashedTable lemma;
    HashedTable ending;
    std::span<const float> flags;  // a row for each SpeechFlag
    std::span<const float> relation;
    Weights state;  // of the sentence models, of a token and of its head side by side
    std::vector<ConvolutionWeights> reader;
    Weights cue;

    Weights token;
    Weights first;
    Weights last;
    std::span<const float> distance;
    std::span<const float> sentence;
    std::span<const float> quoted;
    std::span<const float> path;
    std::vector<ConvolutionWeights> asker;
    Weights part;
    std::span<const float> part_steps;  // kPartTags * kPartTags: a tag (row) followed by a tag (column)

    std::uint32_t state_size = 0;
    std::uint32_t reader_size = 0;
    std::uint32_t asker_size = 0;

private:
    explicit SpeechModel(TensorFile file) : file_(std::move(file)) {}
    TensorFile file_;
};

}  // namespace axray::language
