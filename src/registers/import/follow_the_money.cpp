#include "registers/import/follow_the_money.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "registers/import/json_list.hpp"
#include "registers/import/money_entity.hpp"
#include "registers/import/printed_dates.hpp"

namespace axray::registers {
namespace {

constexpr std::size_t kLongestRemarks = std::size_t{256} << 10U;  // bytes

// Schemata that tie two entities, with the properties that name them.
struct TieSchema {
    std::string_view schema;
    std::string_view from;
    std::string_view to;
};
constexpr TieSchema kTies[] = {
    {"Ownership", "owner", "asset"},          {"Directorship", "director", "organization"},
    {"Membership", "member", "organization"}, {"Employment", "employee", "employer"},
    {"Associate", "person", "associate"},     {"Family", "person", "relative"},
    {"Representation", "agent", "client"},    {"Succession", "predecessor", "successor"},
    {"UnknownLink", "subject", "object"},     {"Debt", "debtor", "creditor"},
};

// The end of a list's name: the data set when all entities are of that one, else nothing.
class DataSets {
public:
    void take(const JsonValue& entity) {
        const auto sets = entity.texts("datasets");
        const std::string set = sets.size() == 1 ? std::string(sets.front()) : std::string();
        if (first_) only_ = set;
        if (only_ != set) only_.clear();
        first_ = false;
    }
    [[nodiscard]] const std::string& only() const { return only_; }

private:
    bool first_ = true;
    std::string only_;
};

std::string_view first_of(const JsonValue& properties, std::string_view name) {
    const auto texts = properties.texts(name);
    return texts.empty() ? std::string_view() : texts.front();
}

std::string earliest(const std::vector<std::string_view>& dates) {
    std::string first;
    for (const auto date : dates) {
        auto day = iso_date(date);
        if (!day.empty() && (first.empty() || day < first)) first = std::move(day);
    }
    return first;
}

// One decision to list an entity.
struct Sanction {
    std::vector<std::string> programmes;
    std::string listed_on;
    std::string delisted_on;
    std::vector<std::string> reasons;
    std::vector<std::string> links;
};

Sanction sanction_of(const JsonValue& properties) {
    Sanction sanction;
    for (const auto* property : {"program", "programId"}) {
        for (const auto text : properties.texts(property)) add_text(sanction.programmes, one_line(text));
    }
    sanction.listed_on = earliest(properties.texts("startDate"));
    if (sanction.listed_on.empty()) sanction.listed_on = earliest(properties.texts("listingDate"));
    sanction.delisted_on = earliest(properties.texts("endDate"));
    for (const auto text : properties.texts("reason")) add_text(sanction.reasons, text);
    for (const auto text : properties.texts("sourceUrl")) add_text(sanction.links, text);
    return sanction;
}

Identifier identifier_of(std::string_view schema, const JsonValue& properties) {
    Identifier identifier;
    identifier.type = schema == "Passport" ? "passport" : lower_ascii(first_of(properties, "type"));
    if (identifier.type.empty()) identifier.type = "identity number";
    identifier.value = first_of(properties, "number");
    identifier.country = first_of(properties, "country");
    return identifier;
}

class MoneyReader {
public:
    Result<ImportedList> read(const std::vector<ListFile>& files);

private:
    void take(const JsonValue& entity, const ListRow& place);
    void take_entry(const JsonValue& entity, const ListRow& place);
    void take_tie(const JsonValue& entity, const std::string& within);
    void apply_sanctions();
    void apply_ties();
    void name_list();
    [[nodiscard]] RegisterEntry* entry_of(const std::string& id) { return list_.find(money_reference(id)); }

    ListInMaking list_{"opensanctions"};
    // By id of an entity: what others tell of it. It may come before the entity itself.
    std::vector<std::pair<std::string, Sanction>> sanctions_;
    std::vector<std::pair<std::string, Identifier>> identifiers_;
    std::vector<std::pair<std::string, std::string>> places_;  // id of its address
    std::vector<std::pair<std::string, std::string>> ties_;    // id of another entity
    std::unordered_map<std::string, std::string> addresses_;   // id -> text
    std::unordered_map<std::string, std::string> names_;       // id -> name, also of what gives no entry
    DataSets sets_;
    std::string newest_;  // time at which the publisher last saw one of the entities
};

// Entities that tie others name them in a property, or stand within them.
void MoneyReader::take_tie(const JsonValue& entity, const std::string& within) {
    const auto schema = entity.text("schema");
    const auto& properties = entity.member("properties");
    const auto ids = [&](std::string_view property) {
        auto named = ids_in(properties, property);
        if (named.empty() && !within.empty()) named.push_back(within);
        return named;
    };
    if (schema == "Sanction") {
        for (auto& id : ids("entity")) sanctions_.emplace_back(std::move(id), sanction_of(properties));
    } else if (schema == "Address") {
        const auto full = first_of(properties, "full");
        addresses_.emplace(entity.text("id"), one_line(full.empty() ? entity.text("caption") : full));
    } else if (schema == "Identification" || schema == "Passport") {
        for (auto& id : ids("holder")) identifiers_.emplace_back(std::move(id), identifier_of(schema, properties));
    }
    for (const auto& [name, from, to] : kTies) {
        if (name != schema) continue;
        const auto others = ids(to);
        for (const auto& one : ids(from)) {
            for (const auto& other : others) {
                ties_.emplace_back(one, other);
                ties_.emplace_back(other, one);
            }
        }
    }
}

void MoneyReader::take_entry(const JsonValue& entity, const ListRow& place) {
    auto entry = money_entry(entity);
    const std::string id(entity.text("id"));
    names_.emplace(id, entry.names.empty() ? std::string() : entry.names.front().text);
    const auto& target = entity.member("target");
    if (target.kind == JsonValue::Kind::flag && target.printed == "false") return;
    if (entry.names.empty()) return list_.fault(place, "the entity has no name");
    if (list_.find(entry.reference) != nullptr) {
        return list_.fault(place, "the id " + reference_part(id) + " is listed twice; the second is left out");
    }
    newest_ = std::max(newest_, std::string(entity.text("last_seen")));
    sets_.take(entity);
    entry.rows.push_back(place);
    const auto& properties = entity.member("properties");
    for (auto& address : ids_in(properties, "addressEntity")) places_.emplace_back(id, std::move(address));
    for (const auto& property : properties.parts) {
        for (const auto& part : property.parts) {
            if (part.kind == JsonValue::Kind::object) take_tie(part, id);
        }
    }
    list_.add(std::move(entry));
}

void MoneyReader::take(const JsonValue& entity, const ListRow& place) {
    if (entity.text("id").empty() || entity.text("schema").empty()) {
        return list_.fault(place, "the entity has no \"id\" or no \"schema\"");
    }
    if (is_entry_schema(entity.text("schema"))) return take_entry(entity, place);
    take_tie(entity, {});
}

// Listed since the first decision; not listed any more when all of them have ended.
void MoneyReader::apply_sanctions() {
    std::unordered_map<std::string, std::string> ends;  // id -> the latest end; "9999" when one has none
    for (const auto& [id, sanction] : sanctions_) {
        auto* entry = entry_of(id);
        if (entry == nullptr) continue;
        add_texts(entry->programmes, sanction.programmes);
        add_texts(entry->links, sanction.links);
        for (const auto& reason : sanction.reasons) {
            const bool room = entry->remarks.size() + reason.size() < kLongestRemarks;
            if (!room || entry->remarks.find(reason) != std::string::npos) continue;
            entry->remarks += (entry->remarks.empty() ? "" : "\n") + reason;
        }
        const auto& since = sanction.listed_on;
        if (!since.empty() && (entry->listed_on.empty() || since < entry->listed_on)) entry->listed_on = since;
        auto& end = ends[id];
        end = std::max(end, sanction.delisted_on.empty() ? std::string("9999") : sanction.delisted_on);
    }
    for (const auto& [id, end] : ends) {
        if (end != "9999") entry_of(id)->delisted_on = end;
    }
}

void MoneyReader::apply_ties() {
    for (const auto& [id, identifier] : identifiers_) {
        if (auto* entry = entry_of(id)) add_identifier(*entry, identifier.type, identifier.value, identifier.country);
    }
    for (const auto& [id, place] : places_) {
        const auto address = addresses_.find(place);
        if (address != addresses_.end()) add_text(entry_of(id)->places, address->second);
    }
    for (const auto& [id, other] : ties_) {
        auto* entry = entry_of(id);
        if (entry == nullptr) continue;
        const auto name = names_.find(other);
        const bool by_name = entry_of(other) == nullptr && name != names_.end() && !name->second.empty();
        add_text(entry->related, by_name ? name->second : money_reference(other));
    }
}

void MoneyReader::name_list() {
    constexpr std::size_t kLongestName = 60;
    auto& made = list_.made();
    made.title = "OpenSanctions";
    made.publisher = "OpenSanctions";
    made.date = iso_date(newest_.substr(0, 10));
    if (!sets_.only().empty()) {
        made.title += ": " + sets_.only();
        made.list += "-";
        for (const char letter : lower_ascii(sets_.only())) {
            const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
            if (made.list.size() < kLongestName) made.list += plain ? letter : '-';
        }
    }
    for (auto& entry : made.entries) entry.list = made.list;
}

Result<ImportedList> MoneyReader::read(const std::vector<ListFile>& files) {
    const TakeObject take_object = [this](const JsonValue& entity, const ListRow& place) { take(entity, place); };
    for (const auto& file : files) {
        ListText text(file);
        if (first_of_json(text.text()) != '[') {
            each_json_line(text, list_, take_object);
            continue;
        }
        auto array = JsonList::open(text, {});
        if (!array) return fail(std::move(array).error().within(file.name));
        array->each(list_, take_object);
    }
    apply_sanctions();
    apply_ties();
    name_list();
    return list_.finish(files.front().name);
}

}  // namespace

bool is_follow_the_money(std::string_view start) {
    const char first = first_of_json(start);
    return (first == '{' || first == '[') && names_member(start, "schema", '"') &&
           names_member(start, "properties", '{') && names_member(start, "id", '"');
}

Result<ImportedList> read_follow_the_money(const std::vector<ListFile>& files) { return MoneyReader().read(files); }

}  // namespace axray::registers
