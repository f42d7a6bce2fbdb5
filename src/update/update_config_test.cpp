#include "update/update_config.hpp"

#include <doctest/doctest.h>

using namespace axray;
using namespace axray::update;

TEST_CASE("the configuration of the program is sound, and all its addresses are encrypted") {
    const auto config = open_config("");
    REQUIRE(config);
    CHECK(config->lists.size() >= 8);
    for (const auto& list : config->lists) {
        CAPTURE(list.list);
        CHECK_FALSE(list.form.empty());
        CHECK(list.least_entries > 1);
        for (const auto& address : list.addresses) CHECK(address.rfind("https://", 0) == 0);
    }
}

TEST_CASE("what is not told has a default") {
    const auto config = read_config(R"({"lists":[{"list":"a","addresses":["https://example.org/a.xml"]}]})");
    REQUIRE(config);
    CHECK(config->lists[0].form.empty());
    CHECK(config->lists[0].least_entries == 1);
    CHECK(config->lists[0].largest_size == 256ULL << 20U);
    CHECK(config->certificates.empty());
}

TEST_CASE("a configuration that is wrong is refused with the field") {
    const auto with = [](const std::string& members) {
        return R"({"lists":[{"list":"a","addresses":["https://example.org/a"])" + members + "}]}";
    };
    const std::pair<std::string, std::string> cases[] = {
        {"", "expected an object of JSON"},
        {"[]", "expected an object of JSON"},
        {"{", "expected an object of JSON"},
        {"{}", "lists: expected 1 to"},
        {R"({"lists":[]})", "lists: expected 1 to"},
        {R"({"lists":[7]})", "lists[0]: expected an object"},
        {R"({"lists":[{"list":"a"}]})", "lists[0].addresses"},
        {R"({"lists":[{"addresses":["https://example.org/a"]}]})", "lists[0].list"},
        {R"({"lists":[{"list":"a","addresses":[]}]})", "lists[0].addresses"},
        {R"({"lists":[{"list":"a","addresses":["ftp://example.org/a"]}]})", "lists[0].addresses"},
        {R"({"lists":[{"list":"a","addresses":["sdn.csv"]}]})", "lists[0].addresses"},
        {with(R"(,"form":7)"), "lists[0].form: expected a text"},
        {with(R"(,"form":"a\nb")"), "lists[0].form"},
        {with(R"(,"largest_size":0)"), "lists[0].largest_size: expected a whole number"},
        {with(R"(,"largest_size":99999999999)"), "lists[0].largest_size: expected a whole number"},
        {with(R"(,"least_entries":-1)"), "lists[0].least_entries: expected a whole number"},
        {with(R"(,"size":1)"), "lists[0].size: expected no such field"},
        {R"({"lists":[{"list":"a","addresses":["https://e.org/a"]},{"list":"a","addresses":["https://e.org/a"]}]})",
         "named twice"},
    };
    for (const auto& one : cases) {
        const auto& text = one.first;
        const auto& message = one.second;
        CAPTURE(text);
        const auto config = read_config(text);
        REQUIRE_FALSE(config);
        CHECK(config.error().code == ErrorCode::malformed);
        CHECK(config.error().message.find(message) != std::string::npos);
    }
    CHECK(open_config("no-such-file").error().code == ErrorCode::not_found);
}
