#include "base/files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace axray::base {
namespace {

constexpr std::size_t kChunk = 1u << 18;  // bytes asked for at once when the size is not known

class Descriptor {
public:
    explicit Descriptor(int value) : value_(value) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (value_ >= 0) ::close(value_);
    }
    [[nodiscard]] int value() const { return value_; }

private:
    int value_;
};

Error too_large(const std::string& name, std::uint64_t size_limit) {
    return {ErrorCode::limit_exceeded, "larger than the limit of " + std::to_string(size_limit) + " bytes", {name}};
}

// Size of a regular file; 0 for pipes and devices, which do not tell.
std::uint64_t known_size(int descriptor) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size < 0) return 0;
    return static_cast<std::uint64_t>(status.st_size);
}

// A descriptor shared with other programs may have been set not to block.
void wait_until_readable(int descriptor) {
    pollfd waiting{descriptor, POLLIN, 0};
    ::poll(&waiting, 1, -1);
}

}  // namespace

Error read_error(int error_number, const std::string& path) {
    switch (error_number) {
        case ENOENT:
        case ENOTDIR: return {ErrorCode::not_found, "no such file or folder", {path}};
        case EISDIR: return {ErrorCode::unreadable, "is a folder, where a file was expected", {path}};
        case EACCES:
        case EPERM: return {ErrorCode::unreadable, "permission to read it was denied", {path}};
        default: break;
    }
    return {ErrorCode::unreadable, std::string("cannot be read: ") + std::strerror(error_number), {path}};
}

Result<std::string> read_descriptor(int descriptor, const std::string& name, std::uint64_t size_limit) {
    const std::uint64_t size = known_size(descriptor);
    if (size > size_limit) return fail(too_large(name, size_limit));
    std::string bytes;
    bytes.reserve(size + 1);
    for (;;) {
        const std::size_t filled = bytes.size();
        bytes.resize(std::max(bytes.capacity(), filled + (size > 0 ? 1 : kChunk)));
        const ssize_t got = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
        bytes.resize(filled + (got > 0 ? static_cast<std::size_t>(got) : 0));
        if (got < 0 && errno == EAGAIN) wait_until_readable(descriptor);
        if (got < 0 && errno != EINTR && errno != EAGAIN) return fail(read_error(errno, name));
        if (bytes.size() > size_limit) return fail(too_large(name, size_limit));
        if (got == 0) return bytes;
    }
}

Result<std::string> read_file(const std::string& path, std::uint64_t size_limit) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.value() < 0) return fail(read_error(errno, path));
    return read_descriptor(file.value(), path, size_limit);
}

Result<std::string> read_file_part(const std::string& path, std::uint64_t begin, std::uint64_t size) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.value() < 0) return fail(read_error(errno, path));
    const auto whole = known_size(file.value());
    if (begin > whole || size > whole - begin) {
        return fail(Error{
            ErrorCode::unreadable, "ends before byte " + std::to_string(begin) + " + " + std::to_string(size), {path}});
    }
    std::string bytes(size, '\0');
    for (std::size_t filled = 0; filled < bytes.size();) {
        const auto at = static_cast<off_t>(begin + filled);
        const ssize_t got = ::pread(file.value(), bytes.data() + filled, bytes.size() - filled, at);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return fail(read_error(got < 0 ? errno : EIO, path));
        filled += static_cast<std::size_t>(got);
    }
    return bytes;
}

bool is_folder(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

Result<std::vector<std::string>> files_in_folder(const std::string& path) {
    std::error_code error;
    std::vector<std::string> files;
    auto entry = std::filesystem::directory_iterator(path, error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        std::error_code unreadable;
        const bool hidden = entry->path().filename().string().front() == '.';
        if (!hidden && entry->is_regular_file(unreadable)) files.push_back(entry->path().string());
    }
    if (error) return fail(read_error(error.value(), path));
    if (files.empty()) {
        return fail(Error{ErrorCode::empty, "the folder holds no file; folders inside it are not searched", {path}});
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace axray::base
