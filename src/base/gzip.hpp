// Undoes gzip compression of a whole file (gzip bytes -> bytes), with limits against bombs.
//
// Several members one after another count as one file, as gzip itself takes them. A file that is cut off or damaged
// gives what stood before the damage, and says where it is. Source: RFC 1952, over zlib.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <axray/result.hpp>

namespace axray::base {

// True when `bytes` begin as a gzip member does.
[[nodiscard]] bool is_gzip(std::string_view bytes);

struct GunzipLimits {
    std::uint64_t size = 64ull << 20;  // bytes of the result
    std::uint64_t ratio = 200;  // bytes of the result for each compressed one, once there are more than a million
};

struct Gunzipped {
    std::string bytes;
    std::optional<Error> damage;  // malformed: why the rest of the file could not be had
};

// Errors: limit_exceeded when the result would be larger than the limits, malformed when nothing could be had.
// O(bytes).
[[nodiscard]] Result<Gunzipped> gunzip(std::string_view bytes, const GunzipLimits& limits);

}  // namespace axray::base
