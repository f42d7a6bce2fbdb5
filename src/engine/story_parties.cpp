#include "engine/story_parties.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace axray::engine {

Result<StoryParties> find_story_parties(const story::StoryTexts& texts, const OpenedRegisters& opened,
                                        const language::Lexicon& lexicon) {
    StoryParties found;
    found.lists = opened.registers.lists();
    found.on = opened.on;
    for (std::uint32_t number = 0; number < texts.size(); ++number) {
        const auto& report = texts.report(number);
        auto parties = find_parties(*report.document, report.closely, opened, lexicon);
        if (!parties) return fail(std::move(parties).error());
        for (auto& party : parties->parties) {
            if (party.entries.empty() && party.actors.empty() && party.aliases.empty()) continue;
            found.parties.push_back({number, std::move(party)});
        }
    }
    return found;
}

void tie_names(const StoryParties& parties, std::vector<StoryName>& names) {
    std::map<SourceSpan, std::vector<std::uint32_t>> name_at;
    for (std::uint32_t name = 0; name < names.size(); ++name) {
        for (const auto& mention : names[name].mentions) name_at[mention].push_back(name);
    }
    const auto tie = [&](std::uint32_t number, const SourceSpan& place) {
        // Mentions of names don't overlap, so that the one that begins last before the end is the only candidate.
        auto at = name_at.lower_bound({place.source, {place.span.end, place.span.end}});
        if (at == name_at.begin()) return;
        --at;
        if (at->first.source != place.source || !at->first.span.overlaps(place.span)) return;
        for (const auto name : at->second) {
            auto& known = names[name].parties;
            if (std::find(known.begin(), known.end(), number) == known.end()) known.push_back(number);
        }
    };
    for (std::uint32_t number = 0; number < parties.parties.size(); ++number) {
        const auto& [report, party] = parties.parties[number];
        for (const auto span : party.mentions) tie(number, {report, span});
    }
}

}  // namespace axray::engine
