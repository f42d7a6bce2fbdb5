#include <algorithm>
#include <array>
#include <cmath>

#include "language/quantities/number_cursor.hpp"

namespace axray::language {
namespace {

bool is_article(const NumberCursor& cursor, std::uint32_t at) { return cursor.word(at, "a") || cursor.word(at, "an"); }

ParsedNumber in_words(ParsedNumber number) {
    number.in_words = true;
    return number;
}

ParsedNumber counted(NumberCursor cursor, std::uint32_t tokens, double value) {
    cursor.at = std::min(cursor.at + tokens, cursor.end);
    return in_words(cursor.result(value, NumberKind::cardinal));
}

ParsedNumber vague(NumberCursor cursor, double factor) {
    const bool dozens = cursor.word(cursor.at, "dozens");
    const double base = factor * (dozens ? 12 : power_of_ten(cursor.view.value(cursor.at)));
    ++cursor.at;
    // "hundreds of thousands", "thousands of millions"
    if (cursor.word(cursor.at, "of") && cursor.uses(cursor.at + 1, kUseVague) && base >= 10) {
        ++cursor.at;
        return vague(cursor, base);
    }
    ParsedNumber number = cursor.result(base, NumberKind::vague);
    const bool one_step = factor > 1 || dozens || base <= 100;  // "tens of thousands", "dozens", "hundreds"
    number.high = base * (one_step ? 10 : 1000);
    return in_words(number);
}

ParsedNumber ordinal_word(NumberCursor cursor) {
    const double value = cursor.view.value(cursor.at);
    ++cursor.at;
    return in_words(cursor.result(value, NumberKind::ordinal));
}

// "seconds" are time; "second" counts before a noun, not after a number.
ParsedNumber second(NumberCursor cursor) {
    const std::uint32_t before = cursor.begin - 1;
    if (cursor.view.is_number(before) || cursor.view.uses(before, kUseCardinal) || cursor.view.reads(before, "per"))
        return {};
    return ordinal_word(cursor);
}

ParsedNumber fraction(NumberCursor& cursor, double value) {
    // "three quarters of a million"
    if (cursor.word(cursor.at, "of") && is_article(cursor, cursor.at + 1) && cursor.multiplier(cursor.at + 2) > 0) {
        cursor.at += 2;
    } else if (is_article(cursor, cursor.at) && cursor.multiplier(cursor.at + 1) > 0) {
        ++cursor.at;
    }
    ParsedNumber number = in_words(cursor.result(value, NumberKind::cardinal));
    number.fraction = true;
    return with_multipliers(cursor, number);
}

// "half of", "half the", "half a million", "half an hour", "half million"; not "the first half", "half-time".
ParsedNumber half(NumberCursor cursor) {
    const std::uint32_t next = cursor.at + 1;
    const bool share = cursor.uses(next, kUseDeterminer) || cursor.word(next, "of") || is_article(cursor, next) ||
                       cursor.word(next, "all") || cursor.multiplier(next) > 0 ||
                       cursor.uses(cursor.past_hyphen(next), kUseTimeUnit | kUseUnitName) ||
                       cursor.view.can_be(next, kPlural);
    if (!share || cursor.view.uses(cursor.at - 1, kUseOrdinal)) return {};
    ++cursor.at;
    return fraction(cursor, 0.5);
}

// "a dozen", "a couple", "a million", "a third of", "a half", "a quarter of a million".
ParsedNumber after_article(NumberCursor cursor) {
    const std::uint32_t next = cursor.at + 1;
    if (cursor.word(next, "couple")) return counted(cursor, cursor.word(next + 1, "of") ? 3 : 2, 2);
    if (cursor.word(next, "pair")) return cursor.word(next + 1, "of") ? counted(cursor, 3, 2) : ParsedNumber{};
    if (cursor.multiplier(next) > 0 && !cursor.uses(next, kUseVague)) {
        NumberCursor inner = cursor;
        ++inner.at;
        return in_words(with_groups(inner, 1));
    }
    const double denominator = cursor.denominator(next);
    if (denominator < 2) return {};
    const bool ends =
        next + 1 >= cursor.end || (cursor.view.is_sign(next + 1) && !cursor.joined(next + 1, Sign::hyphen));
    const bool million = cursor.multiplier(next + 1) > 0;
    if (!cursor.word(next + 1, "of") && !ends && !million) return {};
    if (ends && denominator > 2 && cursor.uses(cursor.at - 1, kUseFunction) && !cursor.word(cursor.at - 1, "by"))
        return {};
    cursor.at = next + 1;
    return fraction(cursor, 1 / denominator);
}

// "two-thirds", "three quarters", "one third of" after the number at `cursor.begin`; kind none when it is none.
ParsedNumber word_fraction(NumberCursor cursor, double numerator) {
    const std::uint32_t next = cursor.past_hyphen(cursor.at);
    const double denominator = cursor.denominator(next);
    if (denominator < 2 || numerator < 1 || numerator != std::floor(numerator)) return {};
    const bool plural = cursor.view.slice(next).back() == 's' || cursor.view.slice(next).back() == 'S';
    if (denominator <= numerator && !plural) return {};
    if (numerator == 1 && next == cursor.at && !cursor.word(next + 1, "of")) return {};  // "one third party"
    if (numerator > 1 && !plural && next == cursor.at && !cursor.word(next, "quarter")) return {};
    cursor.at = next + 1;
    return fraction(cursor, numerator / denominator);
}

// What follows "and" after a whole number: "a half", "three quarters", "quarter"; moves behind it, else 0.
double and_fraction(NumberCursor& cursor) {
    std::uint32_t at = cursor.at;
    if (!cursor.word(at, "and")) return 0;
    ++at;
    double numerator = 1;
    if (is_article(cursor, at)) {
        ++at;
    } else if (cursor.uses(at, kUseCardinal)) {
        NumberCursor inner = cursor;
        inner.at = at;
        numerator = inner.below_hundred();
        at = inner.past_hyphen(inner.at);
    } else if (!cursor.word(at, "half") && !cursor.word(at, "quarter")) {
        return 0;
    }
    const double denominator = cursor.denominator(at);
    if (denominator < 2 || numerator < 1 || numerator >= denominator) return 0;
    const bool ordinal = cursor.uses(at, kUseOrdinal);
    const bool followed = at + 1 < cursor.end && cursor.view.is_word(at + 1) && !cursor.word(at + 1, "of");
    if (ordinal && followed && cursor.multiplier(at + 1) == 0) return 0;  // "ten and a third man"
    cursor.at = at + 1;
    return numerator / denominator;
}

// "point one four", "point 77" after a number; moves behind it, else 0.
double decimals(NumberCursor& cursor) {
    if (!cursor.word(cursor.at, "point")) return 0;
    NumberCursor inner = cursor;
    ++inner.at;
    if (inner.at < inner.end && cursor.view.is_number(inner.at)) {
        const std::string_view digits = cursor.view.slice(inner.at);
        const double value = parse_digits(digits);
        if (value < 0 || digits.find_first_of(".,") != std::string_view::npos || digits.size() > 9) return 0;
        cursor.at = inner.at + 1;
        return value / power_of_ten(static_cast<unsigned>(digits.size()));
    }
    double value = 0;
    double place = 1;
    for (int left = 9; left > 0 && inner.uses(inner.at, kUseCardinal); --left) {
        const double part = inner.below_hundred();
        place *= part < 10 ? 10 : 100;
        value = value * (part < 10 ? 10 : 100) + part;
        cursor.at = inner.at;
    }
    return value / place;
}

// "fifth", "and twenty-fifth" after "one hundred": moves behind it, else 0.
double ordinal_tail(NumberCursor& cursor) {
    if (!cursor.view.is_word(cursor.begin)) return 0;
    std::uint32_t at = cursor.past_hyphen(cursor.at);
    if (cursor.word(at, "and")) ++at;
    double value = 0;
    if (cursor.uses(at, kUseCardinal) && cursor.view.value(at) >= 20) {
        value = cursor.view.value(at);
        at = cursor.past_hyphen(at + 1);
    }
    if (!cursor.uses(at, kUseOrdinal) || (value > 0 && cursor.view.value(at) >= 10)) return 0;
    cursor.at = at + 1;
    return value + cursor.view.value(at);
}

// One further group of a number with multipliers, in digits or words, below `limit`; negative when there is none.
double next_group(NumberCursor& cursor, double limit, double last_multiplier) {
    NumberCursor inner = cursor;
    const bool conjunction =
        inner.word(inner.at, "and") || (inner.at < inner.end && inner.view.sign(inner.at) == Sign::ampersand);
    if (conjunction) {
        if (inner.view.reads(inner.begin - 1, "between")) return -1;
        ++inner.at;
    }
    double value = -1;
    if (inner.uses(inner.at, kUseCardinal)) {
        value = inner.below_hundred();
    } else if (inner.at < inner.end && inner.view.is_number(inner.at) && inner.view.tokens.date[inner.at] == kNone) {
        value = parse_digits(inner.view.slice(inner.at));
        if (value != std::floor(value)) return -1;
        ++inner.at;
        if (!conjunction && inner.multiplier(inner.at) == 0) return -1;
    }
    const double factor = inner.multiplier(inner.at);
    if (value <= 0 || value >= limit || factor >= last_multiplier || (factor == 100 && limit == 100)) return -1;
    if (inner.denominator(inner.past_hyphen(inner.at)) > 0) return -1;
    cursor.at = inner.at;
    return value;
}

ParsedNumber cardinal_words(NumberCursor cursor) {
    const std::uint32_t first = cursor.at;
    double value = cursor.below_hundred();
    if (const std::uint32_t next = cursor.past_hyphen(cursor.at);
        value >= 20 && cursor.at == first + 1 && cursor.uses(next, kUseOrdinal) && cursor.view.value(next) < 10) {
        cursor.at = next + 1;  // "twenty-first"
        return in_words(cursor.result(value + cursor.view.value(next), NumberKind::ordinal));
    }
    if (const ParsedNumber share = word_fraction(cursor, value)) return share;
    if (value >= 1 && value < 10 && cursor.uses(cursor.at, kUseCardinal) && cursor.view.value(cursor.at) >= 20) {
        NumberCursor inner = cursor;  // "one twenty-two"
        const double tens = inner.below_hundred();
        if (inner.denominator(inner.past_hyphen(inner.at)) == 0) {
            value = value * 100 + tens;
            cursor.at = inner.at;
        }
    }
    return in_words(with_groups(cursor, value));
}

}  // namespace

ParsedNumber with_multipliers(NumberCursor& cursor, ParsedNumber number) {
    for (int left = 0; left < 3; ++left) {
        const std::uint32_t next = cursor.past_hyphen(cursor.at);
        const double factor = cursor.multiplier(next);
        if (factor == 0) break;
        cursor.at = next + 1;
        number.low *= factor;
        number.high *= factor;
        number.multiplier *= factor;
        number.multiplied = true;
    }
    number.tokens = {cursor.begin, cursor.at};
    return number;
}

// "two hundred and three thousand four hundred", "3 hundred and 21", "2.3 million", "one and a half"
ParsedNumber with_groups(NumberCursor cursor, double first) {
    double total = 0;
    double group = first;
    if (const double part = decimals(cursor); part > 0) group += part;
    bool fractional = false;
    if (const double part = and_fraction(cursor); part > 0) {
        group += part;
        fractional = true;
    }
    double multiplier = 1;
    double last_multiplier = 1e18;
    while (cursor.at < cursor.end) {
        const std::uint32_t next = cursor.past_hyphen(cursor.at);
        if (const double factor = cursor.multiplier(next); factor > 0) {
            cursor.at = next + 1;
            multiplier = total == 0 ? multiplier * factor : factor;
            if (factor <= 100) {
                group *= factor;
                if (last_multiplier > 100 && group >= 1000) last_multiplier = 100;
            } else if (factor < last_multiplier) {
                total += group * factor;
                group = 0;
                last_multiplier = factor;
            } else {
                total = (total + group) * factor;  // "two hundred thousand million"
                group = 0;
            }
            continue;
        }
        if (multiplier == 1) break;
        const double limit = group >= 100 ? 100 : std::min(last_multiplier, 1000.0);
        const double more = next_group(cursor, limit, last_multiplier);
        if (more <= 0) break;
        group += more;
    }
    ParsedNumber number = cursor.result(total + group, NumberKind::cardinal);
    number.fraction = fractional;
    number.multiplied = multiplier > 1;
    number.multiplier = multiplier;
    if (number.multiplied) {
        if (const double tail = ordinal_tail(cursor); tail > 0) {
            return cursor.result(total + group + tail, NumberKind::ordinal);
        }
        if (const double part = and_fraction(cursor); part > 0) {
            // "two million and three fifths": of a million; "two hundred and a third": of one
            number.low = number.high = number.low + part * (group == 0 && last_multiplier >= 1e6 ? last_multiplier : 1);
            number.tokens.end = cursor.at;
            number.fraction = true;
        } else if (const double places = decimals(cursor); places > 0) {
            number.low = number.high = number.low + places;
            number.tokens.end = cursor.at;
        }
    } else if (cursor.uses(cursor.past_hyphen(cursor.at), kUseMultiplierOrdinal)) {
        const std::uint32_t next = cursor.past_hyphen(cursor.at);
        cursor.at = next + 1;  // "two hundredth"
        return cursor.result(group * power_of_ten(cursor.view.value(next)), NumberKind::ordinal);
    }
    return number;
}

ParsedNumber with_total(NumberCursor cursor, ParsedNumber number) {
    if (number.kind != NumberKind::cardinal || number.multiplied || number.suffix > 0 || number.low < 1 ||
        number.low > 99 || number.low != std::floor(number.low))
        return number;
    std::uint32_t at = number.tokens.end;
    const bool out_of = cursor.word(at, "out") && cursor.word(at + 1, "of");
    const bool in = cursor.word(at, "in") && (number.in_words || number.low == 1);
    if (!out_of && !in) return number;
    at += out_of ? 2 : 1;
    if (cursor.word(at, "every")) ++at;
    if (at >= cursor.end || cursor.view.tokens.date[at] != kNone) return number;
    NumberCursor inner{cursor.view, at, at, cursor.end};
    const bool word = cursor.uses(at, kUseCardinal);
    if (!word && !cursor.view.is_number(at)) return number;
    const ParsedNumber total = word ? read_words(inner) : read_digits(inner);
    if (total.kind != NumberKind::cardinal || total.suffix > 0 || total.low <= number.low || total.fraction)
        return number;
    const std::uint32_t after = total.tokens.end;
    if (in && (cursor.uses(after, kUseTimeUnit | kUsePercent) || total.low < 3)) return number;
    ParsedNumber share = number;
    share.tokens.end = after;
    share.low = share.high = number.low / total.low;
    share.fraction = true;
    return share;
}

ParsedNumber read_words(NumberCursor cursor) {
    const WordFacts& facts = cursor.view.facts[cursor.at];
    if (facts.is(kUseCardinal)) return cardinal_words(cursor);
    if (facts.is(kUseOrdinal)) return cursor.word(cursor.at, "second") ? second(cursor) : ordinal_word(cursor);
    if (facts.is(kUseMultiplierOrdinal)) {
        const double value = power_of_ten(facts.value);
        ++cursor.at;
        return in_words(cursor.result(value, NumberKind::ordinal));
    }
    if (facts.is(kUseVague)) return vague(cursor, 1);
    if (is_article(cursor, cursor.at)) return after_article(cursor);
    if (cursor.word(cursor.at, "half")) return half(cursor);
    if (cursor.word(cursor.at, "dozen")) return counted(cursor, 1, 12);
    if (cursor.word(cursor.at, "tens") && cursor.word(cursor.at + 1, "of") && cursor.uses(cursor.at + 2, kUseVague)) {
        cursor.at += 2;
        return vague(cursor, 10);
    }
    if (cursor.word(cursor.at, "quarter") && cursor.multiplier(cursor.at + 1) >= 1e3) {
        ++cursor.at;
        return fraction(cursor, 0.25);
    }
    return {};
}

}  // namespace axray::language
