#include "story/timeline/timeline.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

#include "story/timeline/corrections.hpp"
#include "story/timeline/event_dates.hpp"

namespace axray::story {
namespace {

// Orders reports by their day of publication, those without one last, then by arrival.
std::int64_t order_of(const StoryTexts& texts, std::uint32_t report) {
    const base::Day day = texts.report(report).published;
    return day.year == 0 ? std::numeric_limits<std::int64_t>::max() : base::day_number(day);
}

bool published_before(const StoryTexts& texts, std::uint32_t one, std::uint32_t other) {
    return std::tuple(order_of(texts, one), one) < std::tuple(order_of(texts, other), other);
}

std::vector<std::uint32_t> reporters_of(const StoryTexts& texts, const Fact& fact) {
    std::vector<std::uint32_t> reports;
    for (const FactMention& mention : fact.mentions) reports.push_back(mention.report);
    std::sort(reports.begin(), reports.end(),
              [&](std::uint32_t one, std::uint32_t other) { return published_before(texts, one, other); });
    reports.erase(std::unique(reports.begin(), reports.end()), reports.end());
    return reports;
}

bool lies_within(const TimelineEntry& inner, const TimelineEntry& outer) {
    return outer.begin <= inner.begin && inner.end <= outer.end;
}

// "25 March" takes in "in March" of the same fact.
void merge_dates(std::vector<TimelineEntry>& entries) {
    for (std::size_t one = 0; one < entries.size(); ++one) {
        for (std::size_t other = 0; other < entries.size(); ++other) {
            if (one == other || !lies_within(entries[one], entries[other])) continue;
            auto& into = entries[one].dated_by;
            const auto& from = entries[other].dated_by;
            into.insert(into.end(), from.begin(), from.end());
            entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(other));
            if (other < one) --one;
            --other;
        }
    }
}

std::vector<TimelineEntry> entries_of(const StoryTexts& texts, const Fact& fact, std::uint32_t number,
                                      const StoryDays& story) {
    constexpr std::size_t kMostDates = 8;  // of one fact
    std::vector<TimelineEntry> entries;
    for (std::uint32_t mention = 0; mention < fact.mentions.size(); ++mention) {
        const auto& one = fact.mentions[mention];
        if (one.report >= texts.size()) continue;
        const auto date = event_date(texts.report(one.report), one, story);
        if (!date) continue;
        auto same = std::find_if(entries.begin(), entries.end(), [&](const TimelineEntry& entry) {
            return entry.begin == date->begin && entry.end == date->end;
        });
        if (same == entries.end()) {
            if (entries.size() == kMostDates) continue;
            entries.push_back({number, date->begin, date->end, date->value, {}, {}});
            same = std::prev(entries.end());
        }
        same->dated_by.push_back({mention, date->date});
    }
    merge_dates(entries);
    for (TimelineEntry& entry : entries) {
        std::stable_sort(entry.dated_by.begin(), entry.dated_by.end(),
                         [&](const TimelineMention& left, const TimelineMention& right) {
                             return published_before(texts, fact.mentions[left.mention].report,
                                                     fact.mentions[right.mention].report);
                         });
        entry.reported_by = reporters_of(texts, fact);
    }
    return entries;
}

}  // namespace

Timeline make_timeline(const StoryTexts& texts, const std::vector<Fact>& facts,
                       const std::vector<Conflict>& conflicts) {
    Timeline timeline;
    const StoryDays story = days_of(texts);
    for (std::uint32_t number = 0; number < facts.size(); ++number) {
        for (TimelineEntry& entry : entries_of(texts, facts[number], number, story)) {
            timeline.entries.push_back(std::move(entry));
        }
    }
    std::stable_sort(timeline.entries.begin(), timeline.entries.end(),
                     [](const TimelineEntry& left, const TimelineEntry& right) {
                         return std::tie(left.begin, left.end) < std::tie(right.begin, right.end);
                     });
    timeline.corrections = find_corrections(texts, facts, conflicts);
    return timeline;
}

void mark_corrections(const std::vector<Correction>& corrections, std::vector<Fact>& facts) {
    for (const Correction& correction : corrections) {
        if (correction.earlier.fact >= facts.size()) continue;
        auto& flags = facts[correction.earlier.fact].flags;
        if (std::find(flags.begin(), flags.end(), FactFlag::corrected) == flags.end()) {
            flags.push_back(FactFlag::corrected);
        }
    }
}

}  // namespace axray::story
