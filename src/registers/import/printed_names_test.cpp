#include "registers/import/printed_names.hpp"

#include <doctest/doctest.h>

namespace axray::registers {

TEST_CASE("several names in one are found, and a plain name holds none") {
    struct Printed {
        std::string_view text;
        std::vector<ListedName> names;
    };
    const auto alias = ListedNameKind::alias;
    const std::vector<Printed> cases = {
        {"Oda LINDQUIST", {}},
        {"Tenspot Analytics, Ltd. (Narvik)", {}},
        {"SALT ROAD TRUST / SRT", {{"SALT ROAD TRUST", alias}, {"SRT", alias}}},
        {"Salt Road; Pepper Road", {{"Salt Road", alias}, {"Pepper Road", alias}}},
        {"Oda (a.k.a. Ode, Odda) LINDQUIST",
         {{"Oda LINDQUIST", alias}, {"Ode LINDQUIST", alias}, {"Odda LINDQUIST", alias}}},
        {"Oda LINDQUIST (a.k.a. Oda Lund, Clerk)", {{"Oda LINDQUIST", alias}, {"Oda Lund", alias}, {"Clerk", alias}}},
        {"Salt Road (formerly Pepper Road)", {{"Salt Road", alias}, {"Pepper Road", ListedNameKind::former}}},
        {"Salt / \u0421\u043E\u043B\u044C",
         {{"Salt", alias}, {"\u0421\u043E\u043B\u044C", ListedNameKind::native_script}}},
        {"(a.k.a. ", {}},
        {"Oda (a.k.a. never closed", {}},
        {"", {}},
    };
    for (const auto& printed : cases) {
        CAPTURE(printed.text);
        CHECK(names_within(printed.text) == printed.names);
    }
    CHECK(names_within(std::string(100'000, ';')).empty());
}

}  // namespace axray::registers
