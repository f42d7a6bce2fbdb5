#include "language/dates/first_words.hpp"

namespace axray::language {

std::uint8_t opens(DateWordKind kind) {
    using Kind = DateWordKind;
    switch (kind) {
        case Kind::month:
        case Kind::short_month:
        case Kind::short_weekday: return kOpensDays;
        case Kind::weekday: return kOpensDays | kOpensSet;
        case Kind::number: return kOpensDays | kOpensRelative | kOpensPart | kOpensYear | kOpensClock | kOpensSet;
        case Kind::ordinal: return kOpensDays | kOpensPart | kOpensYear;
        case Kind::the: return kOpensDays | kOpensRelative | kOpensPart | kOpensYear | kOpensDayPart;
        case Kind::unit: return kOpensDays | kOpensRelative | kOpensPart | kOpensYear | kOpensClock;
        case Kind::article: return kOpensRelative | kOpensClock;
        case Kind::half: return kOpensRelative | kOpensClock;
        case Kind::last_one: return kOpensRelative | kOpensPart;
        case Kind::units:
        case Kind::fortnight:
        case Kind::relative_day:
        case Kind::tonight:
        case Kind::overnight:
        case Kind::now:
        case Kind::lately:
        case Kind::recent:
        case Kind::future_noun:
        case Kind::this_one:
        case Kind::next_one:
        case Kind::same_one:
        case Kind::latest_one:
        case Kind::couple:
        case Kind::few: return kOpensRelative;
        case Kind::earlier:
        case Kind::later:
        case Kind::early:
        case Kind::late:
        case Kind::mid:
        case Kind::beginning:
        case Kind::middle:
        case Kind::end:
        case Kind::short_place: return kOpensPart;
        case Kind::hour_name: return kOpensClock;
        case Kind::season:
        case Kind::holiday:
        case Kind::decade: return kOpensYear;
        case Kind::day_part: return kOpensDayPart | kOpensRelative;
        case Kind::each:
        case Kind::each_unit:
        case Kind::per:
        case Kind::once: return kOpensSet;
        // Signs before a short year, decimal numbers, "right now", "year 2024".
        case Kind::none: return kOpensDays | kOpensRelative | kOpensYear | kOpensClock;
        default: return kOpensNothing;
    }
}

}  // namespace axray::language
