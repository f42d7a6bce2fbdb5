#include "base/decompress.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <zstd.h>

#include "base/packed_for_test.hpp"

using namespace axray::base;

namespace {

std::string packed(std::string_view bytes, Coding coding) {
    if (coding == Coding::gzip) return packed_for_test(bytes, kGzipWindow);
    if (coding == Coding::zlib) return packed_for_test(bytes, kZlibWindow);
    if (coding == Coding::raw_deflate) return packed_for_test(bytes, kRawWindow);
    std::string result(ZSTD_compressBound(bytes.size()), '\0');
    result.resize(ZSTD_compress(result.data(), result.size(), bytes.data(), bytes.size(), 3));
    return result;
}

// Text that compresses about fivefold.
std::string news(std::size_t size) {
    static constexpr std::string_view kWords[] = {"harbour ", "the ", "said ",  "of ",
                                                  "council ", "a ",   "ferry ", "on "};
    std::string text;
    for (unsigned state = 1; text.size() < size;) {
        state = state * 1664525U + 1013904223U;
        text += kWords[state >> 29U];
        if (state % 7 == 0) text += std::to_string(state);
    }
    text.resize(size);
    return text;
}

constexpr Coding kWithEncoder[] = {Coding::gzip, Coding::zlib, Coding::raw_deflate, Coding::zstd};

}  // namespace

TEST_CASE("Every coding is undone, at any size") {
    for (const Coding coding : kWithEncoder) {
        CAPTURE(to_string(coding));
        for (const std::size_t size : {0, 1, 100, 65536, 65537, 3000000}) {
            CAPTURE(size);
            const std::string text = news(size);
            const std::string bytes = packed(text, coding);
            const Decompressed answer = decompress(bytes, coding, {});
            CHECK(answer.bytes == text);
            CHECK(answer.state == DecompressState::whole);
            CHECK(answer.used == bytes.size());
        }
    }
    const std::string_view brotli(
        "\x1b\xdf\x00\x00\x04\xea\x64\xa9\x5e\x48\x42\x97\xe2\x0f\x93\x8c\x4d\xce\x12\x8f\x68\x59\x65\x69"
        "\x3b\xa7\x2e\x0e\x09\xe8\x89\x9d\xd0\x7e\xa5\xe1",
        36);
    std::string text;
    for (int i = 0; i < 8; ++i) text += "A page that was compressed. ";
    CHECK(decompress(brotli, Coding::brotli, {}).bytes == text);
    const Decompressed cut = decompress(brotli.substr(0, 30), Coding::brotli, {});
    CHECK(cut.state == DecompressState::cut);
    CHECK(text.starts_with(cut.bytes));
}

TEST_CASE("Members of gzip that follow each other are one, and what follows them is left") {
    const std::string text = news(1000);
    const std::string members = packed(text, Coding::gzip) + packed(text, Coding::gzip);
    const Decompressed answer = decompress(members + "padding", Coding::gzip, {});
    CHECK(answer.bytes == text + text);
    CHECK(answer.state == DecompressState::whole);
    CHECK(answer.used == members.size());
}

TEST_CASE("Data cut anywhere gives its beginning") {
    const std::string text = news(3000);
    for (const Coding coding : kWithEncoder) {
        CAPTURE(to_string(coding));
        const std::string bytes = packed(text, coding);
        for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
            CAPTURE(cut);
            const Decompressed answer = decompress(std::string_view(bytes).substr(0, cut), coding, {});
            CHECK(answer.state == DecompressState::cut);
            CHECK(text.starts_with(answer.bytes));
            CHECK(answer.reason.ends_with("data is cut off"));
        }
    }
}

TEST_CASE("Damaged data gives what stands before the damage") {
    const std::string text = news(200000);
    for (const Coding coding : kWithEncoder) {
        CAPTURE(to_string(coding));
        CHECK(decompress("<html>plain</html>", coding, {}).bytes.empty());
        std::string bytes = packed(text, coding);
        if (coding != Coding::gzip) continue;
        bytes[bytes.size() - 6] ^= 1;  // in the checksum: all of the data is there
        const Decompressed answer = decompress(bytes, coding, {});
        CHECK(answer.state == DecompressState::damaged);
        CHECK(answer.bytes == text);
    }
}

TEST_CASE("Output stops at the limit, and data that expands out of proportion is refused") {
    DecompressLimits limits;
    limits.bytes = 100000;
    const std::string text = news(300000);
    const std::string exact = text.substr(0, limits.bytes);
    for (const Coding coding : kWithEncoder) {
        CAPTURE(to_string(coding));
        CHECK(decompress(packed(exact, coding), coding, limits).state == DecompressState::whole);
        const Decompressed long_one = decompress(packed(text, coding), coding, limits);
        CHECK(long_one.state == DecompressState::too_long);
        CHECK(long_one.bytes == exact);
        const Decompressed bomb = decompress(packed(std::string(300000000, '\0'), coding), coding, {});
        CHECK(bomb.state == DecompressState::refused);
        CHECK(bomb.bytes.empty());
        CHECK(bomb.reason.find("is refused") != std::string::npos);
    }
}
