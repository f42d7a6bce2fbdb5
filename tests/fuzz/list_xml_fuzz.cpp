// Feeds arbitrary bytes to the readers of lists in XML; the first byte chooses the form.
// Depends: base language matching registers
//
// What must hold: no crash, linear time, nothing loaded; a list has entries with names in UTF-8 and rows within the
// file; an error says what and where.
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "registers/import/eu_xml.hpp"
#include "registers/import/ofac_advanced_xml.hpp"
#include "registers/import/ofac_xml.hpp"
#include "registers/import/uk_xml.hpp"
#include "registers/import/un_xml.hpp"
#include "sound_list.hpp"

namespace {

constexpr axray::fuzz::ListReader kReaders[] = {
    axray::registers::read_ofac_xml,
    axray::registers::read_un_xml,
    axray::registers::read_uk_xml,
    axray::registers::read_eu_xml,
    axray::registers::read_ofac_advanced_xml,
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    (void)axray::fuzz::read_soundly(kReaders, data, size);
    return 0;
}
