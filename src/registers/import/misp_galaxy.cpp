#include "registers/import/misp_galaxy.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "registers/import/json_list.hpp"

namespace axray::registers {
namespace {

constexpr std::string_view kMicrosoft = "microsoft-activity-group";
constexpr std::size_t kLongestAttribute = 500;  // bytes; notes that ransomware leaves behind are longer

// What a galaxy holds: its type, or where that is not known its category.
struct GalaxyKind {
    std::string_view word;
    EntryKind kind;
};
constexpr GalaxyKind kTypes[] = {
    {"threat-actor", EntryKind::actor},
    {"mitre-intrusion-set", EntryKind::actor},
    {"microsoft-activity-group", EntryKind::actor},
    {"360net-threat-actor", EntryKind::actor},
    {"groups", EntryKind::actor},
    {"ransomware", EntryKind::software},
    {"malpedia", EntryKind::software},
    {"tool", EntryKind::software},
    {"rat", EntryKind::software},
    {"botnet", EntryKind::software},
    {"backdoor", EntryKind::software},
    {"banker", EntryKind::software},
    {"stealer", EntryKind::software},
    {"exploit-kit", EntryKind::software},
    {"android", EntryKind::software},
    {"software", EntryKind::software},
    {"mitre-malware", EntryKind::software},
    {"mitre-tool", EntryKind::software},
    {"intelligence-agency", EntryKind::organisation},
    {"china-defence-universities", EntryKind::organisation},
};
constexpr GalaxyKind kCategories[] = {
    {"actor", EntryKind::actor},
    {"Threat Groups", EntryKind::actor},
    {"tool", EntryKind::software},
    {"Intelligence Agencies", EntryKind::organisation},
    {"academic-institution", EntryKind::organisation},
};

EntryKind kind_of(std::string_view type, std::string_view category) {
    for (const auto& [word, kind] : kTypes) {
        if (word == type) return kind;
    }
    for (const auto& [word, kind] : kCategories) {
        if (word == category) return kind;
    }
    return EntryKind::other;
}

// "Tidal Groups" -> "tidal-groups".
std::string word_of(std::string_view text) {
    std::string word;
    for (const char letter : lower_ascii(text)) {
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (plain) word += letter;
        if (!plain && !word.empty() && word.back() != '-') word += '-';
    }
    while (!word.empty() && word.back() == '-') word.pop_back();
    return word;
}

// "misp-" and the type; where the name says more than the type ("Tidal Groups" of type "groups") the name.
std::string list_name(std::string_view type, std::string_view name) {
    const auto by_type = word_of(type);
    const auto by_name = word_of(name);
    return "misp-" + (by_name.ends_with("-" + by_type) ? by_name : by_type);
}

class GalaxyReader {
public:
    explicit GalaxyReader(const JsonValue& head)
        : list_(list_name(head.text("type"), head.text("name"))),
          kind_(kind_of(head.text("type"), head.text("category"))),
          scheme_(head.text("type") == kMicrosoft ? "microsoft:" : "misp:") {
        auto& made = list_.made();
        made.title = "MISP galaxy: " + std::string(trimmed(head.text("name")));
        made.publisher = "MISP Project";
        const auto source = trimmed(head.text("source"));
        if (!source.empty() && source != "MISP Project") made.publisher += ", from " + std::string(source);
        made.version = trimmed(head.text("version"));
    }

    void read(JsonList& values) {
        values.each(list_, [this](const JsonValue& value, const ListRow& place) { take(value, place); });
    }
    Result<ImportedList> finish(const std::string& file);

private:
    void take(const JsonValue& value, const ListRow& place);
    void take_names(RegisterEntry& entry, const JsonValue& value);
    static void take_meta(RegisterEntry& entry, const JsonValue& meta);

    ListInMaking list_;
    EntryKind kind_;
    std::string scheme_;
};

void GalaxyReader::take_names(RegisterEntry& entry, const JsonValue& value) {
    const auto& meta = value.member("meta");
    auto primary = trimmed(value.text("value"));
    // "ZIRCONIUM - G0128" has its number in the name.
    const auto number = trimmed(meta.text("external_id"));
    const auto tail = " - " + std::string(number);
    if (!number.empty() && primary.size() > tail.size() && primary.ends_with(tail)) {
        primary.remove_suffix(tail.size());
    }
    add_identifier(entry, "ATT&CK", number);
    std::unordered_set<std::string> seen;
    const auto add = [&](std::string_view name, ListedNameKind kind) {
        if (seen.insert(lower_ascii(one_line(name))).second) add_name(entry, name, kind);
    };
    add(primary, ListedNameKind::primary);
    for (const auto* member : {"synonyms", "aliases"}) {
        for (const auto synonym : meta.texts(member)) add(synonym, ListedNameKind::alias);
    }
}

// What has no field of its own is an attribute, as it stands.
void GalaxyReader::take_meta(RegisterEntry& entry, const JsonValue& meta) {
    static constexpr std::string_view kCountries[] = {"country", "country_name", "cfr-suspected-state-sponsor"};
    static constexpr std::string_view kElsewhere[] = {"synonyms", "aliases", "external_id"};
    const auto is_one_of = [](std::string_view name, const auto& names) {
        return std::find(std::begin(names), std::end(names), name) != std::end(names);
    };
    for (const auto& member : meta.parts) {
        const auto texts = meta.texts(member.key);
        if (is_one_of(member.key, kElsewhere)) continue;
        for (const auto text : texts) {
            if (is_one_of(member.key, kCountries)) add_text(entry.countries, text);
            if (member.key == "refs" || member.key == "links") add_text(entry.links, text);
            if (member.key == "address") add_text(entry.places, text);
        }
        const bool taken = is_one_of(member.key, kCountries) || member.key == "refs" || member.key == "links" ||
                           member.key == "address";
        const auto all = joined(texts, ", ");
        if (taken || all.empty() || all.size() > kLongestAttribute) continue;
        add_text(entry.attributes, one_line(member.key + " " + all));
    }
}

void GalaxyReader::take(const JsonValue& value, const ListRow& place) {
    if (value.is_true("revoked") || value.is_true("deprecated")) return;
    RegisterEntry entry;
    entry.kind = kind_;
    const auto uuid = trimmed(value.text("uuid"));
    take_names(entry, value);
    if (uuid.empty() || entry.names.empty()) return list_.fault(place, "the value has no \"uuid\" or no \"value\"");
    entry.reference = scheme_ + reference_part(uuid);
    if (list_.find(entry.reference) != nullptr) {
        return list_.fault(place, "the uuid " + std::string(uuid) + " is in the file twice; the second is left out");
    }
    entry.rows.push_back(place);
    take_meta(entry, value.member("meta"));
    for (const auto& related : value.member("related").parts) {
        const auto other = trimmed(related.text("dest-uuid"));
        if (related.text("type") == "similar" && !other.empty()) add_text(entry.related, reference_part(other));
    }
    entry.remarks = trimmed(value.text("description"));
    list_.add(std::move(entry));
}

// A uuid of the same galaxy gets its scheme; another stands in some other galaxy of MISP.
Result<ImportedList> GalaxyReader::finish(const std::string& file) {
    for (auto& entry : list_.made().entries) {
        for (auto& related : entry.related) {
            const auto own = scheme_ + related;
            related = list_.find(own) != nullptr ? own : "misp:" + related;
        }
    }
    return list_.finish(file);
}

}  // namespace

bool is_misp_galaxy(std::string_view start) {
    return first_of_json(start) == '{' && names_member(start, "values", '[') && names_member(start, "uuid", '"') &&
           names_member(start, "type", '"') && names_member(start, "value", '"');
}

Result<ImportedList> read_misp_galaxy(const std::vector<ListFile>& files) {
    if (files.size() > 1) {
        return fail(Error{ErrorCode::malformed,
                          "each galaxy of MISP is a list of its own; import one file at a time",
                          {files[1].name}});
    }
    const auto& file = files.front();
    ListText text(file);
    auto values = JsonList::open(text, "values");
    if (!values) return fail(std::move(values).error().within(file.name));
    if (word_of(values->head().text("type")).empty()) {
        return fail(Error{ErrorCode::malformed, "it is no galaxy of MISP: it has no \"type\"", {file.name}});
    }
    GalaxyReader reader(values->head());
    reader.read(*values);
    return reader.finish(file.name);
}

}  // namespace axray::registers
