#include "language/dates/date_reader.hpp"

namespace axray::language {

void DateReader::set_clock(ReadDate& read, const ReadClock& clock) const {
    Moment& moment = read.date.moment;
    int hour = clock.hour;
    if (hour == 24) {
        hour = 0;
        if (is_placed(moment)) moment = shift(moment, 1, TimeUnit::day);
    }
    moment.part = DayPart::none;
    moment.hour = static_cast<std::int8_t>(hour);
    moment.minute = static_cast<std::int8_t>(clock.minute);
    moment.second = static_cast<std::int8_t>(clock.second);
    moment.unit = clock.second >= 0 ? TimeUnit::second : clock.minute >= 0 ? TimeUnit::minute : TimeUnit::hour;
    read.date.type = DateType::time;
}

void DateReader::set_part(ReadDate& read, DayPart part) {
    if (!read.date.moment.known()) read.date.moment.unit = TimeUnit::day;
    read.date.moment.part = part;
    read.date.moment.unit = TimeUnit::day;
    read.date.type = DateType::time;
}

// What tells the time of a day that was just read: "at 10 p.m.", "in the morning", "night".
void DateReader::add_time_of_day(ReadDate& read) const {
    std::uint32_t place = read.end;
    if (pieces_.is(place, Sign::comma)) ++place;
    const bool lead = pieces_.is(place, Kind::from) || pieces_.is(place, Kind::between) ||
                      pieces_.is(place, Kind::before) || pieces_.is(place, Kind::after);
    const bool at = pieces_.is(place, Kind::at) || (lead && pieces_.is_digits(place + 1));
    const DateBound bound = pieces_.is(place, Kind::before)  ? DateBound::before
                            : pieces_.is(place, Kind::after) ? DateBound::after
                                                             : DateBound::none;
    if (const ReadDayPart part = read_day_part(pieces_, place); part.end != 0) {
        set_part(read, part.part);
        read.end = part.end;
        const std::uint32_t next = pieces_.is(part.end, Kind::at) ? part.end + 1 : part.end;
        ReadClock clock = next > part.end ? read_bare_hour(pieces_, next) : read_clock(pieces_, next);
        if (clock.end != 0) {
            set_clock(read, in_day_part(clock, part.part));
            read.end = clock.end;
        }
        return;
    }
    if (at || pieces_.is(place, Kind::about)) ++place;
    ReadClock clock = read_clock(pieces_, place);
    if (clock.end == 0 && at && place - 1 == read.end) clock = read_bare_hour(pieces_, place);
    if (clock.end == 0 || (clock.bare && counts_words(clock.end))) return;
    if (const ReadDayPart part = read_day_part(pieces_, clock.end); part.end != 0) {
        const std::uint32_t end = part.end;
        clock = in_day_part(clock, part.part);
        clock.end = end;
    }
    set_clock(read, in_half_of_end(clock));
    if (bound != DateBound::none) read.date.bound = bound;
    read.end = clock.end;
}

// The day that a time of the clock belongs to, when it is told behind it: "10 p.m. Friday", "8:23 AM, Jul 9".
ReadDate DateReader::read_date_of_clock(std::uint32_t at) {
    std::uint32_t place = at;
    if (pieces_.is(place, Sign::comma)) ++place;
    if (pieces_.is(place, Kind::on) || pieces_.is(place, Kind::of) || pieces_.is(place, Kind::from)) ++place;
    const ReadDate day = read_core(place);
    return day.is_day() && !day.weak ? day : ReadDate{};
}

// "3:30" of "3:30-4:30 pm" is of the half of the day that the end tells.
ReadClock DateReader::in_half_of_end(ReadClock clock) const {
    const std::uint32_t joint = range_joint(clock.end);
    if (clock.end == 0 || clock.half_known || joint == 0) return clock;
    const ReadClock last = read_clock(pieces_, joint);
    if (last.half_known && last.hour >= 12 && clock.hour < 12 && clock.hour + 12 <= last.hour) clock.hour += 12;
    return clock;
}

// "10 p.m.", "half past 3 on Friday", "8 tonight", "3 in the afternoon"
ReadDate DateReader::read_clock_first(std::uint32_t at) {
    ReadClock clock = read_clock(pieces_, at);
    bool sure = clock.end != 0;
    if (sure) clock = in_half_of_end(clock);
    if (!sure) {
        const Piece& piece = pieces_[at];
        const bool may = piece.kind == Kind::number || view_.is_number(piece.token);
        if (!may || (at > 0 && pieces_[at - 1].is_sign && piece.joined)) return {};
        clock = read_bare_hour(pieces_, at);
        if (clock.end == 0) return {};
        // "7-9pm": what follows says what half of the day it is.
        const std::uint32_t joint = range_joint(clock.end);
        if (joint != 0) {
            ReadClock last = read_clock(pieces_, joint);
            if (last.end == 0) {
                last = read_bare_hour(pieces_, joint);
                const ReadDayPart named = last.end != 0 ? read_day_part(pieces_, last.end) : ReadDayPart{};
                last = named.end != 0 ? in_day_part(last, named.part) : ReadClock{};
            }
            if (last.end != 0 && last.half_known && clock.hour <= 12) {
                sure = true;
                const int half = last.hour >= 12 && clock.hour < 12 && clock.hour + 12 <= last.hour ? 12 : 0;
                clock.hour += half;
            }
        }
    }
    const std::uint32_t day_end = clock.end;
    ReadDayPart part = read_day_part(pieces_, day_end);
    const bool named_day = pieces_.is(day_end, Kind::relative_day) && pieces_.is(at - 1, Kind::at);
    const bool behind_at =
        pieces_.is(at - 1, Kind::at) &&
        (day_end >= pieces_.size() || (pieces_[day_end].is_sign && !pieces_.is(day_end, Sign::dollar))) &&
        clock.hour <= 12;
    if (!sure && part.end == 0 && !named_day && !behind_at) {
        // "9 tomorrow morning"
        const bool morning = pieces_.is(day_end, Kind::relative_day) && pieces_.is(day_end + 1, Kind::day_part);
        if (!morning || clock.hour > 12) return {};
    }
    ReadDate read = point(at, clock.end, {});
    read.date.day_assumed = true;
    Moment day = resolver_.narrative().unit == TimeUnit::day ? resolver_.narrative() : resolver_.today();
    if (resolver_.knows_today() && dates_.empty()) day = resolver_.today();
    day.unit = TimeUnit::day;
    if (part.end != 0) {
        clock = in_day_part(clock, part.part);
        read.end = part.end;
    }
    if (ReadDate dated = read_date_of_clock(read.end)) {
        day = dated.date.moment;
        read.end = dated.end;
        if (pieces_.is(read.end, Kind::day_part)) {
            clock = in_day_part(clock, static_cast<DayPart>(pieces_[read.end].value));
            ++read.end;
        }
        const Date said = read.date;
        read.date = dated.date;
        read.date.opens_range = said.opens_range;
        read.date.day_assumed = false;
    }
    day.part = DayPart::none;
    read.date.moment = day;
    set_clock(read, clock);
    return read;
}

// "the morning of 5 May", "in the evening", "morning"
ReadDate DateReader::read_part_of_day(std::uint32_t at) {
    const std::uint32_t place = pieces_.is(at, Kind::the) ? at + 1 : at;
    if (!pieces_.is(place, Kind::day_part)) return {};
    const auto part = static_cast<DayPart>(pieces_[place].value);
    ReadDate read = point(at, place + 1, resolver_.today());
    read.date.day_assumed = true;
    read.weak = part == DayPart::midday;
    const std::uint32_t of = pieces_.is(place + 1, Kind::of) || pieces_.is(place + 1, Kind::on) ? place + 2 : 0;
    if (of != 0) {
        if (const ReadDate day = read_core(of); day.is_day()) {
            read.end = day.end;
            read.date = day.date;
            read.weak = false;
        }
    }
    set_part(read, part);
    return read;
}

}  // namespace axray::language
