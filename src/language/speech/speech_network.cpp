#include "language/speech/speech_network.hpp"

#include <algorithm>
#include <bit>

namespace axray::language {
namespace {

constexpr std::uint32_t kScoreStride = static_cast<std::uint32_t>(padded(kPartTags));

void add_row(std::span<const float> table, std::size_t row, std::uint32_t size, float* sum) {
    const float* numbers = table.data() + row * size;
    for (std::uint32_t i = 0; i < size; ++i) sum[i] += numbers[i];
}

void rectify(float* row, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) row[i] = std::max(row[i], 0.0F);
}

}  // namespace

// states += max(0, convolution(states)), layer after layer; outside of the stretch all is 0.
void SpeechNetwork::convolve(const std::vector<ConvolutionWeights>& layers, std::uint32_t size, std::uint32_t count,
                             std::vector<float>& states) {
    joined_.resize(std::size_t{count} * 3 * size);
    changed_.resize(std::size_t{count} * size);
    for (const ConvolutionWeights& layer : layers) {
        for (std::uint32_t at = 0; at < count; ++at) {
            float* row = joined_.data() + std::size_t{at} * 3 * size;
            for (int side = -1; side <= 1; ++side, row += size) {
                const std::int64_t from = std::int64_t{at} + side * std::int64_t{layer.dilation};
                if (from < 0 || from >= count) {
                    std::fill_n(row, size, 0.0F);
                } else {
                    std::copy_n(states.data() + static_cast<std::size_t>(from) * size, size, row);
                }
            }
        }
        multiply({joined_.data(), count, std::size_t{3} * size}, layer.weights, changed_.data(), size);
        for (std::size_t i = 0; i < std::size_t{count} * size; ++i) states[i] += std::max(changed_[i], 0.0F);
    }
}

// The first rows of the reader: states of the token and of its head through one product, and rows of tables.
void SpeechNetwork::start(const SpeechModel& model, const SpeechInput& input) {
    const std::uint32_t size = model.reader_size;
    const std::size_t wide = model.state_size;
    const std::uint32_t count = stretch_.size();
    joined_.assign(count * 2 * wide, 0.0F);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t at = stretch_.begin + i;
        float* row = joined_.data() + i * 2 * wide;
        std::copy_n(input.states.data() + at * wide, wide, row);
        const std::uint32_t head = input.tokens.head[at];
        if (head != kNone) std::copy_n(input.states.data() + head * wide, wide, row + wide);
    }
    states_.resize(std::size_t{count} * size);
    multiply({joined_.data(), count, 2 * wide}, model.state, states_.data(), size);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t at = stretch_.begin + i;
        float* row = states_.data() + std::size_t{i} * size;
        model.word.add(input.features.word[at], row);
        model.lemma.add(input.features.lemma[at], row);
        model.ending.add(input.features.ending[at], row);
        add_row(model.relation, std::min<std::size_t>(input.tokens.relation[at], kRelationRows - 1), size, row);
        for (std::uint64_t flags = input.features.flags[at]; flags != 0; flags &= flags - 1)
            add_row(model.flags, static_cast<std::size_t>(std::countr_zero(flags)), size, row);
        rectify(row, size);
    }
}

Scores SpeechNetwork::read(const SpeechModel& model, const SpeechInput& input, TokenSpan stretch) {
    stretch_ = stretch;
    const std::uint32_t size = model.reader_size;
    const std::uint32_t count = stretch.size();
    start(model, input);
    convolve(model.reader, size, count, states_);
    cue_scores_.resize(std::size_t{count} * kScoreStride);
    multiply({states_.data(), count, size}, model.cue, cue_scores_.data(), kScoreStride);
    tokens_.resize(std::size_t{count} * model.asker_size);
    multiply({states_.data(), count, size}, model.token, tokens_.data(), model.asker_size);
    return {cue_scores_.data(), kScoreStride};
}

Scores SpeechNetwork::ask(const SpeechModel& model, TokenSpan tokens, TokenSpan cue,
                          const std::vector<AskedToken>& asked) {
    const std::uint32_t size = model.asker_size;
    const std::uint32_t count = tokens.size();
    const auto state = [&](std::uint32_t at) {
        return Rows{states_.data() + std::size_t{at - stretch_.begin} * model.reader_size, 1, model.reader_size};
    };
    first_.resize(size);
    last_.resize(size);
    multiply(state(cue.begin), model.first, first_.data(), size);
    multiply(state(cue.end - 1), model.last, last_.data(), size);
    const auto begin = tokens_.begin() + static_cast<std::ptrdiff_t>(std::size_t{tokens.begin - stretch_.begin} * size);
    inner_.assign(begin, begin + static_cast<std::ptrdiff_t>(std::size_t{count} * size));
    for (std::uint32_t i = 0; i < count; ++i) {
        float* row = inner_.data() + std::size_t{i} * size;
        add_row(first_, 0, size, row);
        add_row(last_, 0, size, row);
        add_row(model.distance, asked[i].distance, size, row);
        add_row(model.sentence, asked[i].sentence, size, row);
        add_row(model.quoted, asked[i].quoted, size, row);
        add_row(model.path, asked[i].path, size, row);
        rectify(row, size);
    }
    convolve(model.asker, size, count, inner_);
    part_scores_.resize(std::size_t{count} * kScoreStride);
    multiply({inner_.data(), count, size}, model.part, part_scores_.data(), kScoreStride);
    return {part_scores_.data(), kScoreStride};
}

}  // namespace axray::language
