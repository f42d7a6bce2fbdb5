// Undoes one content coding of bytes in memory, with limits (compressed bytes -> bytes).
//
// Foreign bytes may expand a thousandfold and more, so that the cost is bounded here: output stops at a size, and data
// that expands out of all proportion is refused. Faulty data gives what stands before the fault. gzip, zlib and raw
// deflate go through libdeflate where they are whole and fit, and through zlib otherwise; the answer is the same.
// Sources: RFC 1950 to 1952 (deflate), RFC 7932 (Brotli), RFC 8878 (Zstandard), through their libraries.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace axray::base {

enum class Coding : std::uint8_t { gzip, zlib, raw_deflate, brotli, zstd };

// "gzip", "zlib", "raw deflate", "Brotli", "Zstandard": for messages.
[[nodiscard]] std::string_view to_string(Coding coding);

struct DecompressLimits {
    std::size_t bytes = std::size_t{16} << 20;      // of output; what lies behind is left out
    std::size_t ratio = 200;                        // output bytes for one byte of input; web pages reach about 50
    std::size_t ratio_from = std::size_t{1} << 20;  // bytes of output from which on the ratio counts
};

enum class DecompressState : std::uint8_t {
    whole,     // to the end of the compressed data
    cut,       // the compressed data ends too early
    damaged,   // the compressed data breaks its format
    too_long,  // stopped at the limit of bytes
    refused,   // expands more than the ratio allows; `bytes` is empty
};

struct Decompressed {
    std::string bytes;  // what stands before the fault or limit
    DecompressState state = DecompressState::whole;
    std::string reason;    // for every state but whole, one clause: "the gzip data is cut off"
    std::size_t used = 0;  // bytes of input that were read; what follows the end of the compressed data is not
};

// gzip: all members that follow each other. O(input + output), and output is bounded by `limits`.
[[nodiscard]] Decompressed decompress(std::string_view compressed, Coding coding, const DecompressLimits& limits);

}  // namespace axray::base
