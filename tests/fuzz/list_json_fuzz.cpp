// Feeds arbitrary bytes to the readers of lists in JSON; the first byte chooses the form.
// Depends: base language matching registers
//
// What must hold: no crash, linear time; a list has entries with names and references in UTF-8 and rows within the
// file; each entry comes back from its line in the store as it was; an error says what and where.
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "registers/import/cisa_kev.hpp"
#include "registers/import/follow_the_money.hpp"
#include "registers/import/misp_galaxy.hpp"
#include "registers/import/stix.hpp"
#include "registers/store/reference_list.hpp"
#include "registers/store/store.hpp"
#include "require.hpp"
#include "sound_list.hpp"

namespace {

using namespace axray::registers;

using axray::fuzz::require;

constexpr axray::fuzz::ListReader kReaders[] = {read_stix, read_misp_galaxy, read_cisa_kev, read_follow_the_money};
constexpr bool (*kForms[])(std::string_view) = {is_stix, is_misp_galaxy, is_cisa_kev, is_follow_the_money};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    (void)kForms[data[0] % std::size(kForms)]({reinterpret_cast<const char*>(data) + 1, size - 1});
    const auto list = axray::fuzz::read_soundly(kReaders, data, size);
    require(list.entries.size() <= list.rows, "every entry has its row");
    for (const auto& entry : list.entries) {
        require(is_reference(entry.reference), "a reference has the form of one");
        const auto again = from_json_line(to_json_line(entry));
        require(again.has_value() && *again == entry, "an entry comes back from its line as it was");
    }
    return 0;
}
