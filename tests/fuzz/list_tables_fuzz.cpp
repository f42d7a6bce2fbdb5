// Feeds arbitrary bytes to the readers of lists in tables; the first byte chooses the form.
// Depends: base language matching registers
//
// What must hold: no crash, linear time; a list has entries with names in UTF-8 and rows within the file; an error says
// what and where.
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "registers/import/ofac_csv.hpp"
#include "registers/import/table_lists.hpp"
#include "registers/import/uk_table.hpp"
#include "sound_list.hpp"

namespace {

constexpr axray::fuzz::ListReader kReaders[] = {
    axray::registers::read_ofac_csv,
    axray::registers::read_uk_table,
    axray::registers::read_ofsi_table,
    axray::registers::read_eu_journal_csv,
    axray::registers::read_eu_financial_csv,
    axray::registers::read_screening_list_csv,
    axray::registers::read_denied_persons_text,
    axray::registers::read_named_table,
    axray::registers::read_covered_list_csv,
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    (void)axray::fuzz::read_soundly(kReaders, data, size);
    return 0;
}
