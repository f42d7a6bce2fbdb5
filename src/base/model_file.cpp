#include "base/model_file.hpp"

#include <array>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

namespace axray::base {
namespace {

constexpr std::string_view kMagic = "AXRAYMDL";
constexpr std::size_t kKindSize = 16;

struct Header {
    std::array<char, 8> magic{};
    std::array<char, kKindSize> kind{};
    std::uint32_t version = 0;
    std::uint32_t reserved = 0;
    std::uint64_t payload_size = 0;
    std::uint64_t checksum = 0;
};
static_assert(sizeof(Header) == 48, "the header is written to disk as it stands in memory");

Header header_of(const char* bytes) {
    Header header;
    std::memcpy(&header, bytes, sizeof(Header));
    return header;
}

std::string kind_of(const Header& header) { return {header.kind.data(), strnlen(header.kind.data(), kKindSize)}; }

tl::unexpected<Error> mismatch(const std::string& path, std::string message) {
    return fail(Error{ErrorCode::model_mismatch, std::move(message), {path}});
}

}  // namespace

Result<ModelFile> ModelFile::open(const std::string& path, std::string_view kind, std::uint32_t version) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return mismatch(path, "model file not found or not readable");
    struct stat status {};
    const bool regular = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    const auto size = regular ? static_cast<std::size_t>(status.st_size) : 0;
    if (size < sizeof(Header)) {
        ::close(descriptor);
        return mismatch(path, "not a model file: shorter than its header of 48 bytes");
    }
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    ::close(descriptor);
    if (address == MAP_FAILED) return mismatch(path, "model file cannot be mapped into memory");
    ModelFile file;
    file.storage_ = Storage::mapping;
    file.path_ = path;
    file.bytes_ = static_cast<const char*>(address);
    file.size_ = size;
    if (auto checked = file.check_header(kind, version); !checked) return fail(std::move(checked).error());
    return file;
}

Result<ModelFile> ModelFile::in_memory(std::string_view bytes, std::string_view name, std::string_view kind,
                                       std::uint32_t version) {
    if (bytes.size() < sizeof(Header))
        return mismatch(std::string(name), "not a model file: shorter than its header of 48 bytes");
    ModelFile file;
    file.path_ = name;
    file.bytes_ = bytes.data();
    file.size_ = bytes.size();
    if (auto checked = file.check_header(kind, version); !checked) return fail(std::move(checked).error());
    return file;
}

Result<std::uint64_t> ModelFile::check_header(std::string_view kind, std::uint32_t version) const {
    const Header header = header_of(bytes_);
    if (std::string_view(header.magic.data(), kMagic.size()) != kMagic) {
        return mismatch(path_, "not a model file: it does not begin with AXRAYMDL");
    }
    if (kind_of(header) != kind || header.version != version) {
        return mismatch(path_, "expected a model of kind " + std::string(kind) + " version " + std::to_string(version) +
                                   ", found " + kind_of(header) + " version " + std::to_string(header.version));
    }
    if (header.payload_size != size_ - sizeof(Header)) {
        return mismatch(path_, "expected " + std::to_string(header.payload_size) + " bytes of payload, found " +
                                   std::to_string(size_ - sizeof(Header)));
    }
    return header.payload_size;
}

ModelFile::ModelFile(ModelFile&& other) noexcept
    : storage_(other.storage_),
      path_(std::move(other.path_)),
      bytes_(std::exchange(other.bytes_, nullptr)),
      size_(std::exchange(other.size_, 0)) {}

ModelFile& ModelFile::operator=(ModelFile&& other) noexcept {
    std::swap(storage_, other.storage_);
    std::swap(path_, other.path_);
    std::swap(bytes_, other.bytes_);
    std::swap(size_, other.size_);
    return *this;
}

ModelFile::~ModelFile() {
    if (bytes_ != nullptr && storage_ == Storage::mapping) ::munmap(const_cast<char*>(bytes_), size_);
}

std::string_view ModelFile::payload() const { return {bytes_ + sizeof(Header), size_ - sizeof(Header)}; }

Result<std::uint64_t> ModelFile::verify() const {
    const std::uint64_t checksum = XXH3_64bits(payload().data(), payload().size());
    if (checksum != header_of(bytes_).checksum) return mismatch(path_, "model file is damaged: its checksum differs");
    return checksum;
}

namespace {

Header make_header(std::string_view kind, std::uint32_t version, std::string_view payload) {
    Header header;
    std::memcpy(header.magic.data(), kMagic.data(), kMagic.size());
    std::memcpy(header.kind.data(), kind.data(), std::min(kind.size(), kKindSize));
    header.version = version;
    header.payload_size = payload.size();
    header.checksum = XXH3_64bits(payload.data(), payload.size());
    return header;
}

}  // namespace

std::string make_model_file(std::string_view kind, std::uint32_t version, std::string_view payload) {
    const Header header = make_header(kind, version, payload);
    std::string bytes(reinterpret_cast<const char*>(&header), sizeof(header));
    return bytes.append(payload);
}

Result<std::uint64_t> write_model_file(const std::string& path, std::string_view kind, std::uint32_t version,
                                       std::string_view payload) {
    const Header header = make_header(kind, version, payload);
    const std::string temporary = path + ".partial";
    std::ofstream stream(temporary, std::ios::binary | std::ios::trunc);
    stream.write(reinterpret_cast<const char*>(&header), sizeof(header));
    stream.write(payload.data(), static_cast<std::streamsize>(payload.size()));
    stream.close();
    if (!stream || std::rename(temporary.c_str(), path.c_str()) != 0) {
        std::remove(temporary.c_str());
        return fail(Error{ErrorCode::unwritable, "model file could not be written", {path}});
    }
    return header.checksum;
}

}  // namespace axray::base
