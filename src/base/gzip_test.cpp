#include "base/gzip.hpp"

#include <string>

#include <doctest/doctest.h>
#include <zlib.h>

namespace axray::base {
namespace {

std::string gzipped(const std::string& text) {
    z_stream stream{};
    REQUIRE(::deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string packed(::deflateBound(&stream, text.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    REQUIRE(::deflate(&stream, Z_FINISH) == Z_STREAM_END);
    packed.resize(stream.total_out);
    ::deflateEnd(&stream);
    return packed;
}

std::string varied_text(std::size_t lines) {
    std::string text;
    for (std::size_t i = 0; i < lines; ++i) text += "line " + std::to_string(i * 7919 % 104729) + " of the text\n";
    return text;
}

TEST_CASE("what was compressed comes back, one member or several") {
    for (const auto& text : {std::string("a"), varied_text(10), varied_text(100000)}) {
        const auto once = gunzip(gzipped(text), {});
        REQUIRE(once);
        CHECK(once->bytes == text);
        CHECK_FALSE(once->damage);
        const auto twice = gunzip(gzipped(text) + gzipped("more") + std::string(600, '\0'), {});
        REQUIRE(twice);
        CHECK(twice->bytes == text + "more");
    }
    CHECK(gunzip(gzipped(""), {})->bytes.empty());
}

TEST_CASE("a bomb is refused by its ratio and by its size") {
    const auto zeros = gzipped(std::string(20000000, '\0'));
    const auto refused = gunzip(zeros, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::limit_exceeded);
    CHECK(gunzip(zeros, {.ratio = 2000})->bytes.size() == 20000000);
    const auto large = gunzip(gzipped(varied_text(1000)), {.size = 100});
    REQUIRE_FALSE(large);
    CHECK(large.error().code == ErrorCode::limit_exceeded);
}

TEST_CASE("a file that is cut off anywhere gives what stood before, and says where it ends") {
    const auto text = varied_text(3000);
    const auto whole = gzipped(text);
    for (std::size_t size = 1; size < whole.size(); size += whole.size() / 50 + 1) {
        const auto cut = gunzip(std::string_view(whole).substr(0, size), {});
        if (!cut) {
            CHECK(cut.error().code == ErrorCode::malformed);
            continue;
        }
        REQUIRE(cut->damage);
        CHECK(cut->damage->message ==
              "the compressed data is cut off at byte " + std::to_string(size) + " of the file");
        CHECK(text.compare(0, cut->bytes.size(), cut->bytes) == 0);
    }
    CHECK(gunzip(std::string_view(whole).substr(0, whole.size() - 1), {})->bytes == text);
}

TEST_CASE("a damaged file gives what stood before the damage") {
    const auto text = varied_text(200000);
    auto damaged = gzipped(text);
    for (std::size_t i = 0; i < 100; ++i) damaged[damaged.size() / 2 + i] = '\xFF';
    const auto result = gunzip(damaged, {});
    REQUIRE(result);
    CHECK(result->damage);
    CHECK(result->bytes.size() > text.size() / 4);
    CHECK(text.compare(0, text.size() / 4, result->bytes, 0, text.size() / 4) == 0);
    CHECK_FALSE(gunzip("\x1F\x8B\x08 no gzip", {}));
}

}  // namespace
}  // namespace axray::base
