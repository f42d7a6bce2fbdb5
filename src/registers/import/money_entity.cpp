#include "registers/import/money_entity.hpp"

#include <algorithm>
#include <iterator>

#include "registers/import/json_list.hpp"
#include "registers/import/printed_dates.hpp"

namespace axray::registers {
namespace {

struct SchemaKind {
    std::string_view schema;
    EntryKind kind;
};
constexpr SchemaKind kSchemata[] = {
    {"Person", EntryKind::person},
    {"Company", EntryKind::organisation},
    {"Organization", EntryKind::organisation},
    {"PublicBody", EntryKind::organisation},
    {"LegalEntity", EntryKind::unknown},  // a person or a company: the list does not tell
    {"Thing", EntryKind::unknown},
    {"Vessel", EntryKind::vessel},
    {"Airplane", EntryKind::aircraft},
    {"Vehicle", EntryKind::other},
    {"Asset", EntryKind::other},
    {"CryptoWallet", EntryKind::other},
    {"Security", EntryKind::other},
    {"RealEstate", EntryKind::other},
};

struct PropertyWord {
    std::string_view property;
    std::string_view word;
};
constexpr PropertyWord kIdentifiers[] = {
    {"passportNumber", "passport"},
    {"idNumber", "identity number"},
    {"socialSecurityNumber", "social security number"},
    {"taxNumber", "tax number"},
    {"vatCode", "VAT number"},
    {"registrationNumber", "registration number"},
    {"innCode", "INN"},
    {"ogrnCode", "OGRN"},
    {"kppCode", "KPP"},
    {"okpoCode", "OKPO"},
    {"npiCode", "NPI"},
    {"leiCode", "LEI"},
    {"dunsCode", "DUNS"},
    {"swiftBic", "SWIFT/BIC"},
    {"bikCode", "BIK"},
    {"isin", "ISIN"},
    {"imoNumber", "IMO number"},
    {"mmsi", "MMSI"},
    {"callSign", "call sign"},
    {"serialNumber", "serial number"},
    {"icaoCode", "ICAO code"},
    {"publicKey", "wallet address"},
    {"wikidataId", "Wikidata"},
    {"uniqueEntityId", "UEI"},
};
constexpr PropertyWord kAttributes[] = {
    {"gender", "gender"},       {"title", "title"},     {"position", "position"},   {"topics", "topic"},
    {"type", "type"},           {"tonnage", "tonnage"}, {"model", "model"},         {"legalForm", "legal form"},
    {"sector", "sector"},       {"status", "status"},   {"ethnicity", "ethnicity"}, {"religion", "religion"},
    {"education", "education"}, {"deathDate", "died"},  {"buildDate", "built"},     {"dissolutionDate", "dissolved"},
    {"currency", "currency"}};
constexpr std::string_view kCountries[] = {"nationality",  "citizenship", "country",
                                           "jurisdiction", "flag",        "mainCountry"};
constexpr std::string_view kPlaces[] = {"address", "birthPlace"};
constexpr std::string_view kLinks[] = {"sourceUrl", "website", "wikipediaUrl"};
constexpr std::string_view kBirths[] = {"birthDate", "incorporationDate"};
constexpr std::string_view kRemarks[] = {"notes", "summary", "description"};

struct NameProperty {
    std::string_view property;
    ListedNameKind kind;
};
constexpr NameProperty kNames[] = {
    {"name", ListedNameKind::alias},           {"alias", ListedNameKind::alias},
    {"previousName", ListedNameKind::former},  {"pastName", ListedNameKind::former},
    {"weakAlias", ListedNameKind::weak_alias}, {"abbreviation", ListedNameKind::weak_alias}};

// Latin letters end below U+0250; most of what stands above is another script.
bool is_latin(std::string_view text) {
    return std::none_of(text.begin(), text.end(),
                        [](char letter) { return static_cast<unsigned char>(letter) >= 0xC9; });
}

void take_names(RegisterEntry& entry, const JsonValue& entity) {
    const auto& properties = entity.member("properties");
    const auto names = properties.texts("name");
    const auto caption = trimmed(entity.text("caption"));
    const bool listed = std::find(names.begin(), names.end(), caption) != names.end();
    if (!caption.empty() && (listed || names.empty())) {
        add_name(entry, caption, ListedNameKind::primary);
    } else if (!names.empty()) {
        add_name(entry, names.front(), ListedNameKind::primary);
    }
    if (entry.names.empty()) {
        add_name(entry, joined({properties.text("firstName"), properties.text("lastName")}, " "),
                 ListedNameKind::primary);
    }
    for (const auto& [property, kind] : kNames) {
        for (const auto name : properties.texts(property)) {
            const bool native = property == "name" && !is_latin(name);
            add_name(entry, name, native ? ListedNameKind::native_script : kind);
        }
    }
    if (!entry.names.empty()) entry.names.front().kind = ListedNameKind::primary;
}

}  // namespace

bool is_entry_schema(std::string_view schema) {
    return std::any_of(std::begin(kSchemata), std::end(kSchemata),
                       [&](const SchemaKind& known) { return known.schema == schema; });
}

std::string money_reference(std::string_view id) { return "ftm:" + reference_part(id); }

std::vector<std::string> ids_in(const JsonValue& properties, std::string_view property) {
    std::vector<std::string> ids;
    const auto& value = properties.member(property);
    if (!value.printed.empty()) ids.push_back(value.printed);
    for (const auto& part : value.parts) {
        const auto id = part.kind == JsonValue::Kind::object ? part.text("id") : std::string_view(part.printed);
        if (!id.empty()) ids.emplace_back(id);
    }
    return ids;
}

RegisterEntry money_entry(const JsonValue& entity) {
    RegisterEntry entry;
    entry.reference = money_reference(entity.text("id"));
    for (const auto& [schema, kind] : kSchemata) {
        if (schema == entity.text("schema")) entry.kind = kind;
    }
    take_names(entry, entity);
    const auto& properties = entity.member("properties");
    const auto add_all = [&](std::vector<std::string>& texts, const auto& names) {
        for (const auto property : names) {
            for (const auto text : properties.texts(property)) add_text(texts, text);
        }
    };
    add_all(entry.countries, kCountries);
    add_all(entry.places, kPlaces);
    add_all(entry.links, kLinks);
    for (const auto* property : {"program", "programId"}) {
        for (const auto text : properties.texts(property)) add_text(entry.programmes, text);
    }
    for (const auto property : kBirths) {
        for (const auto date : properties.texts(property)) add_texts(entry.births, iso_dates(date));
    }
    for (const auto& [property, word] : kIdentifiers) {
        for (const auto number : properties.texts(property)) add_identifier(entry, word, number);
    }
    for (const auto& [property, word] : kAttributes) {
        for (const auto text : properties.texts(property)) {
            add_text(entry.attributes, std::string(word) + " " + one_line(text));
        }
    }
    std::vector<std::string> remarks;
    add_all(remarks, kRemarks);
    for (const auto& text : remarks) entry.remarks += (entry.remarks.empty() ? "" : "\n") + text;
    return entry;
}

}  // namespace axray::registers
