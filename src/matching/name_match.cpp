#include "matching/name_match.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "base/boosted_trees.hpp"
#include "matching/calibration_curve.hpp"
#include "matching/match_features.hpp"
#include "matching/word_alignment.hpp"
#include "matching/word_spelling.hpp"
#include "matching/word_table.hpp"

namespace axray::matching {
namespace {

constexpr std::string_view kTreesKind = "name_trees";

// Of names that come from a store without spellings.
bool lacks_spellings(const PreparedName& name) {
    return std::any_of(name.words.begin(), name.words.end(),
                       [](const NameWord& word) { return word.spelling.empty(); });
}

PreparedName with_spellings(PreparedName name) {
    for (NameWord& word : name.words) word.spelling = spelling_of(word.text);
    return name;
}

std::vector<std::uint32_t> positions(std::size_t first, std::size_t count) {
    std::vector<std::uint32_t> made(count);
    std::iota(made.begin(), made.end(), static_cast<std::uint32_t>(first));
    return made;
}

std::vector<std::uint32_t> left_of(const WeighedName& name) {
    std::vector<std::uint32_t> left;
    for (std::size_t at = 0; at < name.words.size(); ++at) {
        if (name.words[at].group == 0) left.push_back(static_cast<std::uint32_t>(at));
    }
    return left;
}

}  // namespace

struct NameMatcher::Models {
    WordTable words;
    base::BoostedTrees trees;
    CalibrationCurve curve;

    [[nodiscard]] double judge(const Alignment& alignment) const {
        if (alignment.meetings.empty()) return 0;
        const MatchFeatures features = features_of(alignment);
        return static_cast<double>(bounds_of(alignment).apply(curve.apply(margin(features))));
    }

    // Log odds. BoostedTrees::probability would round them away near 1.
    [[nodiscard]] float margin(const MatchFeatures& features) const {
        float sum = trees.base_margin();
        const auto nodes = trees.nodes();
        for (const std::uint32_t root : trees.roots()) {
            std::uint32_t at = root;
            while (nodes[at].feature != base::TreeNode::kLeaf) {
                at = features[nodes[at].feature] < nodes[at].threshold ? nodes[at].left : nodes[at].right;
            }
            sum += nodes[at].threshold;
        }
        return sum;
    }
};

Result<NameMatcher> NameMatcher::open(const std::string& models_folder) {
    auto words = WordTable::open(models_folder + "/name_rarity.bin");
    if (!words) return fail(words.error());
    auto names = language::NameWords::open(models_folder + "/name_words.bin");
    if (!names) return fail(names.error());
    words->use_names(*std::move(names));
    auto trees = base::BoostedTrees::open(models_folder + "/name_trees.bin", kTreesKind, kMatchFeatures);
    if (!trees) return fail(trees.error());
    auto curve = CalibrationCurve::open(models_folder + "/name_curve.bin");
    if (!curve) return fail(curve.error());
    return NameMatcher(std::make_unique<Models>(Models{std::move(*words), std::move(*trees), std::move(*curve)}));
}

NameMatcher::NameMatcher(std::unique_ptr<Models> models) : models_(std::move(models)) {}
NameMatcher::NameMatcher(NameMatcher&&) noexcept = default;
NameMatcher& NameMatcher::operator=(NameMatcher&&) noexcept = default;
NameMatcher::~NameMatcher() = default;

NameMatch NameMatcher::match(const PreparedName& query, const PreparedName& listed) const {
    if (lacks_spellings(query)) return match(with_spellings(query), listed);
    if (lacks_spellings(listed)) return match(query, with_spellings(listed));
    const Alignment alignment = align(query, listed, models_->words);
    NameMatch made;
    made.probability = models_->judge(alignment);
    for (const Meeting& meeting : alignment.meetings) {
        made.pairs.push_back({positions(meeting.query_first, meeting.query_count),
                              positions(meeting.listed_first, meeting.listed_count), meeting.how, meeting.similarity});
    }
    made.query_left = left_of(alignment.query);
    made.listed_left = left_of(alignment.listed);
    return made;
}

double NameMatcher::probability(const PreparedName& query, const PreparedName& listed) const {
    if (lacks_spellings(query)) return probability(with_spellings(query), listed);
    if (lacks_spellings(listed)) return probability(query, with_spellings(listed));
    return models_->judge(align(query, listed, models_->words));
}

float NameMatcher::weight(std::string_view word) const { return models_->words.find(spelling_of(word)).weight; }

}  // namespace axray::matching
