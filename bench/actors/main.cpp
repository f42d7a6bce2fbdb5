// Asks the catalogue of actors about names (program axray_actors, for development).
//
//   axray_actors look-up LIST... < queries.jsonl > hits.jsonl
//   axray_actors mentions LIST... < texts.jsonl > mentions.jsonl      {"id", "text"} -> {"id", "mentions", "claims"}
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
#include "base/utf8.hpp"
#include "language/words/lexicon.hpp"
#include "registers/actors/actor_catalogue.hpp"
#include "registers/actors/actor_mentions.hpp"
#include "registers/actors/alias_claims.hpp"
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

Json references_of(const ActorAnswer& answer) {
    auto references = Json::array();
    for (const auto& actor : answer.actors) references.push_back(actor.references);
    return references;
}

void find_mentions(const registers::ActorCatalogue& catalogue, const language::Lexicon& lexicon) {
    for (std::string line; std::getline(std::cin, line);) {
        if (line.empty()) continue;
        const auto record = Json::parse(line);
        const auto text = record.at("text").get<std::string>();
        base::CodePointCounter places(text);
        auto mentions = Json::array();
        for (const auto& one : registers::find_actor_mentions(text, catalogue, lexicon)) {
            const auto place = places.convert(one.span);
            mentions.push_back({{"begin", place.begin},
                                {"end", place.end},
                                {"text", text.substr(one.span.begin, one.span.size())},
                                {"status", to_string(one.answer.status)},
                                {"references", references_of(one.answer)}});
        }
        auto claims = Json::array();
        for (const auto& one : registers::find_alias_claims(text, catalogue, lexicon)) {
            claims.push_back({{"name", text.substr(one.name.begin, one.name.size())},
                              {"alias", text.substr(one.alias.begin, one.alias.size())},
                              {"standing", to_string(one.standing)},
                              {"references", one.references},
                              {"claimed_by", one.claimed_by}});
        }
        std::cout << Json{{"id", record.at("id")}, {"mentions", mentions}, {"claims", claims}}.dump() << '\n';
    }
}

}  // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    const std::string_view task = argc > 2 ? argv[1] : "";
    if (task != "look-up" && task != "mentions") {
        std::fputs("use: axray_actors look-up|mentions LIST... < in > out\n", stderr);
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
    const auto lexicon = language::Lexicon::open(AXRAY_BENCH_MODELS "/wordnet.bin");
    if (!lexicon) return fault(lexicon.error().to_string());
    try {
        if (task == "look-up") look_up(*catalogue);
        if (task == "mentions") find_mentions(*catalogue, *lexicon);
    } catch (const Json::exception& wrong) {
        return fault(wrong.what());
    }
    std::cout.flush();
    return std::cout ? 0 : 3;
}
