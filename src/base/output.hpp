// Output that is complete or not there (bytes -> file or standard output).
//
// A file is written beside its final place under another name, and takes that place only when everything has been
// written and flushed to the disk; on any failure, or when finish() was never called, nothing is left behind. Devices
// and pipes are written directly. The caller must ignore SIGPIPE, so that a closed pipe arrives here as an error.
// Source: own, over POSIX.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <axray/result.hpp>

namespace axray::base {

class Output {
public:
    [[nodiscard]] static Output standard();

    // Error unwritable, naming `path`: no such folder, no permission, is a folder.
    [[nodiscard]] static Result<Output> to_file(const std::string& path);

    Output(Output&& other) noexcept;
    Output& operator=(Output&& other) noexcept;
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    ~Output();

    // Gives the number of bytes written so far. Error unwritable: disk full, pipe closed by its reader.
    [[nodiscard]] Result<std::uint64_t> write(std::string_view bytes);

    // Puts the file in its place. Gives its size in bytes. Nothing can be written afterwards.
    [[nodiscard]] Result<std::uint64_t> finish();

    // What errors call it: the path or "standard output".
    [[nodiscard]] const std::string& name() const { return name_; }

private:
    enum class Kind { standard, direct, replacing };

    Output(Kind kind, int descriptor, std::string name)
        : kind_(kind), descriptor_(descriptor), name_(std::move(name)) {}
    void close();
    [[nodiscard]] Error write_error(int error_number) const;

    Kind kind_ = Kind::standard;
    int descriptor_ = -1;
    std::string name_;
    std::string target_;     // where the file goes, links resolved
    std::string temporary_;  // where it is until then; empty when there is none
    std::uint64_t written_ = 0;
};

}  // namespace axray::base
