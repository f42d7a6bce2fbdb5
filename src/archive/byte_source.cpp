#include "archive/byte_source.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "base/files.hpp"

namespace axray::archive {
namespace {

constexpr int kPatience = 100;  // milliseconds between looks at the stop signal

class OpenFile {
public:
    explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() { ::close(descriptor_); }
    [[nodiscard]] int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

}  // namespace

ByteSource source_of(std::string_view bytes) {
    return [bytes](char* room, std::size_t size) mutable -> Result<std::size_t> {
        const std::size_t given = std::min(size, bytes.size());
        if (given > 0) std::memcpy(room, bytes.data(), given);
        bytes.remove_prefix(given);
        return given;
    };
}

ByteSource source_of_descriptor(int descriptor, std::string name, const std::atomic<bool>* stop) {
    return [descriptor, name = std::move(name), stop](char* room, std::size_t size) -> Result<std::size_t> {
        for (;;) {
            if (stop != nullptr) {
                if (stop->load(std::memory_order_relaxed)) return std::size_t{0};
                pollfd waiting{descriptor, POLLIN, 0};
                if (::poll(&waiting, 1, kPatience) == 0) continue;
            }
            const ssize_t got = ::read(descriptor, room, size);
            if (got >= 0) return static_cast<std::size_t>(got);
            if (errno != EINTR && errno != EAGAIN) return fail(base::read_error(errno, name));
        }
    };
}

Result<ByteSource> source_of_file(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return fail(base::read_error(errno, path));
    const auto file = std::make_shared<const OpenFile>(descriptor);
    ByteSource bytes = source_of_descriptor(descriptor, path);
    return ByteSource([file, bytes = std::move(bytes)](char* room, std::size_t size) { return bytes(room, size); });
}

}  // namespace axray::archive
