#include "registers/gather/file_date.hpp"

#include <doctest/doctest.h>

using namespace axray::registers;

TEST_CASE("a day is found in the name of a file, and the rest is its stem") {
    struct Case {
        std::string name, day, stem;
    };
    const Case cases[] = {
        {"sdn-2024-03-22.csv.gz", "2024-03-22", "sdn"},
        {"folder/2023-01-01/SDN.CSV", "", "sdn"},
        {"list_20240322.xml", "2024-03-22", "list"},
        {"2024_03_22 list.xml", "2024-03-22", " list"},
        {"FCDO_SL_Mon_Aug_11_2025.ods", "2025-08-11", "fcdo_sl_mon_aug_11_2025"},
        {"cons_prim.csv", "", "cons_prim"},
        {"32019R0796.csv.gz", "", "32019r0796"},
        {"report-2024-02-30.csv", "", "report-2024-02-30"},
        {"x-20240322123.csv", "", "x-20240322123"},
        {"enterprise-attack-14.1.json", "", "enterprise-attack-14"},
        {"", "", ""},
    };
    for (const auto& one : cases) {
        const auto& name = one.name;
        const auto& day = one.day;
        const auto& stem = one.stem;
        CAPTURE(name);
        CHECK(date_in_name(name) == day);
        CHECK(stem_of(name) == stem);
    }
}
