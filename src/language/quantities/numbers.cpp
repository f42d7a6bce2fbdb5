#include "language/quantities/numbers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "language/words/lexicon.hpp"

namespace axray::language {
namespace {

constexpr std::uint32_t kMostTokens = 24;  // of one number in words

double power_of_ten(unsigned exponent) {
    static constexpr std::array<double, 13> kPowers = {1,   1e1, 1e2, 1e3,  1e4,  1e5, 1e6,
                                                       1e7, 1e8, 1e9, 1e10, 1e11, 1e12};
    return kPowers[std::min<std::size_t>(exponent, kPowers.size() - 1)];
}

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool equals_ignoring_case(std::string_view left, std::string_view lower) {
    return left.size() == lower.size() && std::equal(left.begin(), left.end(), lower.begin(), [](char one, char other) {
               return static_cast<char>(one | 0x20) == other;
           });
}

class NumberParser {
public:
    NumberParser(const TokenView& view, std::uint32_t at, std::uint32_t end)
        : view_(view), begin_(at), at_(at), end_(std::min(end, at + kMostTokens)) {}

    ParsedNumber parse() {
        if (at_ >= end_) return {};
        switch (view_.tokens.kind[at_]) {
            case TokenKind::number: return digits();
            case TokenKind::alphanumeric: return digits_with_letters();
            case TokenKind::word: return words();
            default: return {};
        }
    }

private:
    bool word(std::uint32_t at, std::string_view lower) const { return at < end_ && view_.reads(at, lower); }
    bool uses(std::uint32_t at, std::uint64_t use) const {
        return at < end_ && view_.is_word(at) && view_.facts[at].is(use);
    }
    // The position after a hyphen at `at`, or `at`.
    std::uint32_t past_hyphen(std::uint32_t at) const {
        return at < end_ && view_.sign(at) == Sign::hyphen && view_.touches_previous(at) &&
                       view_.touches_previous(at + 1)
                   ? at + 1
                   : at;
    }

    ParsedNumber result(double value, NumberKind kind) const {
        ParsedNumber number;
        number.tokens = {begin_, at_};
        number.low = number.high = value;
        number.kind = kind;
        return number;
    }

    // "million", "-million", "hundred thousand" after a number.
    ParsedNumber with_multipliers(ParsedNumber number) {
        for (int left = 0; left < 3; ++left) {
            const std::uint32_t next = past_hyphen(at_);
            const bool dozen = word(next, "dozen");
            if (!dozen && !uses(next, kUseMultiplier)) break;
            const double factor = dozen ? 12 : power_of_ten(view_.value(next));
            at_ = next + 1;
            number.low *= factor;
            number.high *= factor;
            number.multiplier *= factor;
            number.multiplied = true;
        }
        number.tokens = {begin_, at_};
        return number;
    }

    ParsedNumber digits() {
        const double value = parse_digits(view_.slice(at_));
        if (value < 0) return {};
        ++at_;
        if (const double fraction = digit_fraction(value); fraction > 0) return result(fraction, NumberKind::cardinal);
        return with_multipliers(result(value, NumberKind::cardinal));
    }

    // "3/4", but neither "9/11" nor "24/7" nor a date.
    double digit_fraction(double numerator) {
        const bool joined = at_ + 1 < end_ && view_.sign(at_) == Sign::slash && view_.touches_previous(at_) &&
                            view_.touches_previous(at_ + 1) && view_.is_number(at_ + 1);
        if (!joined || (at_ + 2 < end_ && view_.sign(at_ + 2) == Sign::slash && view_.touches_previous(at_ + 2)))
            return 0;
        const double denominator = parse_digits(view_.slice(at_ + 1));
        static constexpr std::array<double, 7> kDenominators = {2, 3, 4, 5, 8, 10, 100};
        const bool usual = std::find(kDenominators.begin(), kDenominators.end(), denominator) != kDenominators.end();
        if (!usual || numerator < 1 || numerator >= denominator) return 0;
        at_ += 2;
        return numerator / denominator;
    }

    ParsedNumber digits_with_letters() {
        const std::string_view written = view_.slice(at_);
        std::size_t size = 0;
        while (size < written.size() && (is_digit(written[size]) || written[size] == ',' || written[size] == '.'))
            ++size;
        const std::string_view letters = written.substr(size);
        if (size == 0 || letters.empty()) return {};
        const double value = parse_digits(written.substr(0, size));
        if (value < 0) return {};
        ++at_;
        for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
            if (equals_ignoring_case(letters, ending)) return result(value, NumberKind::ordinal);
        }
        ParsedNumber number = result(value, NumberKind::cardinal);
        if (const unsigned exponent = exponent_of(letters); exponent != 0) {
            number.multiplier = power_of_ten(exponent);
            number.low = number.high = value * number.multiplier;
            number.multiplied = true;
            return number;
        }
        const bool unit =
            std::none_of(letters.begin(), letters.end(), is_digit) && letters.size() <= 3 && letters != "s";
        if (!unit) return {};
        number.suffix = static_cast<std::uint32_t>(letters.size());
        return number;
    }

    static unsigned exponent_of(std::string_view letters) {
        if (letters == "m" || letters == "M" || equals_ignoring_case(letters, "mn")) return 6;
        if (equals_ignoring_case(letters, "bn") || letters == "b" || letters == "B") return 9;
        if (letters == "k" || letters == "K") return 3;
        if (equals_ignoring_case(letters, "tn") || equals_ignoring_case(letters, "trn")) return 12;
        return 0;
    }

    ParsedNumber words() {
        const WordFacts& facts = view_.facts[at_];
        const bool article = word(at_, "a") || word(at_, "an");
        if (facts.is(kUseCardinal)) return cardinal_words();
        if (facts.is(kUseOrdinal) && !word(at_, "second")) return ordinal_word();
        if (word(at_, "second")) return second();
        if (facts.is(kUseVague)) return vague(1);
        if (word(at_, "half")) return half();
        if (word(at_, "tens") && word(at_ + 1, "of") && uses(at_ + 2, kUseVague)) return vague_of(10);
        if (article && word(at_ + 1, "dozen")) return counted(2, 12);
        if (article && word(at_ + 1, "couple")) return counted(word(at_ + 2, "of") ? 3 : 2, 2);
        if (article && word(at_ + 1, "quarter") && word(at_ + 2, "of")) return counted(2, 0.25);
        if (article && word(at_ + 1, "third") && word(at_ + 2, "of")) return counted(2, 1.0 / 3);
        if (article && uses(at_ + 1, kUseMultiplier)) {
            ++at_;
            ParsedNumber number = with_multipliers(result(1, NumberKind::cardinal));
            number.in_words = true;
            return number;
        }
        if (word(at_, "dozen")) return counted(1, 12);
        return {};
    }

    ParsedNumber counted(std::uint32_t tokens, double value) {
        at_ = std::min(at_ + tokens, end_);
        ParsedNumber number = result(value, NumberKind::cardinal);
        number.in_words = true;
        return number;
    }

    // "half", "half a million", "half of", "half the".
    ParsedNumber half() {
        if (word(at_ + 1, "a") && (uses(at_ + 2, kUseMultiplier) || word(at_ + 2, "dozen"))) {
            at_ += 2;
            ParsedNumber number = with_multipliers(result(0.5, NumberKind::cardinal));
            number.in_words = true;
            return number;
        }
        const bool share =
            word(at_ + 1, "of") || word(at_ + 1, "the") || word(at_ + 1, "its") || word(at_ + 1, "their");
        return share ? counted(1, 0.5) : ParsedNumber{};
    }

    // "seconds" are time; "second" counts before a noun, not after a number.
    ParsedNumber second() {
        if (view_.is_number(begin_ - 1) || view_.uses(begin_ - 1, kUseCardinal) || word(begin_ - 1, "per")) return {};
        return ordinal_word();
    }

    ParsedNumber ordinal_word() {
        const double value = view_.value(at_);
        ++at_;
        ParsedNumber number = result(value, NumberKind::ordinal);
        number.in_words = true;
        return number;
    }

    ParsedNumber vague(double factor) {
        const double base = factor * power_of_ten(view_.value(at_));
        ++at_;
        // "hundreds of thousands", "thousands of millions"
        if (word(at_, "of") && uses(at_ + 1, kUseVague) && base >= 10) {
            ++at_;
            return vague(base);
        }
        ParsedNumber number = result(base, NumberKind::vague);
        const bool dozens = base == 10;
        number.low = dozens ? 12 : base;
        const bool one_step = factor > 1 || dozens || base == 100;  // "tens of thousands", "dozens", "hundreds"
        number.high = base * (one_step ? 10 : 1000);
        number.in_words = true;
        return number;
    }

    ParsedNumber vague_of(double factor) {
        at_ += 2;
        return vague(factor);
    }

    // Denominators: "third", "thirds", "quarters", "fifths"; 0 for other words.
    double denominator_at(std::uint32_t at) const {
        if (at >= end_ || !view_.is_word(at)) return 0;
        if (word(at, "quarter") || word(at, "quarters")) return 4;
        if (word(at, "half") || word(at, "halves")) return 2;
        if (view_.facts[at].is(kUseOrdinal) && !word(at, "second")) return view_.value(at);
        static constexpr std::array<std::string_view, 6> kPlurals = {"thirds",   "fifths",  "sixths",
                                                                     "sevenths", "eighths", "tenths"};
        static constexpr std::array<double, 6> kValues = {3, 5, 6, 7, 8, 10};
        for (std::size_t i = 0; i < kPlurals.size(); ++i) {
            if (word(at, kPlurals[i])) return kValues[i];
        }
        return 0;
    }

    // "one third", "two-thirds"; else 0.
    double word_fraction(double numerator) {
        const std::uint32_t next = past_hyphen(at_);
        const double denominator = denominator_at(next);
        if (denominator <= numerator || numerator < 1) return 0;
        if (numerator == 1 && next == at_ && !word(next + 1, "of")) return 0;  // "one third party"
        at_ = next + 1;
        return numerator / denominator;
    }

    // One number word below a hundred, "twenty-one" included; negative when there is none at `at_`.
    double below_hundred() {
        if (!uses(at_, kUseCardinal)) return -1;
        double value = view_.value(at_);
        ++at_;
        const std::uint32_t next = past_hyphen(at_);
        if (value >= 20 && uses(next, kUseCardinal) && view_.value(next) > 0 && view_.value(next) < 10) {
            value += view_.value(next);
            at_ = next + 1;
        }
        return value;
    }

    // "two hundred and three thousand four hundred"
    ParsedNumber cardinal_words() {
        double total = 0;
        double group = below_hundred();
        if (const std::uint32_t next = past_hyphen(at_);
            group >= 20 && uses(next, kUseOrdinal) && view_.value(next) < 10) {
            at_ = next + 1;  // "twenty-first"
            return result(group + view_.value(next), NumberKind::ordinal);
        }
        if (const double fraction = word_fraction(group); fraction > 0) return words_result(fraction);
        bool multiplied = false;
        double last_multiplier = 1e15;
        while (at_ < end_) {
            const std::uint32_t next = past_hyphen(at_);
            const bool dozen = word(next, "dozen");
            if (dozen || uses(next, kUseMultiplier)) {
                const double factor = dozen ? 12 : power_of_ten(view_.value(next));
                multiplied = true;
                at_ = next + 1;
                if (factor <= 100) {
                    group *= factor;
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
            if (!multiplied) break;
            const std::uint32_t saved = at_;
            if (word(at_, "and")) ++at_;
            const double more = below_hundred();
            if (more <= 0 || (group > 0 && more >= 100)) {
                at_ = saved;
                break;
            }
            group += more;
        }
        ParsedNumber number = words_result(total + group);
        number.multiplied = multiplied;
        return number;
    }

    ParsedNumber words_result(double value) {
        ParsedNumber number = result(value, NumberKind::cardinal);
        number.in_words = true;
        // "one and a half"
        if (word(at_, "and") && word(at_ + 1, "a") && word(at_ + 2, "half")) {
            at_ += 3;
            number.low = number.high = value + 0.5;
            number.tokens.end = at_;
            return with_multipliers(number);
        }
        return number;
    }

    const TokenView& view_;
    std::uint32_t begin_;
    std::uint32_t at_;
    std::uint32_t end_;
};

}  // namespace

double parse_digits(std::string_view digits) {
    std::array<char, 64> plain;
    std::size_t size = 0;
    unsigned points = 0;
    for (const char byte : digits) {
        if (byte == ',') continue;
        if (byte == '.') ++points;
        if (size == plain.size() || (!is_digit(byte) && byte != '.')) return -1;
        plain[size++] = byte;
    }
    double value = -1;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + size, value);
    if (error != std::errc() || end != plain.data() + size || points > 1 || !std::isfinite(value)) return -1;
    return value;
}

ParsedNumber parse_number(const TokenView& view, std::uint32_t at, std::uint32_t end) {
    return NumberParser(view, at, end).parse();
}

}  // namespace axray::language
