#include "registers/import/import.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "registers/import/cisa_kev.hpp"
#include "registers/import/eu_xml.hpp"
#include "registers/import/follow_the_money.hpp"
#include "registers/import/forms.hpp"
#include "registers/import/list_in_making.hpp"
#include "registers/import/list_text.hpp"
#include "registers/import/misp_galaxy.hpp"
#include "registers/import/ofac_advanced_xml.hpp"
#include "registers/import/ofac_csv.hpp"
#include "registers/import/ofac_xml.hpp"
#include "registers/import/stix.hpp"
#include "registers/import/table_lists.hpp"
#include "registers/import/uk_table.hpp"
#include "registers/import/uk_xml.hpp"
#include "registers/import/un_xml.hpp"

namespace axray::registers {
namespace {

constexpr std::size_t kStart = std::size_t{256} << 10;
constexpr std::size_t kFileLimit = std::size_t{1} << 30;  // spans are of 32 bits

// The first that fits counts, so that strict ones stand before those that take any table.
constexpr std::array kForms = {
    ListForm{"OFAC XML", is_ofac_xml, read_ofac_xml},
    ListForm{"OFAC advanced XML", is_ofac_advanced_xml, read_ofac_advanced_xml},
    ListForm{"UN XML", is_un_xml, read_un_xml},
    ListForm{"UK XML", is_uk_xml, read_uk_xml},
    ListForm{"EU XML", is_eu_xml, read_eu_xml},
    ListForm{"STIX", is_stix, read_stix},
    ListForm{"MISP galaxy", is_misp_galaxy, read_misp_galaxy},
    ListForm{"CISA KEV", is_cisa_kev, read_cisa_kev},
    ListForm{"FollowTheMoney", is_follow_the_money, read_follow_the_money},
    ListForm{"OFAC CSV", is_ofac_csv, read_ofac_csv},
    ListForm{"UK Sanctions List", is_uk_table, read_uk_table},
    ListForm{"OFSI CSV", is_ofsi_table, read_ofsi_table},
    ListForm{"EU designations CSV", is_eu_journal_csv, read_eu_journal_csv},
    ListForm{"EU financial sanctions CSV", is_eu_financial_csv, read_eu_financial_csv},
    ListForm{"US consolidated screening list CSV", is_screening_list_csv, read_screening_list_csv},
    ListForm{"BIS denied persons", is_denied_persons_text, read_denied_persons_text},
    ListForm{"FCC covered list", is_covered_list_csv, read_covered_list_csv},
    ListForm{"a table with a column of names", is_named_table, read_named_table},
};

const ListForm* form_of(const ListFile& file) {
    const ListFile start{file.name, file.bytes.substr(0, kStart)};
    const ListText text(start);
    const auto* form =
        std::find_if(kForms.begin(), kForms.end(), [&text](const ListForm& known) { return known.fits(text.text()); });
    return form == kForms.end() ? nullptr : form;
}

std::string names_of_forms() {
    std::string names;
    for (const auto& form : kForms) names += (names.empty() ? "" : ", ") + std::string(form.name);
    return names;
}

// The form of a file that can be read.
Result<const ListForm*> known_form(const ListFile& file) {
    if (file.bytes.size() > kFileLimit) {
        return fail(Error{ErrorCode::limit_exceeded, "the file has more than 1 GiB", {file.name}});
    }
    if (trimmed(file.bytes).empty()) return fail(Error{ErrorCode::empty, "the file is empty", {file.name}});
    if (const ListForm* form = form_of(file)) return form;
    return fail(
        Error{ErrorCode::unsupported, "this is no list in a form that is known: " + names_of_forms(), {file.name}});
}

}  // namespace

std::string_view form_of_list(const ListFile& file) {
    const auto* form = form_of(file);
    return form == nullptr ? std::string_view() : form->name;
}

Result<ImportedList> import_list(const std::vector<ListFile>& files) {
    if (files.empty()) return fail(ErrorCode::invalid_usage, "there is no file to import");
    const auto common = known_form(files.front());
    if (!common) return fail(common.error());
    for (const auto& file : files) {
        const auto form = known_form(file);
        if (!form) return fail(form.error());
        if (*form != *common) {
            return fail(Error{ErrorCode::malformed,
                              "this is " + std::string((*form)->name) + " and " + files.front().name + " is " +
                                  std::string((*common)->name) + "; import one list at a time",
                              {file.name}});
        }
    }
    return (*common)->read(files);
}

}  // namespace axray::registers
