#include "registers/import/table_rows.hpp"

#include <doctest/doctest.h>

namespace axray::registers {
namespace {

struct ReadRow {
    std::vector<std::string> cells;
    std::uint64_t line = 0;
    std::string bytes;
    std::string fault;
    bool whole = true;
};

std::vector<ReadRow> rows_of(const std::string& bytes, char separator = ',') {
    const ListFile file{"list.csv", bytes};
    ListText text(file);
    TableRows rows(text, separator);
    std::vector<ReadRow> read;
    while (const TableRow* row = rows.next()) {
        const auto span = row->place.bytes;
        read.push_back({row->cells, row->place.line, bytes.substr(span.begin, span.size()), row->fault, row->whole});
    }
    return read;
}

}  // namespace

TEST_CASE("cells are split and unquoted, with the line and the bytes of each row") {
    const auto rows = rows_of("a,\"b, \"\"c\"\"\",\r\n\r\n\"one\ntwo\" ,d\n1,2");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].cells == std::vector<std::string>{"a", "b, \"c\"", ""});
    CHECK(rows[0].bytes == "a,\"b, \"\"c\"\"\",");
    CHECK(rows[1].cells == std::vector<std::string>{"one\ntwo", "d"});
    CHECK(rows[1].line == 3);
    CHECK(rows[2].cells == std::vector<std::string>{"1", "2"});
    CHECK(rows[2].line == 5);
    for (const auto& row : rows) CHECK(row.fault.empty());
}

TEST_CASE("a quote that breaks the rules costs its own row only") {
    const auto open = rows_of("1,\"never closed\n2,two\n3,three\n");
    REQUIRE(open.size() == 3);
    CHECK_FALSE(open[0].whole);
    CHECK(open[0].fault == "a quote is never closed");
    CHECK(open[1].cells == std::vector<std::string>{"2", "two"});
    CHECK(open[1].line == 2);

    const auto elsewhere = rows_of("1,\"not closed\n2,\"two\"\n3,\"three\"\n");
    REQUIRE(elsewhere.size() == 3);
    CHECK(elsewhere[0].fault == "a quote is not closed before the next row");
    CHECK(elsewhere[1].cells == std::vector<std::string>{"2", "two"});

    const auto odd = rows_of("1,\"the \"great\" one\",x\n");
    REQUIRE(odd.size() == 1);
    CHECK(odd[0].whole);
    CHECK(odd[0].fault == "quotes in a cell are not doubled");
    CHECK(odd[0].cells.size() == 3);
}

TEST_CASE("cells and rows beyond the limits are told and left out") {
    const auto cell = rows_of("1,\"" + std::string(10'000'000, 'x') + "\"\n2,two\n");
    REQUIRE(cell.size() == 2);
    CHECK_FALSE(cell[0].whole);
    CHECK(cell[0].fault == "a cell is longer than 1 MiB");
    CHECK(cell[1].whole);

    const auto columns = rows_of(std::string(1'000'000, ',') + "\n2,two\n");
    REQUIRE(columns.size() == 2);
    CHECK_FALSE(columns[0].whole);
    CHECK(columns[0].fault == "there are 1000001 columns, more than 1024");
    CHECK(columns[1].cells == std::vector<std::string>{"2", "two"});
}

TEST_CASE("many faulty rows are read in linear time") {
    std::string bytes;
    for (int i = 0; i < 200'000; ++i) bytes += "1,\"open\n";
    CHECK(rows_of(bytes).size() > 1000);
    std::string tripled;
    for (int i = 0; i < 200'001; ++i) tripled += "x,\"\"\"\n";
    CHECK_FALSE(rows_of(tripled).empty());
}

TEST_CASE("encodings are undone, and rows stand where they stand in the file") {
    const std::string text = "name,town\nOda,Troms\u00F8\nIvo,Malm\u00F6\n";
    std::string latin;
    std::string little;
    for (const char16_t unit : std::u16string(u"name,town\nOda,Troms\u00F8\nIvo,Malm\u00F6\n")) {
        latin += static_cast<char>(unit);
        little += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)};
    }
    struct Encoded {
        std::string bytes;
        std::size_t begin;  // of the last row
    };
    for (const auto& encoded : {Encoded{text, 22}, Encoded{"\xEF\xBB\xBF" + text, 25}, Encoded{latin, 21},
                                Encoded{"\xFF\xFE" + little, 44}, Encoded{little, 42}}) {
        const ListFile file{"list.csv", encoded.bytes};
        ListText read(file);
        TableRows rows(read, ',');
        CHECK(rows.next()->cells == std::vector<std::string>{"name", "town"});
        CHECK(rows.next()->cells == std::vector<std::string>{"Oda", "Troms\u00F8"});
        const TableRow* last = rows.next();
        CHECK(last->cells == std::vector<std::string>{"Ivo", "Malm\u00F6"});
        CHECK(last->place.line == 3);
        CHECK(last->place.bytes.begin == encoded.begin);
        CHECK(last->fault.empty());
    }
}

TEST_CASE("wrong bytes in UTF-8 are told and the row stays") {
    const std::string bytes = "Troms\u00F8,a\nMalm\xF6,b\nIvo,c\n";
    const auto rows = rows_of(bytes);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].fault.empty());
    CHECK(rows[1].cells[0] == "Malm\uFFFD");
    CHECK(rows[1].whole);
    CHECK(rows[1].fault == "1 byte is wrong in the text's encoding");
    CHECK(rows[2].bytes == "Ivo,c");
}

}  // namespace axray::registers
