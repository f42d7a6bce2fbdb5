#include "read/metadata/loose_json.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace axray;
using namespace axray::read;

namespace {

// The tree written back in strict form, values as they stand in the page.
std::string written(const JsonTree& tree, std::uint32_t& node) {
    const JsonNode& at = tree.nodes[node];
    std::string text = at.key.empty() ? "" : std::string(tree.key(node)) + "=";
    if (at.kind == JsonKind::string || at.kind == JsonKind::other) {
        text += at.kind == JsonKind::string ? "'" + std::string(tree.value(node)) + "'" : std::string(tree.value(node));
        ++node;
        return text;
    }
    text += at.kind == JsonKind::object ? "{" : "[";
    const std::uint32_t end = at.end;
    for (++node; node < end;) {
        text += written(tree, node);
        if (node < end) text += ",";
    }
    return text + (at.kind == JsonKind::object ? "}" : "]");
}
std::string written(std::string_view json) {
    const JsonTree tree = read_loose_json(json, {0, static_cast<std::uint32_t>(json.size())});
    std::string text;
    for (std::uint32_t node = 0; node < tree.nodes.size();) text += written(tree, node) + ";";
    return text;
}

}  // namespace

TEST_CASE("reads JSON, whole and broken") {
    struct Row {
        std::string json;
        std::string tree;
    };
    const Row rows[] = {
        {R"({"a":"x","b":[1,true,null],"c":{"d":"y"}})", "{a='x',b=[1,true,null],c={d='y'}};"},
        {R"({"a":"x",})", "{a='x'};"},
        {"{\"a\":\"two\nlines\"}", "{a='two\nlines'};"},
        {R"({"a":"he said "no" twice","b":1})", R"({a='he said "no" twice',b=1};)"},
        {"{\"a\":\"x\"\n\"b\":\"y\"}", "{a='x',b='y'};"},
        {R"({"a":"x"}{"a":"y"})", "{a='x'};{a='y'};"},
        {"<!-- //<![CDATA[ {\"a\":1} //]]> -->", "{a=1};"},
        {R"({a:1,"b":"c\"d"})", R"({a=1,b='c\"d'};)"},
        {R"({"a":{"b":"x)", "{a={b='x'}};"},
        {"}]{}", "{};"},
        {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.json);
        CHECK(written(row.json) == row.tree);
    }
}

TEST_CASE("deep and long JSON is cut off, what comes before is kept") {
    const std::string deep =
        "{\"a\":\"x\",\"b\":" + std::string(100'000, '[') + std::string(100'000, ']') + ",\"c\":\"y\"}";
    const JsonTree tree = read_loose_json(deep, {0, static_cast<std::uint32_t>(deep.size())});
    CHECK(tree.value(tree.member(0, "a")) == "x");
    CHECK(tree.value(tree.member(0, "c")) == "y");
    std::string many = "[";
    for (int i = 0; i < 100'000; ++i) many += "1,";
    CHECK(read_loose_json(many, {0, static_cast<std::uint32_t>(many.size())}).nodes.size() == kMostJsonNodes);
}

TEST_CASE("decodes escapes, also of pairs and broken ones") {
    CHECK(unescape_json(R"(a\u00e9\"b\/)") == "a\xC3\xA9\"b/");
    CHECK(unescape_json(R"(\ud83d\ude00)") == "\xF0\x9F\x98\x80");
    CHECK(unescape_json(R"(\ud83dx)") == "\xEF\xBF\xBDx");
    CHECK(unescape_json(R"(\u12)") == "u12");
}
