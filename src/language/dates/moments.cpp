#include "language/dates/moments.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "language/dates/calendar.hpp"
#include "language/dates/comparison.hpp"
#include "language/dates/timex.hpp"
#include "language/words/lexicon.hpp"

namespace axray::language {
namespace {

constexpr std::int64_t kSecondsOfDay = 86'400;
constexpr std::int64_t kWeek = 7;

// Days from `begin` up to `end`, which is not one of them.
struct Days {
    std::int64_t begin = 0;
    std::int64_t end = 0;

    [[nodiscard]] Days moved(std::int64_t days) const { return {begin + days, end + days}; }
    [[nodiscard]] Days wider(std::int64_t before, std::int64_t behind) const { return {begin - before, end + behind}; }
    [[nodiscard]] bool meets(const Days& other) const { return begin < other.end && other.begin < end; }
};

std::int64_t day_of_second(std::int64_t second) {
    return (second >= 0 ? second : second - kSecondsOfDay + 1) / kSecondsOfDay;
}

Days days_of(const TimeInterval& interval) {
    return {day_of_second(interval.begin), day_of_second(interval.end - 1) + 1};
}

// A point of time in words that could be compared with another day: no length, no repetition, no bound ("since").
bool is_plain_point(const Date& date) {
    const bool part_of_day = date.moment.unit <= TimeUnit::day && date.modifier <= DateModifier::end;
    return (date.type == DateType::date || date.type == DateType::time) && date.bound == DateBound::none &&
           date.reference == DateReference::none && !date.day_assumed && !date.opens_range &&
           (date.modifier == DateModifier::none || part_of_day);
}

bool is_weekday_alone(const Date& date) {
    return date.weekday != 0 && date.day == 0 && date.month == 0 && date.year == 0;
}

// 1 Monday .. 7 Sunday of a single day; 0 when that is not known.
int weekday_of(const Date& date) {
    if (date.moment.unit > TimeUnit::day || !date.moment.known()) return 0;
    if (is_weekday_alone(date)) return date.weekday;
    return is_placed(date.moment) ? base::weekday_of(first_day(date.moment)) : date.weekday;
}

bool has_word(const DateInText& one, std::initializer_list<std::string_view> words) {
    for (std::uint32_t token = one.date.tokens.begin; token < one.date.tokens.end; ++token) {
        const std::uint64_t form = one.text.tokens.form[token];
        if (std::any_of(words.begin(), words.end(), [form](std::string_view word) { return hash_word(word) == form; }))
            return true;
    }
    return false;
}

// A night belongs to two days, and so do the hours before dawn.
bool may_be_next_day(const Date& date) {
    constexpr int kDawn = 6;
    return date.moment.part == DayPart::night || (date.moment.hour >= 0 && date.moment.hour < kDawn);
}

// What "Monday", "25 March", "yesterday" can mean. Empty where it cannot be told well enough to exclude a day.
class Readings {
public:
    explicit Readings(const DateInText& one) : one_(one), here_(days_of(one.date.interval)) { find(); }

    [[nodiscard]] bool meet(const Readings& other) const {
        return std::any_of(days_.begin(), days_.end(), [&](const Days& mine) {
            return std::any_of(other.days_.begin(), other.days_.end(),
                               [&](const Days& theirs) { return mine.meets(theirs); });
        });
    }
    [[nodiscard]] bool known() const { return !days_.empty(); }

    // The text names another date that its words may belong to, so that these are reckoned from there.
    [[nodiscard]] bool may_belong_beside(const Date& other) const {
        if (!is_reckoned(one_)) return false;
        const int weekday = weekday_of(other);
        if (is_weekday_alone(one_.date) && weekday != 0 && weekday != one_.date.weekday) return false;
        const Days theirs = days_of(other.interval);
        constexpr std::int64_t kNear = 10;  // days from a date that a text names to a weekday that it goes on with
        return std::any_of(one_.text.dates.begin(), one_.text.dates.end(), [&](const Date& named) {
            if (named.tokens == one_.date.tokens || !named.interval.known()) return false;
            if (one_.date.month != 0) return named.year != 0 && named.year == other.moment.year;
            return named.day != 0 && named.month != 0 && days_of(named.interval).wider(kNear, kNear).meets(theirs);
        });
    }

private:
    void find() {
        const Date& date = one_.date;
        days_.push_back(may_be_next_day(date) ? here_.wider(1, 1) : here_);
        if (!is_reckoned(one_)) return;
        const std::int64_t published = base::day_number(one_.text.published.day);
        const std::int64_t side = here_.begin <= published ? 1 : -1;
        if (is_weekday_alone(date)) {
            days_.push_back(here_.moved(side * kWeek));
            if (date.tokens.size() > 1) days_.push_back(here_.moved(-side * kWeek));  // "next Friday" is of two weeks
        } else if (date.month != 0) {
            add(shift(date.moment, side, TimeUnit::year));
        } else if (date.day != 0) {
            add(shift(date.moment, 1, TimeUnit::month));
            add(shift(date.moment, -1, TimeUnit::month));
        } else {
            find_by_distance();
        }
    }

    void add(const Moment& moment) {
        if (is_placed(moment)) days_.push_back(days_of(interval_of(moment)));
    }

    // "Yesterday", "last week", "three days ago". What is reckoned from another date of the text excludes nothing.
    void find_by_distance() {
        if (!has_word(one_, {"yesterday", "today", "tonight", "tomorrow", "last", "this", "ago"}) ||
            one_.date.moment.unit == TimeUnit::season) {
            days_.clear();
            return;
        }
        // Elsewhere it was another day already, or still.
        constexpr int kMorning = 6 * 60;
        constexpr int kEvening = 20 * 60;
        const int minutes = one_.text.published.minutes;
        const bool early = minutes >= 0 && minutes < kMorning;
        const bool late = minutes >= kEvening;
        std::int64_t loose = 0;  // "three days ago" may be two or four, and weeks do not begin on one day everywhere
        if (one_.date.reckoned)
            loose = here_.end - here_.begin;
        else if (one_.date.moment.unit == TimeUnit::week || one_.date.moment.unit == TimeUnit::weekend)
            loose = 2;
        days_.front() = days_.front().wider(loose + (early ? 1 : 0), loose + (late ? 1 : 0));
    }

    DateInText one_;
    Days here_;
    std::vector<Days> days_;
};

}  // namespace

const Date* date_at(const AnnotatedText& text, std::uint32_t token) {
    if (text.tokens.date[token] != kNone) return &text.dates[text.tokens.date[token]];
    if (!text.published.known()) return nullptr;
    const auto next = std::partition_point(text.dates.begin(), text.dates.end(),
                                           [token](const Date& one) { return one.tokens.end <= token; });
    return next != text.dates.end() && next->tokens.contains(token) && is_reckoned({*next, text}) ? &*next : nullptr;
}

bool is_reckoned(const DateInText& one) {
    const Date& date = one.date;
    const bool placed = date.year == 0 && (date.type == DateType::date || date.type == DateType::time) &&
                        date.reference == DateReference::none && !date.day_assumed && is_placed(date.moment) &&
                        date.moment.unit <= TimeUnit::year && date.interval.known();
    return placed && (date.is_calendar() ||
                      has_word(one, {"yesterday", "today", "tonight", "tomorrow", "overnight", "last", "this", "next",
                                     "ago", "earlier", "later", "before", "after", "previous", "following", "same"}));
}

std::string meaning_beside(const DateInText& one, const DateInText& other) {
    static constexpr std::array<std::string_view, 8> kWeekdays = {"",         "Monday", "Tuesday",  "Wednesday",
                                                                  "Thursday", "Friday", "Saturday", "Sunday"};
    const Date& date = one.date;
    if (!is_reckoned(one)) {
        const bool open = is_weekday_alone(other.date) && !is_reckoned(other) && !is_weekday_alone(date);
        return open ? std::string(kWeekdays[static_cast<std::size_t>(weekday_of(date))]) : std::string();
    }
    const Moment& moment = date.moment;
    if (moment.unit == TimeUnit::month || moment.unit == TimeUnit::year) return timex_value(date);
    const Days days = days_of(date.interval);
    std::string first = base::written_day(base::day_of_number(days.begin));
    if (moment.unit <= TimeUnit::day || days.end == days.begin + 1) return first;
    return first + "/" + base::written_day(base::day_of_number(days.end - 1));
}

bool bears_out_by_reckoning(const DateInText& claim, const DateInText& source) {
    const bool weekday = is_weekday_alone(claim.date) && !claim.date.interval.known();
    if (!weekday && !is_reckoned(claim) && !is_reckoned(source)) return false;
    const auto vague = [](const DateInText& one) { return !one.date.is_calendar() && !is_reckoned(one); };
    if (vague(claim) || vague(source)) return false;
    // "Since November" is not borne out by what happened some day in January.
    if (claim.date.bound == DateBound::from && source.date.bound != DateBound::from) return false;
    const Comparison said = compare(claim.date, source.date);
    return said == Comparison::same || said == Comparison::entailed;
}

bool apart_by_reckoning(const DateInText& claim, const DateInText& source) {
    const Date& mine = claim.date;
    const Date& theirs = source.date;
    const auto is_open = [](const DateInText& one) { return is_reckoned(one) || is_weekday_alone(one.date); };
    if ((!is_open(claim) && !is_open(source)) || !is_plain_point(mine) || !is_plain_point(theirs)) return false;
    // A year and a day are seldom told of one thing: "began in 1975", "retired on Tuesday".
    const auto is_long = [](const Date& date) { return date.moment.unit >= TimeUnit::year; };
    const auto is_short = [](const Date& date) { return date.moment.unit <= TimeUnit::week; };
    if ((is_long(mine) && is_short(theirs)) || (is_short(mine) && is_long(theirs))) return false;
    if (!mine.interval.known() || !theirs.interval.known()) {
        const int weekday = weekday_of(mine);
        const int other = weekday_of(theirs);
        if (weekday == 0 || other == 0 || weekday == other) return false;
        const int step = (other - weekday + 7) % 7;
        const bool night = (step == 1 && may_be_next_day(mine)) || (step == 6 && may_be_next_day(theirs));
        return !night;
    }
    const Readings readings(claim);
    const Readings others(source);
    return readings.known() && others.known() && !readings.meet(others) && !readings.may_belong_beside(theirs) &&
           !others.may_belong_beside(mine);
}

}  // namespace axray::language
