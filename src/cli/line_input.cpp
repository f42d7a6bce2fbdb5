#include "cli/line_input.hpp"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/files.hpp"
#include "cli/inputs.hpp"

namespace axray::cli {

Result<LineInput> LineInput::open(const std::string& path) {
    if (path == kStandardInput) return LineInput(STDIN_FILENO, "standard input");
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return fail(base::read_error(errno, path));
    return LineInput(descriptor, path);
}

LineInput::LineInput(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}

LineInput::LineInput(LineInput&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, STDIN_FILENO)), name_(std::move(other.name_)) {}

LineInput::~LineInput() {
    if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
}

std::uint64_t LineInput::size() const {
    struct stat status {};
    const bool regular = ::fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode);
    return regular ? static_cast<std::uint64_t>(status.st_size) : 0;
}

}  // namespace axray::cli
