// Joins documents to stories, the surest pair of groups first (StoryGroups + who is near whom -> StoryGroups).
//
// Agglomerative: groups are judged as wholes, so that no chain of documents, each like the next, welds two events.
// Only groups with documents near each other are compared. Source: average linkage over a graph of nearest
// neighbours; learned joins after Linger and Hajaiej 2020.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "story/stream/document_index.hpp"
#include "story/stream/story_group.hpp"
#include "story/stream/stream_model.hpp"

namespace axray::story {

struct GroupingSettings {
    std::uint32_t neighbours = 20;  // of a document
};

// What is called with every comparison; for training.
using ComparisonWatch = std::function<void(const StoryGroup&, const StoryGroup&, const GroupFeatures&)>;

class Grouping {
public:
    // `groups` of one document each, in order; `near` holds the neighbours of each.
    Grouping(const StreamModel& model, std::vector<StoryGroup> groups, const std::vector<std::vector<Neighbour>>& near,
             ComparisonWatch watch = {});

    // Each document in one group, by their first documents; their members ascend.
    [[nodiscard]] std::vector<StoryGroup> run();

    [[nodiscard]] std::uint64_t steps() const { return steps_; }

private:
    struct Tie {
        std::uint32_t group = 0;
        GroupLink link;
    };
    struct Candidate {
        float log_odds = 0;
        std::uint32_t one = 0;
        std::uint32_t other = 0;
        std::uint32_t one_joins = 0;  // how often each had been joined when they were compared
        std::uint32_t other_joins = 0;
        [[nodiscard]] bool operator<(const Candidate& more) const;
    };
    void consider(std::uint32_t one, std::uint32_t other, const GroupLink& link);
    void join_groups(std::uint32_t one, std::uint32_t other);
    void move_ties(std::uint32_t from, std::uint32_t to);

    const StreamModel* model_;
    ComparisonWatch watch_;
    std::vector<StoryGroup> groups_;
    std::vector<std::vector<Tie>> ties_;  // by group, ascending
    std::vector<std::uint32_t> joins_;    // by group
    std::vector<Candidate> queue_;        // a heap
    std::uint64_t steps_ = 0;
};

}  // namespace axray::story
