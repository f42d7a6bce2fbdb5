// Packs bytes with zlib, for tests that unpack them (bytes -> gzip, zlib or raw deflate).
//
// Source: zlib's deflateInit2, whose windowBits choose the form.
#pragma once

#include <string>
#include <string_view>

#include <zlib.h>

namespace axray::base {

inline constexpr int kGzipWindow = 15 + 16;
inline constexpr int kZlibWindow = 15;
inline constexpr int kRawWindow = -15;

inline std::string packed_for_test(std::string_view bytes, int window) {
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

}  // namespace axray::base
