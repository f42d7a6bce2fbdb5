#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "report/schema_check.hpp"
#include "report/screen_request.hpp"
#include "report/screening_csv.hpp"
#include "report/screening_json.hpp"
#include "report/screening_text.hpp"

using namespace axray;
using namespace axray::report;

namespace {

// An invented party on an invented list.
ScreenHit torvane() {
    ScreenHit hit;
    hit.entry.list = "norvane";
    hit.entry.reference = "norvane:7";
    hit.entry.kind = EntryKind::person;
    hit.entry.names = {
        {"TORVANE, Ilka Maren", ListedNameKind::primary},
        {"\u0422\u043e\u0440\u0432\u0430\u043d\u0435 \u0418\u043b\u043a\u0430", ListedNameKind::native_script},
        {"The Ferrywoman", ListedNameKind::weak_alias}};
    hit.entry.programmes = {"CYB-1"};
    hit.entry.births = {"1985-11-12"};
    hit.entry.countries = {"Calder"};
    hit.entry.identifiers = {{"passport", "C77", "Calder"}};
    hit.entry.remarks = "Took part in the breach.";
    hit.entry.rows = {{"list.csv", 8, {100, 160}}};
    hit.probability = 0.9712;
    hit.words = {{{{0, 4}}, {{9, 13}}, "same", 1}, {{{5, 12}}, {{0, 7}}, "spelling", 0.9}};
    hit.listed_left = {{14, 19}};
    hit.facts = {{"birth date", "1985-11-12", "1985-11-12", FactAgreement::agrees},
                 {"country", "Estrova", "Calder", FactAgreement::contradicts},
                 {"identifier", "Z1", "", FactAgreement::not_listed}};
    hit.version = {"norvane", "Sanctions List of Norvane", "2024-05-03", "2024-05-03-1a2b",
                   "00ff",    "2024-05-04T10:00:00Z",      12,           30};
    hit.state = {true, true, "2024-03-25", "", "date in the list"};
    return hit;
}

ScreenQuery question() { return {"Ilka Torvanh", EntryKind::person, {"1985-11-12"}, {"Estrova"}, {"Z1"}}; }

ScreenAnswer one_hit() { return {{torvane()}, {"look-alike letters"}}; }

ScreeningRun run(const std::string& today = "2024-05-10", const std::string& on = {}) {
    return {{torvane().version}, {}, on, today};
}

std::string text_of(const ScreenAnswer& answer, const ScreeningRun& run) {
    return screening_text(question(), answer, run, {}, {100, TerminalColor::none, TerminalDetail::everything});
}

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_SUITE("screening") {
    TEST_CASE("the text says who, on which list of which date, since when, how the words met, and where it stands") {
        const auto text = text_of(one_hit(), run());
        for (const auto* words :
             {"Ilka Torvanh (person; born 1985-11-12; Estrova; number Z1)", "97%", "TORVANE, Ilka [Maren]",
              "norvane of 2024-05-03", "listed since 2024-03-25 (date in the list)", "programme CYB-1", "same: Ilka",
              "spelling: Torvanh ~ TORVANE", "only in the listed name: Maren", "birth date agrees: 1985-11-12",
              "country differs: Estrova, listed Calder", "identifier: none in the list", "The Ferrywoman",
              "norvane:7, list.csv, line 8", "look-alike letters", "Took part"}) {
            CAPTURE(words);
            CHECK(has(text, words));
        }
    }

    TEST_CASE("a word that is compared in two parts is shown once") {
        ScreenAnswer answer = one_hit();
        auto query = question();
        query.name = "APT31";
        answer.hits[0].entry.names = {{"APT31", ListedNameKind::primary}};
        answer.hits[0].words = {{{{0, 5}}, {{0, 5}}, "same", 1}, {{{0, 5}}, {{0, 5}}, "same", 1}};
        answer.hits[0].listed_left.clear();
        const auto text = screening_text(query, answer, run(), {}, {100});
        CHECK(has(text, "same: APT31\n"));
    }

    TEST_CASE("of many lists that hold nothing the names stand once, at the end") {
        auto many = run();
        many.lists.assign(9, torvane().version);
        CHECK(has(text_of({}, many), "in any of the 9 lists that are named below"));
    }

    TEST_CASE("a name without hits is told with the lists and dates that were searched") {
        const auto text = text_of({}, run());
        CHECK(has(text, "no hit of 50% or more in norvane of 2024-05-03"));
    }

    TEST_CASE("a day before the listing is told as such") {
        auto answer = one_hit();
        answer.hits[0].state = {false, true, "2024-03-25", "", "version of 2024-03-22 does not have it"};
        const auto text = text_of(answer, run("2024-05-10", "2024-03-22"));
        CHECK(has(text, "not listed on 2024-03-22; listed since 2024-03-25"));
        answer.hits[0].state = {true, false, "", "", ""};
        CHECK(
            has(text_of(answer, run("2024-05-10", "2024-03-22")), "whether it was listed on 2024-03-22 is not known"));
        CHECK(has(screen_answer_json("", question(), answer, run(), ScreenDetail::brief), "\"listed\":null"));
        answer.hits[0].state = {true, true, "", "", ""};
        CHECK(has(text_of(answer, run()), "the list does not tell since when"));
    }

    TEST_CASE("lists that are too old or too young for the day are told") {
        CHECK(notes_on_lists(run("2024-05-10")).empty());
        CHECK(notes_on_lists(run("2024-06-02")).empty());
        const auto old = notes_on_lists(run("2024-06-03"));
        REQUIRE(old.size() == 1);
        CHECK(has(old[0], "nothing here is current enough"));
        CHECK(has(old[0], "norvane of 2024-05-03"));
        const auto gap = notes_on_lists(run("2024-06-03", "2024-05-20"));
        REQUIRE(gap.size() == 1);
        CHECK(has(gap[0], "after these dates and by 2024-05-20 is not known: norvane of 2024-05-03"));
        CHECK(notes_on_lists(run("2024-06-03", "2024-05-03")).empty());
        const auto young = notes_on_lists(run("2024-06-03", "2024-03-22"));
        REQUIRE(young.size() == 1);
        CHECK(has(young[0], "no version of 2024-03-22 or before"));
        CHECK(has(lists_text(run("2025-01-01"), {}), "note: nothing here is current enough"));
    }

    TEST_CASE("foreign text cannot steer the terminal") {
        auto answer = one_hit();
        auto& entry = answer.hits[0].entry;
        entry.names[0].text = "A\x1b[31mB";
        entry.remarks = "\x1b]0;title\x07";
        entry.programmes = {"\x1b[2J"};
        entry.rows[0].file = "a\x1b[1m.csv";
        answer.hits[0].words.clear();
        answer.hits[0].listed_left.clear();
        answer.hints = {"\x1b[0m"};
        auto query = question();
        query.name = "\x1b[5mName";
        const auto text = screening_text(query, answer, run(), "row \x1b[1m", {});
        CHECK(text.find('\x1b') == std::string::npos);
        CHECK(text.find('\x07') == std::string::npos);
    }

    TEST_CASE("lines keep to the width of the terminal") {
        for (const std::uint32_t width : {20U, 40U, 100U}) {
            const auto text = screening_text(question(), one_hit(), run(), {}, {width});
            std::size_t begin = 0;
            while (begin < text.size()) {
                const auto end = text.find('\n', begin);
                CHECK(end - begin <= 2 * width);  // bytes; letters of two bytes count once
                begin = end + 1;
            }
        }
    }

    TEST_CASE("JSON follows the schema, in both details, and errors do") {
        const auto answer = one_hit();
        for (const auto detail : {ScreenDetail::brief, ScreenDetail::full}) {
            CHECK(schema_violations("screen-answer", screen_answer_json("\"a\"", question(), answer, run(), detail)) ==
                  "");
            CHECK(schema_violations("screen-answer", screen_answer_json("", question(), {}, run(), detail)) == "");
        }
        CHECK(schema_violations("screen-answer", screen_error_json("4", {ErrorCode::empty, "no name", {}}, 3)) == "");
        CHECK(schema_violations("screen-answer", screen_error_json("", {ErrorCode::empty, "no name", {}}, 0)) == "");
        CHECK(schema_violations("screen-answer", R"({"id":1,"query":"a","hits":[{}],"hints":[],"lists":{}})") != "");
        const auto part = screen_answer_json("7", question(), answer, run(), ScreenDetail::full);
        const auto report = screen_report_head(run()) + part + ",\n" + part + screen_report_foot({2, 2, 2, 0});
        CHECK(schema_violations("screen-report", report) == "");
        CHECK(schema_violations("screen-report",
                                screen_report_head(run("2030-01-01", "2024-01-01")) + screen_report_foot({})) == "");
        const auto json = nlohmann::json::parse(report);
        CHECK(json["lists"][0]["current"] == true);
        CHECK(json["summary"]["hits"] == 2);
    }

    TEST_CASE("positions in JSON count code points") {
        ScreenAnswer answer = one_hit();
        auto& hit = answer.hits[0];
        hit.name = 1;  // twelve letters of two bytes in two words
        hit.words = {{{{0, 4}}, {{15, 23}}, "same", 1}};
        hit.listed_left = {{0, 14}};
        const auto json =
            nlohmann::json::parse(screen_answer_json("1", question(), answer, run(), ScreenDetail::brief));
        const auto& found = json["hits"][0];
        CHECK(found["words"][0]["listed"] == nlohmann::json::array({{8, 12}}));
        CHECK(found["listed_left"] == nlohmann::json::array({{0, 7}}));
        CHECK(found["name_kind"] == "native script");
    }

    TEST_CASE("CSV has a line for each hit and one for a name without") {
        const auto head = screening_csv_head({"Name", "City"});
        const auto hits = screening_csv_rows({"Ilka", "Port, Ellery"}, question(), one_hit(), run());
        const auto none = screening_csv_rows({"Ilka", ""}, question(), {}, run());
        CHECK(head.starts_with("Name,City,screen_name,screen_hit,"));
        CHECK(hits.starts_with(
            "Ilka,\"Port, Ellery\",Ilka Torvanh,1,0.9712,norvane:7,norvane,2024-05-03,yes,2024-03-25,"));
        CHECK(none.starts_with("Ilka,,Ilka Torvanh,0,"));
        CHECK(has(none, "norvane of 2024-05-03"));
        const auto columns = [](const std::string& line) {
            int count = 1;
            bool quoted = false;
            for (const char letter : line) {
                if (letter == '"') quoted = !quoted;
                count += letter == ',' && !quoted ? 1 : 0;
            }
            return count;
        };
        CHECK(columns(hits) == columns(head));
        CHECK(columns(none) == columns(head));
        CHECK(columns(screening_csv_error({"a", "b"}, {ErrorCode::empty, "no name", {}})) == columns(head));
    }

    TEST_CASE("no cell of a CSV is a formula") {
        const std::vector<std::pair<std::string, std::string>> cells = {{"=1+1", "'=1+1"},
                                                                        {"+44", "'+44"},
                                                                        {"-5", "'-5"},
                                                                        {"@a", "'@a"},
                                                                        {"\tx", "\"'\tx\""},
                                                                        {"a=b", "a=b"},
                                                                        {"a,b", "\"a,b\""},
                                                                        {"say \"a\"", "\"say \"\"a\"\"\""},
                                                                        {" =1", "' =1"},
                                                                        {std::string("\0=1", 3), "'=1"},
                                                                        {" a", "\" a\""},
                                                                        {"", ""},
                                                                        {"=\"a\"", "\"'=\"\"a\"\"\""}};
        for (const auto& [text, cell] : cells) CHECK(csv_cell(text) == cell);
    }

    TEST_CASE("requests are read as their schema says, or refused with a reason") {
        struct Case {
            std::string line;
            std::string name;   // empty: refused
            std::string error;  // words of it
        };
        const std::vector<Case> cases = {
            {R"({"id":"a","query":"Ilka"})", "Ilka", ""},
            {R"({"query":"Ilka","kind":"company","births":["1985"],"countries":"Calder","identifiers":null,"x":[]})",
             "Ilka", ""},
            {R"({"id":1})", "", "\"query\""},
            {R"({"query":5})", "", "\"query\" must be a string"},
            {R"({"query":"a","kind":"robot"})", "", "robot"},
            {R"({"query":"a","births":5})", "", "\"births\" must be a string or an array of strings"},
            {R"({"query":"a","births":["1985",5]})", "", "\"births\"[1]"},
            {R"({"query":"\udc00"})", "", "not valid JSON"},
            {R"(["a"])", "", "a JSON object"},
            {R"({"query":)", "", "ends too early"},
            {"", "", "empty"},
        };
        ScreenRequestParser parser;
        for (const auto& one : cases) {
            CAPTURE(one.line);
            const auto request = parser.parse(one.line);
            CHECK(request.query.has_value() == !one.name.empty());
            if (request.query) CHECK(request.query->name == one.name);
            if (!request.query) CHECK(has(request.query.error().to_string(), one.error));
            const bool accepted = schema_violations("screen-request", one.line).empty();
            CHECK((accepted == request.query.has_value() || has(one.error, "robot") || has(one.error, "not valid")));
        }
        CHECK(parser.parse(R"({"id":12,"query":"a"})").id_json == "12");
        CHECK(parser.parse(R"({"query":"a","kind":"Ship"})").query->kind == EntryKind::vessel);
    }
}
