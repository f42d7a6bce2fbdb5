#include "language/indicators/indicators.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/cases_for_test.hpp"
#include "language/indicators/refang.hpp"

namespace axray::language {
namespace {

std::string shown(const std::vector<Indicator>& found) {
    std::string text;
    for (const auto& one : found) {
        if (!text.empty()) text += " | ";
        text += std::string(to_string(one.kind)) + " " + one.value;
    }
    return text;
}

}  // namespace

TEST_CASE("indicators of the table of cases") {
    const auto cases = base::cases_of("tests/language_cases/indicators.tsv", 3);
    for (const auto& one : cases) {
        CAPTURE(one[1]);
        CHECK(shown(find_indicators(one[1])) == one[2]);
    }
    CHECK(cases.size() > 60);
}

TEST_CASE("spans are those of the text as it is written") {
    const std::string text = "Caf\u00e9: hxxp[:]//mail[.]fjordnet [.] org/x, 192[.]0.2.1!";
    const auto found = find_indicators(text);
    REQUIRE(found.size() == 3);
    const auto written = [&text](const Indicator& one) { return text.substr(one.span.begin, one.span.size()); };
    CHECK(written(found[0]) == "hxxp[:]//mail[.]fjordnet [.] org/x");
    CHECK(written(found[1]) == "mail[.]fjordnet [.] org");
    CHECK(written(found[2]) == "192[.]0.2.1");
}

TEST_CASE("text without hidden addresses stays as it is") {
    for (const std::string text : {"a. [b", "a. (b", "See (above).", "We met at noon [and left].", "[1].", "x).y",
                                   "The dot com bubble burst.", "C:\\temp", "http://fjordnet.org/"}) {
        CAPTURE(text);
        const auto result = refang(text);
        CHECK(result.text == text);
        CHECK(result.changes.empty());
    }
}

TEST_CASE("schemes that were changed are read as the usual ones") {
    for (const auto& [text, meant] :
         std::vector<std::pair<std::string, std::string>>{{"hXXp://a.org/x", "http://a.org/x"},
                                                          {"hxxps://a.org", "https://a.org"},
                                                          {"http//a.org/x", "http://a.org/x"},
                                                          {"https:/// a.org/x", "https://a.org/x"},
                                                          {"[http]://a.org", "http://a.org"},
                                                          {"https!://a.org", "https://a.org"},
                                                          {"http ://a.org/x", "http://a.org/x"},
                                                          {"fxp://a.org", "ftp://a.org"},
                                                          {"a[-]b.org", "a-b.org"},
                                                          {"me(arroba)a(punto)org", "me@a.org"}}) {
        CHECK(refang(text).text == meant);
    }
}

TEST_CASE("a long text of openers, dots and signs takes no longer than its length") {
    for (const std::string_view part : {"[", "[.", "a.[", ".", "@", "a@", "://", "h://", " AT a", "a dot ",
                                        "1:", "C:\\a ", "HKLM\\<", "Mozilla/5.0 (", "(http://", "\xff"}) {
        std::string text;
        while (text.size() < 200'000) text += part;
        for (const auto& one : find_indicators(text)) CHECK(one.span.end <= text.size());
    }
}

}  // namespace axray::language
