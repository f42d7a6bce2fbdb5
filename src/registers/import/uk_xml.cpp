#include "registers/import/uk_xml.hpp"

#include "registers/import/column_roles.hpp"
#include "registers/import/uk_names.hpp"
#include "registers/import/xml_list.hpp"

namespace axray::registers {
namespace {

void add_names(RegisterEntry& entry, const XmlElement& record) {
    for (const auto* name : record.all("Names/Name")) {
        const auto text = joined({name->text_of("Name1"), name->text_of("Name2"), name->text_of("Name3"),
                                  name->text_of("Name4"), name->text_of("Name5"), name->text_of("Name6")},
                                 " ");
        auto kind = uk_name_kind(name->text_of("NameType"), name->text_of("AliasStrength"));
        // Of several primary names the first one counts.
        if (kind == ListedNameKind::primary && !entry.names.empty() &&
            entry.names.front().kind == ListedNameKind::primary) {
            kind = ListedNameKind::alias;
        }
        add_name(entry, text, kind == ListedNameKind::primary ? kind : name_kind(text, kind));
    }
    for (const auto* name : record.all("NonLatinNames/NonLatinName/NameNonLatinScript")) {
        add_name(entry, name->text, ListedNameKind::native_script);
    }
}

void add_places(RegisterEntry& entry, const XmlElement& record) {
    for (const auto* address : record.all("Addresses/Address")) {
        add_text(entry.places, joined({address->text_of("AddressLine1"), address->text_of("AddressLine2"),
                                       address->text_of("AddressLine3"), address->text_of("AddressLine4"),
                                       address->text_of("AddressLine5"), address->text_of("AddressLine6"),
                                       address->text_of("AddressPostalCode"), address->text_of("AddressCountry")},
                                      ", "));
    }
    for (const auto* birth : record.all("IndividualDetails/Individual/BirthDetails/Location")) {
        add_text(entry.places, joined({birth->text_of("TownOfBirth"), birth->text_of("CountryOfBirth")}, ", "));
    }
}

void add_identifiers(RegisterEntry& entry, const XmlElement& record) {
    struct Place {
        std::string_view path;
        std::string_view type;
    };
    constexpr Place kPlaces[] = {
        {"IndividualDetails/Individual/PassportDetails/Passport/PassportNumber", "passport"},
        {"IndividualDetails/Individual/NationalIdentifierDetails/NationalIdentifier/NationalIdentifierNumber",
         "national identity number"},
        {"EntityDetails/Entity/BusinessRegistrationNumbers/BusinessRegistrationNumber", "registration number"},
        {"ShipDetails/Ship/IMONumbers/IMONumber", "IMO number"},
        {"PhoneNumbers/PhoneNumber", "telephone number"},
        {"EmailAddresses/EmailAddress", "e-mail address"},
        {"OFSIGroupID", "OFSI group number"},
        {"UNReferenceNumber", "UN reference number"},
    };
    for (const auto& place : kPlaces) {
        for (const auto* number : record.all(place.path)) add_identifier(entry, place.type, number->text);
    }
}

void add_attributes(RegisterEntry& entry, const XmlElement& record) {
    struct Place {
        std::string_view path;
        std::string_view label;
    };
    constexpr Place kPlaces[] = {
        {"Titles/Title", "title"},
        {"IndividualDetails/Individual/Genders/Gender", "Gender"},
        {"IndividualDetails/Individual/Positions/Position", "position"},
        {"EntityDetails/Entity/TypeOfEntities/TypeOfEntity", "type"},
        {"ShipDetails/Ship/TypeOfShipDetails/TypeOfShip", "vessel type"},
        {"ShipDetails/Ship/TonnageOfShipDetails/TonnageOfShip", "tonnage"},
        {"ShipDetails/Ship/YearsBuilt/YearBuilt", "built"},
        {"ShipDetails/Ship/PreviousFlags/PreviousFlag", "previous flag"},
        {"ShipDetails/Ship/PreviousOwnerOperators/PreviousOwnerOperator", "previous owner"},
        {"DesignationSource", "designated by"},
        {"SanctionsImposed", "sanctions"},
    };
    for (const auto& place : kPlaces) {
        for (const auto* fact : record.all(place.path)) {
            for (const auto part : parts_of(fact->text, "|")) add_attribute(entry, place.label, part);
        }
    }
}

RegisterEntry entry_of(const XmlElement& record) {
    RegisterEntry entry;
    entry.reference = "uk:" + std::string(record.text_of("UniqueID"));
    entry.kind = kind_of_word(record.text_of("IndividualEntityShip"));
    entry.listed_on = iso_date(record.text_of("DateDesignated"));
    add_names(entry, record);
    add_text(entry.programmes, record.text_of("RegimeName"));
    const auto add_all = [&](std::vector<std::string>& texts, std::string_view path) {
        for (const auto* fact : record.all(path)) add_text(texts, one_line(fact->text));
    };
    for (const auto* birth : record.all("IndividualDetails/Individual/DOBs/DOB")) {
        add_texts(entry.births, iso_dates(birth->text));
    }
    add_all(entry.countries, "IndividualDetails/Individual/Nationalities/Nationality");
    add_all(entry.countries, "ShipDetails/Ship/CurrentBelievedFlagOfShips/CurrentBelievedFlagOfShip");
    add_all(entry.links, "Websites/Website");
    add_all(entry.related, "EntityDetails/Entity/ParentCompanies/ParentCompany");
    add_all(entry.related, "EntityDetails/Entity/Subsidiaries/Subsidiary");
    add_all(entry.related, "ShipDetails/Ship/CurrentOwnerOperators/CurrentOwnerOperator");
    add_places(entry, record);
    add_identifiers(entry, record);
    add_attributes(entry, record);
    entry.remarks = joined({record.text_of("UKStatementofReasons"), record.text_of("OtherInformation")}, "\n");
    return entry;
}

}  // namespace

bool is_uk_xml(std::string_view start) { return xml_root(start) == "Designations"; }

Result<ImportedList> read_uk_xml(const std::vector<ListFile>& files) {
    XmlForm form;
    form.records = {"Designation"};
    form.heads = {"DateGenerated"};
    form.entry = entry_of;
    form.head = [](const XmlElement& head, ImportedList& list) {
        if (head.name == "DateGenerated") list.date = iso_date(head.text);
    };
    return read_xml_list(form, files,
                         list_called("uk", "UK Sanctions List", "UK Foreign, Commonwealth & Development Office"));
}

}  // namespace axray::registers
