#include "story/timeline/publication_days.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "base/days.hpp"
#include "language/public_annotations.hpp"
#include "read/characters/ascii.hpp"

namespace axray::story {
namespace {

using base::Day;
using language::Date;

constexpr std::int64_t kDaysAround = 3;        // of a dated report, in which an undated one of its story is looked for
constexpr std::int64_t kLongBefore = 3 * 365;  // days before all others that make a day unbelievable
constexpr std::size_t kOthersToDoubt = 2;      // dated reports that it takes for that
constexpr int kFirstYear = 1900;               // a page that says less was given a default by a program
constexpr std::uint32_t kGap = 3;              // tokens between "Yesterday" and "Monday"
constexpr std::uint32_t kDatelineTokens = 14;  // in which the first sentence may name its place and day

// Days from publication to what "yesterday" and its like name.
std::optional<int> distance_of(std::string_view expression) {
    const std::string words = read::lower_ascii(expression);
    const auto has = [&words](std::string_view word) { return words.find(word) != std::string::npos; };
    if (has("day before") || has("day after")) return std::nullopt;
    if (has("yesterday") || has("last night")) return -1;
    if (has("today") || has("tonight") || has("this morning") || has("this afternoon") || has("this evening")) return 0;
    return has("tomorrow") ? std::optional<int>(1) : std::nullopt;
}

// What a text says of the day on which it was written.
struct Clue {
    int weekday = 0;  // 1 Monday .. 7 Sunday; 0 when it names the day
    int month = 0;
    int day = 0;
    int year = 0;  // 0 when it is not said
    std::string words;
};

int weekday_after(int weekday, int days) { return (weekday - 1 + days + 7) % 7 + 1; }

// "Yesterday, Monday", "on Monday, yesterday", "today (26 March)".
std::optional<Clue> clue_of(const Document& document, const Date& one, const Date& other) {
    const auto distance = distance_of(document.slice(one.span));
    if (!distance || other.type == language::DateType::set || other.type == language::DateType::duration) return {};
    const Span place{std::min(one.span.begin, other.span.begin), std::max(one.span.end, other.span.end)};
    Clue clue;
    clue.words = document.slice(place);
    if (other.day != 0 && other.month != 0 && *distance == 0) {
        clue.month = other.month;
        clue.day = other.day;
        clue.year = other.year;
    } else if (other.weekday != 0 && other.day == 0) {
        clue.weekday = weekday_after(other.weekday, -*distance);
    } else {
        return {};
    }
    return clue;
}

// "PORT ELLERY, March 26 (Agency) - ": the day stands before brackets or a dash.
std::optional<Clue> dateline_of(const Document& document, const language::AnnotatedText& words) {
    for (const language::Sentence& sentence : words.sentences) {
        if (sentence.block >= document.blocks.size() || document.blocks[sentence.block].kind != BlockKind::paragraph)
            continue;
        const std::uint32_t first = sentence.tokens.begin;
        for (const Date& date : words.dates) {
            if (date.tokens.begin <= first ||
                date.tokens.begin >= std::min(first + kDatelineTokens, sentence.tokens.end))
                continue;
            if (date.day == 0 || date.month == 0 || date.tokens.end >= words.tokens.size()) return {};
            const std::string_view next = document.slice(words.tokens.span[date.tokens.end]);
            const bool place = words.tokens.has(first, language::kCapitalised);
            const bool mark = next == "(" || next == "-" || next == "--" || next == "/" || next == "\xE2\x80\x93" ||
                              next == "\xE2\x80\x94";
            if (!place || !mark) return {};
            return Clue{0, date.month, date.day, date.year, std::string(document.slice(date.span))};
        }
        return {};
    }
    return {};
}

std::vector<Clue> clues_of(const Document& document, const language::AnnotatedText& words) {
    std::vector<Clue> clues;
    if (auto dateline = dateline_of(document, words)) clues.push_back(*std::move(dateline));
    for (std::size_t i = 0; i + 1 < words.dates.size(); ++i) {
        const Date& one = words.dates[i];
        const Date& next = words.dates[i + 1];
        if (next.tokens.begin < one.tokens.end || next.tokens.begin - one.tokens.end > kGap) continue;
        auto clue = clue_of(document, one, next);
        if (!clue) clue = clue_of(document, next, one);
        if (clue) clues.push_back(*std::move(clue));
    }
    return clues;
}

bool fits(const Clue& clue, Day day) {
    if (clue.weekday != 0) return base::weekday_of(base::day_number(day)) == clue.weekday;
    return clue.month == day.month && clue.day == day.day && (clue.year == 0 || clue.year == day.year);
}

// The one day near the dated reports that all clues fit; nothing where there is none, or more than one.
std::optional<Day> only_day(const std::vector<Clue>& clues, const std::vector<std::int64_t>& dated, Day today) {
    std::optional<Day> only;
    std::int64_t next = 0;  // the first day not looked at
    for (const std::int64_t around : dated) {
        for (std::int64_t number = std::max(next, around - kDaysAround); number <= around + kDaysAround; ++number) {
            const Day day = base::day_of_number(number);
            if (today.year != 0 && day > today) break;
            const bool all = std::all_of(clues.begin(), clues.end(), [&](const Clue& clue) { return fits(clue, day); });
            if (!all) continue;
            if (only) return std::nullopt;
            only = day;
        }
        next = std::max(next, around + kDaysAround + 1);
    }
    return only;
}

// Takes away days that cannot be right.
void doubt(std::vector<PublicationDay>& days, Day today) {
    const std::int64_t last = today.year == 0 ? 0 : base::day_number(today) + 1;  // it may be tomorrow elsewhere
    std::vector<std::int64_t> believed;
    for (PublicationDay& one : days) {
        if (!one.time.known()) continue;
        const bool future = today.year != 0 && base::day_number(one.time.day) > last;
        if (future || one.time.day.year < kFirstYear) {
            one.reason = "It calls " + base::written_day(one.time.day) + " its day of publication, which " +
                         (future ? "has not come yet." : "is too long ago for a report.");
            one.time = {};
            continue;
        }
        believed.push_back(base::day_number(one.time.day));
    }
    if (believed.size() <= kOthersToDoubt) return;
    std::sort(believed.begin(), believed.end());
    if (believed[1] - believed[0] <= kLongBefore) return;
    for (PublicationDay& one : days) {
        if (!one.time.known() || base::day_number(one.time.day) != believed[0]) continue;
        one.reason =
            "It calls " + base::written_day(one.time.day) + " its day of publication, years before all other reports.";
        one.time = {};
    }
}

}  // namespace

std::vector<PublicationDay> publication_days(std::span<const std::shared_ptr<const Document>> reports,
                                             const language::Annotator& by_words, language::Workspace& workspace,
                                             Day today) {
    std::vector<PublicationDay> days(reports.size());
    for (std::size_t i = 0; i < reports.size(); ++i) days[i].time = language::time_of_publication(*reports[i]);
    doubt(days, today);
    std::vector<std::int64_t> dated;
    for (const PublicationDay& one : days) {
        if (one.time.known()) dated.push_back(base::day_number(one.time.day));
    }
    if (dated.empty()) return days;
    std::sort(dated.begin(), dated.end());
    dated.erase(std::unique(dated.begin(), dated.end()), dated.end());
    for (std::size_t i = 0; i < reports.size(); ++i) {
        PublicationDay& one = days[i];
        if (one.time.known()) continue;
        const auto clues = clues_of(*reports[i], by_words.annotate(*reports[i], workspace));
        const auto day = clues.empty() ? std::nullopt : only_day(clues, dated, today);
        if (!day) continue;
        one.time.day = *day;
        one.inferred = true;
        one.reason +=
            (one.reason.empty() ? "" : " ") + ("It was published on " + base::written_day(*day) + ", as its words \"" +
                                               clues.front().words + "\" and the days of the other reports tell.");
    }
    return days;
}

}  // namespace axray::story
