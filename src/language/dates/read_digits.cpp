#include <array>

#include "language/dates/date_reader.hpp"

namespace axray::language {
namespace {

constexpr int kMonths = 12;

}  // namespace

// What stands between the digits has been compared with the calendar: `sure` where day and month can be told apart.
ReadDate DateReader::numeric(std::uint32_t begin, std::uint32_t end, base::Day day, bool sure) const {
    const Moment moment = day_moment(day);
    if (!moment.known()) return {};
    ReadDate read = point(begin, end, moment);
    read.date.year = static_cast<std::int16_t>(day.year);
    if (sure) {
        read.date.month = static_cast<std::int8_t>(day.month);
        read.date.day = static_cast<std::int8_t>(day.day);
    }
    return read;
}

// What stands before is the beginning of a stretch in digits: "10/1-11/7".
bool DateReader::ends_range_of_digits(std::uint32_t at) const {
    return at >= 4 && pieces_.is_digits(at - 2) && pieces_.is_joined(at - 3, Sign::slash) && range_joint(at - 1) == at;
}

// "2024-03-25", "25/03/2024", "25.03.2024", "20240325", "2024/Mar/25", "3/2024"
ReadDate DateReader::read_digits(std::uint32_t at) {
    const Piece& piece = pieces_[at];
    if (at > 0 && piece.joined && pieces_[at - 1].is_sign && !pieces_.is(at - 1, Sign::open_bracket) &&
        !pieces_.is(at - 1, Sign::straight_quote) && !pieces_.is(at - 1, Sign::straight_single) &&
        !pieces_.is(at - 1, Sign::open_single) && !ends_range_of_digits(at) && !pieces_.is(at - 1, Sign::open_quote)) {
        return {};
    }
    if (piece.kind == Kind::none) return read_dotted(at);
    if (!pieces_.is_digits(at) || piece.kind != Kind::number) return {};
    constexpr int kCompact = 8;
    if (piece.digits == kCompact) {
        const base::Day day{piece.value / 10000, piece.value / 100 % 100, piece.value % 100};
        return day.year >= 1900 && day.year <= 2099 ? numeric(at, at + 1, day, true) : ReadDate{};
    }
    for (const Sign sign : {Sign::hyphen, Sign::slash}) {
        if (!pieces_.is_joined(at + 1, sign)) continue;
        if (year_at(at) != 0) return read_year_first(at, sign);
        if (!pieces_.is_joined(at + 3, sign)) return read_two_numbers(at, sign);
        const Piece& second = pieces_[at + 2];
        const Piece& third = pieces_[at + 4];
        if (piece.digits > 2 || second.digits < 1 || second.digits > 2 || third.digits < 2 || third.plural) return {};
        const int year = year_at(at + 4) != 0 ? third.value : short_year_at(at + 4);
        if (year == 0 || pieces_.is_joined(at + 5, sign)) return {};
        // Day and month cannot be told apart where both are at most 12; the American order is the more common one.
        if (piece.value > kMonths) return numeric(at, at + 5, {year, second.value, piece.value}, true);
        const bool sure = second.value > kMonths || piece.value == second.value;
        return numeric(at, at + 5, {year, piece.value, second.value}, sure);
    }
    return {};
}

ReadDate DateReader::read_year_first(std::uint32_t at, Sign sign) {
    const int year = year_at(at);
    const Piece& second = pieces_[at + 2];
    const bool named = second.kind == Kind::month || second.kind == Kind::short_month;
    const bool in_digits = pieces_.is_digits(at + 2) && second.digits <= 2;
    if (!named && !in_digits) return {};
    if (pieces_.is_joined(at + 3, sign)) {
        const Piece& third = pieces_[at + 4];
        if (!pieces_.is_digits(at + 4) || third.digits > 2 || pieces_.is_joined(at + 5, sign)) return {};
        std::uint32_t end = at + 5;
        return numeric(at, end, {year, second.value, third.value}, true);
    }
    if (named || second.value < 1 || second.value > kMonths || pieces_[at + 3].joined) return {};
    if (second.digits == 2 && sign == Sign::hyphen && year % 100 < second.value) return {};  // "2009-11": a season
    ReadDate read = point(at, at + 3, month_moment(year, second.value));
    read.date.year = static_cast<std::int16_t>(year);
    return read;
}

// "3/2024" is a month; "3/25" a day where a preposition or a number above 12 says so.
ReadDate DateReader::read_two_numbers(std::uint32_t at, Sign sign) {
    const Piece& first = pieces_[at];
    const Piece& second = pieces_[at + 2];
    if (first.digits > 2 || first.value < 1 || sign != Sign::slash || !pieces_.is_digits(at + 2)) return {};
    if (year_at(at + 2) != 0 && first.value <= kMonths) {
        ReadDate read = point(at, at + 3, month_moment(second.value, first.value));
        read.date.year = static_cast<std::int16_t>(second.value);
        return read;
    }
    if (second.digits > 2 || second.value < 1) return {};
    const std::uint32_t before = at - 1;
    const bool told = pieces_.is(before, Kind::on) || pieces_.is(before, Kind::by) || pieces_.is(before, Kind::until) ||
                      pieces_.is(before, Kind::since) || weekday_at(before) || pieces_.is(before, Kind::after) ||
                      (pieces_.is(before, Sign::comma) && at > 1 && weekday_at(at - 2));
    const std::uint32_t joint = range_joint(at + 3);
    const bool range = joint != 0 && pieces_.is_digits(joint) && pieces_.is_joined(joint + 1, Sign::slash);
    const bool whole = at == 0 && at + 3 >= pieces_.size();
    if (!told && !whole && !range && !ends_range_of_digits(at)) return {};
    const bool day_first = first.value > kMonths;
    const int month = day_first ? second.value : first.value;
    const int day = day_first ? first.value : second.value;
    if (month > kMonths || day > base::days_of_month(2000, month)) return {};
    ReadDate read = point(at, at + 3, resolver_.day(month, day, Which::open, tense(at)));
    if (day > kMonths) {
        read.date.month = static_cast<std::int8_t>(month);
        read.date.day = static_cast<std::int8_t>(day);
    }
    return read;
}

ReadDate DateReader::read_dotted(std::uint32_t at) {
    if (at >= pieces_.size() || !view_.is_number(pieces_[at].token)) return {};
    std::array<int, 3> parts{};
    std::size_t part = 0;
    std::size_t digits = 0;
    for (const char byte : view_.slice(pieces_[at].token)) {
        if (byte == '.') {
            if (++part > 2 || digits == 0 || digits > 2) return {};
            digits = 0;
        } else if (byte < '0' || byte > '9' || ++digits > 4) {
            return {};
        } else {
            parts[part] = parts[part] * 10 + (byte - '0');
        }
    }
    if (part != 2 || digits != 4 || parts[2] < 1000 || parts[2] > 2099) return {};
    return numeric(at, at + 1, {parts[2], parts[1], parts[0]}, true);
}

}  // namespace axray::language
