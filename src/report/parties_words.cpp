#include "report/parties_words.hpp"

#include <algorithm>

#include "report/words.hpp"

namespace axray::report {
namespace {

constexpr std::size_t kNamesShown = 10;
constexpr std::size_t kReferencesShown = 3;

std::string references(const std::vector<std::string>& values) { return joined(values, ", ", kReferencesShown); }

bool is_known(const PartyReport& party) { return !party.entries.empty() || !party.aliases.empty(); }

}  // namespace

std::vector<const PartyReport*> known_parties(const Parties& parties) {
    std::vector<const PartyReport*> known;
    for (const auto& party : parties.parties) {
        if (is_known(party)) known.push_back(&party);
    }
    return known;
}

std::vector<std::string> unknown_parties(const Parties& parties) {
    std::vector<std::string> names;
    for (const auto& party : parties.parties) {
        if (!is_known(party)) names.push_back(party.name);
    }
    return names;
}

ScreeningRun run_of(const Parties& parties) { return {parties.lists, {}, parties.on, parties.today}; }

std::string words_for(const PartyReport& party) {
    std::string text;
    if (party.kind != EntryKind::unknown) text = std::string(to_string(party.kind)) + ", ";
    const auto count = party.mentions.size();
    text += count == 1 ? "named once" : "named " + count_of(count, "time", "times");
    if (party.actors.size() > 1) text += "; several actors are known by this name: " + references(party.actors);
    return text;
}

std::string words_for(const PartyAlias& alias) {
    switch (alias.standing) {
        case AliasStanding::confirmed: return "confirmed by " + references(alias.references);
        case AliasStanding::contradicted:
            return "contradicted: the registers give this name to " + references(alias.claimed_by);
        case AliasStanding::ambiguous:
            return "ambiguous: borne out by " + references(alias.references) + ", claimed by " +
                   references(alias.claimed_by);
        case AliasStanding::unconfirmed:
            return "unconfirmed: no register that was searched has it, which speaks neither for nor against it";
    }
    return {};
}

const ListedName& met_name(const ScreenHit& hit) {
    return hit.entry.names.at(std::min<std::size_t>(hit.name, hit.entry.names.size() - 1));
}

std::string other_names(const ScreenHit& hit) {
    const auto& met = met_name(hit).text;
    std::vector<std::string> names;
    for (const auto& name : hit.entry.names) {
        if (name.text != met && std::find(names.begin(), names.end(), name.text) == names.end()) {
            names.push_back(name.text);
        }
    }
    return joined(names, "; ", kNamesShown);
}

}  // namespace axray::report
