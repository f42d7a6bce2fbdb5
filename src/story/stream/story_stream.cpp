#include "story/stream/story_stream.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "story/stream/document_index.hpp"
#include "story/stream/document_profile.hpp"
#include "story/stream/grouping.hpp"
#include "story/stream/story_numbers.hpp"
#include "story/stream/term_space.hpp"

namespace axray::story {
namespace {

constexpr std::size_t kFirstBatch = 64;   // documents before the first re-balancing
constexpr std::uint32_t kCandidates = 8;  // stories that a new document is compared with
constexpr GroupingSettings kGrouping;

}  // namespace

struct StoryStream::State {
    explicit State(const StreamModel& opened) : model(&opened), space(opened.english()) {}

    [[nodiscard]] std::uint32_t place(std::uint32_t number);
    void rebalance();

    const StreamModel* model;
    TermSpace space;
    DocumentIndex index;
    std::vector<KeptDocument> documents;
    std::vector<StoryGroup> groups;
    std::vector<std::uint32_t> numbers;   // of the stories, by group
    std::vector<std::uint32_t> group_of;  // by document
    std::uint32_t next_number = 0;
    std::size_t balanced = 0;  // documents at the last re-balancing
    StreamCost cost;
};

// The group of the newest document, which is in the index already or will be.
std::uint32_t StoryStream::State::place(std::uint32_t number) {
    const auto vector = space.weigh(documents[number].counted, documents[number].words);
    std::map<std::uint32_t, std::pair<float, GroupLink>> near;  // by group: likeness in all
    for (const auto& one : index.nearest(vector, kGrouping.neighbours)) {
        auto& [likeness, link] = near[group_of[one.document]];
        likeness += one.likeness;
        link.nearest = std::max(link.nearest, one.likeness);
        ++link.links;
    }
    std::vector<std::tuple<float, std::uint32_t, GroupLink>> candidates;
    for (const auto& [group, found] : near) candidates.emplace_back(-found.first, group, found.second);
    std::sort(candidates.begin(), candidates.end(), [](const auto& one, const auto& other) {
        return std::tie(std::get<0>(one), std::get<1>(one)) < std::tie(std::get<0>(other), std::get<1>(other));
    });
    if (candidates.size() > kCandidates) candidates.resize(kCandidates);
    auto single = story::group_of(number, vector, documents[number].words, documents[number].day);
    index.add(vector);
    auto best = static_cast<std::uint32_t>(groups.size());
    float best_probability = kGrouping.joined;
    std::vector<GroupFeatures> compared;
    for (const auto& [likeness, group, link] : candidates)
        compared.push_back(compare(groups[group], single, link, cost.steps));
    for (std::size_t at = 0; at < compared.size(); ++at) {
        float rival = 0;
        for (std::size_t other = 0; other < compared.size(); ++other) {
            if (other != at) rival = std::max(rival, mean_likeness(compared[other]));
        }
        set_rivals(compared[at], 0, rival);
        const float probability = model->probability(compared[at]);
        if (probability <= best_probability) continue;
        best_probability = probability;
        best = std::get<1>(candidates[at]);
    }
    if (best == groups.size()) {
        groups.push_back(std::move(single));
        numbers.push_back(next_number++);
    } else {
        groups[best] = join(std::move(groups[best]), single);
    }
    return best;
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
    auto& state = *state_;
    const auto number = static_cast<std::uint32_t>(state.documents.size());
    const auto profile = make_profile(document.title, document.words, document.published);
    state.documents.push_back({state.space.count(profile), profile.words, profile.day});
    state.group_of.push_back(state.place(number));
    if (state.documents.size() >= std::max(kFirstBatch, state.balanced * 2)) state.rebalance();
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
