#include "registers/actors/actor_groups.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string_view>
#include <unordered_map>

#include "registers/actors/actor_key.hpp"

namespace axray::registers {
namespace {

int rank_of(std::string_view list) { return list == "misp-threat-actor" ? 0 : list.starts_with("attack") ? 1 : 2; }

constexpr std::uint32_t kNone = 0xFFFFFFFF;

// "G0128".
bool is_attack_number(std::string_view text) {
    return text.size() == 5 && text[0] == 'G' &&
           text.substr(1).find_first_not_of("0123456789") == std::string_view::npos;
}

// The key of the number in "attack:G0128"; empty when there is none.
std::string number_of(std::string_view reference) {
    const auto number = reference.substr(reference.find(':') + 1);
    return reference.starts_with("attack:") && is_attack_number(number) ? actor_key(number) : std::string();
}

std::set<std::string> keys_of(const RegisterEntry& entry) {
    std::set<std::string> keys;
    for (const auto& name : entry.names) {
        auto key = actor_key(name.text);
        if (!key.empty()) keys.insert(std::move(key));
    }
    return keys;
}

class Grouping {
public:
    explicit Grouping(const std::vector<RegisterEntry>& entries) : entries_(entries) {}

    std::vector<ActorGroup> group() && {
        std::vector<std::uint32_t> order(entries_.size());
        std::iota(order.begin(), order.end(), 0U);
        std::stable_sort(order.begin(), order.end(), [this](std::uint32_t left, std::uint32_t right) {
            const auto& one = entries_[left];
            const auto& other = entries_[right];
            const int ranks = rank_of(one.list) - rank_of(other.list);
            return ranks != 0 ? ranks < 0 : one.list < other.list;
        });
        std::string_view list;
        std::vector<std::uint32_t> begun;  // by entries of the list that is gone through
        for (const auto number : order) {
            if (entries_[number].list != list) {
                for (const auto group : begun) publish(group);
                begun.clear();
                list = entries_[number].list;
            }
            if (!join(number)) {
                begun.push_back(static_cast<std::uint32_t>(groups_.size()));
                groups_.push_back({{number}});
            }
        }
        return std::move(groups_);
    }

private:
    // From now on entries of later lists may join.
    void publish(std::uint32_t group) {
        for (auto& key : keys_of(entries_[groups_[group].entries.front()])) by_key_[key].push_back(group);
    }

    // The actor whose founder has the entry's number, "G0128" of "attack:G0128", among its names, and no other such
    // number; kNone when there is none.
    [[nodiscard]] std::uint32_t numbered(const RegisterEntry& entry) const {
        const auto number = number_of(entry.reference);
        const auto found = number.empty() ? by_key_.end() : by_key_.find(number);
        if (found == by_key_.end() || found->second.size() != 1) return kNone;
        const auto& founder = entries_[groups_[found->second.front()].entries.front()];
        const auto is_number = [](const ListedName& name) { return is_attack_number(name.text); };
        return std::count_if(founder.names.begin(), founder.names.end(), is_number) == 1 ? found->second.front()
                                                                                         : kNone;
    }

    bool join(std::uint32_t number) {
        const auto keys = keys_of(entries_[number]);
        if (keys.empty()) return false;
        if (const auto group = numbered(entries_[number]); group != kNone) {
            groups_[group].entries.push_back(number);
            return true;
        }
        const auto primary = actor_key(entries_[number].names.front().text);
        std::map<std::uint32_t, std::uint32_t> shared;
        std::set<std::uint32_t> with_primary;
        for (const auto& key : keys) {
            const auto found = by_key_.find(key);
            if (found == by_key_.end()) continue;
            for (const auto group : found->second) {
                ++shared[group];
                if (key == primary) with_primary.insert(group);
            }
        }
        const ActorGroup* best = nullptr;
        std::uint32_t most = 0;
        for (const auto& [group, count] : shared) {
            const auto& founder = entries_[groups_[group].entries.front()];
            if (with_primary.count(group) == 0 && keys.count(actor_key(founder.names.front().text)) == 0) continue;
            const bool tie = count == most && best != nullptr;
            if (count < most || (tie && entries_[best->entries.front()].reference > founder.reference)) continue;
            best = &groups_[group];
            most = count;
        }
        if (best == nullptr) return false;
        groups_[static_cast<std::size_t>(best - groups_.data())].entries.push_back(number);
        return true;
    }

    const std::vector<RegisterEntry>& entries_;
    std::vector<ActorGroup> groups_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_key_;
};

}  // namespace

std::vector<ActorGroup> group_actors(const std::vector<RegisterEntry>& entries) { return Grouping(entries).group(); }

}  // namespace axray::registers
