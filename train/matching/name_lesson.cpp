#include "name_lesson.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>

#include "base/model_file.hpp"

namespace axray::train {
namespace {

using matching::MatchFeature;
using matching::MatchFeatures;

constexpr std::size_t kCandidates = 80;
constexpr std::size_t kOthersOfMade = 7;  // nearest names of others that teach, of a made question
constexpr std::size_t kOthersOfLabelled = 12;
constexpr float kLeastAlias = 0.5F;  // an alias that shares less with all other names teaches nothing
constexpr float kWeightOfOthers = 0.6F;

float at(const MatchFeatures& features, MatchFeature feature) { return features[static_cast<std::size_t>(feature)]; }

// A first guess, by which the nearest are chosen.
float guess(const MatchFeatures& features) {
    return 0.4F * at(features, MatchFeature::share_query) + 0.3F * at(features, MatchFeature::share_listed) +
           0.3F * at(features, MatchFeature::sorted_letters);
}

struct Best {
    float guess = -1;
    MatchFeatures features{};
    matching::Bounds bounds;
};

}  // namespace

matching::NameIndex index_of(const Register& names, const std::string& folder) {
    matching::NameIndexBuilder builder;
    // The number of the name in the register is told in the two parts of a place.
    for (std::size_t number = 0; number < names.names.size(); ++number) {
        builder.add(names.names[number].prepared,
                    {names.names[number].entity, static_cast<std::uint16_t>(number & 0xFFFFU),
                     static_cast<std::uint16_t>(number >> 16U)});
    }
    const std::string path = folder + "/names.index";
    const auto written =
        base::write_model_file(path, matching::kNameIndexKind, matching::kNameIndexVersion, builder.finish());
    auto opened = matching::NameIndex::open(path);
    if (!written || !opened) {
        std::cerr << "cannot use " << path << '\n';
        std::exit(4);
    }
    return std::move(*opened);
}

std::vector<NameExample> examples_of(const std::vector<LabelledPair>& pairs, const matching::WordTable& words) {
    std::vector<NameExample> examples;
    for (std::size_t number = 0; number < pairs.size(); ++number) {
        const LabelledPair& pair = pairs[number];
        NameExample example;
        const matching::Alignment alignment = matching::align(pair.query, pair.listed, words);
        example.features = features_of(alignment);
        example.bounds = bounds_of(alignment);
        example.label = pair.label;
        example.weight = pair.weight;
        example.fold = pair.fold;
        example.question = static_cast<std::uint32_t>(number);
        examples.push_back(example);
    }
    return examples;
}

std::vector<NameExample> examples_of(const std::vector<Question>& questions, const Register& names,
                                     const matching::NameIndex& index, const matching::WordTable& words) {
    std::vector<NameExample> examples;
    matching::IndexScratch scratch;
    for (std::size_t number = 0; number < questions.size(); ++number) {
        const Question& question = questions[number];
        std::map<std::uint32_t, Best> best_of;  // by entity
        for (const auto& candidate : index.candidates(question.query, kCandidates, {}, scratch)) {
            const matching::NamePlace place = index.place(candidate.name);
            const ListedName& listed = names.names[place.name + (std::size_t{place.group} << 16U)];
            if (!question.left_out.empty() && listed.text == question.left_out) continue;
            const matching::Alignment alignment = matching::align(question.query, listed.prepared, words);
            const MatchFeatures features = features_of(alignment);
            Best& best = best_of[listed.entity];
            if (const float value = guess(features); value > best.guess) best = {value, features, bounds_of(alignment)};
        }
        std::vector<std::pair<float, std::uint32_t>> order;
        order.reserve(best_of.size());
        for (const auto& [entity, best] : best_of) order.emplace_back(-best.guess, entity);
        std::sort(order.begin(), order.end());
        std::size_t others = 0;
        for (const auto& [negative, entity] : order) {
            const bool right = std::find(question.expected.begin(), question.expected.end(), names.entities[entity]) !=
                               question.expected.end();
            if (right && question.source == "alias" && -negative < kLeastAlias) continue;
            const std::size_t most = question.labelled ? kOthersOfLabelled : kOthersOfMade;
            const bool teaches = right || others++ < most;
            if (!teaches && !question.labelled) break;
            examples.push_back({best_of[entity].features, best_of[entity].bounds, right ? 1.0F : 0.0F,
                                question.weight * (right ? 1.0F : kWeightOfOthers), question.fold,
                                static_cast<std::uint32_t>(number), entity, teaches});
        }
    }
    return examples;
}

}  // namespace axray::train
