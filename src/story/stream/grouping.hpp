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
#include "story/stream/term_space.hpp"

namespace axray::story {

struct GroupingSettings {
    std::uint32_t neighbours = 20;  // of a document
    float joined = 0.72F;           // probability from which two groups are one story
    float settled = 0.15F;          // from which what is left over joins a story of many more documents
    std::uint32_t stray = 20;       // documents of what is left over at most
    std::uint32_t draws = 3;        // times as many documents has a story that it can join,
    std::uint32_t crowd = 20;       // and so many at least
};

// What is called with every comparison; for training.
using ComparisonWatch = std::function<void(const StoryGroup&, const StoryGroup&, const GroupFeatures&)>;

class Grouping {
public:
    // `groups` of one document each, in order; `near` holds the neighbours of each, `gaps` was made from them.
    Grouping(const StreamModel& model, std::vector<StoryGroup> groups, const std::vector<std::vector<Neighbour>>& near,
             ArrivalGaps gaps, const GroupingSettings& settings, ComparisonWatch watch = {});

    // Each document in one group, by their first documents; their members ascend.
    [[nodiscard]] std::vector<StoryGroup> run();

    [[nodiscard]] std::uint64_t steps() const { return steps_; }

private:
    // What a group has with another that it has near documents with; both hold the same.
    struct Tie {
        std::uint32_t group = 0;
        GroupLink link;
        GroupFeatures features{};
    };
    struct Candidate {
        float probability = 0;
        float likeness = 0;  // decides between equals
        std::uint32_t one = 0;
        std::uint32_t other = 0;
        std::uint32_t one_joins = 0;  // how often each had been joined when they were compared
        std::uint32_t other_joins = 0;
        [[nodiscard]] bool operator<(const Candidate& more) const;
    };
    [[nodiscard]] Tie& tie_of(std::uint32_t one, std::uint32_t other);
    [[nodiscard]] float rival_of(std::uint32_t group, std::uint32_t except) const;
    [[nodiscard]] GroupFeatures features_of(std::uint32_t one, const Tie& tie) const;
    void measure(std::uint32_t one, Tie& tie);
    void propose(std::uint32_t one, const Tie& tie);
    void propose_all();
    void join_groups(std::uint32_t one, std::uint32_t other);
    void move_ties(std::uint32_t from, std::uint32_t to);
    void settle_strays();
    [[nodiscard]] bool still_best(const Candidate& candidate);

    const StreamModel* model_;
    ArrivalGaps gaps_;
    GroupingSettings settings_;
    ComparisonWatch watch_;
    std::vector<StoryGroup> groups_;
    std::vector<std::vector<Tie>> ties_;  // by group, ascending
    std::vector<std::uint32_t> joins_;    // by group
    std::vector<Candidate> queue_;        // a heap
    std::uint64_t steps_ = 0;
};

// What is kept of a document of the stream.
struct KeptDocument {
    SparseVector counted;  // by TermSpace::count
    float words = 0;       // as in DocumentProfile
    std::int64_t day = 0;
};

struct GroupedDocuments {
    std::vector<StoryGroup> groups;
    DocumentIndex index;  // of all documents
    ArrivalGaps gaps;
    std::uint64_t steps = 0;
};

// Groups the documents anew, by what is known of all of them.
[[nodiscard]] GroupedDocuments group_documents(const StreamModel& model, const TermSpace& space,
                                               const std::vector<KeptDocument>& documents,
                                               const GroupingSettings& settings = {}, ComparisonWatch watch = {});

}  // namespace axray::story
