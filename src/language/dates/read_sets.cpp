#include "language/dates/date_reader.hpp"

namespace axray::language {
namespace {

Moment recurring(TimeUnit unit) {
    Moment moment;
    moment.unit = unit;
    return moment;
}

}  // namespace

// What happens again and again: "every Monday", "daily", "twice a week", "Mondays".
ReadDate DateReader::read_set(std::uint32_t at) {
    const Piece& piece = pieces_[at];
    ReadDate read;
    if (piece.kind == Kind::each) {
        read = read_each(at);
    } else if (piece.kind == Kind::each_unit) {
        const std::uint32_t next = pieces_[at].token + 1;
        const bool adjective = piece.value != static_cast<int>(TimeUnit::day) && at + 1 < pieces_.size() &&
                               view_.can_be(next, kNoun) && !view_.has(next, kFunctionWord) &&
                               !view_.can_be(next, kVerbFirst) && pieces_[at + 1].kind == Kind::none;
        if (adjective) return {};  // "a quarterly dividend"
        constexpr int kUnits = 16;
        read = point(at, at + 1, {});
        const double count = piece.value < kUnits ? 1 : piece.value / kUnits;
        read.date.amount[0] = {count, static_cast<TimeUnit>(piece.value % kUnits)};
    } else if (piece.kind == Kind::weekday && view_.slice(piece.token).back() == 's' && !pieces_.reads(at + 1, "of")) {
        read = point(at, at + 1, recurring(TimeUnit::day));
        read.date.moment.weekday = static_cast<std::int8_t>(piece.value);
        read.date.weekday = static_cast<std::int8_t>(piece.value);
    } else {
        read = read_times_in(at);
    }
    if (read) read.date.type = DateType::set;
    return read;
}

// "every day", "each of the last three years" is none, "every other week", "every two months", "every third day"
ReadDate DateReader::read_each(std::uint32_t at) {
    std::uint32_t place = at + 1;
    double count = 1;
    if (pieces_.is(place, Kind::other)) {
        count = 2;
        ++place;
    } else if (const int ordinal = ordinal_at(place); ordinal > 1) {
        count = ordinal;
        ++place;
    } else if (const ReadAmount amount = read_amount(pieces_, place); amount.end != 0 && !amount.article) {
        ReadDate read = point(at, amount.end, {});
        read.date.amount = amount.amount;
        return read;
    }
    const Piece& piece = pieces_[place];
    ReadDate read = point(at, place + 1, {});
    switch (piece.kind) {
        case Kind::unit: read.date.amount[0] = {count, static_cast<TimeUnit>(piece.value)}; return read;
        case Kind::fortnight: read.date.amount[0] = {2, TimeUnit::week}; return read;
        case Kind::weekday:
        case Kind::short_weekday:
            read.date.moment = recurring(TimeUnit::day);
            read.date.moment.weekday = static_cast<std::int8_t>(piece.value);
            read.date.weekday = static_cast<std::int8_t>(piece.value);
            if (pieces_.is(place + 1, Kind::day_part)) {
                read.date.moment.part = static_cast<DayPart>(pieces_[place + 1].value);
                ++read.end;
            }
            return read;
        case Kind::day_part:
            read.date.moment = recurring(TimeUnit::day);
            read.date.moment.part = static_cast<DayPart>(piece.value);
            return read;
        case Kind::month:
        case Kind::short_month:
            read.date.moment = recurring(TimeUnit::month);
            read.date.moment.month = static_cast<std::int8_t>(piece.value);
            return read;
        case Kind::season:
            read.date.moment = recurring(TimeUnit::season);
            read.date.moment.season = static_cast<Season>(piece.value);
            return read;
        case Kind::weekdays: read.date.amount[0] = {1, TimeUnit::day}; return read;
        default: return {};
    }
}

// "twice a week", "three times a day", "per year"
ReadDate DateReader::read_times_in(std::uint32_t at) {
    std::uint32_t place = at;
    if (pieces_.is(place, Kind::number) && pieces_.reads(place + 1, "times")) ++place;
    if (pieces_.is(place, Kind::once)) {
        ++place;
        if (!pieces_.is(place, Kind::article) && !pieces_.is(place, Kind::each) && !pieces_.is(place, Kind::per))
            return {};
        ++place;
    } else if (pieces_.is(place, Kind::per)) {
        ++place;
    } else {
        return {};
    }
    if (!pieces_.is(place, Kind::unit)) return {};
    ReadDate read = point(at, place + 1, {});
    read.date.amount[0] = {1, static_cast<TimeUnit>(pieces_[place].value)};
    return read;
}

}  // namespace axray::language
