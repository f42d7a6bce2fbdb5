#include "language/speech/speech_model.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "language/speech/speech_features.hpp"

namespace axray::language {
namespace {

constexpr std::uint32_t kVersion = 1;
constexpr std::uint32_t kMostLayers = 8;

// Takes tensors out of a file; after the first that is missing or of another shape nothing more is taken.
class Taker {
public:
    explicit Taker(const TensorFile& file) : file_(file) {}

    std::span<const float> floats(const std::string& name, std::size_t size) {
        auto found = file_.floats(name);
        if (!found) return note(std::move(found).error());
        if (found->size() != size) return wrong(name);
        return *found;
    }

    HashedTable table(const std::string& name, std::uint32_t size) {
        HashedTable table;
        table.size = size;
        auto keys = file_.keys(name + ".keys");
        auto rows = file_.bytes(name);
        if (!keys || !rows) {
            note(!keys ? std::move(keys).error() : std::move(rows).error());
            return table;
        }
        const bool fits = rows->size() == (keys->size() + 1) * size && std::is_sorted(keys->begin(), keys->end());
        if (!fits) wrong(name);
        table.keys = *keys;
        table.rows = *rows;
        table.scale = floats(name + ".scale", keys->size() + 1);
        return table;
    }

    Weights dense(const std::string& name, std::uint32_t inputs, std::uint32_t outputs) {
        Weights weights;
        weights.inputs = inputs;
        weights.outputs = outputs;
        weights.panels = floats(name, padded(outputs) * inputs);
        weights.bias = floats(name + ".bias", padded(outputs));
        return weights;
    }

    // Layers "<name>.0", "<name>.1" ...; their dilations stand in "<name>.steps".
    std::vector<ConvolutionWeights> convolutions(const std::string& name, std::uint32_t size) {
        std::vector<ConvolutionWeights> layers;
        auto steps = file_.floats(name + ".steps");
        if (!steps) {
            note(std::move(steps).error());
            return layers;
        }
        if (steps->size() > kMostLayers) wrong(name);
        for (std::size_t i = 0; i < steps->size() && !error_; ++i) {
            const float step = (*steps)[i];
            if (!(step >= 1 && step <= kSpeechReach)) wrong(name);
            layers.push_back({dense(name + '.' + std::to_string(i), 3 * size, size), static_cast<std::uint32_t>(step)});
        }
        return layers;
    }

    std::uint32_t size(const std::string& name) {
        const TensorShape shape = file_.shape(name);
        if (shape.columns == 0 || shape.columns % kPanel != 0 || shape.columns > 512) wrong(name);
        return shape.columns;
    }

    [[nodiscard]] const std::optional<Error>& error() const { return error_; }

private:
    std::span<const float> note(Error error) {
        if (!error_) error_ = std::move(error);
        return {};
    }
    std::span<const float> wrong(const std::string& name) {
        return note({ErrorCode::model_mismatch, file_.path() + ": the tensor \"" + name + "\" has another shape", {}});
    }

    const TensorFile& file_;
    std::optional<Error> error_;
};

}  // namespace

void HashedTable::add(std::uint64_t hash, float* sum) const {
    const auto found = std::lower_bound(keys.begin(), keys.end(), hash);
    const bool known = found != keys.end() && *found == hash;
    const std::size_t row = known ? static_cast<std::size_t>(found - keys.begin()) + 1 : 0;
    const std::int8_t* numbers = rows.data() + row * size;
    for (std::uint32_t i = 0; i < size; ++i) sum[i] += scale[row] * static_cast<float>(numbers[i]);
}

Result<SpeechModel> SpeechModel::open(const std::string& path) {
    auto file = TensorFile::open(path, "speech", kVersion);
    if (!file) return fail(std::move(file).error());
    SpeechModel model(*std::move(file));
    Taker take(model.file_);
    model.reader_size = take.size("flags");
    model.asker_size = take.size("distance");
    if (take.error()) return fail(*take.error());
    const std::uint32_t size = model.reader_size;
    model.word = take.table("word", size);
    model.lemma = take.table("lemma", size);
    model.ending = take.table("ending", size);
    model.flags = take.floats("flags", static_cast<std::size_t>(SpeechFlag::count_) * size);
    model.relation = take.floats("relation", std::size_t{kRelationRows} * size);
    model.state_size = model.file_.shape("state").columns / 2;
    model.state = take.dense("state", 2 * model.state_size, size);
    model.reader = take.convolutions("reader", size);
    model.cue = take.dense("cue", size, kCueTags);
    model.token = take.dense("token", size, model.asker_size);
    model.first = take.dense("first", size, model.asker_size);
    model.last = take.dense("last", size, model.asker_size);
    model.distance = take.floats("distance", std::size_t{kDistanceRows} * model.asker_size);
    model.sentence = take.floats("sentence", std::size_t{kSentenceRows} * model.asker_size);
    model.quoted = take.floats("quoted", std::size_t{kQuotedRows} * model.asker_size);
    model.path = take.floats("path", std::size_t{kPathRows} * model.asker_size);
    model.asker = take.convolutions("asker", model.asker_size);
    model.part = take.dense("part", model.asker_size, kPartTags);
    model.part_steps = take.floats("part.steps", std::size_t{kPartTags} * kPartTags);
    if (take.error()) return fail(*take.error());
    return model;
}

}  // namespace axray::language
