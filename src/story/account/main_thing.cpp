#include "story/account/main_thing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "trace/claim_words.hpp"

namespace axray::story {
namespace {

constexpr double kTitle = 1;
constexpr std::array<double, 4> kOpening = {1, 0.6, 0.4, 0.25};  // by the sentences of paragraphs, from the first
constexpr std::size_t kMainWords = 14;                           // as many as the sentence that tells it may have
constexpr double kEachDayBefore = 0.8;  // what a report weighs for each day that it came before the last
constexpr double kLeastForDay = 0.4;
constexpr std::int64_t kMostDays = 30;  // of which that is asked

// The last day on which a report was published, as a number; 0 when none is known.
std::int64_t last_day(const StoryTexts& texts) {
    std::int64_t last = 0;
    for (const auto& report : texts.reports()) {
        if (report.published.year != 0) last = std::max(last, base::day_number(report.published));
    }
    return last;
}

double weight_of_day(const ReportText& report, std::int64_t last) {
    if (report.published.year == 0) return 1;
    const auto days = std::min(last - base::day_number(report.published), kMostDays);
    return std::max(kLeastForDay, std::pow(kEachDayBefore, static_cast<double>(days)));
}

struct FrontWord {
    double place = 0;  // 0..1, how far in front
    float weight = 0;
};

std::map<std::uint64_t, FrontWord> words_in_front(const ReportText& report, const trace::WordWeights& weights) {
    std::map<std::uint64_t, FrontWord> front;
    const auto& text = report.words;
    std::size_t opening = 0;
    for (const auto& sentence : text.sentences) {
        const auto kind = report.document->blocks[sentence.block].kind;
        const bool title = kind == BlockKind::title;
        if (!title && kind != BlockKind::paragraph) continue;
        if (!title && opening >= kOpening.size()) break;
        const double place = title ? kTitle : kOpening[opening++];
        const language::TokenSpan range[] = {sentence.tokens};
        for (const auto& word : trace::collect_claim_words(text, range, weights).words) {
            auto& known = front[text.tokens.stem[word.token]];
            known.place = std::max(known.place, place);
            known.weight = std::max(known.weight, word.weight);
        }
    }
    return front;
}

}  // namespace

MainThing::MainThing(const StoryTexts& texts, const Origins& origins, const trace::WordWeights& weights) {
    std::map<std::uint32_t, std::size_t> of_group;
    for (const auto group : origins.groups) ++of_group[group];
    const auto last = last_day(texts);
    double total = 0;
    for (std::uint32_t number = 0; number < texts.size(); ++number) {
        const auto& report = texts.report(number);
        auto weight = recency_.emplace_back(weight_of_day(report, last));
        if (number < origins.groups.size()) weight /= std::sqrt(static_cast<double>(of_group[origins.groups[number]]));
        total += weight;
        for (const auto& [stem, word] : words_in_front(report, weights)) {
            shares_[stem] += weight * word.place;
            weights_[stem] = std::max(weights_[stem], word.weight);
        }
    }
    std::vector<double> heavy;
    for (auto& [stem, share] : shares_) {
        share /= std::max(total, 1e-9);
        heavy.push_back(share * static_cast<double>(weights_[stem]));
    }
    std::sort(heavy.begin(), heavy.end(), std::greater<>());
    for (std::size_t word = 0; word < std::min(heavy.size(), kMainWords); ++word) heaviest_ += heavy[word];
}

double MainThing::told_by(const CheckedText& text) const {
    double told = 0;
    double all = 0;
    for (std::size_t word = 0; word < text.stems.size(); ++word) {
        const auto weight = static_cast<double>(text.weights[word]);
        all += weight;
        const auto found = shares_.find(text.stems[word]);
        if (found != shares_.end()) told += found->second * weight;
    }
    if (heaviest_ <= 0 || all <= 0) return 0;
    const auto recall = std::min(1.0, told / heaviest_);
    const auto precision = std::min(1.0, told / all);
    return recall + precision > 0 ? (2 * recall + precision) / 3 : 0;
}

}  // namespace axray::story
