#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "report/html.hpp"
#include "report/json.hpp"
#include "report/parties_text.hpp"
#include "report/report_fixture.hpp"
#include "report/schema_check.hpp"
#include "report/terminal.hpp"

using namespace axray;
using namespace axray::report;

namespace {

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

ScreenHit hit_on(const std::string& list, const std::string& reference, const std::vector<ListedName>& names) {
    ScreenHit hit;
    hit.entry.list = list;
    hit.entry.reference = reference;
    hit.entry.kind = EntryKind::actor;
    hit.entry.names = names;
    hit.entry.rows = {{"actors.json", 12, {100, 300}}};
    hit.probability = 0.973;
    hit.version = {list, "A list", "2024-05-03", "2024-05-03-1a2b", "00ff", "2024-05-04T10:00:00Z", 12, 30};
    return hit;
}

// The ferry story with a group that registers know, a person who is listed, and a firm of which they say nothing.
CheckReport report_with_parties() {
    auto report = ferry_report();
    auto& parties = report.parties.emplace();
    parties.today = "2024-07-01";
    PartyReport group;
    group.name = "Brass <Heron>";
    group.kind = EntryKind::actor;
    group.mentions = {{0, 5}, {6, 9}};
    group.entries = {hit_on("misp-threat-actor", "misp:1",
                            {{"BRASS HERON", ListedNameKind::primary},
                             {"Quiet \x1b[31mFerry", ListedNameKind::alias},
                             {"Quiet \x1b[31mFerry", ListedNameKind::alias}})};
    group.actors = {"misp:1", "attack:G2"};
    group.aliases = {{"Quiet Ferry", {0, 5}, AliasStanding::confirmed, {"misp:1"}, {}},
                     {"Slate Otter", {0, 5}, AliasStanding::contradicted, {}, {"misp:2"}},
                     {"Cold Lantern", {0, 5}, AliasStanding::ambiguous, {"misp:1"}, {"misp:3"}},
                     {"Altair", {0, 5}, AliasStanding::unconfirmed, {}, {}}};
    PartyReport person;
    person.name = "Joren Vask";
    person.kind = EntryKind::person;
    person.mentions = {{0, 5}};
    person.entries = {hit_on("ofac-sdn", "ofac:2202", {{"VASK, Joren", ListedNameKind::primary}})};
    person.entries[0].entry.programmes = {"CYBER-N"};
    person.entries[0].state.since = "2022-09-12";
    PartyReport firm;
    firm.name = "Tallymere & Sons";
    firm.mentions = {{0, 5}};
    parties.parties = {group, person, firm};
    parties.lists = {group.entries[0].version, person.entries[0].version};
    return report;
}

constexpr std::string_view kOnAll[] = {"VASK, Joren",
                                       "misp-threat-actor of 2024-05-03",
                                       "listed since 2022-09-12",
                                       "CYBER-N",
                                       "named 2 times",
                                       "several actors are known by this name",
                                       "confirmed by misp:1",
                                       "the registers give this name to misp:2",
                                       "claimed by misp:3",
                                       "unconfirmed: no register",
                                       "nothing here is current enough",
                                       "ofac:2202",
                                       "line 12"};

}  // namespace

TEST_SUITE("parties") {
    TEST_CASE("text and page tell who a party is, its aliases, since when it is listed, and from which row") {
        const auto report = report_with_parties();
        const auto text = render_terminal(report, {400, TerminalColor::none, TerminalDetail::everything});
        const auto page = render_html(report);
        for (const auto words : kOnAll) {
            CAPTURE(words);
            CHECK(contains(text, words));
            CHECK(contains(page, words));
        }
        CHECK(contains(text, "not in these lists: Tallymere & Sons"));
        CHECK(contains(page, "Tallymere &amp; Sons"));
        CHECK(contains(page, "Brass &lt;Heron&gt;"));
        CHECK_FALSE(contains(page, "<Heron>"));
        CHECK_FALSE(contains(text, "\x1b"));
        CHECK_FALSE(contains(page, "\x1b"));
    }

    TEST_CASE("a name that stands twice in an entry is shown once") {
        const auto text = parties_text(*report_with_parties().parties, {400});
        const auto first = text.find("Quiet");
        REQUIRE(first != std::string::npos);
        CHECK(contains(text.substr(first, 40), "Ferry\n"));
    }

    TEST_CASE("JSON follows the schema and leads to the words of the article") {
        const auto report = report_with_parties();
        const auto json = render_json(report);
        CHECK(schema_violations("check-report", json) == "");
        const auto parties = nlohmann::json::parse(json)["parties"];
        CHECK(parties["lists"][0]["current"] == false);
        CHECK(parties["parties"][0]["mentions"].size() == 2);
        CHECK(parties["parties"][0]["mentions"][0]["exact"] == std::string(report.article->slice({0, 5})));
        CHECK(parties["parties"][0]["aliases"][3]["standing"] == "unconfirmed");
        CHECK(parties["parties"][2]["entries"].empty());
    }

    TEST_CASE("without registers nothing is said of parties") {
        const auto report = ferry_report();
        CHECK_FALSE(contains(render_terminal(report, {100}), "public registers"));
        CHECK_FALSE(contains(render_html(report), "public registers"));
        CHECK_FALSE(contains(render_json(report), "\"parties\""));
    }

    TEST_CASE("lines keep to the width of the terminal") {
        const auto text = parties_text(*report_with_parties().parties, {40});
        std::size_t begin = 0;
        while (begin < text.size()) {
            const auto end = text.find('\n', begin);
            CHECK(end - begin <= 40 + 4);  // U+FFFD takes three bytes and one column
            begin = end + 1;
        }
    }
}
