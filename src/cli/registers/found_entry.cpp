#include "cli/registers/found_entry.hpp"

#include <algorithm>
#include <utility>

#include "registers/store/history.hpp"

namespace axray::cli {
namespace {

// Lower case of ASCII, single blanks.
std::string folded(std::string_view text) {
    std::string plain;
    for (const char letter : text) {
        if (letter == ' ' && (plain.empty() || plain.back() == ' ')) continue;
        plain += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    while (!plain.empty() && plain.back() == ' ') plain.pop_back();
    return plain;
}

bool is_meant(const RegisterEntry& entry, const std::string& asked) {
    const auto colon = entry.reference.find(':');
    if (colon != std::string::npos && folded(std::string_view(entry.reference).substr(colon + 1)) == asked) return true;
    return std::any_of(entry.names.begin(), entry.names.end(),
                       [&](const ListedName& name) { return folded(name.text) == asked; });
}

// Versions to search, those in use first; the others are asked only where these have nothing, newest first.
struct SearchOrder {
    std::vector<ListVersion> used;
    std::vector<ListVersion> others;
};

Result<SearchOrder> search_order(const registers::Store& store, const std::string& day) {
    auto used = store.in_use(day);
    if (!used) return fail(std::move(used).error());
    auto all = store.versions();
    if (!all) return fail(std::move(all).error());
    std::reverse(all->begin(), all->end());
    SearchOrder order{*std::move(used), {}};
    for (auto& version : *all) {
        const auto same = [&](const ListVersion& other) {
            return other.list == version.list && other.version == version.version;
        };
        if (std::none_of(order.used.begin(), order.used.end(), same)) order.others.push_back(std::move(version));
    }
    return order;
}

using Found = std::vector<FoundEntry>;

// Adds an entry that was not found before in a version of its list.
void add(Found& found, RegisterEntry entry, const ListVersion& version) {
    const bool known = std::any_of(found.begin(), found.end(), [&](const FoundEntry& other) {
        return other.entry.reference == entry.reference && other.entry.list == entry.list;
    });
    if (known) return;
    found.emplace_back();
    found.back().entry = std::move(entry);
    found.back().version = version;
}

Result<Found> with_reference(const registers::Store& store, const std::vector<ListVersion>& versions,
                             std::string_view reference) {
    Found found;
    for (const auto& version : versions) {
        auto entry = store.find(version, reference);
        if (!entry) return fail(std::move(entry).error());
        if (*entry) add(found, std::move((*entry)->entry), version);
    }
    return found;
}

Result<Found> with_name(const registers::Store& store, const std::vector<ListVersion>& versions,
                        std::string_view asked) {
    Found found;
    const auto name = folded(asked);
    for (const auto& version : versions) {
        auto entries = store.entries(version);
        if (!entries) return fail(std::move(entries).error());
        for (auto& stored : *entries) {
            if (is_meant(stored.entry, name)) add(found, std::move(stored.entry), version);
        }
    }
    return found;
}

// A uuid of MISP may be that of a galaxy whose references have another scheme.
std::string other_spelling(const std::string& reference) {
    constexpr std::string_view kMisp = "misp:";
    return reference.starts_with(kMisp) ? "microsoft:" + reference.substr(kMisp.size()) : reference;
}

// The entries that the list connects with it, with their names where the lists in use have them.
Result<std::vector<RelatedEntry>> related_to(const registers::Store& store, const RegisterEntry& entry,
                                             const std::string& day) {
    constexpr std::size_t kNamed = 50;  // of more, only the references are told
    const auto versions = store.in_use(day);
    if (!versions) return fail(versions.error());
    std::vector<RelatedEntry> related;
    for (const auto& reference : entry.related) {
        related.push_back({reference, {}});
        if (related.size() > kNamed || reference.find(':') == std::string::npos) continue;
        for (const auto& spelling : {reference, other_spelling(reference)}) {
            for (const auto& version : *versions) {
                if (!related.back().name.empty()) break;
                const auto other = store.find(version, spelling);
                if (!other) return fail(other.error());
                if (*other) related.back() = {spelling, (*other)->entry.names.front().text + " (" + version.list + ")"};
            }
        }
    }
    return related;
}

}  // namespace

Result<std::vector<FoundEntry>> find_entries(const registers::Store& store, std::string_view asked,
                                             const std::string& day) {
    const auto order = search_order(store, day);
    if (!order) return fail(order.error());
    if (order->used.empty()) {
        return fail(ErrorCode::not_found,
                    "there is no list in " + store.folder() + "; `axray registers import FILE` or `update` brings one");
    }
    for (const auto search : {with_reference, with_name}) {
        for (const auto* versions : {&order->used, &order->others}) {
            auto found = search(store, *versions, asked);
            if (!found || !found->empty()) return found;
        }
    }
    return Found();
}

Result<FoundEntry> complete(const registers::Store& store, FoundEntry found, const std::string& day) {
    auto all = store.versions();
    if (!all) return fail(std::move(all).error());
    std::vector<ListVersion> of_list;
    for (auto& version : *all) {
        if (version.list == found.entry.list) of_list.push_back(std::move(version));
    }
    const auto history = registers::ListHistory::open(store, std::move(of_list));
    if (!history) return fail(history.error());
    found.state = registers::listed_state(found.entry, *history, day);
    for (std::size_t at = 0; at < history->versions().size(); ++at) {
        const bool has = history->versions().size() == 1 || history->has(at, found.entry.reference);
        found.versions.push_back({history->versions()[at], has});
    }
    auto related = related_to(store, found.entry, day);
    if (!related) return fail(std::move(related).error());
    found.related = *std::move(related);
    auto rows = found.entry.rows;
    rows.resize(std::min(rows.size(), kRowsShown));
    auto texts = registers::row_texts(store, found.version, rows);
    if (texts)
        found.rows = *std::move(texts);
    else
        found.row_fault = texts.error().to_string();
    return found;
}

std::string words_for_state(const FoundEntry& found, const std::string& on) {
    const auto& state = found.state;
    const std::string day = on.empty() ? "" : " on " + on;
    std::string words = state.listed ? "listed" + day : "not listed" + day;
    if (!state.known) words = "not known" + day;
    if (!state.since.empty()) words += state.listed ? ", since " + state.since : "; listed since " + state.since;
    if (!state.until.empty()) words += (state.listed ? ", until " : "; not any more since ") + state.until;
    if (!state.known_from.empty()) words += " (" + state.known_from + ")";
    return words;
}

}  // namespace axray::cli
