#include "registers/import/stix.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "registers/import/json_list.hpp"
#include "registers/import/printed_dates.hpp"

namespace axray::registers {
namespace {

struct ObjectKind {
    std::string_view type;  // of STIX
    EntryKind kind;
};
constexpr ObjectKind kKinds[] = {
    {"intrusion-set", EntryKind::actor},
    {"threat-actor", EntryKind::actor},
    {"malware", EntryKind::software},
    {"tool", EntryKind::software},
    {"campaign", EntryKind::other},
    {"attack-pattern", EntryKind::other},
    {"vulnerability", EntryKind::vulnerability},
};

const ObjectKind* kind_of(std::string_view type) {
    const auto* found =
        std::find_if(std::begin(kKinds), std::end(kKinds), [&](const ObjectKind& known) { return known.type == type; });
    return found == std::end(kKinds) ? nullptr : found;
}

// "G0128" of ATT&CK; empty when the object is none of its.
std::string_view attack_number(const JsonValue& object) {
    for (const auto& reference : object.member("external_references").parts) {
        const auto source = reference.text("source_name");
        if (source == "mitre-attack" || source == "mitre-mobile-attack" || source == "mitre-ics-attack") {
            return reference.text("external_id");
        }
    }
    return {};
}

std::string reference_of(const JsonValue& object) {
    if (const auto number = attack_number(object); !number.empty()) return "attack:" + reference_part(number);
    const auto id = object.text("id");
    return id.empty() ? std::string() : "stix:" + reference_part(id);
}

void add_attributes(RegisterEntry& entry, const JsonValue& object, std::string_view label, std::string_view member) {
    for (const auto text : object.texts(member))
        add_text(entry.attributes, std::string(label) + " " + std::string(text));
}

void add_day(RegisterEntry& entry, const JsonValue& object, std::string_view label, std::string_view member) {
    const auto day = iso_date(object.text(member).substr(0, 10));
    if (!day.empty()) add_text(entry.attributes, std::string(label) + " " + day);
}

RegisterEntry entry_of(const JsonValue& object, const ObjectKind& kind, const ListRow& place) {
    RegisterEntry entry;
    entry.reference = reference_of(object);
    entry.kind = kind.kind;
    entry.rows.push_back(place);
    add_name(entry, object.text("name"), ListedNameKind::primary);
    for (const auto* member : {"aliases", "x_mitre_aliases"}) {
        for (const auto alias : object.texts(member)) add_name(entry, alias, ListedNameKind::alias);
    }
    add_text(entry.attributes, kind.type);
    add_attributes(entry, object, "domain", "x_mitre_domains");
    add_attributes(entry, object, "platform", "x_mitre_platforms");
    add_day(entry, object, "first seen", "first_seen");
    add_day(entry, object, "last seen", "last_seen");
    add_day(entry, object, "entry of", "created");
    add_day(entry, object, "changed on", "modified");
    for (const auto& reference : object.member("external_references").parts) {
        add_text(entry.links, reference.text("url"));
    }
    entry.remarks = trimmed(object.text("description"));
    return entry;
}

class StixReader {
public:
    Result<ImportedList> read(const std::vector<ListFile>& files);

private:
    void take(const JsonValue& object, const ListRow& place);
    void relate();
    void name_list();

    struct Relation {
        std::string from;  // ids of STIX
        std::string to;
    };

    ListInMaking list_{"stix"};
    std::map<std::string, std::string, std::less<>> references_;  // id of STIX -> reference of the entry
    std::vector<Relation> relations_;
    std::string statement_;  // of a marking: who has which right in it
    std::string version_;
    std::string newest_;  // time of the last change
    std::size_t of_attack_ = 0;
};

void StixReader::take(const JsonValue& object, const ListRow& place) {
    const auto type = object.text("type");
    if (type == "marking-definition" && statement_.empty()) {
        statement_ = trimmed(object.member("definition").text("statement"));
    }
    if (type == "x-mitre-collection") version_ = trimmed(object.text("x_mitre_version"));
    if (object.is_true("revoked") || object.is_true("x_mitre_deprecated")) return;
    if (type == "relationship") {
        const auto how = object.text("relationship_type");
        if (how == "attributed-to" || how == "uses") {
            relations_.push_back({std::string(object.text("source_ref")), std::string(object.text("target_ref"))});
        }
        return;
    }
    const auto* kind = kind_of(type);
    if (kind == nullptr) return;
    auto entry = entry_of(object, *kind, place);
    if (entry.reference.empty() || entry.names.empty()) {
        return list_.fault(place, "the object has no id or no name");
    }
    newest_ = std::max(newest_, std::string(object.text("modified")));
    if (!attack_number(object).empty()) ++of_attack_;
    references_.emplace(object.text("id"), entry.reference);
    auto* known = list_.find(entry.reference);
    if (known == nullptr) {
        list_.add(std::move(entry));
        return;
    }
    for (const auto& name : entry.names) add_name(*known, name.text, ListedNameKind::alias);
    add_texts(known->attributes, entry.attributes);
    add_texts(known->links, entry.links);
    known->rows.push_back(place);
}

// Techniques are left out: everybody uses them.
void StixReader::relate() {
    for (const auto& relation : relations_) {
        const auto from = references_.find(relation.from);
        const auto to = references_.find(relation.to);
        if (from == references_.end() || to == references_.end()) continue;
        if (relation.to.starts_with("attack-pattern") || relation.from.starts_with("attack-pattern")) continue;
        add_text(list_.find(from->second)->related, to->second);
        add_text(list_.find(to->second)->related, from->second);
    }
}

void StixReader::name_list() {
    auto& made = list_.made();
    made.version = version_;
    made.date = iso_date(newest_.substr(0, 10));
    made.list = of_attack_ > 0 ? "attack" : "stix";
    made.title = of_attack_ > 0 ? "MITRE ATT&CK" : "STIX objects";
    // Its terms ask that this line goes with every copy.
    if (of_attack_ > 0 && statement_.empty()) {
        statement_ = "\u00A9 " + made.date.substr(0, 4) +
                     " The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE "
                     "Corporation.";
    }
    made.publisher = of_attack_ > 0 ? "The MITRE Corporation. " + statement_ : statement_;
    for (auto& entry : made.entries) entry.list = made.list;
}

Result<ImportedList> StixReader::read(const std::vector<ListFile>& files) {
    for (const auto& file : files) {
        ListText text(file);
        auto bundle = JsonList::open(text, "objects");
        if (!bundle) return fail(std::move(bundle).error().within(file.name));
        if (bundle->head().text("type") != "bundle") {
            return fail(Error{ErrorCode::malformed, "it is no bundle of STIX: its \"type\" is another", {file.name}});
        }
        bundle->each(list_, [this](const JsonValue& object, const ListRow& place) { take(object, place); });
    }
    relate();
    name_list();
    return list_.finish(files.front().name);
}

}  // namespace

bool is_stix(std::string_view start) {
    return first_of_json(start) == '{' && names_member(start, "objects", '[') && names_member(start, "type", '"') &&
           start.find("\"bundle") != std::string_view::npos;
}

Result<ImportedList> read_stix(const std::vector<ListFile>& files) { return StixReader().read(files); }

}  // namespace axray::registers
