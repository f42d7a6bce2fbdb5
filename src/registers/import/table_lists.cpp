#include "registers/import/table_lists.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "registers/import/eu_xml.hpp"
#include "registers/import/ofac_remarks.hpp"
#include "registers/import/table_reader.hpp"

namespace axray::registers {
namespace {

std::string with_bars(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (const auto part : parts) text += (text.empty() ? "" : "|") + std::string(part);
    return text;
}

std::string births_of(const RegisterEntry& entry) {
    std::string births;
    for (const auto& birth : entry.births) births += birth + " ";
    return births;
}

std::string_view celex_of(const Columns& columns, const TableRow& row) {
    const auto amended = cell_of(columns, row, "amendedcelex");
    return amended.empty() ? cell_of(columns, row, "celex") : amended;
}

constexpr ColumnRole kEuJournalRoles[] = {
    {"schema", Role::kind},
    {"name", Role::primary},
    {"alias", Role::alias},
    {"weakalias", Role::weak_alias},
    {"previousname", Role::former},
    {"programkey", Role::programme},
    {"startdate", Role::listed},
    {"country", Role::country},
    {"nationality", Role::country},
    {"jurisdiction", Role::country},
    {"flag", Role::country},
    {"birthdate", Role::birth},
    {"incorporationdate", Role::birth},
    {"birthplace", Role::place},
    {"address", Role::place},
    {"position", Role::attribute, "position"},
    {"gender", Role::attribute, "Gender"},
    {"appearance", Role::attribute, "appearance"},
    {"ethnicity", Role::attribute, "ethnicity"},
    {"fathername", Role::attribute, "father"},
    {"mothername", Role::attribute, "mother"},
    {"legalform", Role::attribute, "legal form"},
    {"sector", Role::attribute, "sector"},
    {"measure", Role::attribute, "measure"},
    {"passportnumber", Role::identifier, "passport"},
    {"registrationnumber", Role::identifier, "registration number"},
    {"taxnumber", Role::identifier, "tax number"},
    {"idnumber", Role::identifier, "national identity number"},
    {"inncode", Role::identifier, "tax number"},
    {"ogrncode", Role::identifier, "registration number"},
    {"kppcode", Role::identifier, "KPP code"},
    {"okpocode", Role::identifier, "OKPO code"},
    {"leicode", Role::identifier, "legal entity identifier"},
    {"swiftbic", Role::identifier, "SWIFT/BIC"},
    {"ticker", Role::identifier, "ticker"},
    {"imonumber", Role::identifier, "IMO number"},
    {"mmsi", Role::identifier, "MMSI"},
    {"phone", Role::identifier, "telephone number"},
    {"email", Role::identifier, "e-mail address"},
    {"website", Role::link},
    {"reason", Role::remarks},
    {"notes", Role::remarks},
};

TableForm eu_journal() {
    TableForm form;
    form.name = "the EU's designations";
    form.told_by = {"programkey", "measure", "recordid"};
    form.needed = {"name", "schema"};
    form.roles.assign(std::begin(kEuJournalRoles), std::end(kEuJournalRoles));
    // One party stands in several annexes, and again in an act that amends them. Ships share names.
    form.key = [](const RegisterEntry& entry, const Columns& columns, const TableRow& row) {
        if (entry.names.empty()) return std::string();
        return with_bars({celex_of(columns, row), to_string(entry.kind), entry.names.front().text, births_of(entry),
                          cell_of(columns, row, "imonumber")});
    };
    form.reference = [](const RegisterEntry& entry, const Columns& columns, const TableRow& row) {
        auto number = std::string(cell_of(columns, row, "recordid"));
        if (number.empty()) number = reference_word(entry.names.front().text);
        return "eu:" + std::string(celex_of(columns, row)) + ":" + std::string(cell_of(columns, row, "annex")) + ":" +
               number;
    };
    return form;
}

TableForm eu_financial() {
    TableForm form;
    form.name = "the EU's consolidated financial sanctions list";
    form.told_by = {"entitylogicalid", "entitysubjecttype"};
    form.needed = {"namealiaswholename"};
    form.roles = {
        {"entitysubjecttype", Role::kind},
        {"entitysubjecttypeclassificationcode", Role::kind},
        {"namealiaswholename", Role::primary},
        {"entityregulationprogramme", Role::programme},
        {"entitydesignationdate", Role::listed},
        {"entityeureferencenumber", Role::identifier, "EU reference number"},
        {"entityunitednationid", Role::identifier, "UN reference number"},
        {"birthdatebirthdate", Role::birth},
        {"birthdateyear", Role::birth},
        {"birthdateplace", Role::birth_place_part},
        {"birthdatecity", Role::birth_place_part},
        {"birthdateregion", Role::birth_place_part},
        {"birthdatecountrydescription", Role::birth_place_part},
        {"addressstreet", Role::place_part},
        {"addresspobox", Role::place_part},
        {"addresszipcode", Role::place_part},
        {"addresscity", Role::place_part},
        {"addressregion", Role::place_part},
        {"addressplace", Role::place_part},
        {"addresscountrydescription", Role::place_part},
        {"citizenshipcountrydescription", Role::country},
        {"namealiasgender", Role::attribute, "Gender"},
        {"namealiastitle", Role::attribute, "title"},
        {"namealiasfunction", Role::attribute, "position"},
        {"entitydesignationdetails", Role::remarks},
        {"entityremark", Role::remarks},
        {"entityregulationpublicationurl", Role::link},
    };
    form.rules.separator = '\0';
    form.mend = [](RegisterEntry& entry, const Columns& columns, const TableRow& row, ImportedList& list) {
        const auto cell = [&](std::string_view key) { return cell_of(columns, row, key); };
        if (list.date.empty()) list.date = iso_date(cell("filegenerationdate"));
        add_identifier(entry, eu_identifier_type(cell("identificationtypecode"), cell("identificationtypedescription")),
                       cell("identificationnumber"), cell("identificationcountrydescription"));
        // A birth date tells its year again.
        const auto is_year = [&entry](const std::string& birth) {
            const auto starts = [&birth](const std::string& other) {
                return other != birth && other.starts_with(birth);
            };
            return birth.size() == 4 && std::any_of(entry.births.begin(), entry.births.end(), starts);
        };
        const auto years = std::find_if(entry.births.begin(), entry.births.end(), is_year);
        if (years != entry.births.end()) entry.births.erase(years);
        const auto unknown = std::find(entry.countries.begin(), entry.countries.end(), "UNKNOWN");
        if (unknown != entry.countries.end()) entry.countries.erase(unknown);
    };
    form.key = [](const RegisterEntry&, const Columns& columns, const TableRow& row) {
        return std::string(cell_of(columns, row, "entitylogicalid"));
    };
    form.reference = [](const RegisterEntry&, const Columns& columns, const TableRow& row) {
        const auto number = cell_of(columns, row, "entityeureferencenumber");
        return "eu-fsf:" + std::string(number.empty() ? cell_of(columns, row, "entitylogicalid") : number);
    };
    return form;
}

TableForm screening_list() {
    TableForm form;
    form.name = "the US consolidated screening list";
    form.told_by = {"source", "entitynumber", "altnames"};
    form.needed = {"name"};
    form.roles = {
        {"type", Role::kind},
        {"name", Role::primary},
        {"altnames", Role::alias},
        {"programs", Role::programme},
        {"startdate", Role::listed},
        {"enddate", Role::delisted},
        {"citizenships", Role::country},
        {"nationalities", Role::country},
        {"vesselflag", Role::country},
        {"datesofbirth", Role::birth},
        {"placesofbirth", Role::place},
        {"addresses", Role::place},
        {"source", Role::attribute, "source"},
        {"title", Role::attribute, "title"},
        {"vesseltype", Role::attribute, "vessel type"},
        {"grosstonnage", Role::attribute, "tonnage"},
        {"grossregisteredtonnage", Role::attribute, "gross registered tonnage"},
        {"licenserequirement", Role::attribute, "licence requirement"},
        {"licensepolicy", Role::attribute, "licence policy"},
        {"federalregisternotice", Role::attribute, "Federal Register"},
        {"callsign", Role::identifier, "call sign"},
        {"vesselowner", Role::related},
        {"sourceinformationurl", Role::link},
        {"remarks", Role::remarks},
    };
    form.rules.days = DayOrder::month_first;
    // "Passport, A0123, IR; Gender, Male": what OFAC writes as "Passport A0123 (IR)".
    form.mend = [](RegisterEntry& entry, const Columns& columns, const TableRow& row, ImportedList&) {
        const auto remarks = std::exchange(entry.remarks, {});
        std::string items;
        for (const auto& id : values_in(cell_of(columns, row, "ids"), ';')) {
            const auto parts = parts_of(id, ",");
            items += parts.empty() ? "" : std::string(parts[0]);
            if (parts.size() > 1) items += " " + std::string(parts[1]);
            if (parts.size() == 3 && parts[2].size() == 2) items += " (" + std::string(parts[2]) + ")";
            items += "; ";
        }
        entry = with_ofac_remarks(std::move(entry), items);
        entry.remarks = joined({remarks, entry.remarks}, "; ");
    };
    form.key = [](const RegisterEntry&, const Columns& columns, const TableRow& row) {
        return with_bars({cell_of(columns, row, "source"), cell_of(columns, row, "id"), cell_of(columns, row, "name")});
    };
    form.reference = [](const RegisterEntry& entry, const Columns& columns, const TableRow& row) {
        const auto number = cell_of(columns, row, "id");
        return "us-csl:" + (number.empty() ? reference_word(entry.names.front().text) : std::string(number));
    };
    return form;
}

TableForm denied_persons() {
    TableForm form;
    form.name = "the denied persons of the Bureau of Industry and Security";
    form.told_by = {"name", "effectivedate", "standardorder"};
    form.roles = {
        {"name", Role::primary},
        {"streetaddress", Role::place_part},
        {"city", Role::place_part},
        {"state", Role::place_part},
        {"postalcode", Role::place_part},
        {"country", Role::place_part},
        {"country", Role::country},
        {"effectivedate", Role::listed},
        {"expirationdate", Role::delisted},
        {"standardorder", Role::attribute, "standard order"},
        {"frcitation", Role::attribute, "Federal Register"},
        {"action", Role::remarks},
    };
    form.rules = {'\0', DayOrder::month_first};
    form.key = [](const RegisterEntry& entry, const Columns&, const TableRow&) {
        if (entry.names.empty()) return std::string();
        return with_bars({entry.names.front().text, entry.listed_on, entry.delisted_on});
    };
    form.reference = [](const RegisterEntry& entry, const Columns&, const TableRow&) {
        return "bis-dpl:" + reference_word(entry.names.front().text);
    };
    return form;
}

}  // namespace

bool is_eu_journal_csv(std::string_view start) { return fits_table(eu_journal(), start); }
Result<ImportedList> read_eu_journal_csv(const std::vector<ListFile>& files) {
    return read_tables(eu_journal(), files,
                       list_called("eu", "EU sanctions by regulation, from the Official Journal", "European Union"));
}

bool is_eu_financial_csv(std::string_view start) { return fits_table(eu_financial(), start); }
Result<ImportedList> read_eu_financial_csv(const std::vector<ListFile>& files) {
    return read_tables(eu_financial(), files,
                       list_called("eu-fsf", "EU Consolidated Financial Sanctions List", "European Commission"));
}

bool is_screening_list_csv(std::string_view start) { return fits_table(screening_list(), start); }
Result<ImportedList> read_screening_list_csv(const std::vector<ListFile>& files) {
    return read_tables(screening_list(), files,
                       list_called("us-csl", "US Consolidated Screening List", "US Department of Commerce"));
}

bool is_denied_persons_text(std::string_view start) { return fits_table(denied_persons(), start); }
Result<ImportedList> read_denied_persons_text(const std::vector<ListFile>& files) {
    return read_tables(denied_persons(), files,
                       list_called("bis-dpl", "BIS Denied Persons List",
                                   "US Department of Commerce, Bureau of Industry and Security"));
}

}  // namespace axray::registers
