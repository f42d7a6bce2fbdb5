#include "report/terminal.hpp"

#include <sstream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "report/report_fixture.hpp"
#include "report/terminal_text.hpp"

using namespace axray;
using namespace axray::report;

namespace {

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// The text with the style codes that the renderer itself writes taken out.
std::string without_codes(const std::string& text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\x1b') {
            at = text.find('m', at);
        } else {
            result += text[at];
        }
    }
    return result;
}

}  // namespace

TEST_CASE("columns are counted as terminals show them") {
    struct Case {
        std::string_view text;
        std::uint32_t columns;
    };
    for (const auto& [text, columns] :
         {Case{"", 0}, Case{"abc", 3}, Case{"caf\u00e9", 4}, Case{"cafe\u0301", 4}, Case{"\u6E2F\u6E7E", 4},
          Case{"\U0001F600", 2}, Case{"\u05E2\u05D9", 2}, Case{"a\u200Db", 2}, Case{"\uFF21", 2}}) {
        const std::string shown(text);
        CAPTURE(shown);
        CHECK(columns_of(text) == columns);
    }
}

TEST_CASE("control characters and direction overrides of foreign text are taken out") {
    CHECK(harmless("a\x1b[31mb") == "a\uFFFD[31mb");
    CHECK(harmless("a\nb\tc") == "a b c");
    CHECK(harmless("\u009b31m\x7f") == "\uFFFD31m\uFFFD");
    CHECK(harmless("a\u202Eb\u2066c") == "abc");
}

TEST_CASE("lines break at blanks, and within words that are longer than a line") {
    const StyledText::Layout layout{10, "1  ", "   ", StyleCodes::none};
    CHECK(StyledText().add("one two three").lines(layout) == "1  one two\n   three\n");
    CHECK(StyledText().add("abcdefghijkl m").lines(layout) == "1  abcdefg\n   hijkl m\n");
    CHECK(StyledText().add("\u6E2F\u6E7E\u65B0\u805E").lines(layout) == "1  \u6E2F\u6E7E\u65B0\n   \u805E\n");
    CHECK(StyledText().add("").lines(layout) == "1  \n");
    CHECK(StyledText().add("a ").add(" b").lines(layout) == "1  a b\n");
}

TEST_CASE("a style ends with its line and begins again on the next") {
    const StyledText::Layout layout{8, "", "", StyleCodes::ansi};
    CHECK(StyledText().add("a ").add("one two three", TextStyle::strong).add(".").lines(layout) ==
          "a \x1b[1mone\x1b[0m\n\x1b[1mtwo\x1b[0m\n\x1b[1mthree\x1b[0m.\n");
}

TEST_CASE("no line is wider than the terminal") {
    for (const std::uint32_t width : {20U, 40U, 80U, 120U}) {
        for (const auto color : {TerminalColor::none, TerminalColor::ansi}) {
            const auto text =
                without_codes(render_terminal(ferry_report(), {width, color, TerminalDetail::everything}));
            std::istringstream lines(text);
            for (std::string line; std::getline(lines, line);) {
                CAPTURE(line);
                CHECK(columns_of(line) <= width);
            }
        }
    }
}

TEST_CASE("without colour there is no escape code, and what differs stands in brackets") {
    const auto text = render_terminal(ferry_report(), {200, TerminalColor::none, TerminalDetail::everything});
    CHECK_FALSE(contains(text, "\x1b"));
    CHECK(contains(text, "  1  \u2717 contradicted, probability of support 6%\n"));
    CHECK(contains(text, "     Ferry strikes pier at [Lindhaven], [40] hurt\n"));
    CHECK(contains(text, "     number differs: 40 | source: 14\n"));
    CHECK(contains(text, "     | Ferry hits pier, [14] injured\n"));
    CHECK(contains(text, "     In a [coordinated effort], the coast guard and two tugs freed the vessel\n"));
    CHECK(contains(text, "     without evidence: coordinated effort\n"));
    CHECK(contains(text, "     reports/wire.txt, sentence 4\n"));
    CHECK(
        contains(text, "     attribution dropped | source: According to the union. The source says who claims it.\n"));
    CHECK(contains(text, "     The ferry Sankt Annen ... injuring [40] passengers\n"));
    CHECK(contains(text, "     A passenger wrote: <script>"));
}

TEST_CASE("a difference between the same words is explained") {
    auto report = ferry_report();
    auto& checked = report.claims[0];
    // "Ferry" of the article and of the source: what differs stands elsewhere.
    const auto& source = *report.sources[checked.evidence[0].place.source];
    const auto in_article = static_cast<std::uint32_t>(report.article->text.find("Ferry"));
    const auto in_source = static_cast<std::uint32_t>(source.text.find("Ferry"));
    const SourceSpan place{checked.evidence[0].place.source, {in_source, in_source + 5}};
    checked.flags = {{FlagKind::negated, {in_article, in_article + 5}, place, "One side denies it."}};
    const auto text = render_terminal(report, {200, TerminalColor::none, TerminalDetail::everything});
    CHECK(contains(text, "     negated: Ferry. One side denies it.\n"));
}

TEST_CASE("with colour what differs is underlined, and the verdict still stands in words") {
    const auto text = render_terminal(ferry_report(), {200, TerminalColor::ansi, TerminalDetail::everything});
    CHECK(contains(text, "\x1b[1;4m40\x1b[0m hurt\n"));
    CHECK(contains(text, "\u2717 contradicted\x1b[0m"));
    CHECK_FALSE(contains(text, "[40]"));
}

TEST_CASE("an escape sequence of the article does not reach the terminal") {
    auto report = ferry_report();
    auto article = *report.article;
    article.metadata.title.value = "\x1b]0;owned\x07 title";
    report.article = std::make_shared<Document>(article);
    report.notes = {"\x1b[2J"};
    const auto text = render_terminal(report, {80, TerminalColor::ansi, TerminalDetail::everything});
    CHECK(contains(text, "\uFFFD]0;owned\uFFFD title"));
    CHECK_FALSE(contains(text, "\x1b]0"));
    CHECK_FALSE(contains(text, "\x1b[2J"));
}

TEST_CASE("not found says how much was searched") {
    const auto text = render_terminal(small_report(), {80, TerminalColor::none, TerminalDetail::everything});
    CHECK(contains(text, "? not found"));
    CHECK(contains(text, "no sentence speaks of it: searched 1 source, 1 sentence\n"));
    CHECK(contains(text, "     It rained\n"));
}

TEST_CASE("the summary and the omissions stand at the end") {
    const auto text = render_terminal(ferry_report(), {200, TerminalColor::none, TerminalDetail::everything});
    CHECK(contains(text,
                   "\n10 claims: 3 supported, 1 partly supported, 5 contradicted, 1 not found; 3 sources, 13 "
                   "sentences searched\n"));
    CHECK(contains(text, "  1  reports/wire.txt, sentence 5\n     | The port stayed closed until 3 p.m."));
    CHECK(contains(text, "Note: One <source> is short"));
}

TEST_CASE("less detail gives plainly supported claims one line, or the counts alone") {
    const auto differences = render_terminal(ferry_report(), {200, TerminalColor::none, TerminalDetail::differences});
    CHECK(contains(differences, "  2  \u2713 supported: The ferry Sankt Annen struck"));
    CHECK_FALSE(contains(differences, "94%"));
    CHECK(contains(differences, "certainty raised"));
    const auto summary = render_terminal(ferry_report(), {200, TerminalColor::none, TerminalDetail::summary});
    CHECK(summary.substr(0, 10) == "10 claims:");
    CHECK_FALSE(contains(summary, "wire.txt"));
}
