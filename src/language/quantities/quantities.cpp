#include "language/quantities/quantities.hpp"

#include <algorithm>
#include <array>

#include "language/quantities/numbers.hpp"
#include "language/words/lexicon.hpp"

namespace axray::language {
namespace {

constexpr std::array<std::string_view, 15> kCurrencyNames = {"",    "usd", "gbp", "eur", "jpy", "cny", "inr", "rub",
                                                             "cad", "aud", "chf", "krw", "uah", "nzd", "hkd"};

std::uint64_t currency_unit(std::uint8_t currency) {
    return currency > 0 && currency < kCurrencyNames.size() ? hash_word(kCurrencyNames[currency]) : 0;
}

// Words before a number that say how it is meant; the longest match counts.
struct ComparatorPhrase {
    std::array<std::string_view, 3> words;  // in order, the last ones may be empty
    Comparator comparator;
};

constexpr auto kBefore = std::to_array<ComparatorPhrase>({
    {{"no", "fewer", "than"}, Comparator::at_least}, {{"no", "less", "than"}, Comparator::at_least},
    {{"not", "less", "than"}, Comparator::at_least}, {{"no", "more", "than"}, Comparator::at_most},
    {{"not", "more", "than"}, Comparator::at_most},  {{"as", "many", "as"}, Comparator::at_most},
    {{"as", "much", "as"}, Comparator::at_most},     {{"a", "maximum", "of"}, Comparator::at_most},
    {{"a", "minimum", "of"}, Comparator::at_least},  {{"at", "least", ""}, Comparator::at_least},
    {{"at", "most", ""}, Comparator::at_most},       {{"up", "to", ""}, Comparator::at_most},
    {{"more", "than", ""}, Comparator::more_than},   {{"greater", "than", ""}, Comparator::more_than},
    {{"higher", "than", ""}, Comparator::more_than}, {{"upwards", "of", ""}, Comparator::more_than},
    {{"in", "excess", "of"}, Comparator::more_than}, {{"less", "than", ""}, Comparator::less_than},
    {{"fewer", "than", ""}, Comparator::less_than},  {{"lower", "than", ""}, Comparator::less_than},
    {{"close", "to", ""}, Comparator::about},        {{"an", "estimated", ""}, Comparator::about},
    {{"over", "", ""}, Comparator::more_than},       {{"above", "", ""}, Comparator::more_than},
    {{"exceeding", "", ""}, Comparator::more_than},  {{"topping", "", ""}, Comparator::more_than},
    {{"under", "", ""}, Comparator::less_than},      {{"below", "", ""}, Comparator::less_than},
    {{"nearly", "", ""}, Comparator::about},         {{"almost", "", ""}, Comparator::about},
    {{"about", "", ""}, Comparator::about},          {{"around", "", ""}, Comparator::about},
    {{"roughly", "", ""}, Comparator::about},        {{"approximately", "", ""}, Comparator::about},
    {{"estimated", "", ""}, Comparator::about},      {{"some", "", ""}, Comparator::about},
    {{"circa", "", ""}, Comparator::about},          {{"approx", "", ""}, Comparator::about},
});

class QuantityFinder {
public:
    QuantityFinder(const TokenView& view, std::vector<Quantity>& quantities) : view_(view), quantities_(quantities) {}

    void run(TokenSpan sentence) {
        begin_ = sentence.begin;
        end_ = sentence.end;
        for (std::uint32_t at = begin_; at < end_;) {
            const std::uint32_t next = may_begin(at) ? find_at(at) : at;
            at = next > at ? next : at + 1;
        }
    }

private:
    // Cheap test for the tokens at which a number can begin.
    bool may_begin(std::uint32_t at) const {
        if (view_.tokens.date[at] != kNone) return false;
        switch (view_.tokens.kind[at]) {
            case TokenKind::number:
            case TokenKind::alphanumeric: return true;
            case TokenKind::word:
                return view_.facts[at].is(kUseCardinal | kUseOrdinal | kUseVague) || view_.reads(at, "half") ||
                       view_.reads(at, "dozen") || view_.reads(at, "tens") ||
                       ((view_.reads(at, "a") || view_.reads(at, "an")) && at + 1 < end_ &&
                        (view_.uses(at + 1, kUseMultiplier) || view_.reads(at + 1, "dozen") ||
                         view_.reads(at + 1, "couple") || view_.reads(at + 1, "quarter") ||
                         view_.reads(at + 1, "third")));
            default: return false;
        }
    }

    bool word(std::uint32_t at, std::string_view lower) const {
        return at >= begin_ && at < end_ && view_.reads(at, lower);
    }
    bool is(std::uint32_t at, Sign sign) const { return at >= begin_ && at < end_ && view_.sign(at) == sign; }
    bool is_joined(std::uint32_t at, Sign sign) const {
        return is(at, sign) && view_.touches_previous(at) && view_.touches_previous(at + 1);
    }

    std::uint32_t find_at(std::uint32_t at) {
        const ParsedNumber number = parse_number(view_, at, end_);
        if (!number || belongs_to_name(number) || is_time(number) || is_idle_one(number))
            return std::max(at + 1, number.tokens.end);
        Quantity quantity;
        quantity.tokens = number.tokens;
        quantity.low = number.low;
        quantity.high = number.high;
        quantity.kind = number.kind == NumberKind::vague     ? QuantityKind::vague
                        : number.kind == NumberKind::ordinal ? QuantityKind::ordinal
                                                             : QuantityKind::cardinal;
        measure(quantity, number);
        negate(quantity);
        compare(quantity);
        for (std::uint32_t token = quantity.tokens.begin; token < quantity.tokens.end; ++token) {
            view_.tokens.quantity[token] = static_cast<std::uint32_t>(quantities_.size());
        }
        quantity.span = view_.span(quantity.tokens);
        quantities_.push_back(quantity);
        join_range();
        return std::max(at + 1, quantity.tokens.end);
    }

    // "APT 31", "Boeing 737", "Covid-19", "Article 5", "No. 5": the number is part of a name.
    bool belongs_to_name(const ParsedNumber& number) const {
        const std::uint32_t at = number.tokens.begin;
        if (number.in_words || at == begin_ || number.kind != NumberKind::cardinal || number.multiplied) return false;
        if (is_joined(at - 1, Sign::hyphen) && at >= begin_ + 2) {
            return view_.capitalised(at - 2) && !view_.has(at - 2, kSentenceInitial) &&
                   view_.tokens.date[at - 2] == kNone;
        }
        if (is_joined(at - 1, Sign::full_stop) && at >= begin_ + 2 && view_.capitalised(at - 2)) return true;  // "ID.3"
        const std::uint32_t before = at - 1;
        if (!view_.capitalised(before) || view_.has(before, kFunctionWord) || view_.tokens.date[before] != kNone)
            return false;
        if (view_.uses(before, kUseCurrency | kUseDemonym)) return false;
        const bool acronym = view_.has(before, kAllCapitals) && view_.tokens.span[at].size() <= 4;
        if (acronym) return true;
        if (view_.has(before, kSentenceInitial) && view_.can_be(before, kKnown) && !view_.can_be(before, kProper))
            return false;
        return unit_after(number.tokens.end, end_).unit == 0 && !is(number.tokens.end, Sign::percent) &&
               number.suffix == 0;
    }

    // "10:30", "5 p.m.", "11am", scores and versions are not handled here.
    bool is_time(const ParsedNumber& number) const {
        const std::uint32_t after = number.tokens.end;
        if (number.in_words) return false;
        if ((is_joined(after, Sign::slash) && view_.is_number(after + 1)) ||
            (is_joined(number.tokens.begin - 1, Sign::slash) && view_.is_number(number.tokens.begin - 2)))
            return true;  // "24/7"
        if (is_joined(after, Sign::colon) && view_.is_number(after + 1)) return true;
        if (is_joined(number.tokens.begin - 1, Sign::colon) && number.tokens.begin >= begin_ + 2 &&
            view_.is_number(number.tokens.begin - 2))
            return true;
        if (word(after, "p.m.") || word(after, "a.m.") || word(after, "pm") || word(after, "am") ||
            word(after, "o'clock"))
            return true;
        if (number.suffix == 2) {
            const std::string_view written = view_.slice(number.tokens.begin);
            const std::string_view letters = written.substr(written.size() - 2);
            return letters == "pm" || letters == "am" || letters == "PM" || letters == "AM";
        }
        return false;
    }

    // "no one", "one of the", "one another", "the one": no count.
    bool is_idle_one(const ParsedNumber& number) const {
        const std::uint32_t at = number.tokens.begin;
        if (number.tokens.size() != 1 || !word(at, "one")) return false;
        if (word(at - 1, "no") || word(at - 1, "this") || word(at - 1, "that") || word(at - 1, "any") ||
            word(at - 1, "every"))
            return true;
        return unit_after(at + 1, end_).unit == 0;
    }

    void measure(Quantity& quantity, const ParsedNumber& number) {
        const std::uint32_t begin = quantity.tokens.begin;
        const std::uint32_t end = quantity.tokens.end;
        if (is(end, Sign::percent) || view_.uses(end, kUsePercent) || (word(end, "per") && word(end + 1, "cent"))) {
            quantity.kind = QuantityKind::percent;
            quantity.unit = hash_word("percent");
            quantity.tokens.end = word(end, "per") ? end + 2 : end + 1;
            if (word(quantity.tokens.end, "point") || word(quantity.tokens.end, "points")) ++quantity.tokens.end;
            return;
        }
        if (const std::uint8_t currency = currency_before(begin); currency != 0) {
            quantity.kind = QuantityKind::money;
            quantity.unit = currency_unit(currency);
            const bool prefixed = begin >= begin_ + 2 && is(begin - 1, Sign::dollar) &&
                                  view_.touches_previous(begin - 1) && view_.is_word(begin - 2);  // "US$", "A$"
            quantity.tokens.begin = prefixed ? begin - 2 : begin - 1;
            if (view_.uses(end, kUseCurrency)) ++quantity.tokens.end;  // "$5 USD"
            return;
        }
        if (number.kind != NumberKind::ordinal && end < end_ && view_.uses(end, kUseCurrency) && view_.is_word(end) &&
            !word(end, "won")) {
            if (quantity.kind == QuantityKind::cardinal) quantity.kind = QuantityKind::money;
            quantity.unit = currency_unit(view_.value(end));
            quantity.tokens.end = end + 1;
            return;
        }
        if (number.suffix > 0) {
            const std::string_view written = view_.slice(end - 1);
            std::array<char, 4> unit{};
            const std::size_t size = std::min<std::size_t>(number.suffix, unit.size());
            for (std::size_t i = 0; i < size; ++i)
                unit[i] = static_cast<char>(written[written.size() - size + i] | 0x20);
            quantity.unit = hash_word({unit.data(), size});
            return;
        }
        if (number.multiplied && number.tokens.size() == 1 && !number.in_words && view_.uses(end, kUseLength)) {
            quantity.low = quantity.high = number.low / number.multiplier;  // "10m wide": metres
            quantity.unit = hash_word("m");
            return;
        }
        quantity.unit = word(begin - 1, "aged") ? hash_word("year") : unit_after(end, end_).unit;
    }

    // "-5 degrees": a hyphen that joins nothing before it.
    void negate(Quantity& quantity) const {
        const std::uint32_t at = quantity.tokens.begin;
        const bool minus = at >= begin_ + 2 && is(at - 1, Sign::hyphen) && view_.touches_previous(at) &&
                           !view_.touches_previous(at - 1);
        if (!minus || quantity.low != quantity.high || quantity.kind == QuantityKind::ordinal) return;
        quantity.low = quantity.high = -quantity.low;
        quantity.tokens.begin = at - 1;
    }

    // The currency whose symbol or code stands right before the number; 0 when there is none.
    std::uint8_t currency_before(std::uint32_t number) const {
        if (number == begin_) return 0;
        const std::uint32_t at = number - 1;
        const auto code = [](Currency currency) { return static_cast<std::uint8_t>(currency); };
        switch (view_.sign(at)) {
            case Sign::dollar: {
                if (at == begin_ || !view_.touches_previous(at)) return code(Currency::usd);
                const std::string_view before = view_.slice(at - 1);
                if (before == "A" || before == "AU") return code(Currency::aud);
                if (before == "C" || before == "CA") return code(Currency::cad);
                if (before == "NZ") return code(Currency::nzd);
                if (before == "HK") return code(Currency::hkd);
                return code(Currency::usd);
            }
            case Sign::pound: return code(Currency::gbp);
            case Sign::euro: return code(Currency::eur);
            case Sign::yen: return code(Currency::jpy);
            case Sign::rupee: return code(Currency::inr);
            default: break;
        }
        const bool is_code = view_.uses(at, kUseCurrency) && view_.has(at, kAllCapitals);
        return is_code ? view_.value(at) : std::uint8_t{0};
    }

    struct Unit {
        std::uint64_t unit = 0;
        std::uint32_t end = 0;  // position after it
    };

    // The noun counted by a number that ends at `at`: "people", the last noun of "registered voters", "year" of
    // "14-year-old".
    Unit unit_after(std::uint32_t at, std::uint32_t end) const {
        const bool hyphen = is_joined(at, Sign::hyphen);
        if (hyphen) ++at;
        if (word(at, "of")) {
            ++at;
            while (at < end && view_.uses(at, kUseDeterminer) && view_.is_word(at)) ++at;
        } else if (word(at, "more") || word(at, "other") || word(at, "additional") || word(at, "further")) {
            ++at;
        }
        Unit unit;
        for (std::uint32_t left = 3; left > 0 && at < end; --left, ++at) {
            if (!view_.is_word(at) || view_.has(at, kFunctionWord)) break;

            const std::uint16_t noun = kNoun;
            const bool known = view_.can_be(at, kKnown);
            const bool noun_like = view_.can_be(at, noun) || !known;
            const bool verb_form = view_.can_be(at, kPastForm | kIngForm) && !view_.can_be(at, kBaseNoun);
            if (verb_form && unit.unit != 0) break;
            if (view_.tokens.date[at] != kNone || view_.uses(at, kUseMultiplier | kUseCardinal)) break;
            if (noun_like) unit = {view_.tokens.stem[at], at + 1};
            if (hyphen || view_.uses(at, kUseTimeUnit)) break;
            const bool plural = view_.can_be(at, kPlural) && noun_like;
            if (plural) break;
            if (!known && view_.slice(at).back() == 's') break;
            if (view_.can_be(at, kAdverb) && !view_.can_be(at, kNoun | kAdjective)) break;
        }
        return unit;
    }

    void compare(Quantity& quantity) {
        const std::uint32_t at = quantity.tokens.begin;
        for (const ComparatorPhrase& phrase : kBefore) {
            const std::uint32_t size = phrase.words[2].empty() ? (phrase.words[1].empty() ? 1 : 2) : 3;
            if (at < begin_ + size) continue;
            bool matches = true;
            for (std::uint32_t i = 0; i < size && matches; ++i) matches = view_.reads(at - size + i, phrase.words[i]);
            if (!matches) continue;
            quantity.comparator = phrase.comparator;
            return;
        }
        if (is(at - 1, Sign::tilde) && at > begin_) quantity.comparator = Comparator::about;
        if (is(at - 1, Sign::less) && at > begin_) quantity.comparator = Comparator::less_than;
        if (is(at - 1, Sign::greater) && at > begin_) quantity.comparator = Comparator::more_than;
        compare_after(quantity);
    }

    // "10 or more", "200+", "five or so", "18 and over"
    void compare_after(Quantity& quantity) {
        const std::uint32_t after = quantity.tokens.end;
        if (is(after, Sign::plus) && view_.touches_previous(after)) quantity.comparator = Comparator::at_least;
        if (!word(after, "or") && !word(after, "and")) return;
        if (word(after + 1, "more") || word(after + 1, "older") || word(after + 1, "over") ||
            word(after + 1, "above")) {
            quantity.comparator = Comparator::at_least;
        } else if (word(after + 1, "less") || word(after + 1, "fewer") || word(after + 1, "under") ||
                   word(after + 1, "younger")) {
            quantity.comparator = Comparator::at_most;
        } else if (word(after, "or") && word(after + 1, "so")) {
            quantity.comparator = Comparator::about;
        }
    }

    // Makes one range of the last two quantities where they are one: "10 to 12 people", "between 80% and 90%", "10-12".
    void join_range() {
        if (quantities_.size() < 2) return;
        Quantity& first = quantities_[quantities_.size() - 2];
        Quantity& last = quantities_.back();
        const std::uint32_t between = first.tokens.end;
        const bool adjacent = first.tokens.begin >= begin_ && between + 1 == last.tokens.begin;
        if (!adjacent || first.comparator == Comparator::between) return;
        const bool dash = is_joined(between, Sign::hyphen) || is(between, Sign::dash);
        // "rose from 5 to 10 points", "rose by 3% to 12%": two values
        const bool from = word(first.tokens.begin - 1, "from") || word(first.tokens.begin - 1, "by");
        const bool spread =
            from && (word(first.tokens.begin - 2, "ranging") || word(first.tokens.begin - 2, "ranges") ||
                     word(first.tokens.begin - 2, "range") || word(first.tokens.begin - 2, "ranged"));
        const bool to = word(between, "to") && (!from || spread);
        if (from && word(between, "to") && first.unit == 0 && first.kind == last.kind) first.unit = last.unit;
        const bool either = word(between, "or");
        const bool conjunction = word(between, "and") && word(first.tokens.begin - 1, "between");
        if (!dash && !to && !either && !conjunction) return;
        const bool same_kind = first.kind == last.kind || (first.kind == QuantityKind::cardinal && first.unit == 0);
        const bool countable = last.kind == QuantityKind::cardinal || last.kind == QuantityKind::money ||
                               last.kind == QuantityKind::percent;
        if (!same_kind || !countable) return;
        share_multiplier(first, last);
        if (first.low >= last.low || (first.unit != 0 && last.unit != 0 && first.unit != last.unit)) return;
        last.low = first.low;
        last.comparator = Comparator::between;
        last.tokens.begin = first.tokens.begin;
        last.span = view_.span(last.tokens);
        if (last.unit == 0) last.unit = first.unit;
        const Quantity joined = last;
        quantities_.pop_back();
        quantities_.back() = joined;
        for (std::uint32_t token = joined.tokens.begin; token < joined.tokens.end; ++token) {
            view_.tokens.quantity[token] = static_cast<std::uint32_t>(quantities_.size() - 1);
        }
    }

    // "2-3 million", "$10 to $12bn": the multiplier is said once.
    void share_multiplier(Quantity& first, const Quantity& last) const {
        if (last.low < 1000 || first.low >= 1000) return;
        const std::uint32_t at = view_.is_sign(last.tokens.begin) ? last.tokens.begin + 1 : last.tokens.begin;
        const ParsedNumber number = parse_number(view_, at, end_);
        if (!number.multiplied || number.multiplier < 1000 || first.low >= number.low / number.multiplier) return;
        first.low *= number.multiplier;
        first.high *= number.multiplier;
    }

    const TokenView& view_;
    std::vector<Quantity>& quantities_;
    std::uint32_t begin_ = 0;
    std::uint32_t end_ = 0;
};

}  // namespace

std::vector<Quantity> find_quantities(const TokenView& view, const std::vector<Sentence>& sentences) {
    std::vector<Quantity> quantities;
    QuantityFinder finder(view, quantities);
    for (const Sentence& sentence : sentences) finder.run(sentence.tokens);
    return quantities;
}

}  // namespace axray::language
