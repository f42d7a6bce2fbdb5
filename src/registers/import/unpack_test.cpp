#include "registers/import/unpack.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>
#include <zlib.h>

namespace axray::registers {
namespace {

std::string gzip(std::string_view bytes) {
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string packed(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

enum class Packing { zip, tar };
std::string packed(Packing packing, const std::vector<ListFile>& files) {
    std::string bytes((std::size_t{1} << 20) + files.size() * 2048, '\0');
    std::size_t used = 0;
    archive* handle = archive_write_new();
    packing == Packing::zip ? archive_write_set_format_zip(handle) : archive_write_set_format_ustar(handle);
    archive_write_set_bytes_in_last_block(handle, 1);
    REQUIRE(archive_write_open_memory(handle, bytes.data(), bytes.size(), &used) == ARCHIVE_OK);
    for (const auto& file : files) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, file.name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(file.bytes.size()));
        archive_entry_set_filetype(entry, file.name.ends_with('/') ? AE_IFDIR : AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        REQUIRE(archive_write_header(handle, entry) == ARCHIVE_OK);
        archive_write_data(handle, file.bytes.data(), file.bytes.size());
        archive_entry_free(entry);
    }
    archive_write_close(handle);
    archive_write_free(handle);
    bytes.resize(used);
    return bytes;
}

}  // namespace

TEST_CASE("files come out of gzip, tar and zip with the names of their members") {
    const std::vector<ListFile> members = {{"sets/", ""}, {"sets/one.json", "{\"a\": 1}"}, {"sets/two.csv", "1,2\n"}};
    struct Packed {
        std::string name;
        std::string bytes;
        std::string first;
    };
    const auto tar = packed(Packing::tar, members);
    for (const auto& archive :
         {Packed{"sets.tar", tar, "sets.tar/one.json"}, Packed{"sets.tar.gz", gzip(tar), "sets.tar.gz/one.json"},
          Packed{"sets.zip", packed(Packing::zip, members), "sets.zip/one.json"}}) {
        CAPTURE(archive.name);
        const auto files = unpack(archive.name, archive.bytes);
        REQUIRE(files);
        REQUIRE(files->size() == 2);
        CHECK((*files)[0].name == archive.first);
        CHECK((*files)[0].bytes == members[1].bytes);
        CHECK((*files)[1].bytes == members[2].bytes);
    }
    const auto single = unpack("sdn.csv.gz", gzip("1,2\n"));
    REQUIRE(single);
    CHECK(single->front().name == "sdn.csv");
    const auto plain = unpack("sdn.csv", "1,2\n");
    REQUIRE(plain);
    CHECK(plain->front().name == "sdn.csv");
    CHECK(plain->front().bytes == "1,2\n");
}

TEST_CASE("of a spreadsheet only the cells are a list") {
    const auto bytes = packed(Packing::zip, {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                                             {"content.xml", "<a/>"},
                                             {"styles.xml", "<b/>"}});
    const auto files = unpack("list.ods", bytes);
    REQUIRE(files);
    REQUIRE(files->size() == 1);
    CHECK(files->front().name == "list.ods/content.xml");
}

TEST_CASE("a text with the mark of tar is none") {
    const std::string text = std::string(256, 'x') + "Mustard" + std::string(600, 'y');
    const auto files = unpack("text", text);
    REQUIRE(files);
    CHECK(files->front().bytes == text);
}

TEST_CASE("damaged archives and those beyond the limits are refused by name") {
    const auto code = [](const std::string& bytes, const UnpackLimits& limits = {}) {
        const auto files = unpack("list.gz", bytes, limits);
        REQUIRE_FALSE(files);
        CHECK_FALSE(files.error().context.empty());
        return files.error().code;
    };
    const auto one = gzip(std::string(100'000, 'x'));
    CHECK(code(one.substr(0, one.size() / 2)) == ErrorCode::malformed);
    UnpackLimits small;
    small.bytes = 50'000;
    CHECK(code(one, small) == ErrorCode::limit_exceeded);
    CHECK(code(gzip(std::string(std::size_t{80} << 20, 'x'))) == ErrorCode::limit_exceeded);
    CHECK(code(gzip(gzip(gzip(gzip("x"))))) == ErrorCode::limit_exceeded);
    const auto zip = packed(Packing::zip, {{"a", std::string(5000, 'x')}, {"b", "y"}, {"c", "z"}});
    CHECK(code(zip.substr(0, 60)) == ErrorCode::malformed);
    UnpackLimits few;
    few.members = 2;
    CHECK(code(zip, few) == ErrorCode::limit_exceeded);
    small.bytes = 4000;
    CHECK(code(zip, small) == ErrorCode::limit_exceeded);
    CHECK(code(packed(Packing::zip, {})) == ErrorCode::empty);
}

}  // namespace axray::registers
