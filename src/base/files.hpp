// Reads files as a whole (path -> bytes) with a limit that is checked before memory is taken.
//
// Every error names the path and what was expected instead. Nothing here knows what the bytes mean.
// Source: own, over POSIX.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <axray/result.hpp>

namespace axray::base {

// Bytes of a file, pipe or device. Errors: not_found, unreadable (a folder, no permission, a device error),
// limit_exceeded when there are more than `size_limit` bytes; all with `path` as context. O(bytes).
[[nodiscard]] Result<std::string> read_file(const std::string& path, std::uint64_t size_limit);

// What is left in an open descriptor, which stays open. `name` is what errors call it, such as "standard input".
[[nodiscard]] Result<std::string> read_descriptor(int descriptor, const std::string& name, std::uint64_t size_limit);

// `size` bytes of a file from byte `begin` on. Errors: not_found, unreadable, also when the file ends before that.
[[nodiscard]] Result<std::string> read_file_part(const std::string& path, std::uint64_t begin, std::uint64_t size);

// True when `path` names a folder, through links too.
[[nodiscard]] bool is_folder(const std::string& path);

// Paths of the regular files that stand directly in a folder, hidden ones (".name") left out, sorted by their bytes.
// Errors: not_found, unreadable; empty when there is no such file.
[[nodiscard]] Result<std::vector<std::string>> files_in_folder(const std::string& path);

// The Error for the failed system call that set `error_number` on reading `path`.
[[nodiscard]] Error read_error(int error_number, const std::string& path);

}  // namespace axray::base
