#include "registers/store/history.hpp"

#include <algorithm>
#include <utility>

namespace axray::registers {
namespace {

constexpr const char* kOwnDate = "date in the list";

// A date of the list may be a month or a year: it is before or after a day only where no day of it is not.
bool is_after(std::string_view date, std::string_view day) { return date > day.substr(0, date.size()); }
bool is_reached(std::string_view date, std::string_view day) {
    return date.size() == day.size() ? date <= day : date < day.substr(0, date.size());
}

std::string words_of(const ListVersion& version, std::string_view what) {
    return "version of " + version.date + std::string(what);
}

// What the versions tell of an entry.
class Presence {
public:
    Presence(const RegisterEntry& entry, const ListHistory& history)
        : entry_(&entry), history_(&history), versions_(&history.versions()) {}

    // The entry is in version `now`.
    void tell_present(std::size_t now, ListedState& state) const {
        std::size_t first = now;
        while (first > 0 && has(first - 1)) --first;
        std::size_t behind = now + 1;
        while (behind < versions_->size() && has(behind)) ++behind;
        if (state.until.empty() && behind < versions_->size()) state.until = version(behind).date;
        if (!state.since.empty()) return;
        if (first > 0) {
            state.since = version(first).date;
            state.known_from = "at the latest; " + words_of(version(first - 1), " does not have it");
        } else {
            state.known_from = words_of(version(0), versions_->size() > 1 ? ", the oldest, has it" : " has it");
        }
    }

    void tell_absent(std::size_t now, ListedState& state) const {
        state.listed = false;
        state.since.clear();
        state.until.clear();
        state.known_from = words_of(version(now), " does not have it");
        std::size_t later = now + 1;
        while (later < versions_->size() && !has(later)) ++later;
        if (later < versions_->size()) {
            state.since = version(later).date;
            return;
        }
        std::size_t gone = now;
        while (gone > 0 && !has(gone - 1)) --gone;
        if (gone > 0) state.until = version(gone).date;
    }

    [[nodiscard]] bool has(std::size_t number) const {
        return versions_->size() == 1 || history_->has(number, entry_->reference);
    }
    [[nodiscard]] const ListVersion& version(std::size_t number) const { return (*versions_)[number]; }

private:
    const RegisterEntry* entry_;
    const ListHistory* history_;
    const std::vector<ListVersion>* versions_;
};

}  // namespace

Result<ListHistory> ListHistory::open(const Store& store, std::vector<ListVersion> versions) {
    ListHistory history;
    history.versions_ = std::move(versions);
    if (history.versions_.size() < 2) return history;
    for (const auto& version : history.versions_) {
        auto references = ReferenceList::open(store.references_path(version));
        if (!references) return fail(std::move(references).error());
        history.references_.push_back(*std::move(references));
    }
    return history;
}

bool ListHistory::has(std::size_t version, std::string_view reference) const {
    return version < references_.size() && references_[version].find(reference).has_value();
}

Result<Histories> open_histories(const Store& store) {
    auto versions = store.versions();
    if (!versions) return fail(std::move(versions).error());
    std::map<std::string, std::vector<ListVersion>> by_list;
    for (auto& version : *versions) by_list[version.list].push_back(std::move(version));
    Histories histories;
    for (auto& [list, of_list] : by_list) {
        auto history = ListHistory::open(store, std::move(of_list));
        if (!history) return fail(std::move(history).error());
        histories.emplace(list, *std::move(history));
    }
    return histories;
}

ListedState listed_state(const RegisterEntry& entry, const ListHistory& history, std::string_view day) {
    const auto& versions = history.versions();
    const std::string_view on = day.empty() ? std::string_view(versions.back().date) : day;
    ListedState state;
    state.since = entry.listed_on;
    state.until = entry.delisted_on;
    if (!state.since.empty()) state.known_from = kOwnDate;
    const bool not_yet = !entry.listed_on.empty() && is_after(entry.listed_on, on);
    const bool no_more = !entry.delisted_on.empty() && is_reached(entry.delisted_on, on);
    if (not_yet || no_more) {
        state.listed = false;
        state.known_from = kOwnDate;
        return state;
    }
    const Presence presence(entry, history);
    const auto younger =
        std::find_if(versions.begin(), versions.end(), [&](const ListVersion& version) { return version.date > on; });
    if (younger == versions.begin()) {
        if (!state.since.empty()) return state;
        state.known = false;
        state.listed = presence.has(0);
        state.known_from = "no version is as old as " + std::string(on) + "; " +
                           words_of(versions.front(), state.listed ? " has it" : " does not have it");
        return state;
    }
    const auto now = static_cast<std::size_t>(younger - versions.begin()) - 1;
    if (presence.has(now))
        presence.tell_present(now, state);
    else
        presence.tell_absent(now, state);
    return state;
}

}  // namespace axray::registers
