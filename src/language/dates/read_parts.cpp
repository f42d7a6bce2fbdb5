#include <algorithm>

#include "language/dates/date_reader.hpp"

namespace axray::language {

// "third", "3rd", and "second"; "last" and "final" are -1; 0 for anything else.
int DateReader::ordinal_at(std::uint32_t at) const {
    const Piece& piece = pieces_[at];
    if (piece.kind == Kind::ordinal) return piece.value;
    if (piece.kind == Kind::unit && pieces_.reads(at, "second")) return 2;
    if (piece.kind == Kind::last_one && pieces_.reads(at, "last")) return -1;
    return 0;
}

// The whole that something is a part of, behind "of" or "in".
ReadDate DateReader::read_whole(std::uint32_t at) {
    ReadDate whole = read_core(at);
    if (!whole || whole.date.type == DateType::duration || whole.date.type == DateType::set) return {};
    return whole;
}

// The `count`-th day, weekday, week, month or quarter of a whole, from its end when below zero.
Moment DateReader::nth_of(const Moment& whole, TimeUnit unit, int weekday, int count) const {
    constexpr std::int64_t kDay = 86400;
    const TimeInterval interval = interval_of(whole);
    constexpr int kMost = 366;
    if (!interval.known() || count == 0 || count > kMost || count < -kMost) return {};
    const std::int64_t begin = interval.begin / kDay;
    const std::int64_t last = interval.end / kDay - 1;
    const int step = count > 0 ? count - 1 : count + 1;
    Moment found;
    if (weekday != 0) {
        const std::int64_t edge = count > 0 ? begin + (weekday - base::weekday_of(begin) + 7) % 7
                                            : last - (base::weekday_of(last) - weekday + 7) % 7;
        found = day_moment(edge + 7LL * step);
    } else if (unit == TimeUnit::week) {
        // The first week is the one that holds the first Thursday, as for years.
        const std::int64_t edge =
            count > 0 ? begin + (4 - base::weekday_of(begin) + 7) % 7 : last - (base::weekday_of(last) - 4 + 7) % 7;
        found = widen(day_moment(edge - 3 + 7LL * step), TimeUnit::week);
    } else if (unit == TimeUnit::weekend) {
        const Moment saturday = nth_of(whole, TimeUnit::day, 6, count);
        if (saturday.known()) found = widen(saturday, unit);
    } else if (unit >= TimeUnit::day) {
        const Moment edge = widen(day_moment(count > 0 ? begin : last), unit);
        found = shift(edge, step, unit);
    }
    const TimeInterval inside = interval_of(found);
    if (!inside.known() || inside.end <= interval.begin || inside.begin >= interval.end) return {};
    return found;
}

// "the first Monday of May", "the last day of 2015", "the third week of October", "the first half of 1989"
ReadDate DateReader::read_ordinal(std::uint32_t at) {
    std::uint32_t place = pieces_.is(at, Kind::the) ? at + 1 : at;
    int count = ordinal_at(place);
    if (count == 0) return {};
    ++place;
    if (count > 0 && pieces_.reads(place, "last")) {  // "the third last week"
        count = -count;
        ++place;
    }
    place = pieces_.past_hyphen(place);
    if (pieces_.is(place, Kind::half)) {
        const std::uint32_t of = pieces_.is(place + 1, Kind::of) ? place + 2 : place + 1;
        const int number = count == -1 ? 2 : count;
        if (number > 2) return {};
        const ReadDate whole = read_whole(of);
        if (whole && whole.date.moment.unit == TimeUnit::year && is_placed(whole.date.moment)) {
            return point(at, whole.end, part_of_year_of(TimeUnit::half_year, number, whole.date.moment.year));
        }
        return point(at, place + 1, resolver_.part_of_year(TimeUnit::half_year, number, tense(at)));
    }
    const Piece& piece = pieces_[place];
    const bool weekday = piece.kind == Kind::weekday;
    if (piece.kind != Kind::unit && !weekday) {
        // "the first nine months of 1989"
        const ReadAmount amount = read_amount(pieces_, place);
        if (amount.end == 0 || amount.article || (count != 1 && count != -1)) return {};
        ReadDate read = duration(at, amount);
        if (pieces_.is(amount.end, Kind::of)) {
            const ReadDate whole = read_whole(amount.end + 1);
            if (whole && whole.date.moment.unit > amount.amount[0].unit && is_placed(whole.date.moment)) {
                const int units = static_cast<int>(amount.amount[0].count);
                const TimeInterval first = interval_of(nth_of(whole.date.moment, amount.amount[0].unit, 0, count));
                const TimeInterval last =
                    interval_of(nth_of(whole.date.moment, amount.amount[0].unit, 0, count * units));
                if (first.known() && last.known()) {
                    read.end = whole.end;
                    read.date.interval = {std::min(first.begin, last.begin), std::max(first.end, last.end)};
                }
            }
        }
        return read;
    }
    const TimeUnit unit = weekday ? TimeUnit::day : static_cast<TimeUnit>(piece.value);
    if (pieces_.is(place + 1, Kind::of) || pieces_.is(place + 1, Kind::in)) {
        const ReadDate whole = read_whole(place + 2);
        if (whole && whole.date.moment.unit > unit) {
            return point(at, whole.end, nth_of(whole.date.moment, unit, weekday ? piece.value : 0, count));
        }
    }
    return {};
}

// "the third quarter of 2018", "third-quarter", "Q3 2018", "2018Q4"
ReadDate DateReader::read_quarter_name(std::uint32_t at) {
    const std::uint32_t begin = at;
    std::uint32_t place = pieces_.is(at, Kind::the) ? at + 1 : at;
    int year = year_at(place);
    if (year != 0) {
        ++place;
        if (pieces_.is_joined(place, Sign::hyphen)) ++place;
    }
    const auto is_quarter = [this](std::uint32_t where) {
        return pieces_.is(where, Kind::unit) && pieces_[where].value == static_cast<int>(TimeUnit::quarter);
    };
    int number = 0;
    if (is_quarter(place) && pieces_[place + 1].joined && pieces_.is_digits(place + 1) &&
        pieces_[place + 1].digits == 1) {
        number = pieces_[place + 1].value;
        place += 2;
    } else if (year != 0 && (is_quarter(place) || pieces_.reads(place, "period"))) {  // "the 1988 quarter"
        const Moment& told = resolver_.period();
        if (told.unit != TimeUnit::quarter) return {};
        ReadDate read = point(begin, place + 1, part_of_year_of(TimeUnit::quarter, (told.month - 1) / 3 + 1, year));
        read.date.reckoned = true;
        return read;
    } else {
        number = ordinal_at(place);
        if (number == -1 && pieces_.reads(place, "last")) return {};
        if (number == -1) number = 4;
        place = pieces_.past_hyphen(place + 1);
        if (pieces_.is(place, Kind::year_word_before)) ++place;
        if (number == 0 || !is_quarter(place)) return {};
        ++place;
    }
    if (number < 1 || number > 4) return {};
    if (year == 0) {
        if (const std::uint32_t token = year_after(place); token != 0) {
            year = year_at(token);
            place = token + 1;
        } else if (pieces_.is(place, Kind::of) || pieces_.is(place, Kind::this_one) ||
                   pieces_.is(place, Kind::last_one) || pieces_.is(place, Kind::next_one)) {
            const ReadDate whole = read_whole(pieces_.is(place, Kind::of) ? place + 1 : place);
            if (whole && whole.date.moment.unit == TimeUnit::year && is_placed(whole.date.moment)) {
                return point(begin, whole.end, part_of_year_of(TimeUnit::quarter, number, whole.date.moment.year));
            }
        }
    }
    if (year != 0) return point(begin, place, part_of_year_of(TimeUnit::quarter, number, year));
    return point(begin, place, resolver_.part_of_year(TimeUnit::quarter, number, tense(at)));
}

// "early March", "late last year", "mid-November", "the end of the month", "earlier this week"
ReadDate DateReader::read_modified(std::uint32_t at) {
    std::uint32_t place = at;
    DateModifier modifier = DateModifier::none;
    if (pieces_.is(place, Kind::the)) ++place;
    if (pieces_.is(place, Kind::short_place)) {  // "EOM"
        ReadDate read = point(at, place + 1, resolver_.unit(static_cast<TimeUnit>(pieces_[place].value), 0));
        read.date.modifier = DateModifier::end;
        return read;
    }
    switch (pieces_[place].kind) {
        case Kind::early:
        case Kind::beginning:
        case Kind::earlier: modifier = DateModifier::start; break;
        case Kind::mid:
        case Kind::middle: modifier = DateModifier::middle; break;
        case Kind::late:
        case Kind::later:
        case Kind::end: modifier = DateModifier::end; break;
        default: return {};
    }
    const Kind kind = pieces_[place].kind;
    const bool noun = kind == Kind::beginning || kind == Kind::middle || kind == Kind::end;
    ++place;
    if (noun) {
        if (!pieces_.is(place, Kind::of)) return {};
        ++place;
        if (pieces_.is(place, Kind::about)) ++place;
    } else {
        place = pieces_.past_hyphen(place);
        if (pieces_.is(place, Kind::in) || pieces_.is(place, Kind::on)) ++place;
    }
    if ((kind == Kind::earlier || kind == Kind::later) && !pieces_.is(place, Kind::this_one) &&
        !pieces_.is(place, Kind::the) && !pieces_.is(place, Kind::relative_day)) {
        return {};
    }
    ReadDate read = read_core(place);
    if (!read || read.date.type == DateType::duration || read.date.type == DateType::set ||
        read.date.reference != DateReference::none) {
        return {};
    }
    read.begin = at;
    read.weak = false;
    read.date.modifier = modifier;
    return read;
}

// A part of something larger.
ReadDate DateReader::read_part(std::uint32_t at) {
    const std::uint32_t place = pieces_.is(at, Kind::the) ? at + 1 : at;
    const Kind kind = pieces_[place].kind;
    const bool number = kind == Kind::number;
    if (number && year_at(place) == 0) return {};
    const bool ordinal = kind == Kind::ordinal || kind == Kind::unit || kind == Kind::last_one;
    if (!ordinal && !number) return read_modified(at);
    ReadDate longest = read_quarter_name(at);
    if (!ordinal) return longest;
    for (const ReadDate& read : {read_ordinal(at), read_century(place)}) {
        if (read.end > longest.end) longest = read;
    }
    if (longest) longest.begin = at;
    return longest;
}

}  // namespace axray::language
