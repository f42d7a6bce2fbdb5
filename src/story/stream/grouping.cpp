#include "story/stream/grouping.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace axray::story {
bool Grouping::Candidate::operator<(const Candidate& more) const {
    return std::tuple(probability, likeness, more.one, more.other) <
           std::tuple(more.probability, more.likeness, one, other);
}

Grouping::Grouping(const StreamModel& model, std::vector<StoryGroup> groups,
                   const std::vector<std::vector<Neighbour>>& near, ArrivalGaps gaps, const GroupingSettings& settings,
                   ComparisonWatch watch)
    : model_(&model),
      gaps_(std::move(gaps)),
      settings_(settings),
      watch_(std::move(watch)),
      groups_(std::move(groups)),
      ties_(groups_.size()),
      joins_(groups_.size(), 0) {
    for (std::uint32_t from = 0; from < near.size(); ++from) {
        for (const auto& one : near[from]) {
            ties_[from].push_back({one.document, {one.likeness, 1}, {}});
            ties_[one.document].push_back({from, {one.likeness, 1}, {}});
        }
    }
    for (auto& ties : ties_) {
        std::stable_sort(ties.begin(), ties.end(), [](const Tie& a, const Tie& b) { return a.group < b.group; });
        ties.erase(std::unique(ties.begin(), ties.end(), [](const Tie& a, const Tie& b) { return a.group == b.group; }),
                   ties.end());
    }
}

Grouping::Tie& Grouping::tie_of(std::uint32_t one, std::uint32_t other) {
    return *std::lower_bound(ties_[one].begin(), ties_[one].end(), other,
                             [](const Tie& tie, std::uint32_t group) { return tie.group < group; });
}

float Grouping::rival_of(std::uint32_t group, std::uint32_t except) const {
    float most = 0;
    for (const auto& tie : ties_[group]) {
        if (tie.group != except) most = std::max(most, mean_likeness(tie.features));
    }
    return most;
}

GroupFeatures Grouping::features_of(std::uint32_t one, const Tie& tie) const {
    auto features = tie.features;
    const bool one_is_large = is_larger(groups_[one], groups_[tie.group]);
    const float rival_of_one = rival_of(one, tie.group);
    const float rival_of_other = rival_of(tie.group, one);
    set_rivals(features, one_is_large ? rival_of_one : rival_of_other, one_is_large ? rival_of_other : rival_of_one);
    return features;
}

void Grouping::measure(std::uint32_t one, Tie& tie) {
    tie.features = compare(groups_[one], groups_[tie.group], tie.link, gaps_, steps_);
    tie_of(tie.group, one).features = tie.features;
}

void Grouping::propose(std::uint32_t one, const Tie& tie) {
    const auto features = features_of(one, tie);
    if (watch_) watch_(groups_[one], groups_[tie.group], features);
    const float probability = model_->probability(features);
    if (probability <= settings_.joined) return;
    const auto first = std::min(one, tie.group);
    const auto second = std::max(one, tie.group);
    queue_.push_back({probability, mean_likeness(features), first, second, joins_[first], joins_[second]});
    std::push_heap(queue_.begin(), queue_.end());
}

void Grouping::propose_all() {
    for (std::uint32_t one = 0; one < groups_.size(); ++one) {
        for (const auto& tie : ties_[one]) {
            if (tie.group > one) propose(one, tie);
        }
    }
}

// Rivals may have grown since the candidate was proposed: it is then proposed again, for what it is now.
bool Grouping::still_best(const Candidate& candidate) {
    const auto& tie = tie_of(candidate.one, candidate.other);
    const float probability = model_->probability(features_of(candidate.one, tie));
    if (probability >= candidate.probability) return true;
    if (probability > settings_.joined) {
        queue_.push_back(candidate);
        queue_.back().probability = probability;
        std::push_heap(queue_.begin(), queue_.end());
    }
    return false;
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
            theirs.insert(place, {to, tie.link, {}});
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
    for (auto& tie : ties_[to]) measure(to, tie);
    for (const auto& tie : ties_[to]) propose(to, tie);
}

// What is left over of a few documents joins the large story that it fits best, where that is not too unlikely: single
// headlines share few words even with the middle of their story.
void Grouping::settle_strays() {
    for (std::uint32_t stray = 0; stray < groups_.size(); ++stray) {
        const auto size = groups_[stray].members.size();
        if (size == 0 || size > settings_.stray) continue;
        float best = settings_.settled;
        auto target = stray;
        for (const auto& tie : ties_[stray]) {
            const auto theirs = groups_[tie.group].members.size();
            if (theirs < size * settings_.draws || theirs < settings_.crowd) continue;
            const float probability = model_->probability(features_of(stray, tie));
            if (probability <= best) continue;
            best = probability;
            target = tie.group;
        }
        if (target != stray) join_groups(stray, target);
    }
    queue_.clear();
}

std::vector<StoryGroup> Grouping::run() {
    for (std::uint32_t one = 0; one < groups_.size(); ++one) {
        for (auto& tie : ties_[one]) {
            if (tie.group > one) measure(one, tie);
        }
    }
    // Until nothing is to be joined although rivals have gone.
    for (bool joined = true; joined;) {
        joined = false;
        propose_all();
        while (!queue_.empty()) {
            std::pop_heap(queue_.begin(), queue_.end());
            const auto best = queue_.back();
            queue_.pop_back();
            if (joins_[best.one] != best.one_joins || joins_[best.other] != best.other_joins) continue;
            if (!still_best(best)) continue;
            join_groups(best.one, best.other);
            joined = true;
        }
    }
    settle_strays();
    std::erase_if(groups_, [](const StoryGroup& group) { return group.members.empty(); });
    for (auto& group : groups_) std::sort(group.members.begin(), group.members.end());
    std::sort(groups_.begin(), groups_.end(),
              [](const StoryGroup& a, const StoryGroup& b) { return a.members.front() < b.members.front(); });
    return std::move(groups_);
}

GroupedDocuments group_documents(const StreamModel& model, const TermSpace& space,
                                 const std::vector<KeptDocument>& documents, const GroupingSettings& settings,
                                 ComparisonWatch watch) {
    GroupedDocuments grouped;
    std::vector<StoryGroup> singles;
    for (std::uint32_t number = 0; number < documents.size(); ++number) {
        const auto& kept = documents[number];
        singles.push_back(group_of(number, space.weigh(kept.counted, kept.words), kept.words, kept.day));
        grouped.index.add(singles.back().sum);
    }
    std::vector<std::vector<Neighbour>> near;
    for (const auto& single : singles) {
        near.push_back(grouped.index.nearest(single.sum, settings.neighbours + 1));
        std::erase_if(near.back(), [&](const Neighbour& one) { return one.document == single.members.front(); });
    }
    grouped.gaps = ArrivalGaps(near);
    Grouping grouping(model, std::move(singles), near, grouped.gaps, settings, std::move(watch));
    grouped.groups = grouping.run();
    grouped.steps = grouping.steps();
    return grouped;
}

}  // namespace axray::story
