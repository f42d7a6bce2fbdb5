#include <algorithm>
#include <array>

#include "language/dates/date_reader.hpp"
#include "language/words/lexicon.hpp"

namespace axray::language {

int DateReader::year_at(std::uint32_t at) const {
    const Piece& piece = pieces_[at];
    if (piece.digits != 4 || piece.plural || piece.kind != Kind::number) return 0;
    return piece.value >= 1000 && piece.value <= 2099 ? piece.value : 0;
}

// The position of a year that follows a day or month at `at`: ", 2024", "2024", "of 2024"; 0 when none does.
std::uint32_t DateReader::year_after(std::uint32_t at) const {
    if (year_at(at) != 0) return at;
    const bool joint = pieces_.is(at, Sign::comma) || pieces_.is(at, Kind::of) || pieces_.is(at, Kind::in);
    if (joint && year_at(at + 1) != 0) return at + 1;
    return 0;
}

// "'89", and 74 of "31-Oct-74".
int DateReader::short_year_at(std::uint32_t at) const {
    const Piece& piece = pieces_[at];
    if (piece.digits != 2 || piece.plural || piece.kind != Kind::number) return 0;
    return piece.value + (piece.value < 50 ? 2000 : 1900);
}

ReadDate DateReader::read_year(std::uint32_t at) {
    if (const ReadDate words = read_year_in_words(at)) return words;
    const int year = year_at(at);
    const std::uint32_t noun = pieces_.is(at, Kind::the) ? at + 1 : at;
    if (pieces_.reads(noun, "year")) {
        if (const ReadDate words = read_year_in_words(noun + 1)) {
            ReadDate read = words;
            read.begin = at;
            return read;
        }
    }
    if (pieces_.reads(noun, "year") && year_at(noun + 1) != 0) {
        ReadDate read = point(at, noun + 2, year_moment(year_at(noun + 1)));
        read.date.year = static_cast<std::int16_t>(year_at(noun + 1));
        return read;
    }
    if (year == 0) {
        const bool mark = pieces_.is(at, Sign::close_single) || pieces_.is(at, Sign::straight_single) ||
                          pieces_.is(at, Sign::open_single);
        const int short_year = short_year_at(at + 1);
        const bool before =
            pieces_.is(at - 1, Kind::in) || pieces_.is(at - 1, Kind::since) || pieces_.is(at - 1, Kind::of);
        if (!mark || !before || short_year == 0 || !pieces_[at + 1].joined) return {};
        return point(at, at + 2, year_moment(short_year));
    }
    if (!year_in_context(at, year)) return {};
    ReadDate read = point(at, at + 1, year_moment(year));
    read.date.year = static_cast<std::int16_t>(year);
    return read;
}

// "nineteen eighty six", "two thousand eighteen": only where it says more than a number does.
ReadDate DateReader::read_year_in_words(std::uint32_t at) const {
    const Piece& first = pieces_[at];
    if (first.kind != Kind::number || first.digits != 0) return {};
    int year = 0;
    std::uint32_t end = at + 1;
    const auto below_hundred = [this](std::uint32_t place, std::uint32_t& after) {
        const Piece& tens = pieces_[place];
        if (tens.kind != Kind::number || tens.digits != 0) return -1;
        after = place + 1;
        const std::uint32_t next = pieces_.past_hyphen(after);
        const Piece& ones = pieces_[next];
        if (tens.value < 20 || ones.kind != Kind::number || ones.digits != 0 || ones.value > 9) return tens.value;
        after = next + 1;
        return tens.value + ones.value;
    };
    if ((first.value >= 17 && first.value <= 20) && pieces_.is(end, Kind::number) && pieces_[end].value >= 10) {
        const int rest = below_hundred(end, end);
        if (rest < 10) return {};
        year = first.value * 100 + rest;
    } else if (first.value == 2 && pieces_.is(end, Kind::scale) && pieces_[end].value == 1000) {
        ++end;
        if (pieces_.is(end, Kind::conjunction)) ++end;
        const int rest = below_hundred(end, end);
        if (rest <= 0 && !pieces_.reads(at - 1, "year")) return {};
        year = 2000 + std::max(rest, 0);
    }
    if (year == 0 || counts_words(end)) return {};
    ReadDate read = point(at, end, year_moment(year));
    read.date.year = static_cast<std::int16_t>(year);
    return read;
}

// "2014-2022", "2014 to 2022", "between 2014 and 2022", "2014-22": two dates.
ReadDays DateReader::read_years(std::uint32_t at) {
    const int year = year_at(at);
    if (year == 0) return {};
    const bool hyphen = pieces_.is_joined(at + 1, Sign::hyphen) || pieces_.is_joined(at + 1, Sign::dash);
    const bool to = pieces_.is(at + 1, Kind::to) || pieces_.is(at + 1, Kind::until);
    const bool before = pieces_.is(at - 1, Kind::between) || pieces_.is(at - 1, Kind::in);
    const bool conjunction = pieces_.reads(at + 1, "and") && before;
    if (!hyphen && !to && !conjunction) return {};
    int last = year_at(at + 2);
    if (last == 0 && hyphen && pieces_[at + 2].digits == 2 && !pieces_[at + 2].plural) {
        last = year / 100 * 100 + pieces_[at + 2].value;
    }
    constexpr int kLongest = 300;
    if (last < year || (last == year && !hyphen) || (to && last - year > kLongest)) return {};
    if (pieces_.is_joined(at + 3, Sign::hyphen) || counts(at + 3)) return {};
    ReadDays days;
    days.first = point(at, at + 1, year_moment(year));
    days.first.date.year = static_cast<std::int16_t>(year);
    days.first.date.opens_range = !conjunction || pieces_.is(at - 1, Kind::between);
    days.last = point(at + 2, at + 3, year_moment(last));
    days.last.date.year = static_cast<std::int16_t>(last);
    return days;
}

// A plural noun, a unit, a multiplier: what stands before it was a count.
bool DateReader::counts(std::uint32_t at) const {
    if (at >= pieces_.size()) return false;
    if (pieces_.is(at, Sign::percent)) return true;
    const std::uint32_t token = pieces_[at].token;
    if (!view_.is_word(token) || view_.has(token, kFunctionWord) || view_.capitalised(token)) return false;
    if (view_.uses(token, kUseMultiplier | kUsePercent | kUseCurrency)) return true;
    return view_.can_be(token, kPlural) && !view_.can_be(token, kPastForm);
}

bool DateReader::counts_words(std::uint32_t at) const {
    return pieces_.is(at, Kind::scale) || pieces_.is(at, Kind::unit) || pieces_.is(at, Kind::units) || counts(at);
}

bool DateReader::bracketed(std::uint32_t at) const {
    return at > 0 && pieces_.is(at - 1, Sign::open_bracket) &&
           (pieces_.is(at + 1, Sign::close_bracket) || pieces_.is(at + 1, Sign::comma));
}

// Four digits are a year only where the words around them say so.
bool DateReader::year_in_context(std::uint32_t at, int year) const {
    const Piece& piece = pieces_[at];
    const bool first = at == 0;
    const std::uint32_t token = piece.token;
    const std::uint32_t before = token - 1;
    if (!first && piece.joined && pieces_[at - 1].is_sign) {
        const Sign sign = pieces_[at - 1].sign;
        if (sign != Sign::open_bracket && sign != Sign::hyphen && sign != Sign::close_single &&
            sign != Sign::open_quote && sign != Sign::straight_quote && sign != Sign::dash) {
            return false;  // "$2000", "#2000"
        }
    }
    if (pieces_.is_joined(at + 1, Sign::colon) || pieces_.is_joined(at + 1, Sign::slash)) return false;
    const bool modern = year >= 1900;
    const auto reads_before = [&](std::string_view word) { return !first && pieces_.reads(at - 1, word); };
    if (counts(at + 1)) return modern && (reads_before("in") || reads_before("since"));
    if (!first && view_.is_word(before) && view_.uses(before, kUseDateContext)) {
        return modern || !view_.is_word(token + 1) || view_.has(token + 1, kFunctionWord);
    }
    if (!first && view_.uses(before, kUseMonth | kUseMonthAbbreviation)) return true;
    if (!modern) return bracketed(at);
    static const std::uint64_t kPossessive = hash_word("'s");
    if (view_.is_form(token + 1, kPossessive) && view_.touches_previous(token + 1)) return true;
    if (!first && (pieces_.is(at - 1, Kind::about) || pieces_.is(at - 1, Kind::more) ||
                   pieces_.is(at - 1, Kind::than) || pieces_.is(at - 1, Kind::at_least))) {
        return false;
    }
    if (bracketed(at)) return true;
    const bool ends = at + 1 >= pieces_.size() || (pieces_[at + 1].is_sign && !pieces_.is(at + 1, Sign::hyphen)) ||
                      view_.has(token + 1, kFunctionWord);
    const bool determined = !first && (view_.uses(before, kUseDeterminer) ||
                                       (view_.capitalised(before) && !view_.has(before, kSentenceInitial)) ||
                                       view_.can_be(before, kAdjective) || view_.is_form(before, kPossessive));
    return ends || determined || first;
}

// "1990s", "the '90s", "the nineties"
ReadDate DateReader::read_decade(std::uint32_t at) {
    const Piece& piece = pieces_[at];
    int year = piece.value;
    if (piece.kind == Kind::decade) {
        if (at == 0 ||
            !(pieces_.is(at - 1, Kind::the) || pieces_.is(at - 1, Kind::early) || pieces_.is(at - 1, Kind::late) ||
              pieces_.is(at - 1, Kind::mid) || pieces_.is(at - 1, Sign::hyphen))) {
            return {};
        }
        year += 1900;
    } else {
        if (piece.kind != Kind::number || !piece.plural) return {};
        if (piece.digits == 2) {
            const bool marked =
                at > 0 && (pieces_.is(at - 1, Sign::close_single) || pieces_.is(at - 1, Sign::straight_single));
            const bool named = at > 0 && (pieces_.is(at - 1, Kind::the) || pieces_.is(at - 1, Kind::early) ||
                                          pieces_.is(at - 1, Kind::late) || pieces_.is(at - 1, Kind::mid));
            if ((!marked && !named) || year % 10 != 0) return {};
            year += year < 30 ? 2000 : 1900;
        } else if (piece.digits != 4) {
            return {};
        }
    }
    if (year < 1000 || year > 2099 || year % 10 != 0) return {};
    ReadDate read = point(at, at + 1, widen(year_moment(year), TimeUnit::decade));
    const bool century = year % 100 == 0 && year < 2000;
    if (century) read.date.moment.unit = TimeUnit::century;
    read.date.year = static_cast<std::int16_t>(year);
    read.date.last_year = static_cast<std::int16_t>(year + (century ? 99 : 9));
    return read;
}

// "the 20th century", "the nineteenth century", "fifth century BC"
ReadDate DateReader::read_century(std::uint32_t at) {
    const int number = ordinal_at(at);
    const std::uint32_t unit = pieces_.past_hyphen(at + 1);
    constexpr int kLast = 30;
    if (number < 1 || number > kLast || !pieces_.is(unit, Kind::unit) ||
        pieces_[unit].value != static_cast<int>(TimeUnit::century)) {
        return {};
    }
    if (pieces_.is(unit + 1, Kind::era) && pieces_[unit + 1].value == 0) {
        ReadDate read = point(at, unit + 2, {});
        read.date.moment.unit = TimeUnit::century;
        return read;
    }
    return point(at, unit + 1, widen(year_moment(number == 1 ? 1 : (number - 1) * 100), TimeUnit::century));
}

}  // namespace axray::language
