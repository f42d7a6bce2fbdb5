#include "story/stream/story_group.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "story/stream/term_space.hpp"

namespace axray::story {
namespace {

float inner_likeness(const StoryGroup& group) {
    const float pairs = group.size() * (group.size() - 1);
    return pairs <= 0 ? kMissing : (group.square() - group.own) / pairs;
}

float share_of(float likeness, float inner) { return inner <= 0 ? kMissing : std::min(likeness / inner, 10.0F); }

float cosine(float product, float one_square, float other_square) {
    const float lengths = one_square * other_square;
    return lengths <= 0 ? kMissing : product / std::sqrt(lengths);
}

float class_cosine(const Overlap& both, const StoryGroup& one, const StoryGroup& other, TermClass which) {
    const auto at = static_cast<std::size_t>(which);
    return cosine(both.by_class[at], one.squares[at], other.squares[at]);
}

double middle_arrival(const StoryGroup& group) { return group.arrivals / double{group.size()}; }

double arrival_variance(const StoryGroup& group) {
    const double middle = middle_arrival(group);
    return std::max(0.0, group.arrival_squares / double{group.size()} - middle * middle);
}

double middle(const StoryGroup& group) { return static_cast<double>(group.days) / group.dated; }

}  // namespace

StoryGroup group_of(std::uint32_t document, const SparseVector& vector, float words, std::int64_t day) {
    StoryGroup group;
    group.sum = vector;
    group.squares = squares(vector);
    group.own = group.square();
    group.words = words;
    group.arrivals = document;
    group.arrival_squares = group.arrivals * group.arrivals;
    if (day != DocumentProfile::kNoDay) {
        group.first_day = group.last_day = group.days = day;
        group.dated = 1;
    }
    group.members = {document};
    return group;
}

StoryGroup join(StoryGroup one, const StoryGroup& other) {
    one.sum = sum(one.sum, other.sum);
    one.squares = squares(one.sum);
    one.own += other.own;
    one.arrivals += other.arrivals;
    one.arrival_squares += other.arrival_squares;
    one.words += other.words;
    if (other.dated != 0) {
        one.first_day = one.dated == 0 ? other.first_day : std::min(one.first_day, other.first_day);
        one.last_day = one.dated == 0 ? other.last_day : std::max(one.last_day, other.last_day);
        one.days += other.days;
        one.dated += other.dated;
    }
    one.members.insert(one.members.end(), other.members.begin(), other.members.end());
    return one;
}

bool is_larger(const StoryGroup& one, const StoryGroup& other) {
    if (one.members.size() != other.members.size()) return one.members.size() > other.members.size();
    return one.members.front() < other.members.front();
}

GroupFeatures compare(const StoryGroup& one, const StoryGroup& other, const GroupLink& link, const ArrivalGaps& gaps,
                      std::uint64_t& steps) {
    const bool in_order = one.members.size() != other.members.size() ? one.members.size() > other.members.size()
                                                                     : one.members.front() < other.members.front();
    const StoryGroup& large = in_order ? one : other;
    const StoryGroup& small = in_order ? other : one;
    const auto both = overlap(large.sum, small.sum);
    steps += both.steps;
    GroupFeatures features{};
    const auto set = [&](GroupFeature which, float value) { features[static_cast<std::size_t>(which)] = value; };
    const float product = both.product();
    const float mean = product / (large.size() * small.size());
    const float part = product > 0 ? 1 / product : 0;
    set(GroupFeature::mean_likeness, mean);
    set(GroupFeature::centre_likeness, std::max(0.0F, cosine(product, large.square(), small.square())));
    set(GroupFeature::inner_large, inner_likeness(large));
    set(GroupFeature::inner_small, inner_likeness(small));
    set(GroupFeature::of_inner_large, share_of(mean, inner_likeness(large)));
    set(GroupFeature::of_inner_small, share_of(mean, inner_likeness(small)));
    set(GroupFeature::nearest, link.nearest);
    set(GroupFeature::links, static_cast<float>(link.links) / small.size());
    set(GroupFeature::size_large, std::log(large.size()));
    set(GroupFeature::size_small, std::log(small.size()));
    const auto words = std::minmax({std::log1p(large.words / large.size()), std::log1p(small.words / small.size())});
    set(GroupFeature::words_more, words.second);
    set(GroupFeature::words_fewer, words.first);
    set(GroupFeature::names, class_cosine(both, large, small, TermClass::name));
    set(GroupFeature::numbers, class_cosine(both, large, small, TermClass::number));
    set(GroupFeature::pairs, both.by_class[static_cast<std::size_t>(TermClass::pair)] * part);
    set(GroupFeature::highest, both.highest[0] * part);
    set(GroupFeature::second, both.highest[1] * part);
    const bool dated = large.dated != 0 && small.dated != 0;
    set(GroupFeature::days_between,
        dated ? static_cast<float>(std::log1p(std::abs(middle(large) - middle(small)))) : kMissing);
    const auto gap = std::max(large.first_day, small.first_day) - std::min(large.last_day, small.last_day);
    set(GroupFeature::days_apart, dated ? std::log1p(static_cast<float>(std::max<std::int64_t>(0, gap))) : kMissing);
    const double arrival = std::abs(middle_arrival(large) - middle_arrival(small));
    const double spread = arrival_variance(large) + arrival_variance(small);
    set(GroupFeature::arrival_pairs, dated ? 0 : gaps.log_odds(std::sqrt(arrival * arrival + spread)));
    set(GroupFeature::arrival_middles, dated ? 0 : gaps.log_odds(arrival));
    set(GroupFeature::arrival_apart,
        dated ? kMissing : static_cast<float>(std::log1p(arrival / std::sqrt(spread + 1))));
    return features;
}

void set_rivals(GroupFeatures& features, float large, float small) {
    const float mean = mean_likeness(features);
    const auto share = [mean](float rival) { return mean + rival <= 0 ? 0.5F : mean / (mean + rival); };
    features[static_cast<std::size_t>(GroupFeature::rival_large)] = share(large);
    features[static_cast<std::size_t>(GroupFeature::rival_small)] = share(small);
}

}  // namespace axray::story
