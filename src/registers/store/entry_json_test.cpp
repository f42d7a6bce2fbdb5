#include "registers/store/entry_json.hpp"

#include <doctest/doctest.h>

#include "registers/store/entry_for_test.hpp"
#include "registers/store/store.hpp"

using namespace axray;
using namespace axray::registers;

TEST_CASE("an entry with every field comes back from its line as it was") {
    const auto entry = full_entry();
    const auto line = to_json_line(entry);
    CHECK(line.find('\n') == std::string::npos);
    const auto read = from_json_line(line);
    REQUIRE(read);
    CHECK(*read == entry);
}

TEST_CASE("what is empty is not written, and stays empty") {
    auto entry = full_entry();
    entry.births.clear();
    entry.remarks.clear();
    const auto line = to_json_line(entry);
    CHECK(line.find("births") == std::string::npos);
    CHECK(line.find("remarks") == std::string::npos);
    CHECK(from_json_line(line) == entry);
}

TEST_CASE("the kinds of entries and names all come back") {
    for (int kind = 0; kind <= static_cast<int>(EntryKind::other); ++kind) {
        auto entry = full_entry();
        entry.kind = static_cast<EntryKind>(kind);
        CHECK(from_json_line(to_json_line(entry)) == entry);
    }
    for (int kind = 0; kind <= static_cast<int>(ListedNameKind::native_script); ++kind) {
        auto entry = full_entry();
        entry.names[0].kind = static_cast<ListedNameKind>(kind);
        CHECK(from_json_line(to_json_line(entry)) == entry);
    }
}

TEST_CASE("a damaged line gives an error that says what is wrong") {
    const std::string names = R"("names":[{"text":"A","kind":"primary"}],)";
    const std::string row = R"("rows":[{"file":"f","line":1,"bytes":[0,1]}]})";
    const std::string head = R"({"list":"l","reference":"r","kind":"person",)";
    REQUIRE(from_json_line(head + names + row));
    const std::pair<std::string, std::string> cases[] = {
        {"", "no entry in JSON"},
        {"[]", "\"entry\" must be an object"},
        {"{", "no entry in JSON"},
        {"{}", "no list or reference"},
        {head + row, "no name"},
        {head + names + "\"rows\":[]}", "no row"},
        {head + names + R"("rows":[{"file":"f","line":1,"bytes":[1,0]}]})", "a beginning and an end"},
        {head + names + R"("rows":[{"file":"f","line":1,"bytes":[0,4294967296]}]})", "a number up to"},
        {head + names + R"("births":"1985",)" + row, "\"births\" must be an array"},
        {head + names + R"("births":[1985],)" + row, "\"births\" must be a text"},
        {head + names + "\"remarks\":\"\\ud800\"," + row, "no entry in JSON"},
        {R"({"list":"l","reference":"r","kind":"wizard",)" + names + row, "\"wizard\" is no kind"},
        {head + names + "\"births\":" + std::string(50, '[') + std::string(50, ']') + "," + row, "no entry in JSON"},
    };
    for (const auto& one : cases) {
        const auto& line = one.first;
        const auto& message = one.second;
        CAPTURE(line);
        const auto read = from_json_line(line);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == ErrorCode::malformed);
        CHECK(read.error().message.find(message) != std::string::npos);
    }
}
