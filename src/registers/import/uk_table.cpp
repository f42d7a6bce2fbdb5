#include "registers/import/uk_table.hpp"

#include <iterator>
#include <utility>

#include "registers/import/table_reader.hpp"
#include "registers/import/uk_names.hpp"

namespace axray::registers {
namespace {

// Columns of the two lists; those that only one has are missing in the other.
constexpr ColumnRole kUkRoles[] = {
    {"type", Role::kind},
    {"designationtype", Role::kind},
    {"grouptype", Role::kind},
    {"name", Role::primary},
    {"name1", Role::name_part},
    {"name2", Role::name_part},
    {"name3", Role::name_part},
    {"name4", Role::name_part},
    {"name5", Role::name_part},
    {"name6", Role::name_part},
    {"namenonlatinscript", Role::native_script},
    {"regimename", Role::programme},
    {"regime", Role::programme},
    {"datedesignated", Role::listed},
    {"listedon", Role::listed},
    {"uksanctionslistdatedesignated", Role::listed},
    {"dob", Role::birth},
    {"nationalityies", Role::country},
    {"nationality", Role::country},
    {"currentbelievedflagofship", Role::country},
    {"addressline1", Role::place_part},
    {"addressline2", Role::place_part},
    {"addressline3", Role::place_part},
    {"addressline4", Role::place_part},
    {"addressline5", Role::place_part},
    {"addressline6", Role::place_part},
    {"addresspostalcode", Role::place_part},
    {"addresscountry", Role::place_part},
    {"address1", Role::place_part},
    {"address2", Role::place_part},
    {"address3", Role::place_part},
    {"address4", Role::place_part},
    {"address5", Role::place_part},
    {"address6", Role::place_part},
    {"postzipcode", Role::place_part},
    {"country", Role::place_part},
    {"townofbirth", Role::birth_place_part},
    {"countryofbirth", Role::birth_place_part},
    {"passportnumber", Role::identifier, "passport"},
    {"nationalidentifiernumber", Role::identifier, "national identity number"},
    {"nationalidentificationnumber", Role::identifier, "national identity number"},
    {"businessregistrationnumbers", Role::identifier, "registration number"},
    {"imonumber", Role::identifier, "IMO number"},
    {"hullidentificationnumberhin", Role::identifier, "hull number"},
    {"phonenumber", Role::identifier, "telephone number"},
    {"emailaddress", Role::identifier, "e-mail address"},
    {"ofsigroupid", Role::identifier, "OFSI group number"},
    {"groupid", Role::identifier, "OFSI group number"},
    {"unreferencenumber", Role::identifier, "UN reference number"},
    {"website", Role::link},
    {"subsidiaries", Role::related},
    {"parentcompany", Role::related},
    {"currentowneroperators", Role::related},
    {"title", Role::attribute, "title"},
    {"position", Role::attribute, "position"},
    {"gender", Role::attribute, "Gender"},
    {"typeofentity", Role::attribute, "type"},
    {"typeofship", Role::attribute, "vessel type"},
    {"tonnageofship", Role::attribute, "tonnage"},
    {"yearbuilt", Role::attribute, "built"},
    {"previousflags", Role::attribute, "previous flag"},
    {"previousowneroperators", Role::attribute, "previous owner"},
    {"designationsource", Role::attribute, "designated by"},
    {"sanctionsimposed", Role::attribute, "sanctions"},
    {"ukstatementofreasons", Role::remarks},
    {"otherinformation", Role::remarks},
};

// "Report Date: 13-Feb-2026" and "Last Updated,03/06/2026" stand before the header.
void read_head(const TableRow& row, ImportedList& list) {
    for (const auto& cell : row.cells) {
        if (list.date.empty()) list.date = iso_date(cell);
    }
}

void mend_name(RegisterEntry& entry, const Columns& columns, const TableRow& row, ImportedList&) {
    const auto cell = [&](std::string_view key) { return cell_of(columns, row, key); };
    if (entry.names.empty() || entry.names.front().kind != ListedNameKind::primary) return;
    const auto type = columns.has("nametype") ? cell("nametype") : cell("aliastype");
    const auto strength = columns.has("aliasstrength") ? cell("aliasstrength") : cell("aliasquality");
    auto& name = entry.names.front();
    name.kind = uk_name_kind(type, strength);
    if (name.kind != ListedNameKind::primary) name.kind = name_kind(name.text, name.kind);
}

TableForm uk_form() {
    TableForm form;
    form.name = "the UK Sanctions List";
    form.told_by = {"uniqueid", "regimename"};
    form.roles.assign(std::begin(kUkRoles), std::end(kUkRoles));
    form.rules.separator = '|';
    form.key = [](const RegisterEntry&, const Columns& columns, const TableRow& row) {
        return std::string(cell_of(columns, row, "uniqueid"));
    };
    form.reference = [](const RegisterEntry&, const Columns& columns, const TableRow& row) {
        return "uk:" + std::string(cell_of(columns, row, "uniqueid"));
    };
    form.head = read_head;
    form.mend = mend_name;
    return form;
}

TableForm ofsi_form() {
    TableForm form = uk_form();
    form.name = "OFSI's consolidated list";
    form.told_by = {"groupid", "grouptype"};
    form.needed = {"name6", "regime"};
    form.key = [](const RegisterEntry&, const Columns& columns, const TableRow& row) {
        return std::string(cell_of(columns, row, "groupid"));
    };
    form.reference = [](const RegisterEntry&, const Columns& columns, const TableRow& row) {
        return "uk-ofsi:" + std::string(cell_of(columns, row, "groupid"));
    };
    return form;
}

}  // namespace

bool is_uk_table(std::string_view start) { return fits_table(uk_form(), start); }

Result<ImportedList> read_uk_table(const std::vector<ListFile>& files) {
    auto form = uk_form();
    const auto header = header_of(files.front(), [](const Columns& columns) { return columns.has("uniqueid"); });
    form.needed = {header.has("name6") ? std::string_view("name6") : std::string_view("name")};
    return read_tables(form, files,
                       list_called("uk", "UK Sanctions List", "UK Foreign, Commonwealth & Development Office"));
}

bool is_ofsi_table(std::string_view start) { return fits_table(ofsi_form(), start); }

Result<ImportedList> read_ofsi_table(const std::vector<ListFile>& files) {
    return read_tables(ofsi_form(), files,
                       list_called("uk-ofsi", "OFSI Consolidated List of Financial Sanctions Targets", "HM Treasury"));
}

}  // namespace axray::registers
