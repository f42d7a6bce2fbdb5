#include <cmath>

#include "language/dates/date_reader.hpp"

namespace axray::language {
namespace {

constexpr double kFew = 3;  // what "a few" is reckoned as

// Half a year is six months, half a day twelve hours: a count in whole units of the next smaller kind.
struct WholeAmount {
    std::int64_t count = 0;
    TimeUnit unit = TimeUnit::none;
};

WholeAmount whole(TimeAmount amount) {
    if (amount.count < 0) amount.count = kFew;
    constexpr double kMost = 1e7;
    if (amount.count > kMost) amount.count = kMost;
    const auto of = [&amount](double times, TimeUnit unit) {
        return WholeAmount{static_cast<std::int64_t>(std::llround(amount.count * times)), unit};
    };
    if (amount.count == std::floor(amount.count)) return of(1, amount.unit);
    switch (amount.unit) {
        case TimeUnit::minute: return of(60, TimeUnit::second);
        case TimeUnit::hour: return of(60, TimeUnit::minute);
        case TimeUnit::day: return of(24, TimeUnit::hour);
        case TimeUnit::week: return of(7, TimeUnit::day);
        case TimeUnit::month: return of(30, TimeUnit::day);
        case TimeUnit::year: return of(12, TimeUnit::month);
        case TimeUnit::decade: return of(10, TimeUnit::year);
        case TimeUnit::century: return of(100, TimeUnit::year);
        default: return of(1, amount.unit);
    }
}

Which which_of(DateWordKind kind) {
    switch (kind) {
        case DateWordKind::last_one: return Which::last;
        case DateWordKind::next_one: return Which::next;
        default: return Which::this_one;
    }
}

// "this", "last", "next": which one of several is meant.
bool is_which(DateWordKind kind) {
    switch (kind) {
        case DateWordKind::this_one:
        case DateWordKind::last_one:
        case DateWordKind::next_one:
        case DateWordKind::same_one:
        case DateWordKind::latest_one:
        case DateWordKind::recent: return true;
        default: return false;
    }
}

int step(Which which) { return which == Which::last ? -1 : which == Which::next ? 1 : 0; }

}  // namespace

// A moment that lies an amount before or after another.
ReadDate DateReader::moved(std::uint32_t begin, std::uint32_t end, const ReadAmount& amount, const Moment& from,
                           int sign) const {
    ReadDate read = point(begin, end, {});
    TimeUnit unit = TimeUnit::none;
    Moment moment = from;
    bool told = true;
    for (const TimeAmount& part : amount.amount) {
        if (part.unit == TimeUnit::none) break;
        told = told && part.count >= 0;
        const WholeAmount count = whole(part);
        if (count.unit < TimeUnit::day && moment.unit >= TimeUnit::day && is_placed(moment)) {
            const bool today = moment.unit == TimeUnit::day && first_day(moment) == first_day(resolver_.now());
            moment = today ? resolver_.now() : widen(moment, TimeUnit::day);
        }
        if (count.unit == TimeUnit::hour) moment.unit = TimeUnit::minute;
        if (count.unit == TimeUnit::minute || count.unit == TimeUnit::second) moment.unit = TimeUnit::second;
        moment = shift(moment, sign * count.count, count.unit);
        unit = part.unit;
    }
    read.date.reckoned = true;
    // A quarter a year earlier is a quarter.
    const bool kept = from.unit == TimeUnit::quarter || from.unit == TimeUnit::half_year;
    if (moment.known() && unit >= TimeUnit::day)
        moment = widen(moment, kept && unit == TimeUnit::year ? from.unit : unit);
    read.date.moment = moment;
    read.date.type = unit < TimeUnit::day ? DateType::time : DateType::date;
    if (!told) {
        read.date.reference = sign < 0 ? DateReference::past : DateReference::future;
        read.date.modifier = DateModifier::about;
    }
    return read;
}

ReadDate DateReader::duration(std::uint32_t begin, const ReadAmount& amount) const {
    ReadDate read = point(begin, amount.end, {});
    read.date.type = DateType::duration;
    read.date.amount = amount.amount;
    return read;
}

// "two years ago", "a day earlier", "three weeks after Easter", "in five days"; and a length alone.
ReadDate DateReader::read_amount_away(std::uint32_t at) {
    ReadAmount amount = read_amount(pieces_, at);
    if (amount.end == 0) amount = read_bare_amount(pieces_, at);
    if (amount.end == 0) return {};
    const std::uint32_t next = amount.end;
    const Moment today = resolver_.today();
    const bool quarter =
        resolver_.period().known() && amount.amount[0].unit == TimeUnit::year && amount.amount[0].count == 1;
    switch (pieces_[next].kind) {
        case Kind::ago: return moved(at, next + 1, amount, quarter ? resolver_.period() : today, -1);
        case Kind::earlier:
            return moved(at, next + 1, amount, quarter ? resolver_.period() : resolver_.narrative(), -1);
        case Kind::later: {
            const bool hence = pieces_.reads(next, "hence");
            return moved(at, next + 1, amount, hence ? today : resolver_.narrative(), 1);
        }
        case Kind::before:
        case Kind::after:
        case Kind::from:
        case Kind::since: {
            const bool back = pieces_.is(next, Kind::before);
            if (pieces_.is(next, Kind::since)) break;
            const std::uint32_t now = pieces_.reads(next + 1, "right") ? next + 2 : next + 1;
            if (pieces_.is(now, Kind::now)) return moved(at, now + 1, amount, today, back ? -1 : 1);
            if (const ReadDate from = read_point(next + 1); from && is_placed(from.date.moment)) {
                ReadDate read = moved(at, from.end, amount, from.date.moment, back ? -1 : 1);
                return read;
            }
            if (amount.bare || pieces_.is(next, Kind::from)) break;
            const bool stands_alone = next + 1 >= pieces_.size() || pieces_[next + 1].is_sign;
            if (stands_alone) return moved(at, next + 1, amount, resolver_.narrative(), back ? -1 : 1);
            break;
        }
        default: break;
    }
    if (pieces_.reads(next, "hence")) return moved(at, next + 1, amount, today, 1);
    if (pieces_.is(pieces_.past_hyphen(next), Kind::old)) return {};  // an age
    ReadDate read = duration(at, amount);
    // "in five days": the length is said, and a day is meant.
    const bool in = pieces_.is(at - 1, Kind::in) || pieces_.is(at - 1, Kind::within) ||
                    (pieces_.is(at - 1, Kind::about) && pieces_.is(at - 2, Kind::in));
    if (in && !amount.bare && tense(at) != Tense::past) {
        const ReadDate away = moved(at, amount.end, amount, today, 1);
        read.date.moment = away.date.moment;
        read.date.reckoned = true;
    }
    return read;
}

// "the day before yesterday", "the week after", "the day after tomorrow"
ReadDate DateReader::read_day_beside(std::uint32_t at) {
    const std::uint32_t place = pieces_.is(at, Kind::the) ? at + 1 : at;
    const Piece& unit = pieces_[place];
    const bool part = unit.kind == Kind::day_part;
    if (unit.kind != Kind::unit && !part) return {};
    const bool before = pieces_.is(place + 1, Kind::before);
    if (!before && !pieces_.is(place + 1, Kind::after)) return {};
    ReadAmount one;
    one.amount[0] = {1, part ? TimeUnit::day : static_cast<TimeUnit>(unit.value)};
    const int sign = before ? -1 : 1;
    ReadDate read;
    if (pieces_.is(place + 2, Kind::next_one) || pieces_.is(place + 2, Kind::last_one)) {  // "the week after next"
        read = point(at, place + 3, resolver_.unit(one.amount[0].unit, 2 * sign));
    } else if (const ReadDate from = read_point(place + 2); from && is_placed(from.date.moment) && !from.weak) {
        read = moved(at, from.end, one, from.date.moment, sign);
        read.date.reckoned = false;
    } else {
        const bool alone = place == at + 1 && (place + 2 >= pieces_.size() || pieces_[place + 2].is_sign);
        if (!alone) return {};
        read = moved(at, place + 2, one, resolver_.narrative(), sign);
        read.date.reckoned = false;
    }
    if (part) set_part(read, static_cast<DayPart>(unit.value));
    return read;
}

// "this week", "last Monday", "the next three years", "the following day", "this past spring"
ReadDate DateReader::read_directed(std::uint32_t at) {
    std::uint32_t place = pieces_.is(at, Kind::the) ? at + 1 : at;
    const Kind kind = pieces_[place].kind;
    if (kind != Kind::this_one && kind != Kind::last_one && kind != Kind::next_one && kind != Kind::same_one &&
        kind != Kind::latest_one && kind != Kind::recent) {
        return {};
    }
    Which which = which_of(kind);
    bool narrative = kind == Kind::same_one || pieces_.reads(place, "following") || pieces_.reads(place, "previous") ||
                     pieces_.reads(place, "preceding") || pieces_.reads(place, "subsequent") ||
                     (kind == Kind::next_one && place > at && pieces_.reads(place, "next"));
    ++place;
    if (kind == Kind::recent && !pieces_.is(place, Kind::units)) return {};
    if (kind == Kind::latest_one) return read_latest(at, place);
    if (kind == Kind::this_one && (pieces_.is(place, Kind::last_one) || pieces_.is(place, Kind::next_one))) {
        which = which_of(pieces_[place].kind);
        ++place;
        if (which == Which::next && pieces_[place].kind != Kind::unit) which = Which::this_one;
    }
    if (pieces_.is(place, Kind::only) && !pieces_.is(place + 1, Kind::day_part)) ++place;
    const Piece& piece = pieces_[place];
    switch (piece.kind) {
        case Kind::unit:
        case Kind::fortnight:
        case Kind::year_word_before: return read_directed_unit(at, place, which, narrative);
        case Kind::units: {
            ReadDate read = point(at, place + 1, {});
            if (kind == Kind::this_one && piece.value == static_cast<int>(TimeUnit::day)) {
                read.date.reference = DateReference::present;  // "these days"
                return read;
            }
            read.date.type = DateType::duration;  // "recent years": no length is told
            read.date.amount[0] = {-1, static_cast<TimeUnit>(piece.value)};
            return read;
        }
        case Kind::weekday:
        case Kind::short_weekday: {
            ReadDate read = read_weekday(place);
            if (!read) return {};
            read.begin = at;
            if (read.date.day == 0) read.date.moment = resolver_.weekday(piece.value, which, Tense::none);
            return read;
        }
        case Kind::month:
        case Kind::short_month: {
            if (pieces_.reads(place, "may") && !pieces_.capitalised(place)) return {};  // "this may end"
            ReadDays days = read_month_first(place);
            if (days.first && !days.last) {
                days.first.begin = at;
                return days.first;
            }
            ReadDate read = point(at, past_month(place), resolver_.month(piece.value, which, Tense::none));
            read.date.month = static_cast<std::int8_t>(piece.value);
            return read;
        }
        case Kind::season: {
            ReadDate read =
                point(at, place + 1, resolver_.season(static_cast<Season>(piece.value), which, Tense::none));
            return read;
        }
        case Kind::day_part: {
            ReadDate read = point(at, place + 1,
                                  narrative ? shift(resolver_.narrative(), step(which), TimeUnit::day)
                                            : resolver_.unit(TimeUnit::day, step(which)));
            set_part(read, static_cast<DayPart>(piece.value));
            return read;
        }
        case Kind::holiday: {
            ReadDate read = read_holiday(place, which);
            if (read) read.begin = at;
            return read;
        }
        default: return read_directed_amount(at, place, which);
    }
}

// "the last two years", "the next few days": as many whole units as are told, up to the one that holds today.
ReadDate DateReader::read_directed_amount(std::uint32_t begin, std::uint32_t at, Which which) {
    const ReadAmount amount = read_amount(pieces_, at);
    if (amount.end == 0 || amount.article) return {};
    ReadDate read = duration(begin, amount);
    read.end = amount.end;
    if (which == Which::this_one || amount.about || !resolver_.knows_today() || !amount.single()) return read;
    const TimeUnit unit = amount.amount[0].unit;
    const WholeAmount count = whole(amount.amount[0]);
    const Moment here = unit < TimeUnit::day ? resolver_.now() : widen(resolver_.today(), unit);
    const Moment first = shift(here, which == Which::last ? -count.count : 1, count.unit);
    const Moment last = shift(here, which == Which::last ? 0 : count.count + 1, count.unit);
    const TimeInterval from = interval_of(first);
    const TimeInterval to = interval_of(last);
    if (from.known() && to.known()) read.date.interval = {from.begin, to.begin};
    return read;
}

ReadDate DateReader::read_directed_unit(std::uint32_t begin, std::uint32_t at, Which which, bool narrative) {
    std::uint32_t place = at;
    if (pieces_.is(place, Kind::year_word_before)) ++place;
    const Piece& piece = pieces_[place];
    if (piece.kind == Kind::fortnight) return {};
    if (piece.kind != Kind::unit) return {};
    const auto unit = static_cast<TimeUnit>(piece.value);
    if (unit < TimeUnit::hour) return {};
    Moment moment;
    const bool in_story = narrative && resolver_.narrative().known();
    if (in_story) {
        moment = widen(shift(widen(resolver_.narrative(), unit), step(which), unit), unit);
    } else if (unit == TimeUnit::weekend) {
        moment = resolver_.weekend(which, Tense::none);
    } else {
        moment = resolver_.unit(unit, step(which));
    }
    ReadDate read = point(begin, place + 1, moment);
    if (unit < TimeUnit::day) read.date.type = DateType::time;
    // "next week Wednesday"
    const bool on = pieces_.is(place + 1, Kind::on) || pieces_.is(place + 1, Sign::comma);
    const std::uint32_t day = on ? place + 2 : place + 1;
    if (unit == TimeUnit::week && pieces_.is(day, Kind::weekday) && is_placed(moment)) {
        const std::int64_t monday = first_day(moment) - base::weekday_of(first_day(moment)) + 1;
        read.date.moment = day_moment(monday + pieces_[day].value - 1);
        read.end = day + 1;
    }
    return read;
}

// "now", "recently", "the past", "the near future"
ReadDate DateReader::read_reference(std::uint32_t at) {
    std::uint32_t place = pieces_.is(at, Kind::the) ? at + 1 : at;
    const bool the = place > at;
    ReadDate read = point(at, place + 1, {});
    switch (pieces_[place].kind) {
        case Kind::now:
            if (the) return {};
            read.date.reference = DateReference::present;
            return read;
        case Kind::lately: read.date.reference = DateReference::past; return read;
        case Kind::recent: read.date.reference = DateReference::past; return read;
        case Kind::future_noun: {
            const std::uint32_t next = pieces_[place].token + 1;  // "future plans"
            if (view_.is_word(next) && !view_.has(next, kFunctionWord) && place + 1 < pieces_.size()) return {};
            read.date.reference = DateReference::future;
            return read;
        }
        case Kind::last_one: {
            const Piece& next = pieces_[place + 1];
            const bool alone = place + 1 >= pieces_.size() || next.is_sign;
            if (!the || !pieces_.reads(place, "past") || !alone) return {};
            read.date.reference = DateReference::past;
            return read;
        }
        default: break;
    }
    if (the && pieces_.reads(place, "near") && pieces_.is(place + 1, Kind::future_noun)) {
        read.end = place + 2;
        read.date.reference = DateReference::future;
        return read;
    }
    if (pieces_.reads(place, "right") && pieces_.is(place + 1, Kind::now)) {
        read.end = place + 2;
        read.date.reference = DateReference::present;
        return read;
    }
    return {};
}

// "the latest quarter", "the latest period": the one that the text speaks of, else the last that is over.
ReadDate DateReader::read_latest(std::uint32_t begin, std::uint32_t at) {
    const bool quarter = pieces_.is(at, Kind::unit) && pieces_[at].value == static_cast<int>(TimeUnit::quarter);
    const bool period = pieces_.reads(at, "period");
    if (!quarter && !period) {
        if (pieces_.is(at, Kind::unit)) return read_directed_unit(begin, at, Which::last, false);
        return read_directed_amount(begin, at, Which::last);
    }
    const Moment& told = resolver_.period();
    const Moment over = resolver_.unit(TimeUnit::quarter, -1);
    const bool known = told.unit == TimeUnit::quarter && (!over.known() || first_day(told) <= first_day(over));
    if (!known && !quarter && told.unit != TimeUnit::quarter) return {};
    return point(begin, at + 1, known ? told : over);
}

// "the year-ago quarter", "a year-earlier period"
ReadDate DateReader::read_year_ago(std::uint32_t at) {
    const std::uint32_t place = pieces_.is(at, Kind::the) || pieces_.is(at, Kind::article) ? at + 1 : at;
    const std::uint32_t word = pieces_.past_hyphen(place + 1);
    if (!pieces_.is(place, Kind::unit) || word == place + 1) return {};
    if (!pieces_.is(word, Kind::ago) && !pieces_.is(word, Kind::earlier)) return {};
    ReadAmount one;
    one.amount[0] = {1, static_cast<TimeUnit>(pieces_[place].value)};
    std::uint32_t end = word + 1;
    const bool quarter = pieces_.is(end, Kind::unit) && pieces_[end].value == static_cast<int>(TimeUnit::quarter);
    if (quarter || pieces_.reads(end, "period")) ++end;
    Moment from = resolver_.period().known() ? resolver_.period() : resolver_.narrative();
    if (quarter && from.unit != TimeUnit::quarter) from = resolver_.unit(TimeUnit::quarter, -1);
    return moved(at, end, one, from, -1);
}

// "the week of 10 April", "week 31"
ReadDate DateReader::read_week_of(std::uint32_t begin, std::uint32_t at) {
    constexpr int kWeeks = 53;
    const Piece& number = pieces_[at];
    if (pieces_.is_digits(at) && number.digits <= 2 && number.value >= 1 && number.value <= kWeeks &&
        resolver_.knows_today()) {
        return point(begin, at + 1,
                     widen(day_moment(base::first_day_of({resolver_.today().year, number.value})), TimeUnit::week));
    }
    if (!pieces_.is(at, Kind::of)) return {};
    const ReadDate day = read_core(at + 1);
    if (!day || day.date.moment.unit != TimeUnit::day || !is_placed(day.date.moment)) return {};
    return point(begin, day.end, widen(day.date.moment, TimeUnit::week));
}

// A unit that nothing but an article stands before: "the week", "the year".
ReadDate DateReader::read_unit_alone(std::uint32_t at) {
    const bool the = pieces_.is(at, Kind::the);
    const std::uint32_t place = the ? at + 1 : at;
    const Piece& piece = pieces_[place];
    if (piece.kind != Kind::unit) return {};
    const auto unit = static_cast<TimeUnit>(piece.value);
    if (unit == TimeUnit::weekend) {
        ReadDate read = point(at, place + 1, resolver_.weekend(Which::open, tense(at)));
        return read;
    }
    if (unit == TimeUnit::week) {
        if (const ReadDate week = read_week_of(at, place + 1)) return week;
    }
    if (!the || unit < TimeUnit::day || unit > TimeUnit::year) return {};
    if (unit == TimeUnit::year && (pieces_.is(place + 1, Kind::number) || view_.is_number(pieces_[place].token + 1))) {
        return {};  // "the year 2000" is read elsewhere, "the year 99999" is none
    }
    if (unit == TimeUnit::quarter && resolver_.period().unit == unit) return point(at, place + 1, resolver_.period());
    return point(at, place + 1, resolver_.unit(unit, unit == TimeUnit::quarter ? -1 : 0));
}

// Days and times that are told by their distance from others.
ReadDate DateReader::read_relative(std::uint32_t at) {
    const Piece& piece = pieces_[at];
    switch (piece.kind) {
        case Kind::relative_day: return point(at, at + 1, shift(resolver_.today(), piece.value, TimeUnit::day));
        case Kind::tonight:
        case Kind::overnight: {
            ReadDate read = point(at, at + 1, resolver_.today());
            set_part(read, DayPart::night);
            return read;
        }
        default: break;
    }
    // The word behind an article says which rules can apply.
    const bool the = piece.kind == Kind::the;
    const Kind kind = the ? pieces_[at + 1].kind : piece.kind;
    const bool unit = kind == Kind::unit;
    ReadDate longest;
    const auto keep = [&longest](const ReadDate& read) {
        if (read.end > longest.end) longest = read;
    };
    if (unit || kind == Kind::day_part) keep(read_day_beside(at));
    if (is_which(kind)) keep(read_directed(at));
    if (kind == Kind::now || kind == Kind::lately || kind == Kind::recent || kind == Kind::future_noun ||
        kind == Kind::last_one || kind == Kind::none) {
        keep(read_reference(at));
    }
    if (unit || piece.kind == Kind::article) keep(read_year_ago(at));
    if (!unit && !is_which(kind)) keep(read_amount_away(at));
    if (unit && !longest) keep(read_unit_alone(at));
    return longest;
}

}  // namespace axray::language
