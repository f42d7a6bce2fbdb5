// An entry that was asked for, with all that is known of it (reference or name -> FoundEntry -> text or JSON).
//
// Source: own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <axray/registers.hpp>
#include <axray/result.hpp>

#include "registers/store/evidence.hpp"
#include "registers/store/store.hpp"

namespace axray::cli {

// A version of the entry's list, and whether the entry is in it.
struct VersionOfEntry {
    ListVersion version;
    bool has = false;
};

// What the entry is connected with: the reference, or the name, that its list gives.
struct RelatedEntry {
    std::string reference;
    std::string name;  // of the entry with that reference, with its list; empty when no list in use has it
};

struct FoundEntry {
    RegisterEntry entry;
    ListVersion version;  // that it was read from
    ListedState state;
    std::vector<VersionOfEntry> versions;  // all of the list, oldest first
    std::vector<RelatedEntry> related;
    std::vector<registers::RowText> rows;  // as published, of the first kRowsShown rows of the entry
    std::string row_fault;                 // why there are none; empty when there are
};

inline constexpr std::size_t kRowsShown = 5;

// Entries that `asked` means: those with that reference, in the versions of `day` or, when they have none, in others;
// else those with that name or that number behind the colon of their reference, without regard to case. Errors:
// invalid_usage when there is no list; as of Store.
[[nodiscard]] Result<std::vector<FoundEntry>> find_entries(const registers::Store& store, std::string_view asked,
                                                           const std::string& day);

// Adds what makes the entry complete: versions, rows, state on `day`.
[[nodiscard]] Result<FoundEntry> complete(const registers::Store& store, FoundEntry found, const std::string& day);

struct EntryTextOptions {
    unsigned width = 100;
    std::string on;  // the day that was asked for; empty: none
};
[[nodiscard]] std::string entry_text(const FoundEntry& found, const EntryTextOptions& options);
[[nodiscard]] std::string entry_json(const FoundEntry& found, const std::string& on);

// "listed on 2024-03-25 (date in the list)", "not listed on 2024-03-22 ...".
[[nodiscard]] std::string words_for_state(const FoundEntry& found, const std::string& on);

}  // namespace axray::cli
