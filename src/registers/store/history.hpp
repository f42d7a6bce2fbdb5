// Whether an entry was on its list on a day (RegisterEntry, versions of its list -> ListedState).
//
// The list's own dates count first, then which versions have the entry. No version is read for that: whether it has a
// reference is a binary search in a mapped file, and with a single version there is nothing to search. Source: own.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <axray/registers.hpp>
#include <axray/result.hpp>

#include "registers/store/reference_list.hpp"
#include "registers/store/store.hpp"

namespace axray::registers {

// All versions of one list. Constant after it was opened; may be used by several threads at once.
class ListHistory {
public:
    // `versions` of one list, at least one, oldest first. Errors: model_mismatch when one of them is damaged.
    [[nodiscard]] static Result<ListHistory> open(const Store& store, std::vector<ListVersion> versions);

    [[nodiscard]] const std::vector<ListVersion>& versions() const { return versions_; }

    // Whether the version with that number has an entry of that reference. Not to be asked of a single version.
    [[nodiscard]] bool has(std::size_t version, std::string_view reference) const;

private:
    std::vector<ListVersion> versions_;
    std::vector<ReferenceList> references_;  // of each version; none when there is a single one
};

// The histories of all lists, by name. Errors: as Store::versions and ListHistory::open.
using Histories = std::map<std::string, ListHistory, std::less<>>;
[[nodiscard]] Result<Histories> open_histories(const Store& store);

// The state on `day`, an ISO 8601 day; on that of the newest version when it is empty. `entry` is of any version of the
// list.
[[nodiscard]] ListedState listed_state(const RegisterEntry& entry, const ListHistory& history, std::string_view day);

}  // namespace axray::registers
