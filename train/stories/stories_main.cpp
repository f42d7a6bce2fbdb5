// Teaches the sorting of streams when two groups of documents are one story: axray_train_stories MODELS DATA OUTPUT
//
// MODELS holds word_weights.bin and wordnet.bin, DATA streams whose stories are known, OUTPUT is the model file. Learns
// from the comparisons that the grouping really makes, those of models that have not seen the stories in question, in
// several rounds (Ross et al. 2011); prints scores of models that have not seen the stories.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <string>

#include "../attribution/booster.hpp"
#include "../attribution/program.hpp"
#include "base/model_file.hpp"
#include "labelled_streams.hpp"
#include "story/stream/story_stream.hpp"

namespace axray::train {
namespace {

using story::GroupFeature;
using story::GroupFeatures;
using story::kGroupFeatures;
using story::StoryGroup;

constexpr std::uint32_t kAll = kFolds;  // a model that has seen every fold
constexpr int kRounds = 1;              // of practice
// What the comparisons of a stream weigh in all.
constexpr double kStreamWeight = 3000;
constexpr double kVariantWeight = 1000;

// A model with its bytes.
struct Taught {
    std::string file;
    std::unique_ptr<story::StreamModel> model;
};

std::unique_ptr<Taught> taught(const std::string& models, const std::string& payload) {
    auto made = std::make_unique<Taught>();
    made->file = base::make_model_file(story::kStoriesKind, base::kBoostedTreesVersion, payload);
    auto file = value_or_exit(
        base::ModelFile::in_memory(made->file, "stories", story::kStoriesKind, base::kBoostedTreesVersion));
    auto trees = value_or_exit(base::BoostedTrees::of(std::move(file), "stories", kGroupFeatures));
    made->model = std::make_unique<story::StreamModel>(
        value_or_exit(trace::WordWeights::open(models + "/word_weights.bin")), std::move(trees));
    return made;
}

// Tells what is alike in the mean by `least` or more from other pairs, not surely enough that anything is joined: the
// first comparisons are those of single documents.
std::string first_rule(float least) {
    const std::array<base::TreeNode, 3> nodes{base::TreeNode{0, least, 1, 2}, base::TreeNode::leaf(-0.5F, 1),
                                              base::TreeNode::leaf(0.5F, 1)};
    const std::array<std::uint32_t, 1> roots{0};
    return base::make_boosted_trees(kGroupFeatures, 0, roots, nodes);
}

struct Example {
    GroupFeatures features{};
    float label = 0;
    float weight = 1;
    std::uint32_t one_fold = 0;
    std::uint32_t other_fold = 0;
    std::uint32_t stream = 0;
};

using Stories = std::map<std::uint32_t, float>;  // story -> share of the group

Stories stories_of(const LabelledStream& stream, const StoryGroup& group) {
    Stories shares;
    for (const auto member : group.members) shares[stream.stories[member]] += 1 / group.size();
    return shares;
}

std::uint32_t main_document(const LabelledStream& stream, const StoryGroup& group, const Stories& shares) {
    const auto most = std::max_element(shares.begin(), shares.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    for (const auto member : group.members) {
        if (stream.stories[member] == most->first) return member;
    }
    return group.members.front();
}

// The comparisons of one run over a stream; of those with stories of `fold` alone when it is one.
void gather(const LabelledStream& stream, std::uint32_t number, const story::StreamModel& model, std::uint32_t fold,
            std::vector<Example>& examples) {
    const std::uint64_t stride = 1 + stream.documents.size() / 100;
    std::uint64_t count = 0;
    const auto watch = [&](const StoryGroup& one, const StoryGroup& other, const GroupFeatures& features) {
        if (count++ % stride != 0) return;
        const auto one_stories = stories_of(stream, one);
        const auto other_stories = stories_of(stream, other);
        Example example;
        example.features = features;
        float same = 0;
        for (const auto& [story, share] : one_stories) {
            const auto found = other_stories.find(story);
            if (found != other_stories.end()) same += share * found->second;
        }
        example.label = same > 0.5F ? 1 : 0;
        example.weight = std::pow(std::min(one.size(), other.size()), 0.75F);
        example.one_fold = stream.folds[main_document(stream, one, one_stories)];
        example.other_fold = stream.folds[main_document(stream, other, other_stories)];
        example.stream = number;
        if (fold == kAll || example.one_fold == fold || example.other_fold == fold) examples.push_back(example);
    };
    (void)story::group_documents(model, stream.space, stream.documents, {}, watch);
}

void balance(std::vector<Example>& examples, const std::vector<LabelledStream>& streams) {
    std::vector<std::array<double, 2>> sums(streams.size(), {0, 0});
    for (const auto& example : examples) sums[example.stream][example.label > 0.5F ? 1 : 0] += example.weight;
    for (auto& example : examples) {
        const auto& sum = sums[example.stream];
        const double wanted = streams[example.stream].scored ? kStreamWeight : kVariantWeight;
        example.weight *= static_cast<float>(wanted / (example.label > 0.5F ? sum[1] : sum[0]));
    }
}

BoosterOptions options() {
    BoosterOptions made;
    made.rounds = 150;
    made.depth = 3;
    made.learning_rate = 0.08;
    made.least_child_weight = 40;
    made.leaf_penalty = 10;
    made.monotone.assign(kGroupFeatures, 0);
    for (const auto feature : {GroupFeature::mean_likeness, GroupFeature::centre_likeness, GroupFeature::of_inner_large,
                               GroupFeature::of_inner_small, GroupFeature::nearest, GroupFeature::links,
                               GroupFeature::names, GroupFeature::numbers, GroupFeature::rival_large,
                               GroupFeature::rival_small, GroupFeature::arrival_pairs, GroupFeature::arrival_middles})
        made.monotone[static_cast<std::size_t>(feature)] = 1;
    for (const auto feature : {GroupFeature::days_between, GroupFeature::days_apart})
        made.monotone[static_cast<std::size_t>(feature)] = -1;
    return made;
}

template <typename Seen>
std::unique_ptr<Booster> grow(const std::vector<Example>& examples, const Seen& seen) {
    Rows rows;
    rows.columns = kGroupFeatures;
    for (const auto& example : examples) {
        if (seen(example)) rows.add(example.features, example.label, example.weight);
    }
    return std::make_unique<Booster>(rows, options());
}

struct Score {
    double precision = 0;
    double recall = 0;
    double documents = 0;
    double found = 0;  // stories
    double known = 0;
    [[nodiscard]] double f1() const { return 2 * precision * recall / (precision + recall) / documents; }
};

// BCubed over the documents of one fold, or of all.
void add_score(const LabelledStream& stream, const std::vector<StoryGroup>& groups, std::uint32_t fold, Score& score) {
    std::map<std::uint32_t, double> sizes;
    for (const auto story : stream.stories) ++sizes[story];
    std::set<std::uint32_t> known;
    for (const auto& group : groups) {
        std::map<std::uint32_t, double> parts;
        double inside = 0;
        for (const auto member : group.members) {
            ++parts[stream.stories[member]];
            inside += fold == kAll || stream.folds[member] == fold ? 1 : 0;
        }
        score.found += inside / static_cast<double>(group.members.size());
        for (const auto member : group.members) {
            if (fold != kAll && stream.folds[member] != fold) continue;
            const auto story = stream.stories[member];
            known.insert(story);
            score.precision += parts[story] / group.size();
            score.recall += parts[story] / sizes[story];
            score.documents += 1;
        }
    }
    score.known += static_cast<double>(known.size());
}

void print_score(const std::string& name, const Score& score) {
    std::printf("%-44s F1 %.4f  P %.4f  R %.4f  %.0f of %.0f stories\n", name.c_str(), score.f1(),
                score.precision / score.documents, score.recall / score.documents, score.found, score.known);
}

class Lesson {
public:
    Lesson(std::string models, std::vector<LabelledStream> streams)
        : models_(std::move(models)), streams_(std::move(streams)) {
        for (const float least : {0.06F, 0.14F}) {
            const auto rule = taught(models_, first_rule(least));
            for (std::uint32_t number = 0; number < streams_.size(); ++number)
                gather(streams_[number], number, *rule->model, kAll, examples_);
        }
    }

    // Models by the fold that they have not seen, the last has seen all.
    void learn() {
        auto balanced = examples_;
        balance(balanced, streams_);
        boosters_.clear();
        for (std::uint32_t fold = 0; fold <= kFolds; ++fold) {
            boosters_.push_back(grow(balanced, [fold](const Example& example) {
                return example.one_fold != fold && example.other_fold != fold;
            }));
        }
    }

    // Adds the comparisons that each of the models makes with stories that it has not seen.
    void practise() {
        for (std::uint32_t fold = 0; fold < kFolds; ++fold) {
            const auto model = model_of(*boosters_[fold]);
            for (std::uint32_t number = 0; number < streams_.size(); ++number)
                gather(streams_[number], number, *model->model, fold, examples_);
        }
    }

    void score() const {
        std::array<std::unique_ptr<Taught>, kFolds> models;
        for (std::uint32_t fold = 0; fold < kFolds; ++fold) models[fold] = model_of(*boosters_[fold]);
        std::printf("%zu comparisons; scores of models that have not seen the stories:\n", examples_.size());
        for (const auto& stream : streams_) {
            Score score;
            for (std::uint32_t fold = 0; fold < kFolds; ++fold)
                add_score(stream, grouped(stream, *models[fold]), fold, score);
            print_score(stream.name, score);
        }
        std::printf("as given when they come, before anything is re-balanced:\n");
        for (const auto& stream : streams_) {
            if (!stream.scored) continue;
            Score score;
            for (std::uint32_t fold = 0; fold < kFolds; ++fold)
                add_score(stream, given_on_arrival(stream, *models[fold]), fold, score);
            print_score(stream.name, score);
        }
    }

    // What is to be expected of streams that are like none of these.
    void score_other_sets() const {
        std::printf("scores of models that have learnt from the other data sets alone:\n");
        auto balanced = examples_;
        balance(balanced, streams_);
        for (const auto& left_out : streams_) {
            if (!left_out.scored) continue;
            const auto model = model_of(
                *grow(balanced, [&](const Example& example) { return streams_[example.stream].set != left_out.set; }));
            for (const auto& stream : streams_) {
                if (stream.set != left_out.set || !stream.whole) continue;
                Score score;
                add_score(stream, grouped(stream, *model), kAll, score);
                print_score(stream.name, score);
            }
        }
    }

    void write(const std::string& path) const {
        std::printf("scores of the model that has seen all:\n");
        const auto model = model_of(*boosters_[kAll]);
        for (const auto& stream : streams_) {
            if (!stream.scored) continue;
            Score score;
            add_score(stream, grouped(stream, *model), kAll, score);
            print_score(stream.name, score);
        }
        (void)value_or_exit(base::write_model_file(path, story::kStoriesKind, base::kBoostedTreesVersion,
                                                   boosters_[kAll]->payload(kGroupFeatures, 0)));
    }

private:
    [[nodiscard]] std::unique_ptr<Taught> model_of(const Booster& booster) const {
        return taught(models_, booster.payload(kGroupFeatures, 0));
    }
    [[nodiscard]] static std::vector<StoryGroup> grouped(const LabelledStream& stream, const Taught& taught) {
        return story::group_documents(*taught.model, stream.space, stream.documents).groups;
    }
    [[nodiscard]] static std::vector<StoryGroup> given_on_arrival(const LabelledStream& stream, const Taught& taught) {
        story::StoryStream arriving(*taught.model);
        std::map<std::uint32_t, StoryGroup> groups;
        for (std::uint32_t document = 0; document < stream.profiles.size(); ++document)
            groups[arriving.add(stream.profiles[document])].members.push_back(document);
        std::vector<StoryGroup> given;
        for (auto& [number, group] : groups) given.push_back(std::move(group));
        return given;
    }

    std::string models_;
    std::vector<LabelledStream> streams_;
    std::vector<Example> examples_;
    std::vector<std::unique_ptr<Booster>> boosters_;
};

}  // namespace
}  // namespace axray::train

int main(int argc, char** argv) {
    using namespace axray::train;
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    if (argc != 4) {
        std::cerr << "use: axray_train_stories MODELS DATA OUTPUT\n";
        return 2;
    }
    const auto english = value_or_exit(axray::trace::WordWeights::open(std::string(argv[1]) + "/word_weights.bin"));
    Lesson lesson(argv[1], read_streams(argv[2], argv[1], english));
    for (int round = 0; round < kRounds; ++round) {
        lesson.learn();
        lesson.practise();
    }
    lesson.learn();
    lesson.score();
    lesson.score_other_sets();
    lesson.write(argv[3]);
    return 0;
}
