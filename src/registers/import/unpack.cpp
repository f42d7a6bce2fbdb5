#include "registers/import/unpack.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include <archive.h>
#include <archive_entry.h>

#include "base/decompress.hpp"

namespace axray::registers {
namespace {

constexpr int kDepth = 3;  // archives in archives
constexpr std::size_t kBlock = 512;
constexpr std::size_t kTarMagic = 257;
constexpr std::size_t kTarSum = 148;  // eight octal digits: the sum of the header's bytes, these counted as spaces

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B\x08"); }
bool is_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"); }

// The word alone stands in texts too.
bool is_tar(std::string_view bytes) {
    if (bytes.size() < kBlock || bytes.substr(kTarMagic, 5) != "ustar") return false;
    unsigned sum = 0;
    unsigned printed = 0;
    for (std::size_t i = 0; i < kBlock; ++i) {
        const bool of_sum = i >= kTarSum && i < kTarSum + 8;
        sum += of_sum ? ' ' : static_cast<unsigned char>(bytes[i]);
        if (of_sum && bytes[i] >= '0' && bytes[i] <= '7') printed = printed * 8 + static_cast<unsigned>(bytes[i] - '0');
    }
    return sum == printed;
}

std::string without_ending(const std::string& name, std::string_view ending) {
    const bool has = name.size() > ending.size() && name.ends_with(ending);
    return has ? name.substr(0, name.size() - ending.size()) : name;
}

std::string base_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

struct ArchiveCloser {
    void operator()(archive* handle) const { archive_read_free(handle); }
};
using Archive = std::unique_ptr<archive, ArchiveCloser>;

class Unpacker {
public:
    explicit Unpacker(const UnpackLimits& limits) : limits_(limits) {}

    Result<bool> take(const std::string& name, std::string bytes, int depth);
    std::vector<ListFile> files;

private:
    Result<bool> take_gzip(const std::string& name, std::string_view bytes, int depth);
    Result<bool> take_archive(const std::string& name, std::string_view bytes, int depth);
    Result<std::string> read_member(archive* handle, const std::string& name, std::size_t packed);
    [[nodiscard]] std::size_t room() const { return limits_.bytes - std::min(limits_.bytes, bytes_); }

    UnpackLimits limits_;
    std::size_t bytes_ = 0;  // that were unpacked, on all levels
    std::size_t members_ = 0;
};

tl::unexpected<Error> too_large(const std::string& name, std::size_t limit) {
    return fail(
        Error{ErrorCode::limit_exceeded, "unpacked it has more than " + std::to_string(limit >> 20U) + " MiB", {name}});
}

Result<bool> Unpacker::take_gzip(const std::string& name, std::string_view bytes, int depth) {
    base::DecompressLimits limits;
    limits.bytes = room();
    limits.ratio = limits_.ratio;
    limits.ratio_from = limits_.ratio_from;
    auto unpacked = base::decompress(bytes, base::Coding::gzip, limits);
    if (unpacked.state == base::DecompressState::too_long) return too_large(name, limits_.bytes);
    if (unpacked.state == base::DecompressState::refused) {
        return fail(Error{ErrorCode::limit_exceeded, unpacked.reason, {name}});
    }
    if (unpacked.state != base::DecompressState::whole) {
        return fail(Error{ErrorCode::malformed, unpacked.reason, {name}});
    }
    bytes_ += unpacked.bytes.size();
    // "sets.tar.gz" is one name for its members; "sdn.csv.gz" holds "sdn.csv".
    const bool packed_again = is_tar(unpacked.bytes) || is_zip(unpacked.bytes);
    return take(packed_again ? name : without_ending(name, ".gz"), std::move(unpacked.bytes), depth + 1);
}

Result<std::string> Unpacker::read_member(archive* handle, const std::string& name, std::size_t packed) {
    std::string bytes;
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    while (true) {
        const int state = archive_read_data_block(handle, &block, &size, &offset);
        if (state == ARCHIVE_EOF) return bytes;
        if (state != ARCHIVE_OK) {
            const char* reason = archive_error_string(handle);
            return fail(
                Error{ErrorCode::malformed,
                      std::string("the packed file is damaged: ") + (reason != nullptr ? reason : "no reason given"),
                      {name}});
        }
        // Blocks of sparse files may lie apart; the holes count as bytes.
        const auto end = static_cast<std::uint64_t>(offset) + size;
        if (offset < 0 || end > room()) return too_large(name, limits_.bytes);
        if (end > limits_.ratio_from && end / limits_.ratio > packed) {
            return fail(Error{ErrorCode::limit_exceeded,
                              "it expands more than " + std::to_string(limits_.ratio) + "-fold, as no list does",
                              {name}});
        }
        bytes.resize(static_cast<std::size_t>(offset));
        bytes.append(static_cast<const char*>(block), size);
    }
}

Result<bool> Unpacker::take_archive(const std::string& name, std::string_view bytes, int depth) {
    const Archive handle(archive_read_new());
    archive_read_support_format_tar(handle.get());
    archive_read_support_format_zip(handle.get());
    if (archive_read_open_memory(handle.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
        return fail(Error{ErrorCode::malformed, "this is no sound zip or tar file", {name}});
    }
    std::vector<std::pair<std::string, std::string>> members;
    archive_entry* entry = nullptr;
    while (true) {
        const int state = archive_read_next_header(handle.get(), &entry);
        if (state == ARCHIVE_EOF) break;
        if (state != ARCHIVE_OK && state != ARCHIVE_WARN) {
            const char* reason = archive_error_string(handle.get());
            return fail(
                Error{ErrorCode::malformed,
                      std::string("the packed file is damaged: ") + (reason != nullptr ? reason : "no reason given"),
                      {name}});
        }
        if (++members_ > limits_.members) {
            return fail(Error{ErrorCode::limit_exceeded,
                              "there are more than " + std::to_string(limits_.members) + " files in it",
                              {name}});
        }
        if (archive_entry_filetype(entry) != AE_IFREG) continue;
        const char* path = archive_entry_pathname(entry);
        const std::string member = path != nullptr ? base_name(path) : "";
        auto content = read_member(handle.get(), name + "/" + member, bytes.size());
        if (!content) return fail(std::move(content.error()));
        bytes_ += content->size();
        members.emplace_back(member, std::move(*content));
    }
    // Of an OpenDocument file the cells are all that counts.
    const bool open_document = !members.empty() && std::any_of(members.begin(), members.end(), [](const auto& member) {
        return member.first == "mimetype" && member.second.starts_with("application/vnd.oasis.opendocument.");
    });
    for (auto& [member, content] : members) {
        if (open_document && member != "content.xml") continue;
        if (auto taken = take(name + "/" + member, std::move(content), depth + 1); !taken) return taken;
    }
    return true;
}

Result<bool> Unpacker::take(const std::string& name, std::string bytes, int depth) {
    const bool archive = is_zip(bytes) || is_tar(bytes);
    if (!archive && !is_gzip(bytes)) {
        files.push_back({name, std::move(bytes)});
        return true;
    }
    if (depth >= kDepth) {
        return fail(Error{ErrorCode::limit_exceeded,
                          "archives are packed in one another more than " + std::to_string(kDepth) + " times",
                          {name}});
    }
    return archive ? take_archive(name, bytes, depth) : take_gzip(name, bytes, depth);
}

}  // namespace

Result<std::vector<ListFile>> unpack(const std::string& name, std::string_view bytes, const UnpackLimits& limits) {
    Unpacker unpacker(limits);
    if (auto taken = unpacker.take(name, std::string(bytes), 0); !taken) return fail(std::move(taken.error()));
    if (unpacker.files.empty()) return fail(Error{ErrorCode::empty, "there is no file in this archive", {name}});
    return std::move(unpacker.files);
}

}  // namespace axray::registers
