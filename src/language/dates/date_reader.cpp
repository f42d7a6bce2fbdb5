#include "language/dates/date_reader.hpp"

#include <algorithm>

#include "language/dates/first_words.hpp"

namespace axray::language {
namespace {

constexpr int kDeepest = 5;

}  // namespace

DateReader::DateReader(const TokenView& view, const DateWords& words, ReferenceTime reference, std::vector<Date>& dates)
    : view_(view), pieces_(view, words), resolver_(reference), dates_(dates) {}

ReadDate DateReader::point(std::uint32_t begin, std::uint32_t end, const Moment& moment) {
    ReadDate read;
    read.begin = begin;
    read.end = end;
    read.date.moment = moment;
    return read;
}

void DateReader::read(TokenSpan sentence) {
    const std::size_t count = dates_.size();
    pieces_.start(sentence);
    while (pieces_.read_stretch()) read_stretch();
    if (dates_.size() > count && !told_past_) told_past_ = tense_told(0) == Tense::past;
}

void DateReader::read_stretch() {
    read_days_at_ = kNone;
    std::uint32_t core = pieces_.next_core(0);
    for (std::uint32_t at = 0; at < pieces_.size();) {
        if (core < at) core = pieces_.next_core(at);
        if (core == pieces_.size()) break;
        if (core - at > kMostBeforeCore) at = core - kMostBeforeCore;
        const std::uint32_t next = may_start(at) ? read_at(at) : at;
        at = next > at ? next : at + 1;
    }
}

// Words such as "the", "two" and "first" begin nothing unless a word that is used in expressions of time follows.
bool DateReader::may_start(std::uint32_t at) const {
    const Piece& piece = pieces_[at];
    if (opens(piece.kind) == kOpensNothing) return false;
    const bool plain_ordinal = piece.kind == Kind::ordinal && piece.digits == 0;
    const bool plain_unit = piece.kind == Kind::unit && piece.value != static_cast<int>(TimeUnit::weekend);
    if (piece.core && !plain_ordinal && !plain_unit) return true;
    if (piece.kind == Kind::none) {
        const bool mark = piece.is_sign && (piece.sign == Sign::close_single || piece.sign == Sign::straight_single ||
                                            piece.sign == Sign::open_single);
        return (mark && pieces_.is_digits(at + 1)) || view_.is_number(piece.token) || pieces_.reads(at, "right");
    }
    const Piece& next = pieces_[at + 1];
    if (next.is_sign) return next.sign == Sign::hyphen || next.sign == Sign::dash || next.sign == Sign::slash;
    return next.kind != Kind::none || (at + 1 < pieces_.size() && view_.is_number(next.token)) ||
           piece.kind == Kind::number;
}

// The piece after the expression that begins at `at`, or `at`.
std::uint32_t DateReader::read_at(std::uint32_t at) {
    const Piece& piece = pieces_[at];
    if (const std::uint32_t past = past_impossible_day(at); past > at) return past;
    if (const std::uint32_t past = past_impossible_digits(at); past > at) return past;
    const std::uint8_t rules = opens(piece.kind);
    if ((rules & kOpensSet) != 0) {
        if (const ReadDate set = read_set(at)) {
            take(set);
            return set.end;
        }
    }
    const ReadDate read = read_point(at);
    if ((rules & kOpensDays) != 0) {
        const ReadDays& days = read_days(at);
        if (days.last && days.last.end >= read.end) return take_days(days);
    }
    if (!read || read.weak) return at;
    return read_range(at, read);
}

// "2024-13-45": three numbers that are written as a date and are none; `at` where nothing of the kind stands.
std::uint32_t DateReader::past_impossible_digits(std::uint32_t at) {
    if (!pieces_.is_digits(at) ||
        (!pieces_.is_joined(at + 1, Sign::hyphen) && !pieces_.is_joined(at + 1, Sign::slash))) {
        return at;
    }
    const Sign sign = pieces_[at + 1].sign;
    if (!pieces_.is_digits(at + 2) || !pieces_.is_joined(at + 3, sign) || !pieces_.is_digits(at + 4)) return at;
    return read_digits(at) ? at : at + 5;
}

// "31 February 2024" is no date, and "February 2024" is not what is meant; `at` where nothing of the kind stands.
std::uint32_t DateReader::past_impossible_day(std::uint32_t at) const {
    const Piece& piece = pieces_[at];
    const int month = month_at(at + 1);
    if (!pieces_.is_digits(at) || piece.digits > 2 || piece.kind != Kind::number || month == 0) return at;
    const std::uint32_t after = past_month(at + 1);
    const std::uint32_t year = year_after(after);
    const int days = base::days_of_month(year != 0 ? year_at(year) : 2000, month);
    if (piece.value >= 1 && piece.value <= days) return at;
    return year != 0 ? year + 1 : at;
}

std::uint32_t DateReader::take_days(const ReadDays& days) {
    take(days.first);
    take(days.last);
    return days.last.end;
}

// "Friday to Monday", "10 August - 12 September", "8pm - 11": the dates of a stretch.
std::uint32_t DateReader::read_range(std::uint32_t at, const ReadDate& first) {
    const std::uint32_t joint = first.end;
    const bool dash = pieces_.is_dash(joint);
    const bool to = pieces_.is(joint, Kind::to) || pieces_.is(joint, Kind::until);
    const bool conjunction = pieces_.reads(joint, "and") && pieces_.is(at - 1, Kind::between);
    if ((dash || to || conjunction) && first.date.type != DateType::duration && first.date.type != DateType::set) {
        ReadDate last = read_range_end(first, pieces_.is(joint + 1, Kind::the) ? joint + 2 : joint + 1);
        if (last) {
            ReadDate opened = first;
            opened.date.opens_range = true;
            const bool year_open = first.date.year == 0 && first.date.month != 0;
            if (year_open && last.date.year != 0 && last.date.month != 0) {
                const int earlier = first.date.month > last.date.month ? 1 : 0;
                opened.date.moment = in_year(opened.date.moment, last.date.year - earlier);
            }
            order(opened, last);
            take(opened);
            take(last);
            return last.end;
        }
    }
    take(first);
    return first.end;
}

// A stretch ends after it begins, and a time without a day is of the day that the other one has.
void DateReader::order(ReadDate& first, ReadDate& last) const {
    Moment& begin = first.date.moment;
    Moment& end = last.date.moment;
    if (!is_placed(begin) || !is_placed(end)) return;
    if (first.is_clock() && last.is_clock() && first.date.day_assumed != last.date.day_assumed) {
        const Moment day = first.date.day_assumed ? end : begin;
        Moment& other = first.date.day_assumed ? begin : end;
        other.year = day.year;
        other.month = day.month;
        other.day = day.day;
        first.date.day_assumed = last.date.day_assumed = false;
    }
    if (interval_of(end).begin >= interval_of(begin).begin) return;
    const bool months = begin.unit >= TimeUnit::day && end.unit >= TimeUnit::day && last.date.month != 0;
    if (months && last.date.year == 0) {
        end = in_year(end, begin.year);
        if (interval_of(end).begin < interval_of(begin).begin) end = in_year(end, begin.year + 1);
        if (!end.known()) return;
    }
    if (last.is_clock() && first_day(end) == first_day(begin)) end = shift(end, 1, TimeUnit::day);
}

// The end of a stretch that began with `first`; an hour alone may be one behind another hour.
ReadDate DateReader::read_range_end(const ReadDate& first, std::uint32_t at) {
    ReadDate last = read_point(at);
    if (first.is_clock()) {
        if (!last.is_clock()) {
            const ReadClock clock = read_bare_hour(pieces_, at);
            if (clock.end == 0) return {};
            last = point(at, clock.end, widen(first.date.moment, TimeUnit::day));
            last.date.day_assumed = first.date.day_assumed;
            ReadClock hour = clock;
            if (!hour.half_known && hour.hour < first.date.moment.hour && hour.hour + 12 > first.date.moment.hour &&
                hour.hour < 12) {
                hour.hour += 12;
            }
            set_clock(last, hour);
        } else if (last.end != 0 && read_clock(pieces_, at).end == last.end) {
            last.date.moment.year = first.date.moment.year;
            last.date.moment.month = first.date.moment.month;
            last.date.moment.day = first.date.moment.day;
            last.date.day_assumed = first.date.day_assumed;
        }
        return last;
    }
    if (!last || last.weak || last.date.type != first.date.type || last.date.reference != DateReference::none)
        return {};
    const bool same_kind = last.date.moment.unit == first.date.moment.unit;
    if (!same_kind && !(first.date.moment.unit >= TimeUnit::day && last.date.moment.unit >= TimeUnit::day)) return {};
    const bool weekdays =
        first.date.weekday != 0 && last.date.weekday != 0 && first.date.day == 0 && last.date.day == 0;
    if (weekdays && is_placed(first.date.moment)) {
        const std::int64_t from = first_day(first.date.moment);
        last.date.moment = day_moment(from + (last.date.weekday - base::weekday_of(from) + 7) % 7);
    }
    return last;
}

// Since, until, before and after that time, as the word before it says.
DateBound DateReader::bound_before(std::uint32_t at) const {
    const Piece& piece = pieces_[at - 1];
    switch (piece.kind) {
        case Kind::since: return DateBound::from;
        case Kind::after: return DateBound::after;
        case Kind::until:
        case Kind::by: return DateBound::until;
        case Kind::before: return DateBound::before;
        default: return DateBound::none;
    }
}

void DateReader::take(const ReadDate& read) {
    Date date = read.date;
    date.span = {pieces_[read.begin].span.begin, pieces_[read.end - 1].span.end};
    date.tokens = {pieces_[read.begin].token, pieces_[read.end - 1].token + 1};
    if (!date.interval.known()) date.interval = part_of(date.moment, date.modifier);
    if (date.bound == DateBound::none) date.bound = bound_before(read.begin);
    if (date.is_calendar()) {
        for (std::uint32_t token = date.tokens.begin; token < date.tokens.end; ++token) {
            view_.tokens.date[token] = static_cast<std::uint32_t>(dates_.size());
            if (view_.uses(token, kUseMonth)) view_.unmark(token, kFunctionWord);
        }
    }
    // What is compared with ("a year earlier") does not become the time that the text speaks of.
    const bool compared = date.reckoned && resolver_.period().known();
    if (date.type != DateType::set && date.type != DateType::duration && !compared) resolver_.remember(date.moment);
    dates_.push_back(date);
    read_days_at_ = kNone;  // what was read ahead of it may be reckoned from it now
}

// A time without what may follow it.
ReadDate DateReader::read_core(std::uint32_t at) {
    if (depth_ >= kDeepest) return {};
    ++depth_;
    ReadDate longest;
    const auto keep = [&longest](const ReadDate& read) {
        if (read.end > longest.end) longest = read;
    };
    const std::uint8_t rules = opens(pieces_[at].kind);
    if ((rules & kOpensDays) != 0) {
        const ReadDays& days = read_days(at);
        if (!days.last) keep(days.first);
    }
    if ((rules & kOpensRelative) != 0) keep(read_relative(at));
    if ((rules & kOpensPart) != 0) keep(read_part(at));
    if (!longest && (rules & kOpensYear) != 0) {
        keep(read_decade(pieces_.is(at, Kind::the) ? at + 1 : at));
        keep(read_year(at));
        keep(read_season(pieces_.is(at, Kind::the) ? at + 1 : at, Which::open));
        keep(read_holiday(at, Which::open));
        if (longest) longest.begin = at;
    }
    --depth_;
    return longest;
}

// A time with the day, hour or part of the day that belongs to it.
ReadDate DateReader::read_point(std::uint32_t at) {
    if (depth_ >= kDeepest) return {};
    ++depth_;
    const std::uint8_t rules = opens(pieces_[at].kind);
    const ReadDate clock = (rules & kOpensClock) != 0 ? read_clock_first(at) : ReadDate{};
    ReadDate read = read_core(at);
    if (read.is_day()) add_week_of_day(read);
    const bool of_month = read.date.moment.unit == TimeUnit::month || (read.is_day() && read.date.weekday == 0);
    if (read && of_month) add_year_of_month(read);
    if (read.is_day()) {
        add_time_of_day(read);
    } else if (read && read.date.moment.part != DayPart::none && pieces_.is(read.end, Kind::at)) {
        const ReadClock hour = read_bare_hour(pieces_, read.end + 1);  // "tonight at 8"
        if (hour.end != 0 && !counts_words(hour.end)) {
            set_clock(read, in_day_part(hour, read.date.moment.part));
            read.end = hour.end;
        }
    }
    if (!read && clock.end == 0 && (rules & kOpensDayPart) != 0) read = read_part_of_day(at);
    --depth_;
    return clock.end >= read.end && clock ? clock : read;
}

// "Tuesday of next week", "Friday next week", "March of next year"
void DateReader::add_week_of_day(ReadDate& read) {
    if (read.date.weekday == 0 || read.date.day != 0) return;
    std::uint32_t place = read.end;
    if (pieces_.is(place, Sign::comma)) ++place;
    if (pieces_.is(place, Kind::of) || pieces_.is(place, Kind::from)) ++place;
    const ReadDate week = read_directed(place);
    if (!week || week.date.moment.unit != TimeUnit::week || !is_placed(week.date.moment)) return;
    const std::int64_t day = first_day(week.date.moment);
    read.date.moment = day_moment(day - base::weekday_of(day) + read.date.weekday);
    read.end = week.end;
}

// "June last year", "March of next year", "June 12 last year"
void DateReader::add_year_of_month(ReadDate& read) {
    if (read.date.year != 0 || read.date.month == 0) return;
    std::uint32_t place = read.end;
    if (pieces_.is(place, Sign::comma)) ++place;
    if (pieces_.is(place, Kind::of)) ++place;
    const ReadDate year = read_directed(place);
    if (!year || year.date.moment.unit != TimeUnit::year || !is_placed(year.date.moment)) return;
    read.date.moment = month_moment(year.date.moment.year, read.date.month);
    if (read.date.day != 0) {
        const auto day = base::day_number({year.date.moment.year, read.date.month, read.date.day});
        read.date.moment = day_moment(day);
    }
    read.end = year.end;
}

}  // namespace axray::language
