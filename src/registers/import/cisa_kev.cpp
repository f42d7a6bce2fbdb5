#include "registers/import/cisa_kev.hpp"

#include <algorithm>
#include <utility>

#include "registers/import/json_list.hpp"
#include "registers/import/printed_dates.hpp"

namespace axray::registers {
namespace {

// "CVE-2024-1234".
bool is_cve(std::string_view text) {
    const auto digits = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return text.starts_with("CVE-") && text.size() >= 13 && text.size() <= 20 && text[8] == '-' &&
           digits(text.substr(4, 4)) && digits(text.substr(9));
}

void add_attribute(RegisterEntry& entry, std::string_view label, std::string_view text) {
    if (!trimmed(text).empty()) add_text(entry.attributes, std::string(label) + " " + one_line(text));
}

void take(ListInMaking& list, const JsonValue& object, const ListRow& place) {
    const auto number = trimmed(object.text("cveID"));
    if (!is_cve(number)) {
        return list.fault(place, "\"cveID\" is '" + reference_part(number) + "', no number of a CVE");
    }
    RegisterEntry entry;
    entry.reference = "cve:" + std::string(number);
    if (list.find(entry.reference) != nullptr) {
        return list.fault(place, std::string(number) + " is listed twice; the second is left out");
    }
    entry.kind = EntryKind::vulnerability;
    entry.rows.push_back(place);
    add_name(entry, number, ListedNameKind::primary);
    add_name(entry, object.text("vulnerabilityName"), ListedNameKind::weak_alias);
    add_identifier(entry, "CVE", number);
    entry.listed_on = iso_date(object.text("dateAdded"));
    add_attribute(entry, "vendor", object.text("vendorProject"));
    add_attribute(entry, "product", object.text("product"));
    add_attribute(entry, "used by ransomware:", object.text("knownRansomwareCampaignUse"));
    add_attribute(entry, "to be mended by", object.text("dueDate"));
    for (const auto weakness : object.texts("cwes")) add_text(entry.attributes, weakness);
    for (const auto part : parts_of(object.text("notes"), ";")) {
        if (const auto link = part.find("http"); link != std::string_view::npos)
            add_text(entry.links, part.substr(link));
    }
    entry.remarks = joined({object.text("shortDescription"), object.text("requiredAction")}, " ");
    list.add(std::move(entry));
}

}  // namespace

bool is_cisa_kev(std::string_view start) {
    return first_of_json(start) == '{' && names_member(start, "vulnerabilities", '[') &&
           names_member(start, "cveID", '"') && names_member(start, "dateAdded", '"');
}

Result<ImportedList> read_cisa_kev(const std::vector<ListFile>& files) {
    if (files.size() > 1) {
        return fail(Error{ErrorCode::malformed,
                          "this and " + files.front().name + " are two catalogues; import one at a time",
                          {files[1].name}});
    }
    const auto& file = files.front();
    ListText text(file);
    auto catalogue = JsonList::open(text, "vulnerabilities");
    if (!catalogue) return fail(std::move(catalogue).error().within(file.name));
    ListInMaking list("cisa-kev");
    auto& made = list.made();
    made.title = trimmed(catalogue->head().text("title"));
    if (made.title.empty()) made.title = "CISA Catalog of Known Exploited Vulnerabilities";
    made.publisher = "US Cybersecurity and Infrastructure Security Agency";
    made.version = trimmed(catalogue->head().text("catalogVersion"));
    made.date = iso_date(catalogue->head().text("dateReleased").substr(0, 10));
    catalogue->each(list, [&](const JsonValue& object, const ListRow& place) { take(list, object, place); });
    return list.finish(file.name);
}

}  // namespace axray::registers
