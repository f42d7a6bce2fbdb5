// Feeds arbitrary bytes to the readers of lists in tables; the first byte chooses the form.
// Depends: base language matching registers
//
// What must hold: no crash, linear time; a list has entries with names in UTF-8 and rows within the file; an error says
// what and where.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "registers/import/ofac_csv.hpp"
#include "registers/import/table_lists.hpp"
#include "registers/import/uk_table.hpp"

namespace {

using axray::registers::ImportedList;
using axray::registers::ListFile;

void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

using Reader = axray::Result<ImportedList> (*)(const std::vector<ListFile>&);
constexpr Reader kReaders[] = {
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

void check(const ImportedList& list, const ListFile& file) {
    require(!list.entries.empty(), "a list has entries");
    require(list.faults.size() <= 100, "no more than 100 faults are kept");
    require(list.faults.size() <= list.faulty_rows, "every fault is counted");
    for (const auto& entry : list.entries) {
        require(!entry.names.empty(), "an entry has a name");
        require(!entry.reference.empty() && entry.list == list.list, "an entry has a reference and a list");
        require(!entry.rows.empty(), "an entry has a row");
        for (const auto& row : entry.rows) {
            require(row.line >= 1, "lines are counted from 1");
            require(row.bytes.begin < row.bytes.end && row.bytes.end <= file.bytes.size(), "a row is in the file");
        }
        for (const auto& name : entry.names) {
            require(!name.text.empty(), "no name is empty");
            require(axray::base::first_invalid_utf8(name.text) == name.text.size(), "names are UTF-8");
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const ListFile file{"list", std::string(bytes)};
    const auto list = kReaders[data[0] % std::size(kReaders)]({file});
    if (list) {
        check(*list, file);
    } else {
        require(!list.error().message.empty() && !list.error().context.empty(), "an error says what and where");
    }
    return 0;
}
