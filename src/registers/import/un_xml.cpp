#include "registers/import/un_xml.hpp"

#include "registers/import/list_in_making.hpp"
#include "registers/import/printed_dates.hpp"
#include "registers/import/xml_list.hpp"

namespace axray::registers {
namespace {

// "(1) A (2) B", "A; B" and "A / B" are several names in one element.
std::vector<std::string_view> names_in(std::string_view text) {
    std::vector<std::string_view> names;
    for (const auto part : parts_of(text, ";")) {
        for (const auto name : parts_of(part, " / ")) names.push_back(name);
    }
    return names;
}

ListedNameKind alias_kind(std::string_view quality) {
    if (quality == "Low") return ListedNameKind::weak_alias;
    return quality.starts_with("f.k.a") ? ListedNameKind::former : ListedNameKind::alias;
}

void add_names(RegisterEntry& entry, const XmlElement& record) {
    add_name(entry,
             joined({record.text_of("FIRST_NAME"), record.text_of("SECOND_NAME"), record.text_of("THIRD_NAME"),
                     record.text_of("FOURTH_NAME")},
                    " "),
             ListedNameKind::primary);
    for (const auto* original : record.all("NAME_ORIGINAL_SCRIPT")) {
        for (const auto name : names_in(original->text)) add_name(entry, name, ListedNameKind::native_script);
    }
    for (const auto& child : record.children) {
        if (child.name != "INDIVIDUAL_ALIAS" && child.name != "ENTITY_ALIAS") continue;
        const auto kind = alias_kind(child.text_of("QUALITY"));
        for (const auto name : names_in(child.text_of("ALIAS_NAME"))) add_name(entry, name, name_kind(name, kind));
    }
}

std::string place_of(const XmlElement& place) {
    return joined({place.text_of("STREET"), place.text_of("CITY"), place.text_of("ZIP_CODE"),
                   place.text_of("STATE_PROVINCE"), place.text_of("COUNTRY")},
                  ", ");
}

void add_birth(RegisterEntry& entry, const XmlElement& birth) {
    const auto from = birth.text_of("FROM_YEAR");
    const auto to = birth.text_of("TO_YEAR");
    if (!from.empty() && !to.empty()) add_text(entry.births, std::string(from) + "/" + std::string(to));
    for (const auto part : {birth.text_of("DATE"), birth.text_of("YEAR")}) {
        if (part.empty()) continue;
        add_texts(entry.births, iso_dates(part));
        break;
    }
}

void add_document(RegisterEntry& entry, const XmlElement& document) {
    const auto kind = lower_ascii(document.text_of("TYPE_OF_DOCUMENT"));
    const bool passport = kind.find("passport") != std::string::npos || kind.find("pas") != std::string::npos;
    auto country = document.text_of("ISSUING_COUNTRY");
    if (country.empty()) country = document.text_of("COUNTRY_OF_ISSUE");
    add_identifier(entry, passport ? "passport" : "national identity number", document.text_of("NUMBER"), country);
}

void add_facts(RegisterEntry& entry, const XmlElement& record) {
    for (const auto& child : record.children) {
        const std::string_view name = child.name;
        if (name.ends_with("_ADDRESS")) add_text(entry.places, place_of(child));
        if (name.ends_with("_PLACE_OF_BIRTH")) add_text(entry.places, place_of(child));
        if (name.ends_with("_DATE_OF_BIRTH")) add_birth(entry, child);
        if (name.ends_with("_DOCUMENT")) add_document(entry, child);
        if (name == "GENDER") add_attribute(entry, "Gender", child.text);
        for (const auto* value : child.all("VALUE")) {
            if (name == "NATIONALITY") add_text(entry.countries, value->text);
            if (name == "DESIGNATION") add_attribute(entry, "designation", value->text);
            if (name == "TITLE") add_attribute(entry, "title", value->text);
        }
        if (name.starts_with("COMMENTS")) {
            entry.remarks += (entry.remarks.empty() ? "" : " ") + one_line(child.text);
            add_links(entry, child.text);
        }
    }
}

RegisterEntry entry_of(const XmlElement& record) {
    RegisterEntry entry;
    const auto number = record.text_of("DATAID");
    entry.reference = "un:" + std::string(number.empty() ? record.text_of("REFERENCE_NUMBER") : number);
    entry.kind = record.name == "INDIVIDUAL" ? EntryKind::person : EntryKind::organisation;
    entry.listed_on = iso_date(record.text_of("LISTED_ON"));
    entry.delisted_on = iso_date(record.text_of("DELISTED_ON"));
    add_text(entry.programmes, record.text_of("UN_LIST_TYPE"));
    add_identifier(entry, "UN reference number", record.text_of("REFERENCE_NUMBER"));
    add_names(entry, record);
    add_facts(entry, record);
    return entry;
}

}  // namespace

bool is_un_xml(std::string_view start) { return xml_root(start) == "CONSOLIDATED_LIST"; }

Result<ImportedList> read_un_xml(const std::vector<ListFile>& files) {
    XmlForm form;
    form.records = {"INDIVIDUAL", "ENTITY"};
    form.entry = entry_of;
    form.head = [](const XmlElement& root, ImportedList& list) {
        list.version = root.attribute("dateGenerated");
        list.date = iso_date(list.version);
    };
    return read_xml_list(
        form, files,
        list_called("un", "United Nations Security Council Consolidated List", "United Nations Security Council"));
}

}  // namespace axray::registers
