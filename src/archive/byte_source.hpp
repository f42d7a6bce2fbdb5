// Where the bytes of an archive come from: a file, a pipe or memory (-> ByteSource), read forward only.
//
// A ByteSource is called again and again and fills the room that it is given. Source: own, over POSIX.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include <axray/result.hpp>

namespace axray::archive {

// Puts up to `size` bytes (never 0) at `room` and gives their number, 0 at the end. Error unreadable, naming the file.
using ByteSource = std::function<Result<std::size_t>(char* room, std::size_t size)>;

// The bytes must outlive the source.
[[nodiscard]] ByteSource source_of(std::string_view bytes);

// An open descriptor, which stays open; `name` is what errors call it. When `stop` is given (it must outlive the
// source), waiting for a pipe ends soon after it becomes true, as if the end had come.
[[nodiscard]] ByteSource source_of_descriptor(int descriptor, std::string name,
                                              const std::atomic<bool>* stop = nullptr);

// A file, closed with the last copy of the source. Errors: not_found, unreadable.
[[nodiscard]] Result<ByteSource> source_of_file(const std::string& path);

}  // namespace axray::archive
