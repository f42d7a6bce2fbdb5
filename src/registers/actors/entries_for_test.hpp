// Invented actors and malware of three lists, for the tests of this folder.
//
// They stand for what the published lists do: names in several spellings, an entry that two actors could take, malware
// that is called as an actor is, a word of every day as a name.
#pragma once

#include <string>
#include <vector>

#include <axray/register_entry.hpp>

namespace axray::registers {

inline RegisterEntry entry_for_test(std::string list, std::string reference, EntryKind kind,
                                    const std::vector<std::string>& names) {
    RegisterEntry entry;
    entry.list = std::move(list);
    entry.reference = std::move(reference);
    entry.kind = kind;
    for (const auto& name : names) {
        entry.names.push_back({name, entry.names.empty() ? ListedNameKind::primary : ListedNameKind::alias});
    }
    entry.rows.push_back({"list.json", 1, {}});
    return entry;
}

inline std::vector<RegisterEntry> actors_for_test() {
    const auto misp = [](const std::string& id, const std::vector<std::string>& names) {
        return entry_for_test("misp-threat-actor", "misp:" + id, EntryKind::actor, names);
    };
    const auto attack = [](const std::string& id, const std::vector<std::string>& names) {
        return entry_for_test("attack", "attack:" + id, EntryKind::actor, names);
    };
    const auto vendor = [](const std::string& id, const std::vector<std::string>& names) {
        return entry_for_test("misp-vendor", "vendor:" + id, EntryKind::actor, names);
    };
    const auto software = [](const std::string& id, const std::vector<std::string>& names) {
        return entry_for_test("attack", "attack:" + id, EntryKind::software, names);
    };
    return {
        misp("a", {"FJ47", "Torvane Otter", "Fjord Typhoon", "Norvik Panda"}),
        misp("b", {"Ivory Heron", "Copper Wolf", "UNC7731"}),
        misp("c", {"Lanternfish Group", "Quedlin Spider", "Copper Wolf"}),
        misp("d", {"Marble"}),
        misp("e", {"Vexmoor Team", "G9020"}),
        misp("f", {"Judgement Heron", "ZRT-88", "APT9047"}),
        attack("G9001", {"NORVIKIUM", "FJ47", "Fjord Typhoon"}),
        attack("G9020", {"Vexmoor Collective"}),
        attack("G9030", {"Pewter Crow"}),
        vendor("1", {"Fjord Typhoon", "NORVIKIUM", "Storm-7788"}),
        vendor("2", {"Pewter Crow", "Ivory Heron"}),
        software("S9001", {"Torvload", "TORVLOAD RAT"}),
        software("S9002", {"Marble"}),
    };
}

}  // namespace axray::registers
