#include "language/quantities/quantities.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "language/quantities/changes.hpp"
#include "language/quantities/comparators.hpp"
#include "language/quantities/joins.hpp"
#include "language/quantities/measures.hpp"
#include "language/quantities/numbers.hpp"
#include "language/quantities/units.hpp"
#include "language/words/lexicon.hpp"

namespace axray::language {
namespace {

class QuantityFinder {
public:
    QuantityFinder(const TokenView& view, std::vector<Quantity>& quantities)
        : view_{view}, tokens_(view), quantities_(quantities) {}

    void run(TokenSpan sentence) {
        view_.begin = sentence.begin;
        view_.end = sentence.end;
        for (std::uint32_t at = sentence.begin; at < sentence.end;) {
            const std::uint32_t next = may_begin(at) ? find_at(at) : at;
            at = next > at ? next : at + 1;
        }
    }

private:
    // Cheap test for the tokens at which a number can begin.
    bool may_begin(std::uint32_t at) const {
        if (tokens_.tokens.date[at] != kNone) return false;
        switch (tokens_.tokens.kind[at]) {
            case TokenKind::number:
            case TokenKind::alphanumeric: return true;
            case TokenKind::word: return word_may_begin(at);
            default:
                return tokens_.facts[at].value == static_cast<std::uint8_t>(Sign::other) &&
                       fraction_sign(tokens_.slice(at)) > 0;
        }
    }

    bool word_may_begin(std::uint32_t at) const {
        const WordFacts& facts = tokens_.facts[at];
        if (facts.is(kUseCardinal | kUseOrdinal | kUseVague | kUseMultiplierOrdinal)) return true;
        switch (facts.length) {
            case 1:
            case 2: return view_.is_article(at) && after_article(at + 1);
            case 4: return tokens_.reads(at, "half") || tokens_.reads(at, "tens");
            case 5: return tokens_.reads(at, "dozen") || tokens_.reads(at, "minus");
            case 7: return tokens_.reads(at, "quarter");
            case 8: return tokens_.reads(at, "negative");
            default: return false;
        }
    }

    bool after_article(std::uint32_t at) const {
        return view_.uses(at, kUseMultiplier | kUseMultiplierOrdinal | kUseUnitName | kUseOrdinal) ||
               view_.any_word(at, "dozen", "couple", "pair", "quarter", "half");
    }

    std::uint32_t find_at(std::uint32_t at) {
        ParsedNumber number = parse_number(tokens_, at, view_.end);
        UnitId code = 0;
        if (!number) number = money_code_with_digits(at, code);
        if (!number) number = one_of_unit(at);
        if (!number || is_reference(number) || belongs_to_name(number) || is_time(number) || is_idle_one(number))
            return std::max(at + 1, number.tokens.end);
        Quantity quantity;
        quantity.tokens = number.tokens;
        quantity.low = number.low;
        quantity.high = number.high;
        quantity.kind = number.kind == NumberKind::vague     ? QuantityKind::vague
                        : number.kind == NumberKind::ordinal ? QuantityKind::ordinal
                                                             : QuantityKind::cardinal;
        negate(quantity, Joint::before_number);
        if (code != 0) {
            measure_by_code(view_, code, quantity);
        } else {
            measure(view_, number, quantity);
        }
        if (quantity.kind == QuantityKind::money) negate(quantity, Joint::before_currency);
        if (quantity.unit == 0) measure_age(quantity);
        quantity.comparator = comparator_of(view_, quantity);
        find_change(view_, quantity);
        return add(quantity, at);
    }

    std::uint32_t add(Quantity& quantity, std::uint32_t at) {
        if (!std::isfinite(quantity.low) || !std::isfinite(quantity.high)) return quantity.tokens.end;
        if (is_repeated(quantity)) return std::max(at + 1, quantity.tokens.end);
        quantities_.push_back(quantity);
        join_last(view_, quantities_);
        Quantity& last = quantities_.back();
        if (last.low > last.high) std::swap(last.low, last.high);
        for (std::uint32_t token = last.tokens.begin; token < last.tokens.end; ++token) {
            tokens_.tokens.quantity[token] = static_cast<std::uint32_t>(quantities_.size() - 1);
        }
        last.span = tokens_.span(last.tokens);
        // Words of a unit may hold what looks like a number: "a hundredth of a second", "l/100km".
        const std::uint32_t behind = last.measure != 0 ? last.unit_tokens.end : 0;
        return std::max({at + 1, last.tokens.end, behind});
    }

    // "RM42", "Rs20": a code of money and digits in one token.
    ParsedNumber money_code_with_digits(std::uint32_t at, UnitId& code) const {
        if (at >= tokens_.tokens.size() || tokens_.tokens.kind[at] != TokenKind::alphanumeric) return {};
        const std::string_view written = tokens_.slice(at);
        const std::size_t size = written.find_first_of("0123456789");
        if (size < 2 || size > 3) return {};
        const UnitId unit = find_unit(written.substr(0, size));
        if (unit == 0 || unit_of(unit).dimension != Dimension::money || written[0] < 'A' || written[0] > 'Z') return {};
        const double value = parse_digits(written.substr(size));
        if (value < 0) return {};
        ParsedNumber number;
        code = unit;
        number.tokens = {at, at + 1};
        number.low = number.high = value;
        number.kind = NumberKind::cardinal;
        return number;
    }

    // "a mile", "an hour and a half": one of a unit, where it measures something.
    ParsedNumber one_of_unit(std::uint32_t at) const {
        if (!view_.is_article(at) || !view_.uses(at + 1, kUseUnitName)) return {};
        const bool per =
            view_.inside(at - 1) && (tokens_.tokens.quantity[at - 1] != kNone ||
                                     (tokens_.can_be(at - 1, kNoun) && !tokens_.has(at - 1, kFunctionWord)));
        const bool first = at == view_.begin;
        const MeasureMatch match = match_unit(view_, at + 1);
        if (match.unit == 0 || (per && !first)) return {};
        const bool compound = view_.word(match.end, "and") &&
                              (view_.is_article(match.end + 1) || view_.view.is_number(match.end + 1) ||
                               view_.uses(match.end + 1, kUseCardinal) || view_.word(match.end + 1, "half"));
        const bool compared =
            view_.any_word(at - 1, "than", "over", "under", "above", "below", "about", "nearly", "almost", "within");
        const bool whole = first && match.end == view_.end;
        if (!compound && !compared && !whole) return {};
        ParsedNumber number;
        number.tokens = {at, at + 1};
        number.low = number.high = 1;
        number.kind = NumberKind::cardinal;
        number.in_words = true;
        return number;
    }

    // "No. 5", "p. 12"
    bool is_reference(const ParsedNumber& number) const {
        std::uint32_t before = number.tokens.begin - 1;
        if (number.in_words || !view_.inside(before)) return false;
        if (view_.is(before, Sign::full_stop)) --before;
        if (!view_.inside(before) || !tokens_.is_word(before)) return view_.reads_sign(before, "#");
        if (before + 1 == number.tokens.begin && tokens_.slice(before).back() != '.') return false;
        return view_.uses(before, kUseNumberAbbreviation) &&
               !view_.any_word(before, "est", "est.", "ca", "ca.", "approx", "approx.", "circa", "c", "c.");
    }

    static bool has_capital(std::string_view word) {
        return std::any_of(word.begin(), word.end(), [](char byte) { return byte >= 'A' && byte <= 'Z'; });
    }

    // "APT 31", "Boeing 737", "Covid-19", "iPhone 12 Pro": the number is part of a name.
    bool belongs_to_name(const ParsedNumber& number) const {
        const std::uint32_t at = number.tokens.begin;
        if (number.in_words || at == view_.begin || number.kind != NumberKind::cardinal || number.multiplied)
            return false;
        const std::uint32_t before = at - 1;
        if (view_.is_joined(before, Sign::hyphen) && at >= view_.begin + 2) {
            return tokens_.capitalised(at - 2) && !tokens_.has(at - 2, kSentenceInitial) &&
                   tokens_.tokens.date[at - 2] == kNone;
        }
        if (view_.is_joined(before, Sign::full_stop) && at >= view_.begin + 2 && tokens_.capitalised(at - 2))
            return true;  // "ID.3"
        if (!tokens_.is_wordlike(before) || !has_capital(tokens_.slice(before)) || tokens_.has(before, kFunctionWord) ||
            tokens_.tokens.date[before] != kNone)
            return false;
        if (tokens_.uses(before, kUseDemonym) || tokens_.tokens.quantity[before] != kNone ||
            currency_before(view_, at).unit != 0)
            return false;
        if (measures_something(number)) return false;
        const bool acronym = tokens_.has(before, kAllCapitals) && tokens_.tokens.span[at].size() <= 4;
        if (acronym) return true;
        if (tokens_.has(before, kSentenceInitial) && tokens_.can_be(before, kKnown) && !tokens_.can_be(before, kProper))
            return false;
        const CountedNoun noun = counted_noun(view_, number.tokens.end);
        if (noun.stem == 0) return true;
        if (tokens_.capitalised(noun.tokens.begin)) return true;
        return !tokens_.can_be(noun.tokens.end - 1, kPlural) && tokens_.tokens.span[at].size() <= 4;
    }

    bool measures_something(const ParsedNumber& number) const {
        if (number.suffix > 0) return true;
        const std::uint32_t end = number.tokens.end;
        return match_unit(view_, view_.is_joined(end, Sign::hyphen) ? end + 1 : end).unit != 0;
    }

    // "10:30", "5 p.m.", "11am", "24/7"; scores and versions are not handled here.
    bool is_time(const ParsedNumber& number) const {
        const std::uint32_t begin = number.tokens.begin;
        const std::uint32_t after = number.tokens.end;
        if (number.in_words) return false;
        if (!number.fraction && ((view_.is_joined(after, Sign::slash) && tokens_.is_number(after + 1)) ||
                                 (view_.is_joined(begin - 1, Sign::slash) && tokens_.is_number(begin - 2))))
            return true;  // "24/7"
        if (view_.is_joined(after, Sign::colon) && tokens_.is_number(after + 1)) return true;
        if (view_.is_joined(begin - 1, Sign::colon) && begin >= view_.begin + 2 && tokens_.is_number(begin - 2))
            return true;
        if (view_.any_word(after, "p.m.", "a.m.", "pm", "am", "o'clock", "gmt")) return true;
        if (number.suffix != 2) return false;
        const std::string_view written = tokens_.slice(number.tokens.end - 1);
        const std::string_view letters = written.substr(written.size() - 2);
        return letters == "pm" || letters == "am" || letters == "PM" || letters == "AM";
    }

    // "no one", "one of the", "one another", "the one": no count.
    bool is_idle_one(const ParsedNumber& number) const {
        const std::uint32_t at = number.tokens.begin;
        if (number.tokens.size() != 1 || !view_.word(at, "one")) return false;
        if (view_.any_word(at - 1, "no", "this", "that", "any", "every")) return true;
        if (view_.any_word(at + 1, "to", "or") && view_.uses(at + 2, kUseCardinal)) return false;
        if (at == view_.begin && view_.end - at <= 2) return false;
        if (measures_something(number) || view_.is(at + 1, Sign::percent)) return false;
        const CountedNoun noun = counted_noun(view_, at + 1);
        const std::uint32_t next = at + 1;
        const bool verb = view_.view.can_be(next, kThirdPerson) && noun.tokens.begin == next;
        return noun.stem == 0 || verb;  // "one needs to"
    }

    enum class Joint : std::uint8_t { before_number, before_currency };

    // "-5 degrees", "$-50.8bn", "-$5": a hyphen that joins nothing before it.
    void negate(Quantity& quantity, Joint joint) const {
        const std::uint32_t at = quantity.tokens.begin - 1;
        if (!view_.inside(at) || !is_minus(tokens_, at) || !tokens_.touches_previous(at + 1)) return;
        if (quantity.low != quantity.high || quantity.kind == QuantityKind::ordinal || quantity.low < 0) return;
        const bool first = at == view_.begin;
        const bool after_number = !first && tokens_.tokens.quantity[at - 1] != kNone;
        if (!first && tokens_.capitalised(at - 1) && !tokens_.touches_previous(at)) return;  // "COVID -19"
        const bool apart = first || !tokens_.touches_previous(at) ||
                           (tokens_.is_sign(at - 1) && !view_.is(at - 1, Sign::percent) &&
                            tokens_.sign(at - 1) != Sign::close_bracket);
        if (!apart || after_number || (joint == Joint::before_currency && quantity.low == 0)) return;
        quantity.low = quantity.high = -quantity.low;
        quantity.tokens.begin = at;
    }

    // "Jamie Armstrong, 25, said"
    void measure_age(Quantity& quantity) const {
        const std::uint32_t at = quantity.tokens.begin;
        const bool between_commas = at >= view_.begin + 2 && view_.is(at - 1, Sign::comma) &&
                                    (view_.is(at + 1, Sign::comma) || view_.is(at + 1, Sign::full_stop));
        if (!between_commas || !tokens_.is_number(at) || !tokens_.capitalised(at - 2)) return;
        if (quantity.low < 1 || quantity.low > 110 || quantity.low != std::floor(quantity.low)) return;
        quantity.measure = find_unit("year");
        quantity.unit = hash_word(unit_of(quantity.measure).name);
    }

    // "forty-five (45)": the same number again.
    bool is_repeated(const Quantity& quantity) const {
        if (quantities_.empty() || !view_.is(quantity.tokens.begin - 1, Sign::open_bracket)) return false;
        const Quantity& first = quantities_.back();
        return first.tokens.end + 1 == quantity.tokens.begin && first.low == quantity.low &&
               first.high == quantity.high && tokens_.is_word(first.tokens.begin);
    }

    QuantityView view_;
    const TokenView& tokens_;
    std::vector<Quantity>& quantities_;
};

}  // namespace

std::vector<Quantity> find_quantities(const TokenView& view, const std::vector<Sentence>& sentences) {
    std::vector<Quantity> quantities;
    QuantityFinder finder(view, quantities);
    for (const Sentence& sentence : sentences) finder.run(sentence.tokens);
    return quantities;
}

}  // namespace axray::language
