#include "registers/import/eu_xml.hpp"

#include "registers/import/column_roles.hpp"
#include "registers/import/xml_list.hpp"

namespace axray::registers {
namespace {

// Countries that are not told are written as UNKNOWN.
std::string_view country_of(const XmlElement& element) {
    const auto country = element.attribute("countryDescription");
    return country == "UNKNOWN" ? std::string_view() : country;
}

void add_names(RegisterEntry& entry, const XmlElement& record) {
    for (const auto* name : record.all("nameAlias")) {
        auto text = std::string(name->attribute("wholeName"));
        if (text.empty()) {
            text =
                joined({name->attribute("firstName"), name->attribute("middleName"), name->attribute("lastName")}, " ");
        }
        const bool weak = name->attribute("strong") == "false";
        // The first strong name is the primary one.
        const bool primary = !weak && (entry.names.empty() || entry.names.front().kind != ListedNameKind::primary);
        const auto kind = weak ? ListedNameKind::weak_alias : ListedNameKind::alias;
        if (primary) {
            entry.names.insert(entry.names.begin(), ListedName{one_line(text), ListedNameKind::primary});
            if (entry.names.front().text.empty()) entry.names.erase(entry.names.begin());
        } else {
            add_name(entry, text, name_kind(text, kind));
        }
        add_attribute(entry, "title", name->attribute("title"));
        add_attribute(entry, "position", name->attribute("function"));
        add_attribute(entry, "Gender", name->attribute("gender"));
    }
}

std::string place_of(const XmlElement& place) {
    return joined({place.attribute("street"), place.attribute("poBox"), place.attribute("zipCode"),
                   place.attribute("city"), place.attribute("region"), place.attribute("place"), country_of(place)},
                  ", ");
}

void add_birth(RegisterEntry& entry, const XmlElement& birth) {
    add_text(entry.places, place_of(birth));
    const auto from = birth.attribute("yearRangeFrom");
    const auto to = birth.attribute("yearRangeTo");
    if (const auto date = birth.attribute("birthdate"); !date.empty()) {
        add_texts(entry.births, iso_dates(date));
    } else if (const auto year = birth.attribute("year"); !year.empty()) {
        add_texts(entry.births, iso_dates(year));
    } else if (!from.empty() && !to.empty()) {
        add_text(entry.births, std::string(from) + "/" + std::string(to));
    }
}

void add_identification(RegisterEntry& entry, const XmlElement& id) {
    auto number = id.attribute("number");
    if (number.empty()) number = id.attribute("latinNumber");
    add_identifier(
        entry,
        eu_identifier_type(id.attribute("identificationTypeCode"), id.attribute("identificationTypeDescription")),
        number, country_of(id));
}

RegisterEntry entry_of(const XmlElement& record) {
    RegisterEntry entry;
    auto number = record.attribute("euReferenceNumber");
    if (number.empty()) number = record.attribute("logicalId");
    entry.reference = "eu-fsf:" + std::string(number);
    entry.listed_on = iso_date(record.attribute("designationDate"));
    add_identifier(entry, "EU reference number", record.attribute("euReferenceNumber"));
    add_identifier(entry, "UN reference number", record.attribute("unitedNationId"));
    add_names(entry, record);
    std::vector<std::string_view> remarks{record.attribute("designationDetails")};
    for (const auto& child : record.children) {
        const std::string_view name = child.name;
        if (name == "subjectType") entry.kind = kind_of_word(child.attribute("code"));
        if (name == "regulation") add_text(entry.programmes, child.attribute("programme"));
        if (name == "regulation") add_text(entry.links, child.text_of("publicationUrl"));
        if (name == "citizenship") add_text(entry.countries, country_of(child));
        if (name == "birthdate") add_birth(entry, child);
        if (name == "address") add_text(entry.places, place_of(child));
        if (name == "identification") add_identification(entry, child);
        if (name == "remark") remarks.push_back(child.text);
    }
    entry.remarks = joined(remarks, "\n");
    return entry;
}

}  // namespace

std::string eu_identifier_type(std::string_view code, std::string_view description) {
    if (code == "passport") return "passport";
    if (code == "id") return "national identity number";
    if (code == "ssn") return "social security number";
    if (code == "regnumber") return "registration number";
    if (code == "fiscalcode" || code == "vatcode") return "tax number";
    if (code == "imo") return "IMO number";
    return description.empty() ? "number" : lower_ascii(description);
}

bool is_eu_xml(std::string_view start) {
    return xml_root(start) == "export" && start.find("sanctionEntity") != std::string_view::npos;
}

Result<ImportedList> read_eu_xml(const std::vector<ListFile>& files) {
    XmlForm form;
    form.records = {"sanctionEntity"};
    form.entry = entry_of;
    form.head = [](const XmlElement& root, ImportedList& list) {
        list.version = root.attribute("globalFileId");
        list.date = iso_date(root.attribute("generationDate"));
    };
    return read_xml_list(form, files,
                         list_called("eu-fsf", "EU Consolidated Financial Sanctions List", "European Commission"));
}

}  // namespace axray::registers
