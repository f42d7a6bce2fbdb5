// Single lines of large files, read where they stand (path, bytes -> text).
//
// Hits are a handful of entries out of some ten thousand: only their lines are read. Source: own, over POSIX.
#pragma once

#include <string>
#include <vector>

#include <axray/result.hpp>
#include <axray/span.hpp>

namespace axray::registers {

// Files that stay open; may be used by several threads at once.
class LineFiles {
public:
    // Errors: not_found, unreadable; each names the file.
    [[nodiscard]] static Result<LineFiles> open(std::vector<std::string> paths);

    // Bytes of the file with that number. Error malformed when it is shorter.
    [[nodiscard]] Result<std::string> read(std::size_t file, Span bytes) const;

    LineFiles(LineFiles&& other) noexcept;
    LineFiles& operator=(LineFiles&& other) noexcept;
    LineFiles(const LineFiles&) = delete;
    LineFiles& operator=(const LineFiles&) = delete;
    ~LineFiles();

private:
    LineFiles() = default;
    std::vector<std::string> paths_;
    std::vector<int> descriptors_;
};

}  // namespace axray::registers
