// The grammar of dates (Pieces of a sentence -> Dates): what each expression of time says and means.
//
// One pass from left to right; at each piece the longest expression that begins there is taken. Methods named read_*
// return what begins at a piece, nothing when nothing does; they look a bounded number of pieces ahead. Files: the
// calendar ("25 March 2024") in read_calendar.cpp, digits ("2024-03-25") in read_digits.cpp, years in read_years.cpp,
// hours and parts of the day in read_times.cpp, verbs in tense.cpp,
// times reckoned from others ("last week", "two days after Easter") in read_relative.cpp, parts of something ("the end
// of the month") in read_parts.cpp, sets in read_sets.cpp. Source: own rules; values as in ISO-TimeML.
#pragma once

#include <optional>
#include <vector>

#include "language/dates/amounts.hpp"
#include "language/dates/clock.hpp"
#include "language/dates/date.hpp"
#include "language/dates/date_pieces.hpp"
#include "language/dates/date_resolver.hpp"

namespace axray::language {

// An expression: the pieces it stands in, and what it says.
struct ReadDate {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;  // the piece after it; 0 when there is none
    Date date;
    bool weak = false;  // could as well be a plain word or a name: taken only beside other words of time

    [[nodiscard]] explicit operator bool() const { return end != 0; }
    // A day of the calendar, with nothing said of its hours.
    [[nodiscard]] bool is_day() const {
        return end != 0 && date.moment.unit == TimeUnit::day && date.moment.part == DayPart::none &&
               date.type == DateType::date && date.reference == DateReference::none;
    }
    [[nodiscard]] bool is_clock() const {
        return end != 0 && date.moment.hour >= 0 && date.moment.unit < TimeUnit::day;
    }
};

// A date, or the first and last day of a stretch that share their month ("25-27 March").
struct ReadDays {
    ReadDate first;
    ReadDate last;  // none mostly
};

class DateReader {
public:
    DateReader(const TokenView& view, const DateWords& words, ReferenceTime reference, std::vector<Date>& dates);

    void read(TokenSpan sentence);

private:
    using Kind = DateWordKind;

    // The sentence, in date_reader.cpp.
    bool may_start(std::uint32_t at) const;
    void read_stretch();
    std::uint32_t read_at(std::uint32_t at);
    std::uint32_t read_range(std::uint32_t at, const ReadDate& first);
    void order(ReadDate& first, ReadDate& last) const;
    std::uint32_t past_impossible_digits(std::uint32_t at);
    std::uint32_t past_impossible_day(std::uint32_t at) const;
    std::uint32_t take_days(const ReadDays& days);
    void take(const ReadDate& read);
    DateBound bound_before(std::uint32_t at) const;
    Tense tense(std::uint32_t at) const;
    Tense tense_told(std::uint32_t at) const;
    enum class VerbSign : std::uint8_t { none, past, perhaps_past, present, future };
    VerbSign verb_sign(std::uint32_t token) const;
    // Points with what belongs to them: "Friday at 10 p.m.", "8 tonight", "the morning of 5 May".
    ReadDate read_point(std::uint32_t at);
    ReadDate read_core(std::uint32_t at);
    ReadDate read_clock_first(std::uint32_t at);
    ReadClock in_half_of_end(ReadClock clock) const;
    ReadDate read_range_end(const ReadDate& first, std::uint32_t at);
    ReadDate read_date_of_clock(std::uint32_t at);
    ReadDate read_part_of_day(std::uint32_t at);
    void add_week_of_day(ReadDate& read);
    void add_year_of_month(ReadDate& read);
    void add_time_of_day(ReadDate& read) const;
    void set_clock(ReadDate& read, const ReadClock& clock) const;
    static void set_part(ReadDate& read, DayPart part);

    // read_calendar.cpp
    const ReadDays& read_days(std::uint32_t at);
    ReadDays find_days(std::uint32_t at);
    ReadDays read_month_first(std::uint32_t at);
    ReadDays read_day_first(std::uint32_t at);
    ReadDate read_month(std::uint32_t at);
    ReadDate read_weekday(std::uint32_t at);
    ReadDays read_weekday_first(std::uint32_t at);
    ReadDate read_holiday(std::uint32_t at, Which which);
    ReadDate read_season(std::uint32_t at, Which which);
    ReadDays days_of_month(std::uint32_t begin, std::uint32_t end, int year, int month, std::uint32_t first,
                           std::uint32_t last) const;
    int month_at(std::uint32_t at) const;
    std::uint32_t past_month(std::uint32_t at) const;
    int day_at(std::uint32_t at, std::uint32_t& end) const;
    std::uint32_t range_joint(std::uint32_t at) const;
    bool month_alone(std::uint32_t at) const;
    bool weekday_at(std::uint32_t at) const;

    // read_digits.cpp
    ReadDate read_digits(std::uint32_t at);
    ReadDate read_year_first(std::uint32_t at, Sign sign);
    bool ends_range_of_digits(std::uint32_t at) const;
    ReadDate read_dotted(std::uint32_t at);
    ReadDate read_two_numbers(std::uint32_t at, Sign sign);
    ReadDate numeric(std::uint32_t begin, std::uint32_t end, base::Day day, bool sure) const;

    // read_years.cpp
    int year_at(std::uint32_t at) const;
    std::uint32_t year_after(std::uint32_t at) const;
    int short_year_at(std::uint32_t at) const;
    ReadDate read_year(std::uint32_t at);
    ReadDays read_years(std::uint32_t at);
    ReadDate read_decade(std::uint32_t at);
    ReadDate read_century(std::uint32_t at);
    ReadDate read_year_in_words(std::uint32_t at) const;
    bool year_in_context(std::uint32_t at, int year) const;
    bool counts(std::uint32_t at) const;
    bool counts_words(std::uint32_t at) const;
    bool bracketed(std::uint32_t at) const;

    // read_relative.cpp
    ReadDate read_relative(std::uint32_t at);
    ReadDate read_directed(std::uint32_t at);
    ReadDate read_directed_amount(std::uint32_t begin, std::uint32_t at, Which which);
    ReadDate read_directed_unit(std::uint32_t begin, std::uint32_t at, Which which, bool narrative);
    ReadDate read_amount_away(std::uint32_t at);
    ReadDate read_day_beside(std::uint32_t at);
    ReadDate read_reference(std::uint32_t at);
    ReadDate read_unit_alone(std::uint32_t at);
    ReadDate read_latest(std::uint32_t begin, std::uint32_t at);
    ReadDate read_year_ago(std::uint32_t at);
    ReadDate read_week_of(std::uint32_t begin, std::uint32_t at);
    ReadDate read_day_number(std::uint32_t at);
    ReadDate moved(std::uint32_t begin, std::uint32_t end, const ReadAmount& amount, const Moment& from,
                   int sign) const;
    ReadDate duration(std::uint32_t begin, const ReadAmount& amount) const;

    // read_parts.cpp
    ReadDate read_part(std::uint32_t at);
    ReadDate read_modified(std::uint32_t at);
    ReadDate read_ordinal(std::uint32_t at);
    ReadDate read_quarter_name(std::uint32_t at);
    ReadDate read_whole(std::uint32_t at);
    Moment nth_of(const Moment& whole, TimeUnit unit, int weekday, int count) const;
    int ordinal_at(std::uint32_t at) const;

    // read_sets.cpp
    ReadDate read_set(std::uint32_t at);
    ReadDate read_each(std::uint32_t at);
    ReadDate read_times_in(std::uint32_t at);

    static ReadDate point(std::uint32_t begin, std::uint32_t end, const Moment& moment);

    const TokenView& view_;
    Pieces pieces_;
    DateResolver resolver_;
    std::vector<Date>& dates_;
    bool told_past_ = false;  // an earlier sentence with a date told of the past
    // What read_days said last, which is asked twice of most pieces.
    ReadDays days_;
    std::uint32_t read_days_at_ = kNone;
    int depth_ = 0;  // of points within points: "the end of the first week of ..."
};

}  // namespace axray::language
