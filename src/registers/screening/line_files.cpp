#include "registers/screening/line_files.hpp"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "base/files.hpp"

namespace axray::registers {

Result<LineFiles> LineFiles::open(std::vector<std::string> paths) {
    LineFiles files;
    files.paths_ = std::move(paths);
    for (const auto& path : files.paths_) {
        const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor < 0) return fail(base::read_error(errno, path));
        files.descriptors_.push_back(descriptor);
    }
    return files;
}

Result<std::string> LineFiles::read(std::size_t file, Span bytes) const {
    std::string line(bytes.end - bytes.begin, '\0');
    std::size_t had = 0;
    while (had < line.size()) {
        const auto got = ::pread(descriptors_[file], line.data() + had, line.size() - had,
                                 static_cast<off_t>(std::size_t{bytes.begin} + had));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return fail(base::read_error(errno, paths_[file]));
        if (got == 0) {
            return fail(Error{
                ErrorCode::malformed,
                "ends before byte " + std::to_string(bytes.end) + ", where an entry should end: import the list again",
                {paths_[file]}});
        }
        had += static_cast<std::size_t>(got);
    }
    return line;
}

LineFiles::LineFiles(LineFiles&& other) noexcept
    : paths_(std::move(other.paths_)), descriptors_(std::exchange(other.descriptors_, {})) {}

LineFiles& LineFiles::operator=(LineFiles&& other) noexcept {
    std::swap(paths_, other.paths_);
    std::swap(descriptors_, other.descriptors_);
    return *this;
}

LineFiles::~LineFiles() {
    for (const int descriptor : descriptors_) ::close(descriptor);
}

}  // namespace axray::registers
