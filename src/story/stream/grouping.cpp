#include "story/stream/grouping.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace axray::story {

bool Grouping::Candidate::operator<(const Candidate& more) const {
    return std::tuple(log_odds, more.one, more.other) < std::tuple(more.log_odds, one, other);
}

Grouping::Grouping(const StreamModel& model, std::vector<StoryGroup> groups,
                   const std::vector<std::vector<Neighbour>>& near, ComparisonWatch watch)
    : model_(&model),
      watch_(std::move(watch)),
      groups_(std::move(groups)),
      ties_(groups_.size()),
      joins_(groups_.size(), 0) {
    for (std::uint32_t from = 0; from < near.size(); ++from) {
        for (const auto& one : near[from]) {
            ties_[from].push_back({one.document, {one.likeness, 1}});
            ties_[one.document].push_back({from, {one.likeness, 1}});
        }
    }
    for (auto& ties : ties_) {
        std::stable_sort(ties.begin(), ties.end(), [](const Tie& a, const Tie& b) { return a.group < b.group; });
        ties.erase(std::unique(ties.begin(), ties.end(), [](const Tie& a, const Tie& b) { return a.group == b.group; }),
                   ties.end());
    }
}

void Grouping::consider(std::uint32_t one, std::uint32_t other, const GroupLink& link) {
    const auto features = compare(groups_[one], groups_[other], link, steps_);
    if (watch_) watch_(groups_[one], groups_[other], features);
    const float log_odds = model_->log_odds(features);
    if (log_odds <= 0) return;
    queue_.push_back({log_odds, std::min(one, other), std::max(one, other), joins_[std::min(one, other)],
                      joins_[std::max(one, other)]});
    std::push_heap(queue_.begin(), queue_.end());
}

// The ties of a group that is no more become those of the one that it was joined with.
void Grouping::move_ties(std::uint32_t from, std::uint32_t to) {
    const auto less = [](const Tie& tie, std::uint32_t group) { return tie.group < group; };
    std::vector<Tie> both;
    std::merge(ties_[to].begin(), ties_[to].end(), ties_[from].begin(), ties_[from].end(), std::back_inserter(both),
               [](const Tie& a, const Tie& b) { return a.group < b.group; });
    std::vector<Tie> kept;
    for (const auto& tie : both) {
        if (tie.group == from || tie.group == to) continue;
        if (!kept.empty() && kept.back().group == tie.group) {
            kept.back().link.nearest = std::max(kept.back().link.nearest, tie.link.nearest);
            kept.back().link.links += tie.link.links;
        } else {
            kept.push_back(tie);
        }
    }
    for (const auto& tie : kept) {
        auto& theirs = ties_[tie.group];
        const auto old = std::lower_bound(theirs.begin(), theirs.end(), from, less);
        if (old != theirs.end() && old->group == from) theirs.erase(old);
        const auto place = std::lower_bound(theirs.begin(), theirs.end(), to, less);
        if (place != theirs.end() && place->group == to) {
            place->link = tie.link;
        } else {
            theirs.insert(place, {to, tie.link});
        }
    }
    ties_[from].clear();
    ties_[to] = std::move(kept);
}

void Grouping::join_groups(std::uint32_t one, std::uint32_t other) {
    const bool keeps_one = groups_[one].members.size() >= groups_[other].members.size();
    const auto to = keeps_one ? one : other;
    const auto from = keeps_one ? other : one;
    steps_ += groups_[to].sum.size() + groups_[from].sum.size();
    groups_[to] = join(std::move(groups_[to]), groups_[from]);
    groups_[from] = {};
    ++joins_[to];
    ++joins_[from];
    move_ties(from, to);
    for (const auto& tie : ties_[to]) consider(to, tie.group, tie.link);
}

std::vector<StoryGroup> Grouping::run() {
    for (std::uint32_t one = 0; one < groups_.size(); ++one) {
        for (const auto& tie : ties_[one]) {
            if (tie.group > one) consider(one, tie.group, tie.link);
        }
    }
    while (!queue_.empty()) {
        std::pop_heap(queue_.begin(), queue_.end());
        const auto best = queue_.back();
        queue_.pop_back();
        if (joins_[best.one] == best.one_joins && joins_[best.other] == best.other_joins)
            join_groups(best.one, best.other);
    }
    std::erase_if(groups_, [](const StoryGroup& group) { return group.members.empty(); });
    for (auto& group : groups_) std::sort(group.members.begin(), group.members.end());
    std::sort(groups_.begin(), groups_.end(),
              [](const StoryGroup& a, const StoryGroup& b) { return a.members.front() < b.members.front(); });
    return std::move(groups_);
}

}  // namespace axray::story
