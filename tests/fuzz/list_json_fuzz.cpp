// Feeds arbitrary bytes to the readers of lists in JSON; the first byte chooses the form.
// Depends: base language matching registers
//
// What must hold: no crash, linear time; a list has entries with names and references in UTF-8 and rows within the
// file; each entry comes back from its line in the store as it was; an error says what and where.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "registers/import/cisa_kev.hpp"
#include "registers/import/follow_the_money.hpp"
#include "registers/import/misp_galaxy.hpp"
#include "registers/import/stix.hpp"
#include "registers/store/reference_list.hpp"
#include "registers/store/store.hpp"

namespace {

using namespace axray::registers;

void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

using Reader = axray::Result<ImportedList> (*)(const std::vector<ListFile>&);
constexpr Reader kReaders[] = {read_stix, read_misp_galaxy, read_cisa_kev, read_follow_the_money};
constexpr bool (*kForms[])(std::string_view) = {is_stix, is_misp_galaxy, is_cisa_kev, is_follow_the_money};

void check(const ImportedList& list, const ListFile& file) {
    require(!list.entries.empty(), "a list has entries");
    require(list.faults.size() <= 100 && list.faults.size() <= list.faulty_rows,
            "every fault is counted, 100 are kept");
    require(list.entries.size() <= list.rows, "every entry has its row");
    for (const auto& entry : list.entries) {
        require(entry.list == list.list && is_reference(entry.reference), "an entry has a reference and its list");
        require(!entry.names.empty() && !entry.names.front().text.empty(), "an entry has a name");
        require(!entry.rows.empty(), "an entry has a row");
        for (const auto& row : entry.rows) {
            require(row.line >= 1, "lines are counted from 1");
            require(row.bytes.begin < row.bytes.end && row.bytes.end <= file.bytes.size(), "a row is in the file");
        }
        const auto again = from_json_line(to_json_line(entry));
        require(again.has_value() && *again == entry, "an entry comes back from its line as it was");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const ListFile file{"list.json", std::string(reinterpret_cast<const char*>(data) + 1, size - 1)};
    const std::size_t form = data[0] % std::size(kReaders);
    (void)kForms[form](file.bytes);
    const auto list = kReaders[form]({file});
    if (list) {
        check(*list, file);
    } else {
        require(!list.error().message.empty() && !list.error().context.empty(), "an error says what and where");
    }
    return 0;
}
