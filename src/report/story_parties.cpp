#include "report/story_parties.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace axray::report {
namespace {

void add_entries(PartyReport& party, const PartyReport& other) {
    for (const auto& hit : other.entries) {
        const auto same = std::find_if(party.entries.begin(), party.entries.end(), [&hit](const ScreenHit& known) {
            return known.entry.reference == hit.entry.reference;
        });
        if (same == party.entries.end()) {
            party.entries.push_back(hit);
        } else if (same->probability < hit.probability) {
            *same = hit;
        }
    }
    std::stable_sort(party.entries.begin(), party.entries.end(),
                     [](const ScreenHit& one, const ScreenHit& other) { return one.probability > other.probability; });
}

void add_aliases(PartyReport& party, const PartyReport& other) {
    for (const auto& alias : other.aliases) {
        const bool known = std::any_of(party.aliases.begin(), party.aliases.end(), [&alias](const PartyAlias& one) {
            return one.alias == alias.alias && one.standing == alias.standing;
        });
        if (!known) party.aliases.push_back(alias);
    }
}

void join(PartyReport& party, const PartyReport& other) {
    if (party.kind == EntryKind::unknown) party.kind = other.kind;
    party.mentions.insert(party.mentions.end(), other.mentions.begin(), other.mentions.end());
    for (const auto& actor : other.actors) {
        if (std::find(party.actors.begin(), party.actors.end(), actor) == party.actors.end())
            party.actors.push_back(actor);
    }
    add_entries(party, other);
    add_aliases(party, other);
}

void add(PartiesOfStory& parties, PartyReport party) {
    if (party.entries.empty() && party.aliases.empty()) {
        parties.not_listed.push_back(std::move(party.name));
    } else {
        parties.known.push_back(std::move(party));
    }
}

}  // namespace

PartiesOfStory parties_of(const StoryReport& story) {
    PartiesOfStory result;
    if (!story.parties) return result;
    const auto& parties = story.parties->parties;
    std::vector<bool> told(parties.size());
    for (const auto& name : story.names) {
        PartyReport party;
        party.name = name.name;
        bool any = false;
        for (const auto number : name.parties) {
            if (number >= parties.size() || told[number]) continue;
            told[number] = any = true;
            join(party, parties[number].party);
        }
        if (any) add(result, std::move(party));
    }
    for (std::size_t number = 0; number < parties.size(); ++number) {
        if (!told[number]) add(result, parties[number].party);
    }
    return result;
}

}  // namespace axray::report
