#include "story/origins/shared_origin.hpp"

#include <algorithm>
#include <utility>

namespace axray::story {
namespace {

// The sentences that `place` touches, from the first to the last, as one span; `place` itself where there is none.
Span sentences_around(const language::AnnotatedText& text, Span place) {
    const auto& sentences = text.sentences;
    auto at = std::partition_point(sentences.begin(), sentences.end(),
                                   [&](const language::Sentence& one) { return one.span.end <= place.begin; });
    auto around = place;
    for (; at != sentences.end() && at->span.begin < std::max(place.end, place.begin + 1); ++at) {
        around.begin = std::min(around.begin, at->span.begin);
        around.end = std::max(around.end, at->span.end);
    }
    return around;
}

void sort_unique(std::vector<std::uint32_t>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

// Of two ascending lists.
bool have_common(const std::vector<std::uint32_t>& one, const std::vector<std::uint32_t>& other) {
    return std::any_of(one.begin(), one.end(),
                       [&](std::uint32_t number) { return std::binary_search(other.begin(), other.end(), number); });
}

bool by_reports(const SharedPassage& left, const SharedPassage& right) {
    return std::pair(left.first.source, left.second.source) < std::pair(right.first.source, right.second.source);
}

}  // namespace

SharedOrigins::SharedOrigins(const StoryTexts& texts, const Origins& origins)
    : origins_(origins), credits_(texts.size()) {
    for (const auto& one : origins.acknowledgements) {
        if (one.place.source >= credits_.size()) continue;
        auto& report = credits_[one.place.source];
        if (origins.origins[one.origin].kind == OriginKind::agency) report.agencies.push_back(one.origin);
        if (one.scope == AcknowledgementScope::whole_report) {
            report.whole_report.push_back(one.origin);
        } else {
            const auto around = sentences_around(texts.report(one.place.source).words, one.place.span);
            report.sentences.push_back({around, one.origin});
        }
    }
    for (auto& report : credits_) sort_unique(report.agencies);
}

bool SharedOrigins::in_one_passage(SourceSpan one, SourceSpan other) const {
    if (one.source > other.source) std::swap(one, other);
    SharedPassage wanted;
    wanted.first.source = one.source;
    wanted.second.source = other.source;
    const auto [begin, end] = std::equal_range(origins_.passages.begin(), origins_.passages.end(), wanted, by_reports);
    return std::any_of(begin, end, [&](const SharedPassage& passage) {
        return passage.first.span.overlaps(one.span) && passage.second.span.overlaps(other.span);
    });
}

std::vector<std::uint32_t> SharedOrigins::acknowledged_at(SourceSpan place) const {
    if (place.source >= credits_.size()) return {};
    const auto& report = credits_[place.source];
    auto found = report.whole_report;
    for (const auto& one : report.sentences) {
        if (one.sentence.overlaps(place.span)) found.push_back(one.origin);
    }
    sort_unique(found);
    return found;
}

bool SharedOrigins::share(SourceSpan one, SourceSpan other) const {
    if (one.source == other.source) return true;
    const auto& groups = origins_.groups;
    if (std::max(one.source, other.source) < groups.size() && groups[one.source] == groups[other.source]) return true;
    if (in_one_passage(one, other) || name_one_agency(one.source, other.source)) return true;
    return have_common(acknowledged_at(one), acknowledged_at(other));
}

bool SharedOrigins::name_one_agency(std::uint32_t one, std::uint32_t other) const {
    return std::max(one, other) < credits_.size() && have_common(credits_[one].agencies, credits_[other].agencies);
}

}  // namespace axray::story
