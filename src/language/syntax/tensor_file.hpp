// Named tables of numbers inside a model file (ModelFile -> spans), used where they lie.
//
// Payload, little endian: u32 count, u32 zero, then for each tensor 24 bytes name (padded with NUL), u32 type, u32
// rows, u32 columns, u32 zero, u64 offset from the start of the payload; then the data, each tensor aligned to 16
// bytes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <axray/result.hpp>

#include "base/model_file.hpp"

namespace axray::language {

enum class TensorType : std::uint32_t { floats = 0, bytes = 1, keys = 2, text = 3 };

struct TensorShape {
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;

    friend bool operator==(TensorShape, TensorShape) = default;
};

class TensorFile {
public:
    // Maps the file. Errors: model_mismatch when it is missing, damaged or of another kind or version.
    [[nodiscard]] static Result<TensorFile> open(const std::string& path, std::string_view kind, std::uint32_t version);

    // The shape of a tensor; rows 0 when there is none of this name.
    [[nodiscard]] TensorShape shape(std::string_view name) const;

    // The data of a tensor with rows * columns elements; valid as long as the TensorFile. Error model_mismatch, naming
    // file and tensor, when there is none of this name and type.
    [[nodiscard]] Result<std::span<const float>> floats(std::string_view name) const;
    [[nodiscard]] Result<std::span<const std::int8_t>> bytes(std::string_view name) const;
    [[nodiscard]] Result<std::span<const std::uint64_t>> keys(std::string_view name) const;
    [[nodiscard]] Result<std::string_view> text(std::string_view name) const;

    [[nodiscard]] const std::string& path() const { return path_; }

private:
    struct Entry;
    TensorFile(base::ModelFile file, std::string path) : file_(std::move(file)), path_(std::move(path)) {}
    [[nodiscard]] const Entry* find(std::string_view name) const;
    [[nodiscard]] Result<std::string_view> data(std::string_view name, TensorType type, std::size_t element) const;

    base::ModelFile file_;
    std::string path_;
    std::span<const Entry> entries_;
};

}  // namespace axray::language
