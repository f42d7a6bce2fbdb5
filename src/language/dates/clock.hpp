// Times of the clock (Pieces -> ReadClock): "10:30", "5 p.m.", "half past three", "noon", "15h30", "8 o'clock".
// Part of the grammar of dates. Source: own rules.
#pragma once

#include "language/dates/date.hpp"
#include "language/dates/date_pieces.hpp"

namespace axray::language {

struct ReadClock {
    std::uint32_t end = 0;  // the piece after it; 0 when there is none
    int hour = 0;           // 0..24
    int minute = -1;
    int second = -1;
    bool half_known = false;  // before or after noon is said, or the hour is above 12
    bool bare = false;        // a number alone: an hour only beside other words of time
};

// Full: something says that it is a time of the clock.
[[nodiscard]] ReadClock read_clock(const Pieces& pieces, std::uint32_t at);
// An hour that nothing says to be one: "7", "7:30", "three twenty". For places after "at", and ends of ranges.
[[nodiscard]] ReadClock read_bare_hour(const Pieces& pieces, std::uint32_t at);

// "in the morning", "morning", "at night", "tonight"; end 0 when there is none.
struct ReadDayPart {
    std::uint32_t end = 0;
    DayPart part = DayPart::none;
};
[[nodiscard]] ReadDayPart read_day_part(const Pieces& pieces, std::uint32_t at);

// The hour as that part of the day has it: 3 in the afternoon is 15.
[[nodiscard]] ReadClock in_day_part(ReadClock clock, DayPart part);

}  // namespace axray::language
