#include "registers/store/reference_list.hpp"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <unistd.h>

using namespace axray;
using namespace axray::registers;

namespace {

std::string path_for_test() {
    return (std::filesystem::temp_directory_path() / ("axray-references-" + std::to_string(::getpid()))).string();
}

}  // namespace

TEST_CASE("each of the references is found where it was put, and no other") {
    const auto path = path_for_test();
    for (const std::uint32_t count : {0U, 1U, 2U, 3U, 7U, 64U, 1000U}) {
        std::vector<std::string> names;
        for (std::uint32_t at = 0; at < count; ++at) names.push_back("test:" + std::to_string(at * 7));
        std::vector<std::pair<std::string_view, Span>> references;
        for (std::uint32_t at = 0; at < count; ++at) references.push_back({names[at], {at, at + 5}});
        REQUIRE(write_references(path, references));
        const auto list = ReferenceList::open(path);
        REQUIRE(list);
        for (const auto& [name, span] : references) CHECK(list->find(name) == span);
        for (const auto* absent : {"", "test", "test:", "test:1", "test:70000", "zzz", "\t0\t5", "test:0\t0\t5"}) {
            CHECK_FALSE(list->find(absent));
        }
    }
    std::filesystem::remove(path);
}

TEST_CASE("a damaged file of references is refused, or finds nothing") {
    const auto path = path_for_test();
    CHECK_FALSE(ReferenceList::open(path));
    std::ofstream(path) << "not a model file";
    CHECK_FALSE(ReferenceList::open(path));
    REQUIRE(base::write_model_file(path, "references", 1, "test:1\tx\t5\ntest:2\n\n\n"));
    const auto list = ReferenceList::open(path);
    REQUIRE(list);
    CHECK_FALSE(list->find("test:1"));
    CHECK_FALSE(list->find("test:2"));
    std::filesystem::remove(path);
}

TEST_CASE("a reference has something in it and no control characters") {
    CHECK(is_reference("ofac:47800"));
    CHECK(is_reference("ftm:\xC3\xA9 1"));
    CHECK_FALSE(is_reference(""));
    CHECK_FALSE(is_reference("a\tb"));
    CHECK_FALSE(is_reference("a\nb"));
}
