#include "base/output.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace axray::base {
namespace {

constexpr mode_t kNewFileMode = 0666;  // less the user's umask
constexpr unsigned kNameAttempts = 100;

// The file that a path leads to through links; the path itself when there is none yet.
std::string resolved(const std::string& path) {
    std::error_code error;
    const auto target = std::filesystem::weakly_canonical(path, error);
    return error ? path : target.string();
}

std::string temporary_name(const std::string& target, unsigned attempt) {
    const auto path = std::filesystem::path(target);
    const std::string name =
        "." + path.filename().string() + ".partial-" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
    return (path.parent_path() / name).string();
}

// A descriptor shared with other programs may have been set not to block.
void wait_until_writable(int descriptor) {
    pollfd waiting{descriptor, POLLOUT, 0};
    ::poll(&waiting, 1, -1);
}

}  // namespace

Output Output::standard() { return {Kind::standard, STDOUT_FILENO, "standard output"}; }

Result<Output> Output::to_file(const std::string& path) {
    struct stat status {};
    const bool exists = ::stat(path.c_str(), &status) == 0;
    Output output(Kind::direct, -1, path);
    if (exists && S_ISDIR(status.st_mode)) return fail(output.write_error(EISDIR));
    if (exists && !S_ISREG(status.st_mode)) {
        output.descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
        if (output.descriptor_ < 0) return fail(output.write_error(errno));
        return output;
    }
    if (path.empty() || path.back() == '/') return fail(output.write_error(EISDIR));
    if (exists && ::access(path.c_str(), W_OK) != 0) return fail(output.write_error(errno));
    output.kind_ = Kind::replacing;
    output.target_ = resolved(path);
    const mode_t mode = exists ? (status.st_mode & 07777) : kNewFileMode;
    for (unsigned attempt = 0; attempt < kNameAttempts && output.descriptor_ < 0; ++attempt) {
        const std::string name = temporary_name(output.target_, attempt);
        output.descriptor_ = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (output.descriptor_ < 0 && errno != EEXIST) return fail(output.write_error(errno));
        if (output.descriptor_ >= 0) output.temporary_ = name;
    }
    if (output.descriptor_ < 0) return fail(output.write_error(EEXIST));
    return output;
}

Output::Output(Output&& other) noexcept
    : kind_(other.kind_),
      descriptor_(std::exchange(other.descriptor_, -1)),
      name_(std::move(other.name_)),
      target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      written_(other.written_) {}

Output& Output::operator=(Output&& other) noexcept {
    std::swap(kind_, other.kind_);
    std::swap(descriptor_, other.descriptor_);
    std::swap(name_, other.name_);
    std::swap(target_, other.target_);
    std::swap(temporary_, other.temporary_);
    std::swap(written_, other.written_);
    return *this;
}

Output::~Output() { close(); }

void Output::close() {
    if (descriptor_ >= 0 && kind_ != Kind::standard) ::close(descriptor_);
    descriptor_ = -1;
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
    temporary_.clear();
}

Error Output::write_error(int error_number) const {
    const auto error = [&](std::string message) { return Error{ErrorCode::unwritable, std::move(message), {name_}}; };
    switch (error_number) {
        case EPIPE: return error("was closed by the program that reads it");
        case ENOSPC:
        case EDQUOT: return error("the disk is full");
        case EISDIR: return error("is a folder, where a file to write was expected");
        case ENOENT: return error("the folder for it does not exist");
        case EACCES:
        case EPERM: return error("permission to write it was denied");
        default: return error(std::string("cannot be written: ") + std::strerror(error_number));
    }
}

Result<std::uint64_t> Output::write(std::string_view bytes) {
    if (descriptor_ < 0) return fail(write_error(EBADF));
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0 && errno == EAGAIN) {
            wait_until_writable(descriptor_);
            continue;
        }
        if (count < 0) return fail(write_error(errno));
        bytes.remove_prefix(static_cast<std::size_t>(count));
        written_ += static_cast<std::uint64_t>(count);
    }
    return written_;
}

Result<std::uint64_t> Output::finish() {
    if (kind_ == Kind::standard) return written_;
    if (descriptor_ < 0) return fail(write_error(EBADF));
    if (kind_ == Kind::replacing && ::fsync(descriptor_) != 0) return fail(write_error(errno));
    if (::close(std::exchange(descriptor_, -1)) != 0) return fail(write_error(errno));
    if (kind_ == Kind::replacing) {
        if (::rename(temporary_.c_str(), target_.c_str()) != 0) return fail(write_error(errno));
        temporary_.clear();
    }
    return written_;
}

}  // namespace axray::base
