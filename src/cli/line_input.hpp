// A stream that is read line by line: standard input, or a file that is closed at the end (path -> descriptor).
//
// Source: own, over POSIX.
#pragma once

#include <cstdint>
#include <string>

#include <axray/result.hpp>

namespace axray::cli {

class LineInput {
public:
    // "-" is standard input. Errors: not_found, unreadable.
    [[nodiscard]] static Result<LineInput> open(const std::string& path);

    LineInput(LineInput&& other) noexcept;
    LineInput& operator=(LineInput&&) = delete;
    LineInput(const LineInput&) = delete;
    LineInput& operator=(const LineInput&) = delete;
    ~LineInput();

    [[nodiscard]] int descriptor() const { return descriptor_; }
    [[nodiscard]] const std::string& name() const { return name_; }  // "standard input" or the path

    // Bytes of a regular file; 0 when that is not known.
    [[nodiscard]] std::uint64_t size() const;

private:
    LineInput(int descriptor, std::string name);
    int descriptor_;
    std::string name_;
};

}  // namespace axray::cli
