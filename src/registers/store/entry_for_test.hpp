// An invented entry that fills every field, and lists of invented entries, for tests (-> RegisterEntry, ImportedList).
//
// Source: own.
#pragma once

#include <string>
#include <vector>

#include "registers/import/import.hpp"

namespace axray::registers {

inline RegisterEntry full_entry() {
    RegisterEntry entry;
    entry.list = "test-list";
    entry.reference = "test:17";
    entry.kind = EntryKind::person;
    entry.names = {{"VESPER, Orla", ListedNameKind::primary},
                   {"\xD0\x9E\xD1\x80\xD0\xBB\xD0\xB0", ListedNameKind::native_script},
                   {"\"Tab\\\tbed\"", ListedNameKind::weak_alias}};
    entry.programmes = {"TEST1", "TEST2"};
    entry.listed_on = "2024-03-25";
    entry.delisted_on = "2025-01-02";
    entry.births = {"1985-11-12"};
    entry.countries = {"Freedonia"};
    entry.places = {"1 Harbour Road, Port Example"};
    entry.identifiers = {{"passport", "X123", "Freedonia"}, {"tax number", "9", ""}};
    entry.links = {"https://example.org/"};
    entry.related = {"test:18"};
    entry.attributes = {"Gender Female"};
    entry.remarks = "Two\nlines.";
    entry.rows = {{"list.csv", 3, {40, 99}}, {"more.tar.gz/a.json", 0, {0, 7}}};
    return entry;
}

// Entries "test:1" to "test:COUNT", each with one name.
inline ImportedList list_of(std::size_t count, std::string date) {
    ImportedList list;
    list.list = "test-list";
    list.title = "A list for tests";
    list.publisher = "Nobody";
    list.date = std::move(date);
    for (std::size_t number = 1; number <= count; ++number) {
        RegisterEntry entry;
        entry.list = list.list;
        entry.reference = "test:" + std::to_string(number);
        entry.kind = EntryKind::organisation;
        entry.names = {{"Company " + std::to_string(number), ListedNameKind::primary}};
        entry.rows = {{"list.csv", number, {0, 1}}};
        list.entries.push_back(std::move(entry));
    }
    list.rows = count;
    return list;
}

}  // namespace axray::registers
