// The vector of a written word apart from its sentence (bytes of a token -> floats), and the cache that spares most of
// the work.
//
// Tables of embeddings are bytes with a scale for each row and stay in the mapped file. A cache belongs to one thread
// and is direct-mapped by the hash of the written word; it changes speed, never a result.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <axray/result.hpp>

#include "language/syntax/matrix.hpp"
#include "language/syntax/tensor_file.hpp"
#include "language/syntax/word_features.hpp"

namespace axray::language {

// Rows of bytes, each with its scale.
struct ByteTable {
    std::span<const std::int8_t> rows;
    std::span<const float> scales;
    std::size_t columns = 0;

    [[nodiscard]] std::size_t count() const { return scales.size(); }
    // Adds row `row`, times `factor`, to `sum`, which has `columns` places.
    void add(std::size_t row, float factor, float* sum) const;
};

class WordVectors {
public:
    // Refers to `file`, which must outlive it. Errors: model_mismatch.
    [[nodiscard]] static Result<WordVectors> from(const TensorFile& file);

    [[nodiscard]] std::size_t size() const { return dense_.outputs; }

    // Writes the vector of a word with these features; `vector` has padded(size()) places.
    void write(const WordFeatures& features, std::span<float> vector) const;

private:
    ByteTable forms_, vectors_, pieces_, beginnings_, endings_;
    std::span<const std::uint64_t> form_keys_, vector_keys_;
    std::span<const float> shapes_;
    std::size_t shape_size_ = 0;
    Weights dense_;
};

class WordVectorCache {
public:
    // The vector of a word, `vectors.size()` places; valid until the next call. Empties itself when it served other
    // vectors before.
    [[nodiscard]] std::span<const float> find(std::string_view written, const WordVectors& vectors,
                                              const Lexicon& lexicon, const NameWords& names);

private:
    static constexpr std::size_t kEntries = 4096;

    const WordVectors* of_ = nullptr;
    std::vector<std::uint64_t> keys_;
    std::vector<float> values_;
};

// Weights of the tensors `name` and, where there is one, `name`.bias.
[[nodiscard]] Result<Weights> weights_of(const TensorFile& file, const std::string& name);

}  // namespace axray::language
