#include "language/syntax/tensor_file.hpp"

#include <cstring>
#include <utility>

namespace axray::language {

struct TensorFile::Entry {
    char name[24];
    TensorType type;
    TensorShape shape;
    std::uint32_t zero;
    std::uint64_t offset;
};

Result<TensorFile> TensorFile::open(const std::string& path, std::string_view kind, std::uint32_t version) {
    auto file = base::ModelFile::open(path, kind, version);
    if (!file) return fail(std::move(file).error());
    TensorFile tensors(*std::move(file), path);
    const std::string_view payload = tensors.file_.payload();
    std::uint32_t count = 0;
    if (payload.size() >= 8) std::memcpy(&count, payload.data(), sizeof(count));
    if (payload.size() < 8 || (payload.size() - 8) / sizeof(Entry) < count) {
        return fail(ErrorCode::model_mismatch, path + ": its list of tensors is cut short");
    }
    // The payload is aligned to 16 bytes and the entries to 8, which is what an Entry needs.
    tensors.entries_ = {reinterpret_cast<const Entry*>(payload.data() + 8), count};
    return tensors;
}

const TensorFile::Entry* TensorFile::find(std::string_view name) const {
    for (const Entry& entry : entries_) {
        if (std::string_view(entry.name, strnlen(entry.name, sizeof(entry.name))) == name) return &entry;
    }
    return nullptr;
}

TensorShape TensorFile::shape(std::string_view name) const {
    const Entry* entry = find(name);
    return entry == nullptr ? TensorShape{} : entry->shape;
}

Result<std::string_view> TensorFile::data(std::string_view name, TensorType type, std::size_t element) const {
    const Entry* entry = find(name);
    const std::string_view payload = file_.payload();
    if (entry == nullptr || entry->type != type) {
        return fail(ErrorCode::model_mismatch, path_ + ": expected a tensor \"" + std::string(name) + "\"");
    }
    const std::uint64_t size = std::uint64_t{entry->shape.rows} * entry->shape.columns * element;
    if (entry->offset > payload.size() || payload.size() - entry->offset < size || entry->offset % 16 != 0) {
        return fail(ErrorCode::model_mismatch, path_ + ": the tensor \"" + std::string(name) + "\" is cut short");
    }
    return payload.substr(entry->offset, size);
}

Result<std::span<const float>> TensorFile::floats(std::string_view name) const {
    auto found = data(name, TensorType::floats, sizeof(float));
    if (!found) return fail(std::move(found).error());
    return std::span(reinterpret_cast<const float*>(found->data()), found->size() / sizeof(float));
}

Result<std::span<const std::int8_t>> TensorFile::bytes(std::string_view name) const {
    auto found = data(name, TensorType::bytes, 1);
    if (!found) return fail(std::move(found).error());
    return std::span(reinterpret_cast<const std::int8_t*>(found->data()), found->size());
}

Result<std::span<const std::uint64_t>> TensorFile::keys(std::string_view name) const {
    auto found = data(name, TensorType::keys, sizeof(std::uint64_t));
    if (!found) return fail(std::move(found).error());
    return std::span(reinterpret_cast<const std::uint64_t*>(found->data()), found->size() / sizeof(std::uint64_t));
}

Result<std::string_view> TensorFile::text(std::string_view name) const { return data(name, TensorType::text, 1); }

}  // namespace axray::language
