#include "language/syntax/encoder.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "language/syntax/elementwise.hpp"
#include "language/syntax/word_vectors.hpp"

namespace axray::language {
namespace {

constexpr std::size_t kHeads = 4;
constexpr std::size_t kHeadSize = 32;
constexpr std::size_t kAttended = kHeads * kHeadSize;
constexpr std::size_t kTaps = 3;  // words that a convolution sees

Error unexpected(const TensorFile& file, const std::string& name) {
    return Error{ErrorCode::model_mismatch, file.path() + ": \"" + name + "\" has another size than expected", {}};
}

void add(std::span<const float> values, std::span<float> rows) {
    for (std::size_t at = 0; at < rows.size(); ++at) rows[at] += values[at];
}

}  // namespace

Result<Norm> norm_of(const TensorFile& file, const std::string& name, std::size_t size) {
    auto values = file.floats(name);
    if (!values) return fail(std::move(values).error());
    if (values->size() != 2 * size) return fail(unexpected(file, name));
    return Norm{values->first(size), values->subspan(size)};
}

Result<Encoder::Attention> Encoder::attention_of(const TensorFile& file, const std::string& name, std::size_t size) {
    auto norm = norm_of(file, name + ".norm", size);
    auto inward = weights_of(file, name + ".in");
    auto outward = weights_of(file, name + ".out");
    auto near = file.floats(name + ".near");
    if (!norm) return fail(std::move(norm).error());
    if (!inward) return fail(std::move(inward).error());
    if (!outward) return fail(std::move(outward).error());
    if (!near) return fail(std::move(near).error());
    if (inward->inputs != size || inward->outputs != 3 * kAttended || outward->inputs != kAttended ||
        outward->outputs != size || near->size() != kHeads * (2 * kFarthest + 1)) {
        return fail(unexpected(file, name));
    }
    return Attention{*norm, *inward, *outward, *near, 0};
}

Result<Encoder> Encoder::from(const TensorFile& file, std::size_t size) {
    Encoder made;
    made.size_ = size;
    auto dilations = file.floats("dilations");
    if (!dilations) return fail(std::move(dilations).error());
    for (std::size_t number = 0; number < dilations->size(); ++number) {
        const std::string name = "convolution" + std::to_string(number);
        auto weights = weights_of(file, name);
        if (!weights) return fail(std::move(weights).error());
        auto norm = norm_of(file, "norm" + std::to_string(number), size);
        if (!norm) return fail(std::move(norm).error());
        const float dilation = (*dilations)[number];
        if (weights->inputs != kTaps * size || weights->outputs != size || !(dilation >= 1 && dilation <= 64))
            return fail(unexpected(file, name));
        made.convolutions_.push_back({*norm, *weights, static_cast<std::uint32_t>(dilation)});
    }
    auto after = file.floats("attention_after");
    if (!after) return fail(std::move(after).error());
    for (std::size_t number = 0; number < after->size(); ++number) {
        auto attention = attention_of(file, "attention" + std::to_string(number), size);
        if (!attention) return fail(std::move(attention).error());
        attention->after = static_cast<std::size_t>(std::clamp((*after)[number], 0.0F, 64.0F));
        made.attentions_.push_back(*attention);
    }
    auto last = norm_of(file, "last", size);
    if (!last) return fail(std::move(last).error());
    made.last_ = *last;
    return made;
}

void Encoder::encode(std::span<float> rows, std::span<const TokenSpan> runs, Scratch& scratch) const {
    std::size_t attention = 0;
    for (std::size_t number = 0; number <= convolutions_.size(); ++number) {
        for (; attention < attentions_.size() && attentions_[attention].after == number; ++attention)
            attend(attentions_[attention], rows, runs, scratch);
        if (number < convolutions_.size()) convolve(convolutions_[number], rows, runs, scratch);
    }
    normalise_rows(last_, rows, scratch.read);
    std::copy(scratch.read.begin(), scratch.read.end(), rows.begin());
}

void Encoder::normalise_rows(const Norm& norm, std::span<const float> rows, std::vector<float>& output) const {
    output.resize(rows.size());
    for (std::size_t at = 0; at < rows.size(); at += size_) {
        normalise(rows.subspan(at, size_), norm.scale, norm.shift, std::span(output).subspan(at, size_));
    }
}

void Encoder::convolve(const Convolution& layer, std::span<float> rows, std::span<const TokenSpan> runs,
                       Scratch& scratch) const {
    const std::size_t count = rows.size() / size_;
    normalise_rows(layer.norm, rows, scratch.read);
    scratch.wide.resize(count * kTaps * size_);
    for (const TokenSpan run : runs) {
        for (std::int64_t row = run.begin; row < run.end; ++row) {
            float* wide = scratch.wide.data() + static_cast<std::size_t>(row) * kTaps * size_;
            for (std::size_t tap = 0; tap < kTaps; ++tap, wide += size_) {
                const std::int64_t from = row + (static_cast<std::int64_t>(tap) - 1) * layer.dilation;
                if (from < run.begin || from >= run.end) {
                    std::fill_n(wide, size_, 0.0F);
                } else {
                    std::copy_n(scratch.read.data() + static_cast<std::size_t>(from) * size_, size_, wide);
                }
            }
        }
    }
    multiply({scratch.wide.data(), count, kTaps * size_}, layer.weights, scratch.read.data(), size_);
    rectify(scratch.read);
    add(scratch.read, rows);
}

void Encoder::attend(const Attention& layer, std::span<float> rows, std::span<const TokenSpan> runs,
                     Scratch& scratch) const {
    const std::size_t count = rows.size() / size_;
    normalise_rows(layer.norm, rows, scratch.read);
    scratch.wide.resize(count * 3 * kAttended);
    multiply({scratch.read.data(), count, size_}, layer.inward, scratch.wide.data(), 3 * kAttended);
    scratch.context.resize(count * kAttended);
    for (const TokenSpan run : runs) {
        for (std::size_t head = 0; head < kHeads; ++head) attend_run(layer, run, head, scratch);
    }
    multiply({scratch.context.data(), count, kAttended}, layer.outward, scratch.read.data(), size_);
    add(scratch.read, rows);
}

// Queries, keys and values of the run's words stand side by side in scratch.wide.
void Encoder::attend_run(const Attention& layer, TokenSpan run, std::size_t head, Scratch& scratch) const {
    const std::size_t words = run.size();
    const std::size_t stride = 3 * kAttended;
    const float* first = scratch.wide.data() + run.begin * stride + head * kHeadSize;
    pack(first + kAttended, kHeadSize, words, 1, stride, scratch.keys);
    scratch.scores.resize(words * padded(words));
    multiply({first, words, stride}, {scratch.keys, {}, kHeadSize, words}, scratch.scores.data(), padded(words));
    const float scale = 1.0F / std::sqrt(static_cast<float>(kHeadSize));
    const float* near = layer.near.data() + head * (2 * kFarthest + 1);
    for (std::size_t word = 0; word < words; ++word) {
        const std::span<float> scores(scratch.scores.data() + word * padded(words), words);
        for (std::size_t other = 0; other < words; ++other) {
            scores[other] = scores[other] * scale +
                            near[relative_position(static_cast<std::int64_t>(other) - static_cast<std::int64_t>(word))];
        }
        to_weights(scores);
    }
    pack(first + 2 * kAttended, words, kHeadSize, stride, 1, scratch.values);
    multiply({scratch.scores.data(), words, padded(words)}, {scratch.values, {}, words, kHeadSize},
             scratch.context.data() + run.begin * kAttended + head * kHeadSize, kAttended);
}

}  // namespace axray::language
