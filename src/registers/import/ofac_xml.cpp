#include "registers/import/ofac_xml.hpp"

#include "registers/import/column_roles.hpp"
#include "registers/import/ofac_csv.hpp"
#include "registers/import/ofac_remarks.hpp"
#include "registers/import/xml_list.hpp"

namespace axray::registers {
namespace {

// As the CSV files print it: "LAST, First".
std::string name_of(const XmlElement& element) {
    return joined({element.text_of("lastName"), element.text_of("firstName")}, ", ");
}

std::string place_of(const XmlElement& address) {
    return joined(
        {address.text_of("address1"), address.text_of("address2"), address.text_of("address3"), address.text_of("city"),
         address.text_of("stateOrProvince"), address.text_of("postalCode"), address.text_of("country")},
        ", ");
}

ListedNameKind alias_kind(const XmlElement& alias) {
    if (alias.text_of("category") == "weak") return ListedNameKind::weak_alias;
    return alias.text_of("type").starts_with("f.k.a") ? ListedNameKind::former : ListedNameKind::alias;
}

// Where the parenthesis that opens at `open` is closed; names in it may have their own.
std::size_t closing(std::string_view text, std::size_t open) {
    int depth = 0;
    for (std::size_t i = open; i < text.size(); ++i) {
        depth += text[i] == '(' ? 1 : 0;
        depth -= text[i] == ')' ? 1 : 0;
        if (depth == 0) return i;
    }
    return text.size();
}

// "(Linked To: A)(Linked To: B)" and the identifiers, as items of remarks in the CSV files.
std::string remarks_of(const XmlElement& record) {
    std::string items;
    for (const auto* id : record.all("idList/id")) {
        items += joined({id->text_of("idType"), id->text_of("idNumber")}, " ");
        const auto country = id->text_of("idCountry");
        if (!country.empty()) items += " (" + std::string(country) + ")";
        items += "; ";
    }
    std::string_view remarks = record.text_of("remarks");
    constexpr std::string_view kLinked = "(Linked To: ";
    for (std::size_t at = remarks.find(kLinked); at != std::string_view::npos; at = remarks.find(kLinked)) {
        items += trimmed(remarks.substr(0, at));
        const std::size_t end = closing(remarks, at);
        items += "; " + std::string(remarks.substr(at + 1, end - at - 1)) + "; ";
        remarks.remove_prefix(std::min(end + 1, remarks.size()));
    }
    return items + std::string(remarks);
}

void add_vessel(RegisterEntry& entry, const XmlElement& vessel) {
    add_identifier(entry, "call sign", vessel.text_of("callSign"));
    add_attribute(entry, "vessel type", vessel.text_of("vesselType"));
    add_attribute(entry, "tonnage", vessel.text_of("tonnage"));
    add_attribute(entry, "gross registered tonnage", vessel.text_of("grossRegisteredTonnage"));
    add_text(entry.countries, vessel.text_of("vesselFlag"));
    add_text(entry.related, vessel.text_of("vesselOwner"));
}

RegisterEntry entry_of(const XmlElement& record) {
    RegisterEntry entry;
    entry.reference = "ofac:" + std::string(record.text_of("uid"));
    entry.kind = kind_of_word(record.text_of("sdnType"));
    add_name(entry, name_of(record), ListedNameKind::primary);
    for (const auto* alias : record.all("akaList/aka")) {
        const auto name = name_of(*alias);
        add_name(entry, name, name_kind(name, alias_kind(*alias)));
    }
    for (const auto* programme : record.all("programList/program")) add_text(entry.programmes, programme->text);
    add_attribute(entry, "title", record.text_of("title"));
    for (const auto* birth : record.all("dateOfBirthList/dateOfBirthItem")) {
        add_texts(entry.births, iso_dates(birth->text_of("dateOfBirth")));
    }
    for (const auto* address : record.all("addressList/address")) add_text(entry.places, place_of(*address));
    for (const auto* birth : record.all("placeOfBirthList/placeOfBirthItem")) {
        add_text(entry.places, birth->text_of("placeOfBirth"));
    }
    for (const auto* country : record.all("nationalityList/nationality")) {
        add_text(entry.countries, country->text_of("country"));
    }
    for (const auto* country : record.all("citizenshipList/citizenship")) {
        add_text(entry.countries, country->text_of("country"));
    }
    if (const auto* vessel = record.child("vesselInfo")) add_vessel(entry, *vessel);
    return with_ofac_remarks(std::move(entry), remarks_of(record));
}

}  // namespace

bool is_ofac_xml(std::string_view start) { return xml_root(start) == "sdnList"; }

Result<ImportedList> read_ofac_xml(const std::vector<ListFile>& files) {
    XmlForm form;
    form.records = {"sdnEntry"};
    form.heads = {"publshInformation"};
    form.entry = entry_of;
    form.head = [](const XmlElement& head, ImportedList& list) {
        if (const auto date = head.text_of("Publish_Date"); !date.empty()) {
            list.date = iso_date(date, DayOrder::month_first);
        }
    };
    auto list = read_xml_list(form, files, ListInMaking("ofac-sdn"));
    if (list) name_ofac_list(*list);
    return list;
}

}  // namespace axray::registers
