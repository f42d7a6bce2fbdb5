// Runs the network of speech (SpeechFeatures of a block -> scores of tags).
//
// Works on stretches of at most kLongestStretch tokens, so memory does not grow with the text. The arithmetic is that
// of syntax/matrix.hpp: the same on every processor.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/speech/speech_features.hpp"
#include "language/speech/speech_model.hpp"

namespace axray::language {

inline constexpr std::uint32_t kLongestStretch = 400;

// Rows of scores; a row takes `stride` floats.
struct Scores {
    const float* first = nullptr;
    std::uint32_t stride = 0;
};

// What the reader is told of the tokens of a text.
struct SpeechInput {
    const SpeechFeatures& features;
    const Tokens& tokens;           // with heads and relations
    std::span<const float> states;  // of the sentence models, model.state_size for each token
};

// What the asker is told of each token besides its state: rows of the tables of the model.
struct AskedToken {
    std::uint8_t distance = 0;
    std::uint8_t sentence = 0;
    std::uint8_t quoted = 0;
    std::uint8_t path = 0;
};

class SpeechNetwork {
public:
    // Reads tokens [begin, end), at most kLongestStretch; gives the scores of kCueTags for each. Valid until the next
    // call of read().
    [[nodiscard]] Scores read(const SpeechModel& model, const SpeechInput& input, TokenSpan stretch);

    // Scores of kPartTags for `tokens`, which lie in the stretch that was read last; `cue` is the one asked for.
    // `asked` has an entry for each of `tokens`. Valid until the next call of ask().
    [[nodiscard]] Scores ask(const SpeechModel& model, TokenSpan tokens, TokenSpan cue,
                             const std::vector<AskedToken>& asked);

private:
    void start(const SpeechModel& model, const SpeechInput& input);
    void convolve(const std::vector<ConvolutionWeights>& layers, std::uint32_t size, std::uint32_t count,
                  std::vector<float>& states);

    TokenSpan stretch_;
    std::vector<float> states_;  // of the reader
    std::vector<float> tokens_;  // the same as the asker takes them
    std::vector<float> inner_;   // of the asker
    std::vector<float> joined_;  // three rows side by side
    std::vector<float> changed_;
    std::vector<float> cue_scores_;
    std::vector<float> part_scores_;
    std::vector<float> first_;
    std::vector<float> last_;
};

}  // namespace axray::language
