#include "language/dates/clock.hpp"

namespace axray::language {
namespace {

using Kind = DateWordKind;

bool is_minute(const Pieces& pieces, std::uint32_t at) {
    return pieces.is_digits(at) && pieces[at].digits == 2 && pieces[at].value < 60 && pieces.is(at, Kind::number);
}

// "10:30", "10:30:15", with `end` behind it.
ReadClock with_colon(const Pieces& pieces, std::uint32_t at) {
    const Piece& hour = pieces[at];
    if (!pieces.is_digits(at) || hour.digits > 2 || hour.value > 24 || !pieces.is_joined(at + 1, Sign::colon) ||
        !is_minute(pieces, at + 2)) {
        return {};
    }
    ReadClock clock{.end = at + 3, .hour = hour.value, .minute = pieces[at + 2].value};
    if (pieces.is_joined(at + 3, Sign::colon)) {
        if (!is_minute(pieces, at + 4)) return {};
        clock.second = pieces[at + 4].value;
        clock.end = at + 5;
    }
    return clock;
}

// "7.30" as one token.
ReadClock with_point(const Pieces& pieces, std::uint32_t at) {
    const TokenView& view = pieces.view();
    if (at >= pieces.size() || pieces[at].kind != Kind::none || !view.is_number(pieces[at].token)) return {};
    const std::string_view written = view.slice(pieces[at].token);
    const std::size_t point = written.find('.');
    if (point == std::string_view::npos || point == 0 || point > 2 || written.size() != point + 3) return {};
    const auto digit = [&written](std::size_t place) { return written[place] - '0'; };
    const int hour = point == 2 ? digit(0) * 10 + digit(1) : digit(0);
    const int minute = digit(point + 1) * 10 + digit(point + 2);
    if (hour > 24 || minute > 59 || minute < 0) return {};
    return {.end = at + 1, .hour = hour, .minute = minute};
}

// "330" before "pm".
ReadClock of_many_digits(const Pieces& pieces, std::uint32_t at) {
    const Piece& number = pieces[at];
    if (number.digits < 3 || number.digits > 4 || number.plural || number.value % 100 > 59) return {};
    const int hour = number.value / 100;
    if (hour < 1 || hour > 12) return {};
    return {.end = at + 1, .hour = hour, .minute = number.value % 100};
}

ReadClock of_hour(const Pieces& pieces, std::uint32_t at) {
    const Piece& number = pieces[at];
    if (!pieces.is(at, Kind::number) || number.plural || number.digits > 2 || number.value > 24) return {};
    return {.end = at + 1, .hour = number.value};
}

// "three twenty", "nine fifty nine"
ReadClock in_words(const Pieces& pieces, std::uint32_t at) {
    ReadClock clock = of_hour(pieces, at);
    if (clock.end == 0 || pieces[at].digits != 0 || clock.hour < 1 || clock.hour > 12) return {};
    clock.end = pieces.past_hyphen(clock.end);
    const Piece& minutes = pieces[clock.end];
    if (minutes.kind != Kind::number || minutes.digits != 0 || minutes.value < 10 || minutes.value > 59) return {};
    clock.minute = minutes.value;
    ++clock.end;
    const std::uint32_t next = pieces.past_hyphen(clock.end);
    const Piece& ones = pieces[next];
    if (minutes.value >= 20 && ones.kind == Kind::number && ones.digits == 0 && ones.value > 0 && ones.value < 10) {
        clock.minute += ones.value;
        clock.end = next + 1;
    }
    return clock;
}

// "p.m.", "pm", "p. m."; takes in the time zone too.
ReadClock with_meridiem(const Pieces& pieces, ReadClock clock) {
    if (clock.end == 0) return clock;
    std::uint32_t at = clock.end;
    if (pieces.is(at, Kind::oclock)) {
        clock.bare = false;
        clock.end = ++at;
    }
    const Piece& piece = pieces[at];
    if (piece.kind == Kind::meridiem && clock.hour <= 12) {
        clock.hour = clock.hour % 12 + piece.value;
        clock.half_known = true;
        clock.bare = false;
        clock.end = at + 1;
    }
    if (clock.hour > 12) clock.half_known = true;
    if (!clock.bare && pieces.is(clock.end, Kind::zone)) ++clock.end;
    return clock;
}

// "half past three", "a quarter to 8pm", "20 minutes past 3pm"
ReadClock past_or_to(const Pieces& pieces, std::uint32_t at) {
    std::uint32_t place = at;
    int minutes = 0;
    if (pieces.is(place, Kind::half)) {
        minutes = 30;
        ++place;
    } else if (pieces.reads(pieces.is(place, Kind::article) ? place + 1 : place, "quarter")) {
        minutes = 15;
        place = pieces.is(place, Kind::article) ? place + 2 : place + 1;
    } else if (pieces.is(place, Kind::number) && !pieces[place].plural && pieces[place].value > 0 &&
               pieces[place].value < 60 && pieces[place].digits <= 2) {
        minutes = pieces[place].value;
        ++place;
        if (pieces[place].kind == Kind::units && pieces[place].value == static_cast<int>(TimeUnit::minute)) ++place;
    } else {
        return {};
    }
    const bool past = pieces.reads(place, "past") || pieces.reads(place, "after");
    const bool to = pieces.reads(place, "to") || pieces.reads(place, "before");
    if (!past && !to) return {};
    if (to && place == at + 1 && pieces[at].digits != 0) return {};  // "10 to 12": a range
    ReadClock clock = read_clock(pieces, place + 1);
    if (clock.end == 0 && (past || minutes == 15)) clock = with_meridiem(pieces, of_hour(pieces, place + 1));
    if (clock.end == 0 || clock.minute > 0 || clock.hour < 1) return {};
    if (to) clock.hour -= 1;
    clock.minute = to ? 60 - minutes : minutes;
    clock.bare = false;
    return clock;
}

}  // namespace

ReadClock read_clock(const Pieces& pieces, std::uint32_t at) {
    const Piece& piece = pieces[at];
    if (piece.kind == Kind::hour_name) return {.end = at + 1, .hour = piece.value, .half_known = true};
    if (const ReadClock colon = with_colon(pieces, at); colon.end != 0) return with_meridiem(pieces, colon);
    if (const ReadClock said = past_or_to(pieces, at); said.end != 0) return said;
    for (ReadClock clock : {with_point(pieces, at), of_many_digits(pieces, at), in_words(pieces, at)}) {
        clock.bare = true;
        clock = with_meridiem(pieces, clock);
        if (clock.end != 0 && !clock.bare) return clock;
    }
    ReadClock hour = of_hour(pieces, at);
    if (hour.end == 0) return {};
    hour.bare = true;
    const Piece& next = pieces[hour.end];
    if (next.joined && next.kind == Kind::units && next.value == static_cast<int>(TimeUnit::hour) &&
        pieces.view().slice(next.token).size() <= 5 && (hour.hour > 12 || is_minute(pieces, hour.end + 1))) {  // "15h"
        ++hour.end;
        hour.bare = false;
        hour.half_known = true;
        hour.minute = 0;
        if (is_minute(pieces, hour.end) && pieces[hour.end].joined) {
            hour.minute = pieces[hour.end].value;
            ++hour.end;
        }
        return with_meridiem(pieces, hour);
    }
    hour = with_meridiem(pieces, hour);
    return hour.bare ? ReadClock{} : hour;
}

ReadClock read_bare_hour(const Pieces& pieces, std::uint32_t at) {
    for (ReadClock clock :
         {read_clock(pieces, at), with_point(pieces, at), in_words(pieces, at), of_hour(pieces, at)}) {
        if (clock.end == 0) continue;
        const Piece& next = pieces[clock.end];
        const bool counts = next.is_sign && (next.sign == Sign::percent || next.sign == Sign::colon);
        if (counts || next.kind == Kind::unit || next.kind == Kind::units || next.kind == Kind::scale) return {};
        if (clock.hour == 0 && clock.minute < 0) return {};
        return clock;
    }
    return {};
}

ReadDayPart read_day_part(const Pieces& pieces, std::uint32_t at) {
    std::uint32_t place = at;
    if (pieces.is(place, Kind::in) || pieces.is(place, Kind::at) || pieces.is(place, Kind::during)) ++place;
    if (pieces.is(place, Kind::the) || pieces.is(place, Kind::this_one)) ++place;
    if (pieces.is(place, Kind::early) || pieces.is(place, Kind::late)) ++place;
    if (pieces.is(place, Kind::day_part)) return {place + 1, static_cast<DayPart>(pieces[place].value)};
    if (place == at && (pieces.is(at, Kind::tonight) || pieces.is(at, Kind::overnight)))
        return {at + 1, DayPart::night};
    return {};
}

ReadClock in_day_part(ReadClock clock, DayPart part) {
    if (clock.half_known || clock.hour > 12) return clock;
    switch (part) {
        case DayPart::morning: clock.hour = clock.hour == 12 ? 0 : clock.hour; break;
        case DayPart::midday:
        case DayPart::afternoon:
        case DayPart::evening: clock.hour = clock.hour == 12 ? 12 : clock.hour + 12; break;
        case DayPart::night:
            if (clock.hour == 12)
                clock.hour = 0;
            else if (clock.hour >= 5)
                clock.hour += 12;
            break;
        default: return clock;
    }
    clock.half_known = true;
    return clock;
}

}  // namespace axray::language
