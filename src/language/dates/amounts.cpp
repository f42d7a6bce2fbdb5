#include "language/dates/amounts.hpp"

#include "language/quantities/numbers.hpp"

namespace axray::language {
namespace {

using Kind = DateWordKind;

// "twenty", "twenty-five", "two hundred and five"; in digits "25", "2.5", "1/2", "2 1/2".
ReadNumber plain_number(const Pieces& pieces, std::uint32_t at) {
    const Piece& piece = pieces[at];
    const auto decimal = [&pieces](std::uint32_t place) {
        const TokenView& view = pieces.view();
        return place < pieces.size() && pieces[place].kind == Kind::none && view.is_number(pieces[place].token)
                   ? parse_digits(view.slice(pieces[place].token))
                   : -1.0;
    };
    if (const double value = decimal(at); value >= 0) return {.end = at + 1, .value = value};
    if (piece.kind != Kind::number || piece.plural) return {};
    double value = piece.value;
    std::uint32_t end = at + 1;
    const auto fraction = [&pieces](std::uint32_t place) {
        const bool is = pieces.is_digits(place) && pieces.is_joined(place + 1, Sign::slash) &&
                        pieces.is_digits(place + 2) && pieces[place + 2].value > pieces[place].value &&
                        pieces[place + 2].value <= 10;
        return is ? static_cast<double>(pieces[place].value) / pieces[place + 2].value : 0.0;
    };
    if (const double part = fraction(at); part > 0) return {.end = at + 3, .value = part};
    if (piece.digits > 0) {
        if (const double part = fraction(end); part > 0) return {.end = end + 3, .value = value + part};
    } else if (value >= 20 && pieces.is(pieces.past_hyphen(end), Kind::number)) {
        const Piece& ones = pieces[pieces.past_hyphen(end)];
        if (ones.digits == 0 && ones.value > 0 && ones.value < 10) {
            value += ones.value;
            end = pieces.past_hyphen(end) + 1;
        }
    }
    while (pieces.is(end, Kind::scale) && value < 1e6) {
        value *= pieces[end].value;
        ++end;
        const std::uint32_t next = pieces.is(end, Kind::conjunction) ? end + 1 : end;
        if (pieces.is(next, Kind::number) && pieces[next].digits == 0 && pieces[next].value > 0) {
            value += pieces[next].value;
            end = next + 1;
            if (pieces.is(pieces.past_hyphen(end), Kind::number) && pieces[end - 1].value >= 20) {
                value += pieces[pieces.past_hyphen(end)].value;
                end = pieces.past_hyphen(end) + 1;
            }
        }
    }
    return {.end = end, .value = value};
}

bool is_unit(const Pieces& pieces, std::uint32_t at) {
    return pieces.is(at, Kind::unit) || pieces.is(at, Kind::units) || pieces.is(at, Kind::fortnight);
}

// "and a half": where it ends, else `at`.
std::uint32_t past_half(const Pieces& pieces, std::uint32_t at) {
    if (!pieces.is(at, Kind::conjunction) || !pieces.is(at + 1, Kind::article)) return at;
    const std::uint32_t half = pieces.is(at + 2, Kind::half) ? at + 2 : at;
    return half > at ? half + 1 : at;
}

struct ReadUnit {
    std::uint32_t end = 0;
    TimeUnit unit = TimeUnit::none;
    double times = 1;
};

ReadUnit read_unit(const Pieces& pieces, std::uint32_t at) {
    std::uint32_t place = pieces.past_hyphen(at);
    for (int words = 0; words < 2; ++words) {
        if (pieces.is(place, Kind::only) || pieces.is(place, Kind::more) || pieces.is(place, Kind::year_word_before)) {
            ++place;
        }
    }
    const Piece& piece = pieces[place];
    if (piece.kind == Kind::fortnight) return {place + 1, TimeUnit::week, 2};
    if (piece.kind == Kind::day_part && piece.value == static_cast<int>(DayPart::night)) {
        return {place + 1, TimeUnit::day, 1};
    }
    if (!is_unit(pieces, place)) return {};
    return {place + 1, static_cast<TimeUnit>(piece.value), 1};
}

}  // namespace

ReadNumber read_number(const Pieces& pieces, std::uint32_t at) {
    const Piece& piece = pieces[at];
    if (piece.kind == Kind::half) {  // "half a", "half an"
        return pieces.is(at + 1, Kind::article) ? ReadNumber{.end = at + 2, .value = 0.5} : ReadNumber{};
    }
    if (piece.kind == Kind::few) return {.end = pieces.is(at + 1, Kind::of) ? at + 2 : at + 1, .value = -1};
    if (piece.kind == Kind::article || piece.kind == Kind::the) {
        if (pieces.is(at + 1, Kind::couple)) {
            return {.end = pieces.is(at + 2, Kind::of) ? at + 3 : at + 2, .value = 2};
        }
        if (pieces.is(at + 1, Kind::few)) return {.end = at + 2, .value = -1};
        if (pieces.is(at + 1, Kind::half)) return {.end = at + 2, .value = 0.5};
        if (pieces.is(at + 1, Kind::scale)) return {.end = at + 2, .value = static_cast<double>(pieces[at + 1].value)};
        if (piece.kind == Kind::article && pieces.reads(at + 1, "dozen")) return {.end = at + 2, .value = 12};
        return piece.kind == Kind::article ? ReadNumber{.end = at + 1, .value = 1, .article = true} : ReadNumber{};
    }
    if (piece.kind == Kind::couple) return {.end = pieces.is(at + 1, Kind::of) ? at + 2 : at + 1, .value = 2};
    ReadNumber number = plain_number(pieces, at);
    if (number.end != 0) {
        const std::uint32_t end = past_half(pieces, number.end);
        if (end > number.end) {
            number.end = end;
            number.value += 0.5;
        }
    }
    return number;
}

ReadAmount read_amount(const Pieces& pieces, std::uint32_t at) {
    ReadAmount result;
    std::uint32_t place = at;
    double shortest = 1e9;
    for (std::size_t part = 0; part < result.amount.size(); ++part) {
        const ReadNumber number = read_number(pieces, place);
        if (number.end == 0) break;
        const ReadUnit unit = read_unit(pieces, number.end);
        // A quarter is a length only beside a number of them: "a quarter of the people".
        if (unit.end == 0 || static_cast<double>(unit.unit) >= shortest) break;
        const Piece& first = pieces[place];
        if (first.digits == 4 && first.value >= 1900 && first.value < 2100 && pieces.is(unit.end - 1, Kind::unit))
            break;
        if (unit.unit == TimeUnit::second && pieces.is(unit.end - 1, Kind::unit) && number.article)
            break;  // "a second man"
        shortest = static_cast<double>(unit.unit);
        result.amount[part] = {number.value < 0 ? -1 : number.value * unit.times, unit.unit};
        result.end = unit.end;
        if (part == 0) result.article = number.article;
        result.about = result.about || number.value < 0;
        if (const std::uint32_t end = past_half(pieces, result.end); end > result.end && number.value >= 0) {
            result.amount[part].count += 0.5 * unit.times;
            result.end = end;
        }
        place = result.end;
        if (pieces.is(place, Sign::comma)) ++place;
        if (pieces.is(place, Kind::conjunction)) ++place;
    }
    return result;
}

ReadAmount read_bare_amount(const Pieces& pieces, std::uint32_t at) {
    if (!pieces.is(at, Kind::units)) return {};
    ReadAmount result;
    result.end = at + 1;
    result.bare = true;
    result.about = true;
    result.amount[0] = {-1, static_cast<TimeUnit>(pieces[at].value)};
    return result;
}

}  // namespace axray::language
