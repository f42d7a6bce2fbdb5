#include "registers/import/json_list.hpp"

#include <doctest/doctest.h>

using namespace axray;
using namespace axray::registers;

namespace {

struct Taken {
    std::vector<std::string> names;
    std::vector<ListRow> places;
    std::vector<ImportFault> faults;
    std::uint64_t rows = 0;
};

Taken take_all(ListText& text, JsonList* array) {
    Taken taken;
    ListInMaking list("test");
    const TakeObject take = [&](const JsonValue& object, const ListRow& place) {
        taken.names.emplace_back(object.text("name"));
        taken.places.push_back(place);
    };
    if (array != nullptr)
        array->each(list, take);
    else
        each_json_line(text, list, take);
    taken.faults = list.made().faults;
    taken.rows = list.made().rows;
    return taken;
}

Result<Taken> taken_from(const std::string& json, std::string_view member) {
    const ListFile file{"f.json", json};
    ListText text(file);
    auto array = JsonList::open(text, member);
    if (!array) return fail(std::move(array).error());
    return take_all(text, &*array);
}

}  // namespace

TEST_CASE("each object of an array knows its bytes and its line") {
    const std::string json = "{ \"v\" : 1,\n\"list\": [\n {\"name\": \"a, ]}\\\" b\"},\n\n  {\"name\": \"c\"} ] }\n";
    const auto taken = taken_from(json, "list");
    REQUIRE(taken);
    CHECK(taken->names == std::vector<std::string>{"a, ]}\" b", "c"});
    REQUIRE(taken->places.size() == 2);
    CHECK(taken->places[0].line == 3);
    CHECK(taken->places[1].line == 5);
    const auto bytes = taken->places[1].bytes;
    CHECK(json.substr(bytes.begin, bytes.size()) == "{\"name\": \"c\"}");
}

TEST_CASE("an object with a fault is told and left out, and the others are read") {
    const auto taken = taken_from(R"([{"name":"a"},{"name":},7,{"name":"\ud800"},{"name" "x"},{"name":"b"}])", "");
    REQUIRE(taken);
    CHECK(taken->names == std::vector<std::string>{"a", "b"});
    CHECK(taken->rows == 6);
    REQUIRE(taken->faults.size() == 4);
    CHECK(taken->faults[0].message.find("not valid JSON at byte 8") != std::string::npos);
    CHECK(taken->faults[1].message == "an object was expected");
    CHECK(taken->faults[1].place.bytes == Span{24, 25});
}

TEST_CASE("a file whose outline is broken is malformed, and the byte is told") {
    const std::pair<std::string, std::string> cases[] = {
        {"", "byte 0"},
        {"7", "byte 0"},
        {"{", "byte 1"},
        {"{\"list\":[{\"name\":\"a\"}", "byte 21"},
        {"{\"list\":[{\"name\":\"a\"", "byte 20"},
        {"{\"list\":[{\"name\":\"a", "byte 19"},
        {"{\"list\":[{} {}]}", "byte 12"},
        {"{\"list\":[{},]}", "byte 12"},
        {"{\"list\":[]} x", "byte 12"},
        {"{\"list\" []}", "byte 8"},
        {"{list:[]}", "byte 1"},
        {"{\"list\":{}}", "no array \"list\""},
        {"{\"other\":[]}", "no array \"list\""},
        {"{\"other\":tru,\"list\":[]}", "member \"other\""},
    };
    for (const auto& one : cases) {
        const auto& json = one.first;
        const auto& message = one.second;
        CAPTURE(json);
        const auto taken = taken_from(json, "list");
        REQUIRE_FALSE(taken);
        CHECK(taken.error().code == ErrorCode::malformed);
        CHECK(taken.error().to_string().find(message) != std::string::npos);
    }
}

TEST_CASE("values may stand deep, but not without end") {
    const auto nested = [](std::size_t depth) {
        return "[{\"name\":\"a\",\"v\":" + std::string(depth, '[') + std::string(depth, ']') + "}]";
    };
    CHECK(taken_from(nested(50), "")->faults.empty());
    const auto deep = taken_from(nested(100'000), "");
    REQUIRE(deep);
    REQUIRE(deep->faults.size() == 1);
    CHECK(deep->faults[0].message.find("deep") != std::string::npos);
}

TEST_CASE("lines are read one by one") {
    const ListFile file{"f.jsonl",
                        "\xEF\xBB\xBF{\"name\":\"a\"}\r\n\n  {\"name\":\"b\"}  \n{\"name\":\n{\"name\":\"c\"}"};
    ListText text(file);
    const auto taken = take_all(text, nullptr);
    CHECK(taken.names == std::vector<std::string>{"a", "b", "c"});
    CHECK(taken.places[0].bytes == Span{3, 15});
    CHECK(taken.places[1].line == 3);
    REQUIRE(taken.faults.size() == 1);
    CHECK(taken.faults[0].place.line == 4);
}

TEST_CASE("members are asked for by name, and what is missing is empty") {
    JsonReader reader;
    const auto value = reader.read(R"({"a":"x","n":-1.5,"t":true,"l":["y",null,2,{}],"o":{"a":"z"},"a":"second"})");
    REQUIRE(value);
    CHECK(value->text("a") == "x");
    CHECK(value->text("n") == "-1.5");
    CHECK(value->is_true("t"));
    CHECK_FALSE(value->is_true("a"));
    CHECK(value->texts("l") == std::vector<std::string_view>{"y", "2"});
    CHECK(value->texts("a") == std::vector<std::string_view>{"x"});
    CHECK(value->member("o").text("a") == "z");
    CHECK(value->text("o").empty());
    CHECK(value->member("b").member("c").text("d").empty());
}

TEST_CASE("a reference is one line of printable text of bounded size") {
    CHECK(reference_part(" a\tb\n c\x01") == "a b c_");
    CHECK(reference_part(std::string(199, 'a') + "\xC3\xA9").size() == 199);
}
