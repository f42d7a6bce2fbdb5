#include "cli/inputs.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>

#include "cli/terminal.hpp"

namespace axray::cli {
namespace {

namespace fs = std::filesystem;

// A fresh folder that goes with the test.
class Folder {
public:
    Folder() : path_((fs::temp_directory_path() / "axray-inputs-XXXXXX").string()) { CHECK(::mkdtemp(path_.data())); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path_); }
    [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + "/" + name; }
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

std::vector<std::string> names_of(const std::vector<std::string>& names) {
    std::vector<std::string> listed;
    for (const NamedInput& input : list_inputs(names, FolderDepth::files_in_it)) listed.push_back(input.name);
    return listed;
}

TEST_CASE("a folder stands for its files, and each file is given once") {
    const Folder folder;
    for (const auto* name : {"b.txt", "a.txt"}) std::ofstream(folder / name) << "text";
    const std::vector<std::string> both = {folder / "a.txt", folder / "b.txt"};
    CHECK(names_of({folder.path()}) == both);
    CHECK(names_of({folder.path(), folder / "a.txt", folder / "./b.txt"}) == both);
    CHECK(names_of({folder / "b.txt", folder.path()}) == std::vector<std::string>{folder / "b.txt", folder / "a.txt"});
    CHECK(names_of({"-", folder / "a.txt", "-"}) == std::vector<std::string>{"-", folder / "a.txt"});
}

TEST_CASE("an address stands for itself, once") {
    const std::string page = "https://example.org/a";
    CHECK(names_of({page, "ftp://example.org/", page}) == std::vector<std::string>{page, "ftp://example.org/"});
    CHECK(is_address(page));
    CHECK_FALSE(is_address("report.txt"));
}

TEST_CASE("every name that cannot be used is told") {
    const Folder empty;
    const auto inputs = list_inputs({empty.path(), "/nowhere/report.txt"}, FolderDepth::files_in_it);
    REQUIRE(inputs.size() == 2);
    REQUIRE(inputs[0].error.has_value());
    CHECK(inputs[0].error->code == ErrorCode::empty);
    CHECK(inputs[0].error->context == std::vector<std::string>{empty.path()});
    CHECK_FALSE(inputs[1].error.has_value());  // told when it is read
}

TEST_CASE("the width of text is the chosen one, then that of the environment") {
    const struct {
        const char* columns;
        unsigned chosen, width;
    } cases[] = {{"70", 50, 50},   {"70", 0, 70},   {"0", 0, 100},
                 {"wide", 0, 100}, {"70 ", 0, 100}, {"99999999999", 0, 100}};
    for (const auto& row : cases) {
        CAPTURE(row.columns);
        ::setenv("COLUMNS", row.columns, 1);
        CHECK(text_width(row.chosen, Destination::file) == row.width);
    }
    ::unsetenv("COLUMNS");
    CHECK(text_width(0, Destination::file) == 100);
    CHECK_FALSE(shows_colors(ColorChoice::automatic, Destination::file));
    CHECK(shows_colors(ColorChoice::always, Destination::file));
}

}  // namespace
}  // namespace axray::cli
