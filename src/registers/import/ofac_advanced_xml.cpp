#include "registers/import/ofac_advanced_xml.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include "registers/import/list_in_making.hpp"
#include "registers/import/ofac_csv.hpp"
#include "registers/import/ofac_remarks.hpp"
#include "registers/import/printed_dates.hpp"
#include "registers/import/xml_records.hpp"

namespace axray::registers {
namespace {

// "AliasType:1400" -> "A.K.A."
class Values {
public:
    void take(const XmlElement& sets) {
        for (const auto& set : sets.children) {
            for (const auto& value : set.children) {
                const auto id = value.attribute("ID");
                by_id_.emplace(value.name + ":" + std::string(id), one_line(value.text));
                const auto type = value.attribute("PartyTypeID");
                if (!type.empty()) party_types_.emplace(id, type);
            }
        }
    }
    [[nodiscard]] std::string_view name(std::string_view kind, std::string_view id) const {
        const auto found = by_id_.find(std::string(kind) + ":" + std::string(id));
        return found == by_id_.end() ? std::string_view() : std::string_view(found->second);
    }
    [[nodiscard]] EntryKind kind(std::string_view subtype) const {
        const auto name = lower_ascii(this->name("PartySubType", subtype));
        if (name == "vessel") return EntryKind::vessel;
        if (name == "aircraft") return EntryKind::aircraft;
        const auto type = party_types_.find(std::string(subtype));
        if (type == party_types_.end()) return EntryKind::unknown;
        const auto party = lower_ascii(this->name("PartyType", type->second));
        if (party == "individual") return EntryKind::person;
        return party == "entity" ? EntryKind::organisation : EntryKind::unknown;
    }

private:
    std::unordered_map<std::string, std::string> by_id_;
    std::unordered_map<std::string, std::string> party_types_;  // by number of the subtype
};

struct Place {
    std::string text;
    std::string country;
};

std::string day_of(const XmlElement& date) {
    return iso_date(joined({date.text_of("Year"), date.text_of("Month"), date.text_of("Day")}, "-"));
}

// A year is written as the time from its first to its last day, a month likewise.
std::string time_of(const XmlElement& period) {
    const auto dates = [&period](std::string_view path) {
        const auto found = period.all(path);
        return found.empty() ? std::string() : day_of(*found.front());
    };
    const std::string from = dates("Start/From");
    std::string to = dates("End/To");
    if (to.empty()) to = dates("Start/To");
    if (from.size() < 10 || to.size() < 10 || from == to) return from.empty() ? to : from;
    const bool same_year = from.compare(0, 4, to, 0, 4) == 0;
    if (same_year && from.ends_with("-01-01") && to.ends_with("-12-31")) return from.substr(0, 4);
    if (from.compare(0, 7, to, 0, 7) == 0 && from.ends_with("-01")) return from.substr(0, 7);
    if (from.ends_with("-01-01") && to.ends_with("-12-31")) return from.substr(0, 4) + "/" + to.substr(0, 4);
    return from + "/" + to;
}

struct NameParts {
    std::string last;
    std::string others;
};

// `types` are those of the groups that parts of names belong to.
NameParts parts_of_name(const XmlElement& name, const std::map<std::string_view, std::string_view>& types) {
    NameParts parts;
    for (const auto* part : name.all("DocumentedNamePart/NamePartValue")) {
        const auto group = types.find(part->attribute("NamePartGroupID"));
        const bool is_last = group != types.end() && group->second == "Last Name";
        auto& text = is_last ? parts.last : parts.others;
        text = joined({text, part->text}, " ");
    }
    return parts;
}

// What a feature of a party tells goes into a field of its own, or into the items that OFAC's remarks consist of.
void add_detail(RegisterEntry& entry, std::string_view feature, const std::string& text, std::string& items) {
    const auto type = lower_ascii(feature);
    if (type == "birthdate") {
        add_text(entry.births, text);
    } else if (type == "place of birth") {
        add_text(entry.places, text);
    } else if (type == "title") {
        add_attribute(entry, "title", text);
    } else if (type == "vessel type") {
        add_attribute(entry, "vessel type", text);
    } else if (type == "vessel call sign") {
        add_identifier(entry, "call sign", text);
    } else {
        std::string item = text;
        std::replace(item.begin(), item.end(), ';', ',');
        items += std::string(feature) + " " + item + "; ";
    }
}

class AdvancedReader {
public:
    Result<ImportedList> read(const std::vector<ListFile>& files);

private:
    void take(const XmlElement& record, const ListRow& row);
    void take_place(const XmlElement& record);
    void take_document(const XmlElement& record);
    void take_party(const XmlElement& record, const ListRow& row);
    void take_relation(const XmlElement& record);
    void take_entry(const XmlElement& record, const ListRow& row);
    void add_names(RegisterEntry& entry, const XmlElement& identity) const;
    void add_feature(RegisterEntry& entry, const XmlElement& feature, std::string& items) const;
    [[nodiscard]] RegisterEntry* profile(std::string_view number);

    ListInMaking list_{"ofac-sdn"};
    Values values_;
    std::unordered_map<std::string, Place> places_;
    std::unordered_map<std::string, std::string> documents_;   // by identity: items as in the remarks of the CSV files
    std::unordered_map<std::string, std::string> references_;  // by number of the profile
};

void AdvancedReader::take_place(const XmlElement& record) {
    std::vector<std::string_view> parts;
    for (const auto* part : record.all("LocationPart/LocationPartValue/Value")) parts.push_back(part->text);
    Place place;
    if (const auto* country = record.child("LocationCountry")) {
        place.country = values_.name("Country", country->attribute("CountryID"));
        parts.push_back(place.country);
    }
    place.text = joined(parts, ", ");
    places_.emplace(record.attribute("ID"), std::move(place));
}

void AdvancedReader::take_document(const XmlElement& record) {
    auto& items = documents_[std::string(record.attribute("IdentityID"))];
    items += joined(
        {values_.name("IDRegDocType", record.attribute("IDRegDocTypeID")), record.text_of("IDRegistrationNo")}, " ");
    const auto country = values_.name("Country", record.attribute("IssuedBy-CountryID"));
    if (!country.empty() && country != "Undetermined") items += " (" + std::string(country) + ")";
    items += "; ";
}

void AdvancedReader::add_names(RegisterEntry& entry, const XmlElement& identity) const {
    std::map<std::string_view, std::string_view> types;  // of parts of names, by group
    for (const auto* group : identity.all("NamePartGroups/MasterNamePartGroup/NamePartGroup")) {
        types.emplace(group->attribute("ID"), values_.name("NamePartType", group->attribute("NamePartTypeID")));
    }
    const auto is_primary = [](const ListedName& name) { return name.kind == ListedNameKind::primary; };
    bool has_primary = std::any_of(entry.names.begin(), entry.names.end(), is_primary);
    for (const auto* alias : identity.all("Alias")) {
        const auto type = lower_ascii(values_.name("AliasType", alias->attribute("AliasTypeID")));
        auto kind = type.starts_with("f") ? ListedNameKind::former : ListedNameKind::alias;
        if (alias->attribute("LowQuality") == "true") kind = ListedNameKind::weak_alias;
        if (alias->attribute("Primary") == "true" && !has_primary) kind = ListedNameKind::primary;
        for (const auto* name : alias->all("DocumentedName")) {
            const auto [last, others] = parts_of_name(*name, types);
            const bool native = name_kind(last + others, kind) == ListedNameKind::native_script;
            add_name(entry, joined({last, others}, native ? " " : ", "), native ? ListedNameKind::native_script : kind);
            if (!native && kind == ListedNameKind::primary) kind = ListedNameKind::alias;
            has_primary = has_primary || (!native && alias->attribute("Primary") == "true");
        }
    }
}

void AdvancedReader::add_feature(RegisterEntry& entry, const XmlElement& feature, std::string& items) const {
    const auto type = values_.name("FeatureType", feature.attribute("FeatureTypeID"));
    for (const auto* version : feature.all("FeatureVersion")) {
        std::vector<std::string> told;
        for (const auto* period : version->all("DatePeriod")) add_text(told, time_of(*period));
        for (const auto* detail : version->all("VersionDetail")) {
            add_text(told, values_.name("DetailReference", detail->attribute("DetailReferenceID")));
            add_text(told, detail->text);
        }
        for (const auto* location : version->all("VersionLocation")) {
            const auto place = places_.find(std::string(location->attribute("LocationID")));
            if (place == places_.end()) continue;
            const bool country =
                type.find("Country") != std::string_view::npos || type.find("Flag") != std::string_view::npos;
            if (country) add_text(entry.countries, place->second.country);
            if (!country) add_text(entry.places, place->second.text);
        }
        for (const auto& text : told) add_detail(entry, type, text, items);
    }
}

void AdvancedReader::take_party(const XmlElement& record, const ListRow& row) {
    list_.count_row();
    RegisterEntry entry;
    entry.reference = "ofac:" + std::string(record.attribute("FixedRef"));
    std::string items;
    std::vector<std::string_view> profiles;
    for (const auto* profile : record.all("Profile")) {
        profiles.push_back(profile->attribute("ID"));
        if (entry.kind == EntryKind::unknown) entry.kind = values_.kind(profile->attribute("PartySubTypeID"));
        for (const auto* identity : profile->all("Identity")) {
            add_names(entry, *identity);
            const auto documents = documents_.find(std::string(identity->attribute("ID")));
            if (documents != documents_.end()) items += documents->second;
        }
        for (const auto* feature : profile->all("Feature")) add_feature(entry, *feature, items);
    }
    if (entry.names.empty() || list_.find(entry.reference) != nullptr) {
        list_.fault(row, entry.names.empty() ? "the party has no name" : entry.reference + " is listed twice");
        return;
    }
    for (const auto profile : profiles) references_.emplace(profile, entry.reference);
    const auto is_primary = [](const ListedName& name) { return name.kind == ListedNameKind::primary; };
    std::stable_partition(entry.names.begin(), entry.names.end(), is_primary);
    entry.names.front().kind = ListedNameKind::primary;
    entry.rows.push_back(row);
    list_.add(with_ofac_remarks(std::move(entry), items));
}

RegisterEntry* AdvancedReader::profile(std::string_view number) {
    const auto found = references_.find(std::string(number));
    return found == references_.end() ? nullptr : list_.find(found->second);
}

void AdvancedReader::take_relation(const XmlElement& record) {
    RegisterEntry* from = profile(record.attribute("From-ProfileID"));
    const RegisterEntry* to = profile(record.attribute("To-ProfileID"));
    if (from != nullptr && to != nullptr) add_text(from->related, to->names.front().text);
}

void AdvancedReader::take_entry(const XmlElement& record, const ListRow& row) {
    RegisterEntry* entry = profile(record.attribute("ProfileID"));
    if (entry == nullptr) {
        list_.fault(row, "there is no party with the profile " + std::string(record.attribute("ProfileID")));
        return;
    }
    for (const auto* date : record.all("EntryEvent/Date")) {
        const auto day = day_of(*date);
        if (entry->listed_on.empty() || (!day.empty() && day < entry->listed_on)) entry->listed_on = day;
    }
    for (const auto* measure : record.all("SanctionsMeasure")) {
        const auto type = values_.name("SanctionsType", measure->attribute("SanctionsTypeID"));
        if (type == "Program") add_text(entry->programmes, measure->text_of("Comment"));
    }
    if (entry->rows.size() < 100) entry->rows.push_back(row);
}

void AdvancedReader::take(const XmlElement& record, const ListRow& row) {
    const std::string_view name = record.name;
    if (name == "DateOfIssue") list_.made().date = day_of(record);
    if (name == "ReferenceValueSets") values_.take(record);
    if (name == "Location") take_place(record);
    if (name == "IDRegDocument") take_document(record);
    if (name == "DistinctParty") take_party(record, row);
    if (name == "ProfileRelationship") take_relation(record);
    if (name == "SanctionsEntry") take_entry(record, row);
}

Result<ImportedList> AdvancedReader::read(const std::vector<ListFile>& files) {
    XmlReading reading;
    reading.records = {"DateOfIssue",   "ReferenceValueSets",  "Location",      "IDRegDocument",
                       "DistinctParty", "ProfileRelationship", "SanctionsEntry"};
    reading.take = [this](const XmlElement& record, const ListRow& row) { take(record, row); };
    reading.fault = [this](const ListRow& row, std::string message) { list_.fault(row, std::move(message)); };
    for (const auto& file : files) {
        ListText text(file);
        if (const auto root = read_xml(text, reading); !root) return fail(root.error());
    }
    name_ofac_list(list_.made());
    return list_.finish(files.front().name);
}

}  // namespace

bool is_ofac_advanced_xml(std::string_view start) {
    return xml_root(start) == "Sanctions" && start.find("ReferenceValueSets") != std::string_view::npos;
}

Result<ImportedList> read_ofac_advanced_xml(const std::vector<ListFile>& files) { return AdvancedReader().read(files); }

}  // namespace axray::registers
