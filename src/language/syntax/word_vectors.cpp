#include "language/syntax/word_vectors.hpp"

#include <algorithm>
#include <cmath>

#include "language/syntax/elementwise.hpp"

namespace axray::language {
namespace {

Result<ByteTable> table_of(const TensorFile& file, const std::string& name) {
    auto rows = file.bytes(name);
    if (!rows) return fail(std::move(rows).error());
    auto scales = file.floats(name + ".scale");
    if (!scales) return fail(std::move(scales).error());
    const TensorShape shape = file.shape(name);
    if (scales->size() != shape.rows || shape.rows == 0) {
        return fail(ErrorCode::model_mismatch, file.path() + ": rows and scales of \"" + name + "\" differ");
    }
    return ByteTable{*rows, *scales, shape.columns};
}

// 0 for a key that is not there, else 1 + its position.
std::size_t row_of(std::span<const std::uint64_t> keys, std::uint64_t key) {
    const auto found = std::lower_bound(keys.begin(), keys.end(), key);
    if (found == keys.end() || *found != key) return 0;
    return 1 + static_cast<std::size_t>(found - keys.begin());
}

}  // namespace

void ByteTable::add(std::size_t row, float factor, float* sum) const {
    const std::int8_t* bytes = rows.data() + row * columns;
    const float scale = scales[row] * factor;
    for (std::size_t at = 0; at < columns; ++at) sum[at] += static_cast<float>(bytes[at]) * scale;
}

Result<Weights> weights_of(const TensorFile& file, const std::string& name) {
    auto panels = file.floats(name);
    if (!panels) return fail(std::move(panels).error());
    const TensorShape shape = file.shape(name);
    Weights weights{*panels, {}, shape.columns, shape.rows};
    if (file.shape(name + ".bias").rows > 0) {
        auto bias = file.floats(name + ".bias");
        if (!bias) return fail(std::move(bias).error());
        weights.bias = *bias;
    }
    if (shape.rows % kPanel != 0 || (!weights.bias.empty() && weights.bias.size() != shape.rows)) {
        return fail(ErrorCode::model_mismatch, file.path() + ": \"" + name + "\" is not in whole panels");
    }
    return weights;
}

Result<WordVectors> WordVectors::from(const TensorFile& file) {
    WordVectors made;
    const std::pair<const char*, ByteTable*> tables[] = {{"form", &made.forms_},
                                                         {"vector", &made.vectors_},
                                                         {"piece", &made.pieces_},
                                                         {"beginning", &made.beginnings_},
                                                         {"ending", &made.endings_}};
    std::size_t inputs = kClasses;
    for (const auto& [name, table] : tables) {
        auto read = table_of(file, name);
        if (!read) return fail(std::move(read).error());
        *table = *read;
        inputs += table->columns;
    }
    auto form_keys = file.keys("form.keys");
    auto vector_keys = file.keys("vector.keys");
    auto shapes = file.floats("shape");
    auto dense = weights_of(file, "words");
    if (!form_keys) return fail(std::move(form_keys).error());
    if (!vector_keys) return fail(std::move(vector_keys).error());
    if (!shapes) return fail(std::move(shapes).error());
    if (!dense) return fail(std::move(dense).error());
    made.form_keys_ = *form_keys;
    made.vector_keys_ = *vector_keys;
    made.shapes_ = *shapes;
    made.shape_size_ = file.shape("shape").columns;
    made.dense_ = *dense;
    if (made.forms_.count() <= form_keys->size() || made.vectors_.count() <= vector_keys->size() ||
        made.pieces_.count() != kPieceRows || made.beginnings_.count() != kEndingRows ||
        made.endings_.count() != kEndingRows || shapes->size() != kShapes * made.shape_size_ ||
        dense->inputs != inputs + made.shape_size_) {
        return fail(ErrorCode::model_mismatch, file.path() + ": its tables of words have other sizes than expected");
    }
    return made;
}

void WordVectors::write(const WordFeatures& features, std::span<float> vector) const {
    std::vector<float> input(dense_.inputs, 0.0F);
    float* part = input.data();
    forms_.add(row_of(form_keys_, features.form), 1.0F, part);
    part += forms_.columns;
    vectors_.add(row_of(vector_keys_, features.form), 1.0F, part);
    part += vectors_.columns;
    const float factor = 1.0F / std::sqrt(static_cast<float>(std::max<unsigned>(1, features.piece_count)));
    for (std::size_t at = 0; at < features.piece_count; ++at) pieces_.add(features.pieces[at], factor, part);
    part += pieces_.columns;
    const float* shape = shapes_.data() + static_cast<std::size_t>(features.shape) * shape_size_;
    part = std::copy(shape, shape + shape_size_, part);
    beginnings_.add(features.beginning, 1.0F, part);
    part += beginnings_.columns;
    endings_.add(features.ending, 1.0F, part);
    part += endings_.columns;
    for (std::size_t bit = 0; bit < kClasses; ++bit) part[bit] = static_cast<float>(features.classes >> bit & 1U);
    multiply({input.data(), 1, input.size()}, dense_, vector.data(), vector.size());
    rectify(vector);
}

std::span<const float> WordVectorCache::find(std::string_view written, const WordVectors& vectors,
                                             const Lexicon& lexicon, const NameWords& names) {
    const std::size_t stride = padded(vectors.size());
    if (of_ != &vectors) {
        of_ = &vectors;
        keys_.assign(kEntries, 0);
        values_.assign(kEntries * stride, 0.0F);
    }
    const std::uint64_t hash = hash_word(written);
    const std::uint64_t key = hash == 0 ? 1 : hash;
    const std::size_t entry = key % kEntries;
    const std::span<float> vector(values_.data() + entry * stride, stride);
    if (keys_[entry] != key) {
        vectors.write(features_of(written, lexicon, names), vector);
        keys_[entry] = key;
    }
    return vector.first(vectors.size());
}

}  // namespace axray::language
