#include "story/stream/story_stream.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "story/stream/document_index.hpp"
#include "story/stream/grouping.hpp"
#include "story/stream/story_numbers.hpp"
#include "story/stream/term_space.hpp"

namespace axray::story {
namespace {

constexpr std::size_t kFirstBatch = 64;   // documents before the first re-balancing
constexpr std::uint32_t kCandidates = 8;  // stories that a new document is compared with
constexpr GroupingSettings kGrouping;

// A story that a new document could belong to.
struct StoryNear {
    std::uint32_t group = 0;
    float likeness = 0;  // of all its documents near the new one
    GroupLink link;
};

}  // namespace

struct StoryStream::State {
    explicit State(const StreamModel& opened) : model(&opened), space(opened.english()) {}

    void place(std::uint32_t number);
    [[nodiscard]] std::vector<StoryNear> stories_near(const SparseVector& vector);
    [[nodiscard]] std::uint32_t best_of(const std::vector<StoryNear>& near, const StoryGroup& single);
    void rebalance();

    const StreamModel* model;
    TermSpace space;
    DocumentIndex index;
    ArrivalGaps gaps;  // as of the last re-balancing
    std::vector<KeptDocument> documents;
    std::vector<StoryGroup> groups;
    std::vector<std::uint32_t> numbers;   // of the stories, by group
    std::vector<std::uint32_t> group_of;  // by document
    std::uint32_t next_number = 0;
    std::size_t balanced = 0;  // documents at the last re-balancing
    StreamCost cost;
};

// The stories that documents near to one belong to, those that are most like it in all first.
std::vector<StoryNear> StoryStream::State::stories_near(const SparseVector& vector) {
    std::map<std::uint32_t, StoryNear> by_group;
    for (const auto& one : index.nearest(vector, kGrouping.neighbours)) {
        const auto group = group_of[one.document];
        auto& story = by_group[group];
        story.group = group;
        story.likeness += one.likeness;
        story.link.nearest = std::max(story.link.nearest, one.likeness);
        ++story.link.links;
    }
    std::vector<StoryNear> near;
    near.reserve(by_group.size());
    for (const auto& [group, story] : by_group) near.push_back(story);
    std::stable_sort(near.begin(), near.end(),
                     [](const StoryNear& one, const StoryNear& other) { return one.likeness > other.likeness; });
    if (near.size() > kCandidates) near.resize(kCandidates);
    return near;
}

// The group that the document belongs to, which is a new one where none is sure enough.
std::uint32_t StoryStream::State::best_of(const std::vector<StoryNear>& near, const StoryGroup& single) {
    std::vector<GroupFeatures> compared;
    compared.reserve(near.size());
    for (const auto& story : near)
        compared.push_back(compare(groups[story.group], single, story.link, gaps, cost.steps));
    auto best = static_cast<std::uint32_t>(groups.size());
    float best_probability = 0;
    for (std::size_t at = 0; at < compared.size(); ++at) {
        float rival = 0;
        for (std::size_t other = 0; other < compared.size(); ++other) {
            if (other != at) rival = std::max(rival, mean_likeness(compared[other]));
        }
        set_rivals(compared[at], 0, rival);
        const float probability = model->probability(compared[at]);
        const bool draws = groups[near[at].group].members.size() >= kGrouping.crowd;
        if (probability <= (draws ? kGrouping.settled : kGrouping.joined) || probability <= best_probability) continue;
        best_probability = probability;
        best = near[at].group;
    }
    return best;
}

void StoryStream::State::place(std::uint32_t number) {
    const auto& kept = documents[number];
    auto single = story::group_of(number, space.weigh(kept.counted, kept.words), kept.words, kept.day);
    const auto near = stories_near(single.sum);
    index.add(single.sum);
    const auto best = best_of(near, single);
    if (best == groups.size()) {
        groups.push_back(std::move(single));
        numbers.push_back(next_number++);
    } else {
        groups[best] = join(std::move(groups[best]), single);
    }
    group_of.push_back(best);
}

void StoryStream::State::rebalance() {
    space.refresh();
    cost.postings += index.postings_read();
    std::vector<std::uint32_t> before(documents.size());
    for (std::size_t at = 0; at < before.size(); ++at) before[at] = numbers[group_of[at]];
    groups = {};
    index = DocumentIndex();
    auto grouped = group_documents(*model, space, documents);
    groups = std::move(grouped.groups);
    index = std::move(grouped.index);
    gaps = std::move(grouped.gaps);
    cost.steps += grouped.steps;
    numbers = keep_numbers(groups, before, next_number);
    for (std::uint32_t group = 0; group < groups.size(); ++group) {
        for (const auto member : groups[group].members) group_of[member] = group;
    }
    balanced = documents.size();
}

StoryStream::StoryStream(const StreamModel& model) : state_(std::make_unique<State>(model)) {}
StoryStream::StoryStream(StoryStream&&) noexcept = default;
StoryStream& StoryStream::operator=(StoryStream&&) noexcept = default;
StoryStream::~StoryStream() = default;

std::uint32_t StoryStream::add(const StreamDocument& document) {
    // A document of a headline alone may have it as its text too.
    const bool headline_alone =
        document.title != nullptr && document.document.text == document.document.metadata.title.value;
    return add(
        make_profile(document.title, headline_alone ? language::AnnotatedText{} : document.words, document.published));
}

std::uint32_t StoryStream::add(const DocumentProfile& profile) {
    auto& state = *state_;
    const auto number = static_cast<std::uint32_t>(state.documents.size());
    state.documents.push_back({state.space.count(profile), profile.words, profile.day});
    state.place(number);
    if (state.documents.size() >= std::max(kFirstBatch, state.balanced + state.balanced / 2)) state.rebalance();
    return state.numbers[state.group_of[number]];
}

std::vector<std::uint32_t> StoryStream::stories() {
    if (state_->balanced != state_->documents.size()) state_->rebalance();
    std::vector<std::uint32_t> stories;
    for (const auto group : state_->group_of) stories.push_back(state_->numbers[group]);
    return stories;
}

StreamCost StoryStream::cost() const {
    auto cost = state_->cost;
    cost.postings += state_->index.postings_read();
    return cost;
}

}  // namespace axray::story
