// Which day, month or year is meant by one that is not fully said ("Friday", "in March", "the third quarter").
//
// What is not said is taken from the reference day, in the direction that the words ("last", "next") or the tense of
// the verbs tell; without a reference day it stays open: such moments have no year. "The following day" is reckoned
// from the date that the text named last. Source: own rules, after the description of TIMEX3 in ISO-TimeML.
#pragma once

#include "language/dates/calendar.hpp"
#include "language/dates/holidays.hpp"

namespace axray::language {

enum class Tense : std::uint8_t { none, past, future };

// `open`: the nearest one that the tense allows.
enum class Which : std::uint8_t { open, this_one, last, next };

class DateResolver {
public:
    explicit DateResolver(ReferenceTime reference);

    [[nodiscard]] bool knows_today() const { return today_.known(); }
    // The reference day; not known without one.
    [[nodiscard]] const Moment& today() const { return today_; }
    // With hour and minute, at noon when they are not known.
    [[nodiscard]] Moment now() const;
    // The day, month or year that the text named last, else today.
    [[nodiscard]] const Moment& narrative() const { return narrative_.known() ? narrative_ : today_; }
    // The quarter or half of a year that the text named last; unknown when it named none.
    [[nodiscard]] const Moment& period() const { return period_; }
    // What the text names becomes its narrative time.
    void remember(const Moment& moment);

    [[nodiscard]] Moment day(int month, int day, Which which, Tense tense) const;
    // The day of that month in the nearest year in which it falls on the weekday; itself when none near is one.
    [[nodiscard]] Moment on_weekday(const Moment& day, int weekday) const;
    [[nodiscard]] Moment day_of_month(int day, int weekday, Tense tense) const;
    [[nodiscard]] Moment month(int month, Which which, Tense tense) const;
    [[nodiscard]] Moment weekday(int weekday, Which which, Tense tense) const;
    [[nodiscard]] Moment season(Season season, Which which, Tense tense) const;
    // A quarter (1..4) or half (1..2) of a year.
    [[nodiscard]] Moment part_of_year(TimeUnit unit, int number, Tense tense) const;
    [[nodiscard]] Moment weekend(Which which, Tense tense) const;
    [[nodiscard]] Moment holiday(const Holiday& holiday, Which which, Tense tense) const;
    // The unit that holds today, or one before or after it.
    [[nodiscard]] Moment unit(TimeUnit unit, int offset) const;

private:
    Moment today_;
    Moment narrative_;
    Moment period_;
    int minutes_ = -1;
};

// A season of a year, a quarter or half of one.
[[nodiscard]] Moment season_of(Season season, int year);
[[nodiscard]] Moment part_of_year_of(TimeUnit unit, int number, int year);

}  // namespace axray::language
