// A stretch of bytes that grows at its end and shrinks at its beginning (bytes of a stream -> what is looked at now).
//
// Room is given uninitialised, unlike that of std::string: decoders ask for much more room than they fill. Moving what
// is left to the front costs no more than was dropped before. Source: own.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

namespace axray::archive {

class ByteWindow {
public:
    [[nodiscard]] std::string_view view() const { return {bytes_.get() + begin_, end_ - begin_}; }
    [[nodiscard]] std::size_t size() const { return end_ - begin_; }

    // Room for `size` more bytes behind the last; pointers into the window become invalid.
    [[nodiscard]] char* room(std::size_t size) {
        if (capacity_ - end_ < size) make_room(size);
        return bytes_.get() + end_;
    }
    // How many bytes fit behind the last without anything being moved.
    [[nodiscard]] std::size_t room_left() const { return capacity_ - end_; }
    // The first `size` bytes of the room have been filled.
    void filled(std::size_t size) { end_ += size; }
    void drop_front(std::size_t size) { begin_ += size; }
    void drop_back(std::size_t size) { end_ -= size; }

private:
    void make_room(std::size_t size) {
        const std::size_t kept = end_ - begin_;
        if (kept <= begin_ && capacity_ - kept >= size) {
            std::memcpy(bytes_.get(), bytes_.get() + begin_, kept);
        } else {
            const std::size_t capacity = std::max(2 * kept, kept + size);
            // Not make_unique, which would fill it with zeros.
            std::unique_ptr<char[]> bytes(new char[capacity]);
            if (kept > 0) std::memcpy(bytes.get(), bytes_.get() + begin_, kept);
            bytes_ = std::move(bytes);
            capacity_ = capacity;
        }
        begin_ = 0;
        end_ = kept;
    }

    std::unique_ptr<char[]> bytes_;
    std::size_t capacity_ = 0;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

}  // namespace axray::archive
