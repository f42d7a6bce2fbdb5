#include "fetch/kept_pages.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include <doctest/doctest.h>

#include "base/digest.hpp"

namespace axray::fetch {
namespace {

namespace fs = std::filesystem;

// A fresh folder that goes with the test.
class Folder {
public:
    Folder() : path_((fs::temp_directory_path() / "axray-kept-XXXXXX").string()) { CHECK(::mkdtemp(path_.data())); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path_); }
    [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + "/" + name; }

private:
    std::string path_;
};

KeptPage page_of(const WebAddress& address, std::string body) {
    KeptPage page;
    page.address = address.text();
    page.redirects = {{301, "https://example.org/b"}, {302, "https://example.org/c"}};
    page.final_address = "https://example.org/c";
    page.status = 200;
    page.headers = {{"Content-Type", "text/html; charset=utf-8"}, {"ETag", "\"1\""}, {"X", ""}};
    page.sha256 = base::sha256_hex(body);
    page.body = std::move(body);
    page.peer = "192.0.2.1";
    page.retrieved = Seconds(std::chrono::seconds(1000000000));
    page.checked = Seconds(std::chrono::seconds(1000000060));
    return page;
}

fs::path only_file(const std::string& folder, const std::string& ending) {
    fs::path found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ending) found = entry.path();
    }
    return found;
}

TEST_CASE("a page is found again as it was kept, and by its own address only") {
    const Folder folder;
    const KeptPages pages(folder / "kept");
    for (const auto* text :
         {"https://example.org/a?b", "http://[2001:db8::1]:81/", "http://xn--ber-goa.example:8080/x"}) {
        CAPTURE(text);
        const auto address = parse_address(text);
        REQUIRE(address);
        CHECK_FALSE(pages.find(*address)->has_value());
        const auto page = page_of(*address, std::string("<p>a\0b", 6));
        CHECK(pages.keep(*address, page).has_value());
        const auto found = pages.find(*address);
        REQUIRE(found);
        REQUIRE(found->has_value());
        CHECK(**found == page);
    }
    CHECK_FALSE(pages.find(*parse_address("https://example.org/a?c"))->has_value());
    const auto mode = fs::status(folder / "kept").permissions();
    CHECK((mode & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none);
}

TEST_CASE("hosts of any length have a folder") {
    const Folder folder;
    const KeptPages pages(folder / "kept");
    std::string host;
    for (int i = 0; i < 4; ++i) host += std::string(60, static_cast<char>('a' + i)) + ".";
    const auto address = parse_address("http://" + host + "example:8080/");
    REQUIRE(address);
    CHECK(pages.keep(*address, page_of(*address, "x")).has_value());
    CHECK(pages.find(*address)->has_value());
}

TEST_CASE("a newer page takes the place of an older one, whose bytes stay under their digest") {
    const Folder folder;
    const KeptPages pages(folder / "kept");
    const auto address = parse_address("https://example.org/a");
    CHECK(pages.keep(*address, page_of(*address, "first")).has_value());
    CHECK(pages.keep(*address, page_of(*address, "second")).has_value());
    CHECK((*pages.find(*address))->body == "second");
    CHECK(fs::exists(folder / "kept/example.org/" + base::sha256_hex("first") + ".html"));
}

TEST_CASE("a page that was changed or damaged is told, never taken") {
    const Folder folder;
    const KeptPages pages(folder / "kept");
    const auto address = parse_address("https://example.org/a");
    const auto fault_after = [&](const std::string& ending, const std::string& bytes) {
        fs::remove_all(folder / "kept");
        CHECK(pages.keep(*address, page_of(*address, "body")).has_value());
        std::ofstream(only_file(folder / "kept", ending)) << bytes;
        const auto found = pages.find(*address);
        return found ? std::string() : found.error().to_string();
    };
    CHECK(fault_after(".html", "bodx").find("digest") != std::string::npos);
    for (const auto* bytes : {"", "{", "[]", "{}", "{\"format\":2}", "null", "{\"format\":1,\"address\":7}"}) {
        CAPTURE(bytes);
        CHECK(fault_after(".json", bytes).find("no description of a kept page") != std::string::npos);
    }
    fs::remove_all(folder / "kept");
    CHECK(pages.keep(*address, page_of(*address, "body")).has_value());
    fs::remove(only_file(folder / "kept", ".html"));
    CHECK_FALSE(pages.find(*address).has_value());
}

TEST_CASE("an entry cannot name a file outside the folder") {
    const Folder folder;
    const KeptPages pages(folder / "kept");
    const auto address = parse_address("https://example.org/a");
    auto page = page_of(*address, "body");
    CHECK(pages.keep(*address, page).has_value());
    const auto entry = only_file(folder / "kept", ".json");
    std::string text;
    std::getline(std::ifstream(entry), text, '\0');
    text.replace(text.find(page.sha256), page.sha256.size(), "../../../../../../../../../../../../../../../etc/passwd");
    std::ofstream(entry) << text;
    CHECK(pages.find(*address).error().code == ErrorCode::malformed);
}

TEST_CASE("what cannot be written is an error, and no folder keeps nothing") {
    const auto address = parse_address("https://example.org/a");
    CHECK(KeptPages("/proc/axray").keep(*address, page_of(*address, "body")).error().code == ErrorCode::unwritable);
    const KeptPages none("");
    CHECK(none.keep(*address, page_of(*address, "body")).has_value());
    CHECK_FALSE(none.find(*address)->has_value());
}

TEST_CASE("who reads while others write sees one whole page or another") {
    const Folder folder;
    const KeptPages pages(folder / "kept");
    const auto address = parse_address("https://example.org/a");
    CHECK(pages.keep(*address, page_of(*address, std::string(10000, '0'))).has_value());
    const auto write = [&](char letter) {
        for (int i = 0; i < 20; ++i) {
            if (!pages.keep(*address, page_of(*address, std::string(10000 + i, letter)))) return;
        }
    };
    std::thread first(write, 'a'), second(write, 'b');
    int whole = 0;
    for (int i = 0; i < 200; ++i) whole += pages.find(*address).has_value() ? 1 : 0;
    first.join();
    second.join();
    CHECK(whole == 200);
}

TEST_CASE("the usual folder follows the environment") {
    const std::string home = std::getenv("HOME") != nullptr ? std::getenv("HOME") : "";
    ::setenv("HOME", "/home-of-somebody", 1);
    ::unsetenv("XDG_CACHE_HOME");
    CHECK(usual_folder() == "/home-of-somebody/.cache/axray");
    ::setenv("XDG_CACHE_HOME", "relative", 1);
    CHECK(usual_folder() == "/home-of-somebody/.cache/axray");
    ::setenv("XDG_CACHE_HOME", "/cache", 1);
    CHECK(usual_folder() == "/cache/axray");
    ::unsetenv("XDG_CACHE_HOME");
    ::unsetenv("HOME");
    CHECK(usual_folder().empty());
    ::setenv("HOME", home.c_str(), 1);
}

}  // namespace
}  // namespace axray::fetch
