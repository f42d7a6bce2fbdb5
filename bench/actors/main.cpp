// Asks the catalogue of actors about names (program axray_actors, for development).
//
//   axray_actors look-up LIST... < queries.jsonl > hits.jsonl
//
// LIST: a list as it is published, packed or not; files of one list are joined by commas. A hit is the first entry that
// has the name; "status" says what the catalogue answers. Exit status 0; 2 for a wrong call; 3 when a list or the input
// cannot be read.
#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "registers/actors/actor_catalogue.hpp"
#include "registers/import/import.hpp"
#include "registers/import/unpack.hpp"

using namespace axray;
using Json = nlohmann::ordered_json;

namespace {

constexpr std::uint64_t kListLimit = 1ULL << 30;

int fault(const std::string& message) {
    std::fprintf(stderr, "axray_actors: %s\n", message.c_str());
    return 3;
}

// All entries of a list whose files are joined by commas.
Result<std::vector<RegisterEntry>> entries_of(std::string_view files) {
    std::vector<registers::ListFile> unpacked;
    while (!files.empty()) {
        const std::string path(files.substr(0, files.find(',')));
        files.remove_prefix(std::min(files.size(), path.size() + 1));
        auto bytes = base::read_file(path, kListLimit);
        if (!bytes) return fail(std::move(bytes).error());
        auto members = registers::unpack(path.substr(path.rfind('/') + 1), *bytes);
        if (!members) return fail(std::move(members).error());
        for (auto& member : *members) unpacked.push_back(std::move(member));
    }
    auto list = registers::import_list(unpacked);
    if (!list) return fail(std::move(list).error());
    return std::move(list->entries);
}

Json hits_of(const ActorAnswer& answer) {
    auto hits = Json::array();
    for (const auto& actor : answer.actors) {
        hits.push_back(
            {{"ref", actor.claims.front().reference}, {"score", answer.match == ActorMatch::typo ? 0.9 : 1.0}});
    }
    return hits;
}

void look_up(const registers::ActorCatalogue& catalogue) {
    for (std::string line; std::getline(std::cin, line);) {
        if (line.empty()) continue;
        const auto query = Json::parse(line);
        const auto answer = catalogue.look_up(query.at("query").get<std::string>());
        std::cout << Json{{"id", query.at("id")},
                          {"hits", hits_of(answer)},
                          {"status", to_string(answer.status)},
                          {"match", to_string(answer.match)}}
                         .dump()
                  << '\n';
    }
}

}  // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    const std::string_view task = argc > 2 ? argv[1] : "";
    if (task != "look-up") {
        std::fputs("use: axray_actors look-up LIST... < in > out\n", stderr);
        return 2;
    }
    std::vector<RegisterEntry> all;
    for (int at = 2; at < argc; ++at) {
        auto entries = entries_of(argv[at]);
        if (!entries) return fault(entries.error().to_string());
        for (auto& entry : *entries) all.push_back(std::move(entry));
    }
    const auto catalogue = registers::ActorCatalogue::build(all);
    if (!catalogue) return fault(catalogue.error().to_string());
    try {
        look_up(*catalogue);
    } catch (const Json::exception& wrong) {
        return fault(wrong.what());
    }
    std::cout.flush();
    return std::cout ? 0 : 3;
}
