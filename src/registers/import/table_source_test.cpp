#include "registers/import/table_source.hpp"

#include <doctest/doctest.h>

namespace axray::registers {

TEST_CASE("values of a cell are split at the separator and at enumerations, not within quotes") {
    struct Cell {
        std::string_view text;
        std::vector<std::string> values;
        char separator = ';';
    };
    const std::vector<Cell> cells = {
        {"", {}},
        {"one", {"one"}},
        {"one; two;; ", {"one", "two"}},
        {"A; \"B; C\"; D", {"A", "B; C", "D"}},
        {"\"say \"\"yes\"\"\"", {"say \"yes\""}},
        {"\"never closed", {"never closed"}},
        {"(a) first, (b) second", {"first", "second"}},
        {"(1) Freedonia (2) Sylvania (10) Elbonia", {"Freedonia", "Sylvania", "Elbonia"}},
        {"\"(a) first; (b) second\"; third", {"first", "second", "third"}},
        {"Tenspot (Narvik) Ltd", {"Tenspot (Narvik) Ltd"}},
        {"Asset freeze|Travel ban", {"Asset freeze", "Travel ban"}, '|'},
        {"one; two", {"one; two"}, '\0'},
    };
    for (const auto& cell : cells) {
        CAPTURE(cell.text);
        CHECK(values_in(cell.text, cell.separator) == cell.values);
    }
}

TEST_CASE("columns are found whatever their case, blanks and punctuation") {
    const Columns columns({"Name 6", "Nationality(/ies)", "D.O.B", ""});
    CHECK(columns.find("name6") == 0);
    CHECK(columns.find("nationalityies") == 1);
    CHECK(columns.find("dob") == 2);
    CHECK_FALSE(columns.has("name"));
    CHECK(columns.names() == "Name 6, Nationality(/ies), D.O.B, ");
}

TEST_CASE("the separator is that of the header") {
    for (const char separator : {',', ';', '\t'}) {
        const std::string text =
            std::string("name") + separator + "reason\nOda" + separator + "\"one; two, three, four\"\n";
        std::vector<std::vector<std::string>> rows;
        const auto read = each_row({"list", text}, [&rows](const TableRow& row) {
            rows.push_back(row.cells);
            return Reading::go_on;
        });
        REQUIRE(read);
        REQUIRE(rows.size() == 2);
        CHECK(rows[1] == std::vector<std::string>{"Oda", "one; two, three, four"});
    }
}

TEST_CASE("repeated cells of a spreadsheet are not expanded, but those before a cell with text count") {
    const std::string text =
        "<document-content><table><table-row><table-cell number-columns-repeated=\"3\"/>"
        "<table-cell number-columns-repeated=\"2\"><p>A</p><p>B</p></table-cell>"
        "<table-cell number-columns-repeated=\"99999999999999999999\"/></table-row>"
        "<table-row number-rows-repeated=\"1000000\"><table-cell number-columns-repeated=\"16384\"/></table-row>"
        "<table-row><table-cell date-value=\"2026-01-02\"><p>2 January</p></table-cell>"
        "<table-cell number-columns-repeated=\"1000000\"><p>x</p></table-cell></table-row></table></document-content>";
    std::vector<std::vector<std::string>> rows;
    const auto read = each_row({"list", text}, [&rows](const TableRow& row) {
        rows.push_back(row.cells);
        return Reading::go_on;
    });
    REQUIRE(read);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0] == std::vector<std::string>{"", "", "", "A\nB", "A\nB"});
    CHECK(rows[1][0] == "2026-01-02");
    CHECK(rows[1].size() == kColumnLimit);
}

}  // namespace axray::registers
