#include "judge/word_judge.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "language/syntax/elementwise.hpp"
#include "language/syntax/matrix.hpp"
#include "language/syntax/tensor_file.hpp"

namespace axray::judge {
namespace {

using language::multiply;
using language::padded;
using language::TensorFile;
using language::Weights;

constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kSize = kWordVectorSize;  // of a row; a whole number of panels
constexpr std::size_t kLayers = 2;
constexpr std::array<std::size_t, kLayers> kDilations = {1, 2};
// What is known of a word beside its four rows: shares of relations and of no word, which relations there are, bits of
// the word, bits of what it met, its weight, places.
constexpr std::size_t kNear = 3;    // words on each side that still count as near
constexpr std::size_t kPlaces = 5;  // closeness to four neighbours, and agreement on the sentence
constexpr std::size_t kCompared = 4 * kSize + (kWordRelations + 1) + kWordRelations + 2 * kWordBits + 1 + kPlaces;
constexpr float kLeastWeight = 0.01F;
constexpr std::size_t kJoined = 3 * kSize + 2;
static_assert(padded(kSize) == kSize);

// Takes tensors of the wanted sizes; remembers the first that is missing or of another size.
class Taker {
public:
    explicit Taker(const TensorFile& file) : file_(file) {}

    std::span<const float> floats(const std::string& name, std::size_t size) {
        auto found = file_.floats(name);
        if (found && found->size() == size) return *found;
        note(found ? Error{ErrorCode::model_mismatch, file_.path() + ": \"" + name + "\" has another size", {}}
                   : std::move(found).error());
        return {};
    }

    Weights dense(const std::string& name, std::size_t inputs, std::size_t outputs, bool biased) {
        return {floats(name, inputs * padded(outputs)),
                biased ? floats(name + ".bias", padded(outputs)) : std::span<const float>(), inputs, outputs};
    }

    void note(Error error) {
        if (!error_) error_ = std::move(error);
    }
    [[nodiscard]] const std::optional<Error>& error() const { return error_; }

private:
    const TensorFile& file_;
    std::optional<Error> error_;
};

float dot(std::span<const float> left, std::span<const float> right) {
    float sum = 0;
    for (std::size_t at = 0; at < left.size(); ++at) sum += left[at] * right[at];
    return sum;
}

// The logistic function, by the exponential that is the same everywhere.
float chance(float log_odds) {
    std::array<float, 2> sides = {log_odds, 0.0F};
    language::to_weights(sides);
    return sides[0];
}

}  // namespace

struct WordJudge::State {
    explicit State(TensorFile opened) : file(std::move(opened)) {}

    TensorFile file;
    std::span<const std::uint64_t> keys;
    std::span<const std::int8_t> table;
    std::span<const float> scales;
    std::span<const float> bits, bits_bias, sentence;
    std::array<Weights, kLayers> context, mix;
    Weights query, key, compare, join;
    std::span<const float> nothing, nothing_bias, nothing_row, word, word_bias, answer, answer_bias, relation;

    [[nodiscard]] std::optional<Error> take();
    void write_rows(std::span<const PairedWord> words, std::size_t first_sentence, std::vector<float>& rows) const;
    void convolve(const std::array<Weights, kLayers>& layers, std::size_t count, std::vector<float>& rows,
                  Scratch& scratch) const;
    void attend(const WordPairs& pairs, Scratch& scratch) const;
    void compare_words(const WordPairs& pairs, Scratch& scratch) const;
    static void compare_places(const WordPairs& pairs, Scratch& scratch);
    [[nodiscard]] WordScores answer_of(const WordPairs& pairs, Scratch& scratch) const;
};

std::optional<Error> WordJudge::State::take() {
    Taker taker(file);
    auto found_keys = file.keys("keys");
    auto found_table = file.bytes("table");
    if (!found_keys) return std::move(found_keys).error();
    if (!found_table) return std::move(found_table).error();
    keys = *found_keys;
    table = *found_table;
    scales = taker.floats("table.scale", keys.size() + 1);
    if (table.size() != (keys.size() + 1) * kSize || !std::is_sorted(keys.begin(), keys.end())) {
        taker.note({ErrorCode::model_mismatch, file.path() + ": the table of words does not fit its keys", {}});
    }
    bits = taker.floats("bits", kWordBits * kSize);
    bits_bias = taker.floats("bits.bias", kSize);
    sentence = taker.floats("sentence", (kMostSentences + 1) * kSize);
    for (std::size_t layer = 0; layer < kLayers; ++layer) {
        context[layer] = taker.dense("context" + std::to_string(layer), 3 * kSize, kSize, true);
        mix[layer] = taker.dense("mix" + std::to_string(layer), 3 * kSize, kSize, true);
    }
    query = taker.dense("query", kSize, kSize, true);
    key = taker.dense("key", kSize, kSize, false);
    compare = taker.dense("compare", kCompared, kSize, true);
    join = taker.dense("join", kJoined, kSize, true);
    nothing = taker.floats("nothing", kSize);
    nothing_bias = taker.floats("nothing.bias", 1);
    nothing_row = taker.floats("nothing_row", kSize);
    word = taker.floats("word", kSize);
    word_bias = taker.floats("word.bias", 1);
    answer = taker.floats("answer", 2 * kSize);
    answer_bias = taker.floats("answer.bias", 2);
    relation = taker.floats("relation", kWordRelations);
    return taker.error();
}

// Rows of words apart from their neighbours: table, bits and the rank of the sentence.
void WordJudge::State::write_rows(std::span<const PairedWord> words, std::size_t first_sentence,
                                  std::vector<float>& rows) const {
    rows.resize(words.size() * kSize);
    for (std::size_t number = 0; number < words.size(); ++number) {
        const PairedWord& one = words[number];
        float* row = rows.data() + number * kSize;
        const auto found = std::lower_bound(keys.begin(), keys.end(), one.form);
        const bool known = found != keys.end() && *found == one.form;
        const std::size_t place = known ? 1 + static_cast<std::size_t>(found - keys.begin()) : 0;
        const std::size_t rank = first_sentence + std::min<std::size_t>(one.sentence, kMostSentences - 1);
        for (std::size_t at = 0; at < kSize; ++at) {
            row[at] = static_cast<float>(table[place * kSize + at]) * scales[place] + bits_bias[at] +
                      sentence[(first_sentence == 0 ? 0 : rank) * kSize + at];
        }
        for (std::size_t bit = 0; bit < kWordBits; ++bit) {
            if ((one.bits >> bit & 1U) == 0) continue;
            for (std::size_t at = 0; at < kSize; ++at) row[at] += bits[bit * kSize + at];
        }
    }
    language::rectify(rows);
}

// rows += max(0, weights * (row before, row, row behind)), layer after layer; outside all is 0.
void WordJudge::State::convolve(const std::array<Weights, kLayers>& layers, std::size_t count, std::vector<float>& rows,
                                Scratch& scratch) const {
    scratch.joined.resize(count * 3 * kSize);
    scratch.changed.resize(count * kSize);
    for (std::size_t layer = 0; layer < kLayers; ++layer) {
        const std::size_t dilation = kDilations[layer];
        for (std::size_t at = 0; at < count; ++at) {
            float* joined = scratch.joined.data() + at * 3 * kSize;
            const auto take = [&](bool inside, std::size_t from, float* part) {
                if (inside)
                    std::copy_n(rows.data() + from * kSize, kSize, part);
                else
                    std::fill_n(part, kSize, 0.0F);
            };
            take(at >= dilation, at - dilation, joined);
            take(true, at, joined + kSize);
            take(at + dilation < count, at + dilation, joined + 2 * kSize);
        }
        multiply({scratch.joined.data(), count, 3 * kSize}, layers[layer], scratch.changed.data(), kSize);
        for (std::size_t at = 0; at < count * kSize; ++at) rows[at] += std::max(scratch.changed[at], 0.0F);
    }
}

// For each word of the claim, how it shares its attention: first to no word, then to those of the evidence.
void WordJudge::State::attend(const WordPairs& pairs, Scratch& scratch) const {
    const std::size_t words = pairs.claim.size();
    const std::size_t others = pairs.evidence.size();
    const std::size_t stride = 1 + padded(others);
    scratch.query.resize(words * kSize);
    multiply({scratch.claim.data(), words, kSize}, query, scratch.query.data(), kSize);
    scratch.shares.assign(words * stride, 0.0F);
    if (others > 0) {
        scratch.key.resize(others * kSize);
        multiply({scratch.evidence.data(), others, kSize}, key, scratch.key.data(), kSize);
        language::pack(scratch.key.data(), kSize, others, 1, kSize, scratch.panels);
        multiply({scratch.query.data(), words, kSize}, {scratch.panels, {}, kSize, others}, scratch.shares.data() + 1,
                 stride);
    }
    const float factor = 1.0F / std::sqrt(static_cast<float>(kSize));
    for (std::size_t number = 0; number < words; ++number) {
        float* share = scratch.shares.data() + number * stride;
        share[0] = dot({scratch.claim.data() + number * kSize, kSize}, nothing) + nothing_bias[0];
        const auto row = pairs.row(number);
        for (std::size_t other = 0; other < others; ++other) {
            share[1 + other] = share[1 + other] * factor + relation[static_cast<std::size_t>(row[other])];
        }
        language::to_weights({share, 1 + others});
    }
}

// Whether each word met the evidence near where its neighbours met it, and in the sentence of most. The nearness of two
// words is the chance that what they met lies at most kNear words apart.
void WordJudge::State::compare_places(const WordPairs& pairs, Scratch& scratch) {
    const std::size_t words = pairs.claim.size();
    const std::size_t others = pairs.evidence.size();
    const std::size_t stride = 1 + padded(others);
    scratch.near.assign(words * others, 0.0F);
    std::array<float, kMostSentences> whole{};
    std::vector<std::array<float, kMostSentences>> by_sentence(words);
    float total_weight = 0;
    for (std::size_t number = 0; number < words; ++number) {
        const float* share = scratch.shares.data() + number * stride + 1;
        float* near = scratch.near.data() + number * others;
        for (std::size_t other = 0; other < others; ++other) {
            const std::size_t end = std::min(others, other + kNear + 1);
            for (std::size_t at = other < kNear ? 0 : other - kNear; at < end; ++at) near[other] += share[at];
            const std::size_t rank = std::min<std::size_t>(pairs.evidence[other].sentence, kMostSentences - 1);
            by_sentence[number][rank] += share[other];
        }
        const float weight = pairs.claim[number].weight;
        total_weight += weight;
        for (std::size_t rank = 0; rank < kMostSentences; ++rank) whole[rank] += weight * by_sentence[number][rank];
    }
    for (std::size_t number = 0; number < words; ++number) {
        const std::span<const float> share(scratch.shares.data() + number * stride + 1, others);
        float* part = scratch.compared.data() + (number + 1) * kCompared - kPlaces;
        const auto nearness = [&](std::size_t neighbour) {
            return dot(share, {scratch.near.data() + neighbour * others, others});
        };
        if (number >= 2) part[0] = nearness(number - 2);
        if (number >= 1) part[1] = nearness(number - 1);
        if (number + 1 < words) part[2] = nearness(number + 1);
        if (number + 2 < words) part[3] = nearness(number + 2);
        part[4] = dot(by_sentence[number], whole) / std::max(total_weight, kLeastWeight);
    }
}

// What each word met in the evidence, beside the word itself, through one layer and two convolutions.
void WordJudge::State::compare_words(const WordPairs& pairs, Scratch& scratch) const {
    const std::size_t words = pairs.claim.size();
    const std::size_t others = pairs.evidence.size();
    const std::size_t stride = 1 + padded(others);
    scratch.compared.assign(words * kCompared, 0.0F);
    for (std::size_t number = 0; number < words; ++number) {
        const float* share = scratch.shares.data() + number * stride;
        const float* mine = scratch.claim.data() + number * kSize;
        float* part = scratch.compared.data() + number * kCompared;
        float* met = part + kSize;
        float* kinds = part + 4 * kSize;
        float* exists = kinds + kWordRelations + 1;
        float* bits_met = exists + kWordRelations + kWordBits;
        exists[static_cast<std::size_t>(WordRelation::none)] = 1.0F;
        for (std::size_t at = 0; at < kSize; ++at) met[at] = share[0] * nothing_row[at];
        const auto row = pairs.row(number);
        for (std::size_t other = 0; other < others; ++other) {
            const float weight = share[1 + other];
            const float* theirs = scratch.evidence.data() + other * kSize;
            for (std::size_t at = 0; at < kSize; ++at) met[at] += weight * theirs[at];
            kinds[static_cast<std::size_t>(row[other])] += weight;
            exists[static_cast<std::size_t>(row[other])] = 1.0F;
            for (std::size_t bit = 0; bit < kWordBits; ++bit) {
                if ((pairs.evidence[other].bits >> bit & 1U) != 0) bits_met[bit] += weight;
            }
        }
        kinds[kWordRelations] = share[0];
        for (std::size_t at = 0; at < kSize; ++at) {
            part[at] = mine[at];
            part[2 * kSize + at] = std::abs(mine[at] - met[at]);
            part[3 * kSize + at] = mine[at] * met[at];
        }
        float* bits_mine = exists + kWordRelations;
        for (std::size_t bit = 0; bit < kWordBits; ++bit) {
            bits_mine[bit] = static_cast<float>(pairs.claim[number].bits >> bit & 1U);
        }
        part[kCompared - 1 - kPlaces] = pairs.claim[number].weight;
    }
    compare_places(pairs, scratch);
    scratch.rows.resize(words * kSize);
    multiply({scratch.compared.data(), words, kCompared}, compare, scratch.rows.data(), kSize);
    language::rectify(scratch.rows);
    convolve(mix, words, scratch.rows, scratch);
}

WordScores WordJudge::State::answer_of(const WordPairs& pairs, Scratch& scratch) const {
    WordScores scores;
    std::array<float, kJoined> joined{};
    float total_weight = 0;
    float most_wrong = 0;
    float sum_wrong = 0;
    for (std::size_t number = 0; number < pairs.claim.size(); ++number) {
        const std::span<const float> row(scratch.rows.data() + number * kSize, kSize);
        const float weight = pairs.claim[number].weight + kLeastWeight;
        total_weight += weight;
        for (std::size_t at = 0; at < kSize; ++at) {
            joined[at] = std::max(joined[at], row[at]);
            joined[kSize + at] += row[at];
            joined[2 * kSize + at] += row[at] * weight;
        }
        const float odds = dot(row, word) + word_bias[0];
        scores.wrong.push_back(odds);
        most_wrong = std::max(most_wrong, chance(odds));
        sum_wrong += chance(odds);
    }
    const auto count = static_cast<float>(pairs.claim.size());
    for (std::size_t at = 0; at < kSize; ++at) {
        joined[kSize + at] /= count;
        joined[2 * kSize + at] /= std::max(total_weight, kLeastWeight);
    }
    joined[3 * kSize] = most_wrong;
    joined[3 * kSize + 1] = sum_wrong / count;
    std::array<float, kSize> inner{};
    multiply({joined.data(), 1, kJoined}, join, inner.data(), kSize);
    language::rectify(inner);
    scores.supported = dot(inner, answer.first(kSize)) + answer_bias[0];
    scores.contradicted = dot(inner, answer.subspan(kSize)) + answer_bias[1];
    return scores;
}

WordJudge::WordJudge(std::unique_ptr<const State> state) : state_(std::move(state)) {}
WordJudge::WordJudge(WordJudge&&) noexcept = default;
WordJudge& WordJudge::operator=(WordJudge&&) noexcept = default;
WordJudge::~WordJudge() = default;

Result<WordJudge> WordJudge::open(const std::string& path) {
    auto file = TensorFile::open(path, kWordsKind, kVersion);
    if (!file) return fail(std::move(file).error());
    auto state = std::make_unique<State>(*std::move(file));
    if (auto error = state->take()) return fail(*std::move(error));
    return WordJudge(std::move(state));
}

bool WordJudge::add_vector(std::uint64_t form, float factor, std::span<float> sum) const {
    const auto found = std::lower_bound(state_->keys.begin(), state_->keys.end(), form);
    if (found == state_->keys.end() || *found != form) return false;
    const std::size_t place = 1 + static_cast<std::size_t>(found - state_->keys.begin());
    const float scale = state_->scales[place] * factor;
    for (std::size_t at = 0; at < kSize; ++at) sum[at] += static_cast<float>(state_->table[place * kSize + at]) * scale;
    return true;
}

WordScores WordJudge::judge(const WordPairs& pairs, Scratch& scratch) const {
    if (pairs.claim.empty()) return {};
    state_->write_rows(pairs.claim, 0, scratch.claim);
    state_->convolve(state_->context, pairs.claim.size(), scratch.claim, scratch);
    state_->write_rows(pairs.evidence, 1, scratch.evidence);
    state_->convolve(state_->context, pairs.evidence.size(), scratch.evidence, scratch);
    state_->attend(pairs, scratch);
    state_->compare_words(pairs, scratch);
    return state_->answer_of(pairs, scratch);
}

}  // namespace axray::judge
