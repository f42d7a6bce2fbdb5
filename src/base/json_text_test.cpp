#include "base/json_text.hpp"

#include <limits>

#include <doctest/doctest.h>

using namespace axray::base;

namespace {

std::string string_of(std::string_view text) {
    std::string json;
    append_json_string(json, text);
    return json;
}

std::string share_of(double value) {
    std::string json;
    append_json_share(json, value);
    return json;
}

}  // namespace

TEST_CASE("strings are escaped where JSON asks for it and nowhere else") {
    CHECK(string_of("") == "\"\"");
    CHECK(string_of("a \"b\" \\ c") == R"("a \"b\" \\ c")");
    CHECK(string_of("line\nfeed\ttab") == R"("line\nfeed\ttab")");
    CHECK(string_of(std::string_view("\0\x1b\x7f", 3)) == R"("\u0000\u001b\u007f")");
    CHECK(string_of("caf\xC3\xA9 </script>") == "\"caf\xC3\xA9 </script>\"");
}

TEST_CASE("bytes that are not UTF-8 become replacement characters") {
    CHECK(string_of("a\xFF"
                    "b") ==
          "\"a\xEF\xBF\xBD"
          "b\"");
    CHECK(string_of("\xC3") == "\"\xEF\xBF\xBD\"");
}

TEST_CASE("shares have four digits and stay between 0 and 1") {
    CHECK(share_of(0) == "0.0000");
    CHECK(share_of(0.12345) == "0.1235");
    CHECK(share_of(0.99999) == "1.0000");
    CHECK(share_of(1.5) == "1.0000");
    CHECK(share_of(-0.5) == "0.0000");
    CHECK(share_of(std::numeric_limits<double>::quiet_NaN()) == "0.0000");
}
