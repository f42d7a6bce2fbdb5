#include "registers/import/printed_dates.hpp"

#include <doctest/doctest.h>

namespace axray::registers {

TEST_CASE("dates as lists print them") {
    struct Printed {
        std::string_view text;
        std::vector<std::string> dates;
        DayOrder order = DayOrder::day_first;
    };
    const std::vector<Printed> cases = {
        {"12 Nov 1985", {"1985-11-12"}},
        {"04 March 2011", {"2011-03-04"}},
        {"26 Feb. 2011", {"2011-02-26"}},
        {"1st September 1964", {"1964-09-01"}},
        {"March 12, 2021", {"2021-03-12"}},
        {"Mar 2021", {"2021-03"}},
        {"30.7.2020", {"2020-07-30"}},
        {"25-03-2024", {"2024-03-25"}},
        {"13-Feb-2026", {"2026-02-13"}},
        {"2024-03-25T10:00:00", {"2024-03-25"}},
        {"2011-02", {"2011-02"}},
        {"06/09/2020", {"2020-09-06"}},
        {"06/09/2020", {"2020-06-09"}, DayOrder::month_first},
        {"25/03/2024", {"2024-03-25"}, DayOrder::month_first},
        {"13.07.23", {"2023-07-13"}},
        {"circa 1970", {"1970"}},
        {"Approximately 1952", {"1952"}},
        {"1968; 1965 or 1966", {"1968", "1965", "1966"}},
        {"between 1966 and 1968", {"1966/1968"}},
        {"1982 to 1984", {"1982/1984"}},
        {"1973-1974", {"1973/1974"}},
        {"(a) 11.4.1963; (b) 11.4.1960", {"1963-04-11", "1960-04-11"}},
        {"(1) 12/03/1970 (2) 13/03/1970", {"1970-03-12", "1970-03-13"}},
        {"00/00/1965", {"1965"}},
        {"dd/mm/1945", {"1945"}},
        {"31.2.2020", {"2020-02"}},
        {"", {}},
        {"unknown", {}},
        {"12 Nov", {}},
        {"123456", {}},
    };
    for (const auto& printed : cases) {
        CAPTURE(printed.text);
        CHECK(iso_dates(printed.text, printed.order) == printed.dates);
    }
}

}  // namespace axray::registers
