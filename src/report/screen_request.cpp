#include "report/screen_request.hpp"

#include <array>
#include <utility>
#include <vector>

#include <simdjson.h>

namespace axray::report {
namespace {

namespace dom = simdjson::dom;

constexpr std::array<std::pair<std::string_view, EntryKind>, 24> kKindWords = {{
    {"person", EntryKind::person},
    {"individual", EntryKind::person},
    {"natural person", EntryKind::person},
    {"private person", EntryKind::person},
    {"organisation", EntryKind::organisation},
    {"organization", EntryKind::organisation},
    {"company", EntryKind::organisation},
    {"entity", EntryKind::organisation},
    {"business", EntryKind::organisation},
    {"legal entity", EntryKind::organisation},
    {"legal person", EntryKind::organisation},
    {"legalentity", EntryKind::organisation},
    {"firm", EntryKind::organisation},
    {"vessel", EntryKind::vessel},
    {"ship", EntryKind::vessel},
    {"aircraft", EntryKind::aircraft},
    {"airplane", EntryKind::aircraft},
    {"actor", EntryKind::actor},
    {"threat actor", EntryKind::actor},
    {"intrusion set", EntryKind::actor},
    {"software", EntryKind::software},
    {"malware", EntryKind::software},
    {"vulnerability", EntryKind::vulnerability},
    {"unknown", EntryKind::unknown},
}};

// A string or an array of strings.
Result<std::vector<std::string>> read_strings(dom::element value, const std::string& place) {
    if (value.is_null()) return std::vector<std::string>();
    dom::array list;
    if (value.get(list) != simdjson::SUCCESS) {
        if (!value.is_string()) return wrong_type(place, "a string or an array of strings", value);
        const auto text = read_string(value, place);
        if (!text) return fail(text.error());
        return std::vector<std::string>{std::string(*text)};
    }
    std::vector<std::string> strings;
    for (const dom::element element : list) {
        const auto text = read_string(element, place + "[" + std::to_string(strings.size()) + "]");
        if (!text) return fail(text.error());
        strings.emplace_back(*text);
    }
    return strings;
}

Result<EntryKind> read_kind(dom::element value) {
    if (value.is_null()) return EntryKind::unknown;
    const auto word = read_string(value, "\"kind\"");
    if (!word) return fail(word.error());
    if (const auto kind = entry_kind_of(*word)) return *kind;
    return fail(ErrorCode::malformed,
                "\"kind\" must be person, organisation, vessel, aircraft, actor or unknown, found \"" +
                    std::string(word->substr(0, 40)) + "\"");
}

Result<ScreenQuery> read_query(const dom::object& object) {
    ScreenQuery query;
    bool named = false;
    for (const dom::key_value_pair field : object) {
        const auto strings_into = [&](std::vector<std::string>& target) -> Result<bool> {
            auto strings = read_strings(field.value, "\"" + std::string(field.key) + "\"");
            if (!strings) return fail(std::move(strings).error());
            target = *std::move(strings);
            return true;
        };
        Result<bool> read = true;
        if (field.key == "query" && !std::exchange(named, true)) {
            const auto text = read_string(field.value, "\"query\"");
            if (!text) return fail(text.error());
            query.name = *text;
        } else if (field.key == "kind") {
            const auto kind = read_kind(field.value);
            if (!kind) return fail(kind.error());
            query.kind = *kind;
        } else if (field.key == "births") {
            read = strings_into(query.births);
        } else if (field.key == "countries") {
            read = strings_into(query.countries);
        } else if (field.key == "identifiers") {
            read = strings_into(query.identifiers);
        }
        if (!read) return fail(std::move(read).error());
    }
    if (!named) return fail(ErrorCode::malformed, "the key \"query\" (a string, the name to look for) is missing");
    return query;
}

}  // namespace

ScreenRequest ScreenRequestParser::parse(std::string_view line) {
    const auto root = parser_.parse(line, kScreenRequestLimits);
    if (!root) return {{}, fail(root.error())};
    dom::object object;
    if (root->get(object) != simdjson::SUCCESS) return {{}, wrong_type("the line", "a JSON object", *root)};
    auto id_json = read_line_id(object);
    if (!id_json) return {{}, fail(std::move(id_json).error())};
    return {*std::move(id_json), read_query(object)};
}

std::optional<EntryKind> entry_kind_of(std::string_view word) {
    std::string folded;
    for (const char letter : word) {
        const bool capital = letter >= 'A' && letter <= 'Z';
        folded += capital ? static_cast<char>(letter - 'A' + 'a') : letter == '_' || letter == '-' ? ' ' : letter;
    }
    for (const auto& [name, kind] : kKindWords) {
        if (name == folded) return kind;
    }
    return std::nullopt;
}

}  // namespace axray::report
