#include "base/files.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/output.hpp"

namespace axray::base {
namespace {

namespace fs = std::filesystem;

// A fresh folder that goes with the test.
class Folder {
public:
    Folder() : path_((fs::temp_directory_path() / "axray-files-XXXXXX").string()) { CHECK(::mkdtemp(path_.data())); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path_); }
    [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + "/" + name; }
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] long entries() const {
        return std::distance(fs::directory_iterator(path_), fs::directory_iterator());
    }

private:
    std::string path_;
};

void put(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

TEST_CASE("reads files up to the limit and says why it cannot") {
    const Folder folder;
    put(folder / "ten", "0123456789");
    put(folder / "none", "");
    CHECK(*read_file(folder / "ten", 10) == "0123456789");
    CHECK(read_file(folder / "none", 10)->empty());
    const struct {
        std::string path;
        std::uint64_t limit;
        ErrorCode code;
    } cases[] = {
        {folder / "ten", 9, ErrorCode::limit_exceeded},
        {"/dev/zero", 5000, ErrorCode::limit_exceeded},
        {folder / "absent", 10, ErrorCode::not_found},
        {folder / "ten/inside", 10, ErrorCode::not_found},
        {"", 10, ErrorCode::not_found},
        {folder.path(), 10, ErrorCode::unreadable},
    };
    for (const auto& row : cases) {
        CAPTURE(row.path);
        const auto bytes = read_file(row.path, row.limit);
        REQUIRE_FALSE(bytes);
        CHECK(bytes.error().code == row.code);
        CHECK(bytes.error().context == std::vector<std::string>{row.path});
    }
}

TEST_CASE("reads a pipe to its end") {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    REQUIRE(::write(ends[1], "through a pipe", 14) == 14);
    ::close(ends[1]);
    CHECK(*read_descriptor(ends[0], "the pipe", 100) == "through a pipe");
    ::close(ends[0]);
}

TEST_CASE("lists the regular files of a folder by name") {
    const Folder folder;
    CHECK(files_in_folder(folder.path()).error().code == ErrorCode::empty);
    for (const auto* name : {"b.txt", "a.txt", ".hidden", "B.txt"}) put(folder / name, "x");
    fs::create_directory(folder / "inner");
    fs::create_symlink(folder / "a.txt", folder / "link");
    fs::create_symlink(folder / "nowhere", folder / "broken");
    CHECK(*files_in_folder(folder.path()) ==
          std::vector<std::string>{folder / "B.txt", folder / "a.txt", folder / "b.txt", folder / "link"});
    CHECK(files_in_folder(folder / "absent").error().code == ErrorCode::not_found);
    CHECK(is_folder(folder.path()));
    CHECK_FALSE(is_folder(folder / "a.txt"));
}

TEST_CASE("puts an output file in its place only when it is finished") {
    const Folder folder;
    put(folder / "report", "old");
    ::chmod((folder / "report").c_str(), 0640);
    {
        auto abandoned = Output::to_file(folder / "report");
        REQUIRE(abandoned);
        REQUIRE(abandoned->write("half"));
    }
    CHECK(*read_file(folder / "report", 100) == "old");
    CHECK(folder.entries() == 1);

    auto output = Output::to_file(folder / "report");
    REQUIRE(output);
    REQUIRE(output->write("new "));
    CHECK(*output->write("text") == 8);
    CHECK(*read_file(folder / "report", 100) == "old");
    CHECK(*output->finish() == 8);
    CHECK(*read_file(folder / "report", 100) == "new text");
    CHECK(folder.entries() == 1);
    struct stat status {};
    ::stat((folder / "report").c_str(), &status);
    CHECK((status.st_mode & 0777) == 0640);
    CHECK_FALSE(output->write("more"));
}

TEST_CASE("writes through a link and keeps the link") {
    const Folder folder;
    put(folder / "real", "old");
    fs::create_symlink("real", folder / "link");
    auto output = Output::to_file(folder / "link");
    REQUIRE(output->write("new"));
    REQUIRE(output->finish());
    CHECK(fs::is_symlink(folder / "link"));
    CHECK(*read_file(folder / "real", 100) == "new");
}

TEST_CASE("says why an output cannot be written and leaves nothing behind") {
    const Folder folder;
    CHECK(Output::to_file(folder / "absent/report").error().code == ErrorCode::unwritable);
    CHECK(Output::to_file(folder.path()).error().code == ErrorCode::unwritable);
    CHECK(Output::to_file("").error().code == ErrorCode::unwritable);
    CHECK(folder.entries() == 0);

    auto full = Output::to_file("/dev/full");
    REQUIRE(full);
    const auto written = full->write("text");
    REQUIRE_FALSE(written);
    CHECK(written.error().to_string() == "/dev/full: the disk is full");
    CHECK(fs::exists("/dev/full"));
}

}  // namespace
}  // namespace axray::base
