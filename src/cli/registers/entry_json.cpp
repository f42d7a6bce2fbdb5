// An entry as JSON: what the store keeps of it, its versions, its state and its rows as published.
#include <nlohmann/json.hpp>

#include "cli/registers/found_entry.hpp"
#include "registers/store/store.hpp"

namespace axray::cli {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const ListVersion& version) {
    return {{"list", version.list},       {"title", version.title},   {"date", version.date},
            {"version", version.version}, {"sha256", version.digest}, {"imported", version.imported}};
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json json_of(const ListedState& state) {
    return {{"listed", state.known ? Json(state.listed) : Json()},
            {"since", text_or_null(state.since)},
            {"until", text_or_null(state.until)},
            {"known_from", text_or_null(state.known_from)}};
}

}  // namespace

std::string entry_json(const FoundEntry& found, const std::string& on) {
    Json json = {{"on", text_or_null(on)},
                 {"entry", Json::parse(registers::to_json_line(found.entry))},
                 {"version", json_of(found.version)},
                 {"state", json_of(found.state)},
                 {"versions", Json::array()},
                 {"related", Json::array()},
                 {"evidence", Json::array()}};
    for (const auto& [version, has] : found.versions) {
        Json of_version = json_of(version);
        of_version["has_entry"] = has;
        json["versions"].push_back(std::move(of_version));
    }
    for (const auto& related : found.related) {
        json["related"].push_back({{"reference", related.reference}, {"name", related.name}});
    }
    for (std::size_t at = 0; at < found.rows.size(); ++at) {
        const auto& row = found.entry.rows[at];
        json["evidence"].push_back({{"file", row.file},
                                    {"line", row.line},
                                    {"bytes", {row.bytes.begin, row.bytes.end}},
                                    {"text", found.rows[at].text},
                                    {"cut", found.rows[at].cut}});
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace axray::cli
