#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <unistd.h>

#include "cli/read_progress.hpp"
#include "cli/screen/birth_dates.hpp"
#include "cli/screen/customer_columns.hpp"
#include "cli/screen/customer_input.hpp"

using namespace axray;
using namespace axray::cli;

namespace {

using Strings = std::vector<std::string>;

// A file of the test's own, gone with it.
class TemporaryFile {
public:
    TemporaryFile(const std::string& name, const std::string& bytes)
        : path_("/tmp/axray-screen-test-" + std::to_string(::getpid()) + "-" + name) {
        std::ofstream(path_, std::ios::binary) << bytes;
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() { ::unlink(path_.c_str()); }
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

struct ReadRow {
    std::uint64_t line = 0;
    Strings cells;
    std::string fault;
};

struct ReadFile {
    Strings columns;
    std::vector<ReadRow> rows;
    std::string note;
    std::string error;
};

ReadFile read_all(const std::string& name, const std::string& bytes) {
    const TemporaryFile file(name, bytes);
    ReadFile result;
    auto input = CustomerInput::open(file.path());
    if (!input) {
        result.error = input.error().to_string();
        return result;
    }
    result.columns = input->columns();
    result.note = input->note();
    while (true) {
        auto batch = input->next();
        REQUIRE(batch.has_value());
        if (!*batch) return result;
        input->read(**batch, [&](const CustomerRow& row) {
            result.rows.push_back(
                {row.line, row.usable ? row.cells : Strings(), row.usable ? std::string() : row.fault});
        });
    }
}

std::string utf16(std::string_view ascii, std::string_view mark, std::size_t letter_at) {
    std::string bytes(mark);
    for (const char letter : ascii) {
        std::string unit(2, '\0');
        unit[letter_at] = letter;
        bytes += unit;
    }
    return bytes;
}

}  // namespace

TEST_SUITE("screen") {
    TEST_CASE("dates of birth in the forms of tables become ISO 8601") {
        struct Case {
            std::string text;
            Strings births;
        };
        const std::vector<Case> cases = {
            {"1985-11-12", {"1985-11-12"}},
            {"1985-11-12T00:00:00Z", {"1985-11-12"}},
            {"1985-11-12 00:00", {"1985-11-12"}},
            {"19851112", {"1985-11-12"}},
            {"1985/11/12", {"1985-11-12"}},
            {"12.11.1985", {"1985-11-12"}},
            {"1.2.1985", {"1985-02-01"}},
            {"12/11/1985", {"1985-11-12", "1985-12-11"}},
            {"11/11/1985", {"1985-11-11"}},
            {"25/12/1985", {"1985-12-25"}},
            {"12/25/1985", {"1985-12-25"}},
            {"12 Nov 1985", {"1985-11-12"}},
            {"12-NOV-1985", {"1985-11-12"}},
            {"November 12, 1985", {"1985-11-12"}},
            {"Sept 1985", {"1985-09"}},
            {"11/1985", {"1985-11"}},
            {"1985-11", {"1985-11"}},
            {"1985", {"1985"}},
            {"1985; 1987", {"1985", "1987"}},
            {"", {}},
            {"31.2.1985", {}},
            {"31/31/1985", {}},
            {"12 Nov 85", {}},
            {"31363", {}},
            {"unknown", {}},
            {"1985; unknown", {}},
            {"99999999999999999999999", {}},
        };
        for (const auto& one : cases) {
            CAPTURE(one.text);
            CHECK(iso_births(one.text) == one.births);
        }
    }

    TEST_CASE("columns are known by their names, whatever their case and punctuation") {
        CHECK(field_of("Full name") == CustomerField::name);
        CHECK(field_of("FULL_NAME") == CustomerField::name);
        CHECK(field_of(" Date of Birth ") == CustomerField::birth);
        CHECK(field_of("D.O.B.") == CustomerField::birth);
        CHECK(field_of("Passport No.") == CustomerField::identifier);
        CHECK(field_of("Nationality") == CustomerField::country);
        CHECK(field_of("Customer ID") == CustomerField::id);
        CHECK(field_of("Account manager") == CustomerField::none);
        CHECK(field_of("") == CustomerField::none);
    }

    TEST_CASE("a row becomes a question") {
        const auto columns = CustomerColumns::of(
            {"ID", "First name", "Surname", "DOB", "Nationality", "Country", "Passport", "Type", "Notes"}, {});
        REQUIRE(columns.has_value());
        const auto customer = columns->read(
            {"c-7", " Ilka ", "Torvane", "12.11.1985", "Norvane; Estrova", "Calder", "A1|B2", "Individual", "vip"});
        REQUIRE(customer.has_value());
        CHECK(customer->id == "c-7");
        CHECK(customer->query.name == "Ilka Torvane");
        CHECK(customer->query.births == Strings{"1985-11-12"});
        CHECK(customer->query.countries == Strings{"Norvane", "Estrova", "Calder"});
        CHECK(customer->query.identifiers == Strings{"A1", "B2"});
        CHECK(customer->query.kind == EntryKind::person);
        CHECK(customer->faults.empty());
        const auto vague = columns->read({"", "", "Torvane", "soon", "", "", "", "robot", ""});
        REQUIRE(vague.has_value());
        CHECK(vague->query.kind == EntryKind::unknown);
        CHECK(vague->query.births.empty());
        CHECK(vague->faults.size() == 1);
        CHECK_FALSE(columns->read({"c-8"}).has_value());
        CHECK_FALSE(columns->read({}).has_value());
    }

    TEST_CASE("beside a surname the column Name holds the given one, alone the whole name") {
        const auto parts = CustomerColumns::of({"Surname", "Name"}, {});
        REQUIRE(parts.has_value());
        CHECK(parts->read({"Torvane", "Ilka"})->query.name == "Ilka Torvane");
        const auto whole = CustomerColumns::of({"Name", "First name"}, {});
        REQUIRE(whole.has_value());
        CHECK(whole->read({"Ilka Torvane", "Ilka"})->query.name == "Ilka Torvane");
        CHECK(whole->read({"", "Ilka"})->query.name == "Ilka");
    }

    TEST_CASE("what the user says of columns holds; commas may stand in their names") {
        const auto choices = read_column_choices("name=Legal entity, full,birth=Born on, or founded,id=No");
        REQUIRE(choices.has_value());
        REQUIRE(choices->size() == 3);
        CHECK(choices->at(0).column == "Legal entity, full");
        CHECK(choices->at(1).column == "Born on, or founded");
        const Strings table = {"Name", "Legal entity, full", "Born on, or founded", "No"};
        const auto columns = CustomerColumns::of(table, *choices);
        REQUIRE(columns.has_value());
        const auto customer = columns->read({"Broker", "Sable Ferry Ltd", "1990", "4"});
        REQUIRE(customer.has_value());
        CHECK(customer->query.name == "Sable Ferry Ltd");
        CHECK(customer->query.births == Strings{"1990"});
        CHECK(customer->id == "4");
        for (const auto* wrong : {"colour=Red", "name", "=", "name=A,=B"}) {
            CAPTURE(wrong);
            const auto refused = read_column_choices(wrong);
            CHECK((!refused || refused->size() == 1));
        }
        const auto missing = CustomerColumns::of({"A", "B"}, {{CustomerField::name, "C"}});
        REQUIRE_FALSE(missing.has_value());
        CHECK(missing.error().message.find("\"A\", \"B\"") != std::string::npos);
        const auto none = CustomerColumns::of({"Amount", "Currency"}, {});
        REQUIRE_FALSE(none.has_value());
        CHECK(none.error().message.find("\"Amount\", \"Currency\"") != std::string::npos);
    }

    TEST_CASE("tables of every dialect and encoding give the same rows") {
        const std::vector<std::pair<std::string, std::string>> tables = {
            {"comma", "Name,City\nSable Ferry,Dunmarrow\n\"Vale, Iris\",\"Port\nEllery\"\n"},
            {"crlf", "Name,City\r\nSable Ferry,Dunmarrow\r\n\"Vale, Iris\",\"Port\nEllery\"\r\n"},
            {"no end", "Name,City\nSable Ferry,Dunmarrow\n\"Vale, Iris\",\"Port\nEllery\""},
            {"semicolon", "Name;City\nSable Ferry;Dunmarrow\nVale, Iris;\"Port\nEllery\"\n"},
            {"tab", "Name\tCity\nSable Ferry\tDunmarrow\nVale, Iris\t\"Port\nEllery\"\n"},
            {"cr", "Name,City\rSable Ferry,Dunmarrow\r\"Vale, Iris\",\"Port\rEllery\"\r"},
            {"bar", "Name|City\nSable Ferry|Dunmarrow\nVale, Iris|\"Port\nEllery\"\n"},
            {"mark", "\xEF\xBB\xBFName,City\nSable Ferry,Dunmarrow\n\"Vale, Iris\",\"Port\nEllery\"\n"},
            {"utf16", utf16("Name,City\nSable Ferry,Dunmarrow\n\"Vale, Iris\",\"Port\nEllery\"\n", "\xFF\xFE", 0)},
            {"utf16be", utf16("Name,City\nSable Ferry,Dunmarrow\n\"Vale, Iris\",\"Port\nEllery\"\n", "\xFE\xFF", 1)},
            {"jsonl",
             "{\"Name\":\"Sable Ferry\",\"City\":\"Dunmarrow\"}\n"
             "{\"Name\":\"Vale, Iris\",\"City\":\"Port\\nEllery\"}\n"},
            {"array",
             "[{\"Name\":\"Sable Ferry\",\"City\":\"Dunmarrow\"},\n\n"
             "{\"Name\":\"Vale, Iris\",\"City\":\"Port\\nEllery\"}]"},
            {"a.json",
             "{\"date\":1,\"rows\":[{\"Name\":\"Sable Ferry\",\"City\":\"Dunmarrow\"},"
             "{\"Name\":\"Vale, Iris\",\"City\":\"Port\\nEllery\"}]}"},
        };
        for (const auto& table : tables) {
            CAPTURE(table.first);
            const auto file = read_all(table.first, table.second);
            CHECK(file.error.empty());
            CHECK(file.columns == Strings{"Name", "City"});
            REQUIRE(file.rows.size() == 2);
            CHECK(file.rows[0].cells == Strings{"Sable Ferry", "Dunmarrow"});
            CHECK(file.rows[1].cells == Strings{"Vale, Iris", "Port\nEllery"});
        }
    }

    TEST_CASE("a row that cannot be read is told with its line, and the others are read") {
        const auto file = read_all("bad", "Name,City\nA,B\nC,D,E\nF\n\n,,\n\"G\nH,I\nJ,K\n");
        REQUIRE(file.rows.size() == 6);
        CHECK(file.rows[0].line == 2);
        CHECK(file.rows[1].line == 3);
        CHECK(file.rows[1].fault.find("3 cells where the heading has 2") != std::string::npos);
        CHECK(file.rows[2].cells == Strings{"F", ""});
        CHECK(file.rows[3].line == 7);
        CHECK(file.rows[3].fault.find("quote") != std::string::npos);
        CHECK(file.rows[4].cells == Strings{"H", "I"});
        CHECK(file.rows[5].line == 9);
        const auto lines = read_all("badl", "{\"name\":\"A\"}\n{\"name\":\n\n{\"name\":[\"B\",\"C\"],\"n\":5}\n");
        REQUIRE(lines.rows.size() == 3);
        CHECK(lines.rows[1].line == 2);
        CHECK(lines.rows[1].fault.find("ends too early") != std::string::npos);
        CHECK(lines.rows[2].cells == Strings{"B; C", "5"});
    }

    TEST_CASE("Windows-1252 is read and told; a column alone keeps its commas") {
        const auto file = read_all("west", "Name;City\nJos\xE9;M\xFCnster\n");
        REQUIRE(file.rows.size() == 1);
        CHECK(file.rows[0].cells == Strings{"Jos\u00e9", "M\u00fcnster"});
        CHECK(file.note.find("Windows-1252") != std::string::npos);
        const auto single = read_all("single", "Name\nVale, Iris\nSable Ferry Ltd.\n");
        REQUIRE(single.rows.size() == 2);
        CHECK(single.rows[0].cells == Strings{"Vale, Iris"});
    }

    TEST_CASE("rows that cross the pieces in which a file is read are whole") {
        std::string bytes = "Name,Note\n";
        for (int i = 0; i < 20000; ++i) bytes += "\"Name " + std::to_string(i) + "\",\"two\nlines, of a note\"\n";
        const auto file = read_all("long", bytes);
        REQUIRE(file.rows.size() == 20000);
        CHECK(file.rows.back().cells == Strings{"Name 19999", "two\nlines, of a note"});
        CHECK(file.rows.back().line == 40000);
        CHECK(std::all_of(file.rows.begin(), file.rows.end(), [](const ReadRow& row) { return row.fault.empty(); }));
    }

    TEST_CASE("files that are no table are refused with a reason") {
        CHECK(read_all("empty", "").error.find("empty") != std::string::npos);
        CHECK(read_all("blank", " \n\n").error.find("blanks") != std::string::npos);
        CHECK(read_all("zip", "PK\x03\x04 and so on").error.find("CSV") != std::string::npos);
        CHECK(read_all("a.json", "{\"name\":").error.find("ends too early") != std::string::npos);
        CHECK(read_all("b.json", "[]").error.find("empty") != std::string::npos);
        CHECK(read_all("c.json", "[1,2]").error.find("JSON object") != std::string::npos);
        CHECK(CustomerInput::open("/tmp/axray-there-is-no-such-file").error().code == ErrorCode::not_found);
        CHECK_FALSE(CustomerInput::open("/tmp").has_value());
    }

    TEST_CASE("the line of progress tells the share where the size is known") {
        CHECK(progress_line(RowProgress{50, 100, 1200}, 2, 200) ==
              "[############............] 50%, 1200 rows, 600 a second, 2 s left");
        CHECK(progress_line(RowProgress{50, 0, 1}, 1, 200) == "1 row, 1 a second");
        CHECK(progress_line(RowProgress{50, 100, 1200}, 2, 10).size() == 10);
    }
}
