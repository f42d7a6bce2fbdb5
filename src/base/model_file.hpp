// Model files: trained weights and word lists, mapped into memory and never parsed.
//
// Layout, little endian: 8 bytes magic "AXRAYMDL", 16 bytes kind (text padded with NUL), u32 format version, u32 zero,
// u64 payload size in bytes, u64 XXH3 of the payload, payload (starts at byte 48). See docs/formats.md.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <axray/result.hpp>

namespace axray::base {

class ModelFile {
public:
    // Maps `path` read-only. Errors: model_mismatch, naming the path and what was expected, when the file is missing,
    // shorter than it says, of another kind or version. The checksum is compared by verify(), which reads every page;
    // `open` alone touches the header only.
    [[nodiscard]] static Result<ModelFile> open(const std::string& path, std::string_view kind, std::uint32_t version);

    // The same over bytes that are part of the program and outlive the ModelFile; `name` is for messages.
    [[nodiscard]] static Result<ModelFile> in_memory(std::string_view bytes, std::string_view name,
                                                     std::string_view kind, std::uint32_t version);

    ModelFile(ModelFile&& other) noexcept;
    ModelFile& operator=(ModelFile&& other) noexcept;
    ModelFile(const ModelFile&) = delete;
    ModelFile& operator=(const ModelFile&) = delete;
    ~ModelFile();

    // Valid as long as the ModelFile lives; the first byte is aligned to 16.
    [[nodiscard]] std::string_view payload() const;

    // Error model_mismatch when the payload's checksum is not the header's. O(bytes).
    [[nodiscard]] Result<std::uint64_t> verify() const;

private:
    enum class Storage : std::uint8_t { program, mapping };
    ModelFile() = default;
    [[nodiscard]] Result<std::uint64_t> check_header(std::string_view kind, std::uint32_t version) const;

    Storage storage_ = Storage::program;
    std::string path_;
    const char* bytes_ = nullptr;
    std::size_t size_ = 0;
};

// The bytes of a model file, header and payload.
[[nodiscard]] std::string make_model_file(std::string_view kind, std::uint32_t version, std::string_view payload);

// Writes a model file as a whole (through a temporary file beside it). Error unwritable.
[[nodiscard]] Result<std::uint64_t> write_model_file(const std::string& path, std::string_view kind,
                                                     std::uint32_t version, std::string_view payload);

}  // namespace axray::base
