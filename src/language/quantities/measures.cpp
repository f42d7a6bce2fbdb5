#include "language/quantities/measures.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "language/quantities/units.hpp"
#include "language/words/lexicon.hpp"

namespace axray::language {
namespace {

constexpr unsigned kMostUnitTokens = 5;

// The spelling of a unit under construction, on the stack.
class Spelling {
public:
    void add(std::string_view part) {
        if (size_ + part.size() > bytes_.size()) {
            overflown_ = true;
            return;
        }
        std::memcpy(bytes_.data() + size_, part.data(), part.size());
        size_ += part.size();
    }
    [[nodiscard]] std::string_view view() const {
        return overflown_ ? std::string_view{} : std::string_view(bytes_.data(), size_);
    }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] bool overflown() const { return overflown_; }

private:
    std::array<char, 48> bytes_;
    std::size_t size_ = 0;
    bool overflown_ = false;
};

bool is_unit_sign(std::string_view written) {
    static constexpr auto kSigns = std::to_array<std::string_view>(
        {"/",        "^",        "\xC2\xB0",     "\xC2\xBA",     "\xC2\xB2",     "\xC2\xB3", "\xC2\xB5", "%",
         "'",        "\"",       "''",           "\xE2\x80\xB2", "\xE2\x80\xB3", "$",        "\xC2\xA3", "\xE2\x82\xAC",
         "\xC2\xA5", "\xC2\xA2", "\xE2\x84\x83", "\xE2\x84\x89"});
    if (std::find(kSigns.begin(), kSigns.end(), written) != kSigns.end()) return true;
    return written.size() >= 2 && (written.starts_with("\xE2\x82") || written.starts_with("\xE2\x80\xB0"));
}

// Extends the spelling token by token from `at` and remembers the longest unit.
MeasureMatch extend(const QuantityView& view, Spelling spelling, std::uint32_t at) {
    MeasureMatch best;
    if (!spelling.empty()) best = {find_unit(spelling.view()), at};
    for (unsigned left = kMostUnitTokens; left > 0 && view.inside(at); --left, ++at) {
        const TokenView& tokens = view.view;
        const bool apart = !tokens.touches_previous(at);
        if (tokens.is_sign(at)) {
            const bool dot = tokens.sign(at) == Sign::full_stop && !apart && !spelling.empty();
            if (dot) continue;  // "sq. ft."
            if (tokens.sign(at) == Sign::hyphen && !apart && tokens.touches_previous(at + 1)) {
                spelling.add("_");
                continue;
            }
            if (!is_unit_sign(tokens.slice(at))) break;
        } else if (tokens.tokens.kind[at] == TokenKind::address) {
            break;
        }
        if (!spelling.empty() && apart) spelling.add("_");
        spelling.add(tokens.slice(at));
        if (spelling.overflown()) break;
        if (const UnitId unit = find_unit(spelling.view()); unit != 0) best = {unit, at + 1};
    }
    if (best.unit == 0) best.end = 0;
    return best;
}

std::uint64_t hash_of(UnitId id, UnitId per) {
    const Unit& unit = unit_of(id);
    std::uint64_t hash = 0;
    if (unit.dimension == Dimension::money && unit.factor == 1 && !unit.code.empty()) {
        std::array<char, 3> code{};
        for (std::size_t i = 0; i < code.size() && i < unit.code.size(); ++i)
            code[i] = static_cast<char>(unit.code[i] | 0x20);
        hash = hash_word({code.data(), code.size()});
    } else {
        hash = hash_word(unit.name);
    }
    return per == 0 ? hash : hash ^ (hash_word(unit_of(per).name) * 31);
}

void set_measure(const QuantityView& view, Quantity& quantity, UnitId unit, TokenSpan tokens) {
    quantity.measure = unit;
    quantity.unit_tokens = tokens;
    const Dimension dimension = unit_of(unit).dimension;
    if (quantity.kind == QuantityKind::cardinal && dimension == Dimension::money) quantity.kind = QuantityKind::money;
    if (unit_of(unit).name == "percent") quantity.kind = QuantityKind::percent;
    // "dollars a barrel", "tests per day", "$/MWh"
    std::uint32_t at = std::max(tokens.end, quantity.tokens.end);
    const bool per = view.word(at, "per") || view.is_joined(at, Sign::slash) || view.any_word(at, "each", "every");
    const bool hyphens = view.is_joined(at, Sign::hyphen);
    if (hyphens) ++at;
    const bool article = view.is_article(at);
    if (hyphens && article && view.is_joined(at + 1, Sign::hyphen)) ++at;
    if ((per || article) && dimension != Dimension::share && dimension != Dimension::angle) {
        const MeasureMatch other = match_unit(view, at + 1);
        const bool ago = article && view.any_word(other.end, "earlier", "ago", "later", "before", "after", "old");
        if (other.unit != 0 && !ago && unit_of(other.unit).dimension != Dimension::money) {
            quantity.per = other.unit;
            quantity.unit_tokens.end = other.end;
        }
    }
    quantity.unit = hash_of(unit, quantity.per);
}

// Letters that are a unit after a number only where nothing speaks against it: "in" is mostly a preposition.
bool is_plausible(const QuantityView& view, const ParsedNumber& number, std::uint32_t at, const MeasureMatch& match) {
    if (match.end != at + 1) return true;
    const std::string_view written = view.view.slice(at);
    const std::uint32_t next = at + 1;
    if (written == "in") {
        const bool ends = !view.inside(next) || view.view.is_sign(next);
        const bool described = view.uses(next, kUseLength) || view.any_word(next, "thick", "tall", "wide", "long");
        return described || (ends && number.tokens.end - number.tokens.begin <= 3 && !number.in_words);
    }
    if (view.view.is_sign(at)) {
        // An inch or foot mark that closes a quotation is none.
        const Sign sign = view.view.sign(at);
        if (sign == Sign::straight_quote) return !view.view.has(at - 1, kInQuotation);
        if (sign == Sign::straight_single || sign == Sign::close_single)
            return view.touches(at) && !number.in_words && number.high < 1000;
        return true;
    }
    if (view.word(at, "won")) return number.high >= 100 && !view.uses(next, kUseDeterminer);
    if (view.word(at, "stone")) return number.high < 60 && view.view.slice(at) == "stone";
    if (view.any_word(at, "mos", "gig", "cals", "rs", "rm", "pp", "cc", "pct")) return !number.in_words;
    if (written.size() == 1) {
        const bool hyphen = view.is_joined(next, Sign::hyphen);
        const bool electric = written == "W" || written == "V";
        const bool letter = view.inside(next) && view.view.capitalised(next) && !electric;
        const bool goes_on = view.touches(next) && !view.is(next, Sign::slash) && !view.is(next, Sign::full_stop) &&
                             !view.is(next, Sign::comma) && !view.is(next, Sign::close_bracket);
        return !number.in_words && !hyphen && !letter && !goes_on;
    }
    if (view.any_word(at, "second", "quarter")) return number.kind != NumberKind::ordinal;
    return true;
}

// "pounds" weigh where something is said of weight.
bool weighs(const QuantityView& view, const Quantity& quantity, std::uint32_t unit_end) {
    const std::uint32_t begin = quantity.tokens.begin;
    if (view.is_joined(quantity.tokens.end, Sign::hyphen)) return true;  // "a twenty-pound bag"
    if (view.word(unit_end, "of") &&
        !view.any_word(unit_end + 1, "taxpayers", "public", "debt", "investment", "funding"))
        return !view.word(unit_end + 1, "the");
    for (std::uint32_t back = 1; back <= 4 && view.inside(begin - back); ++back) {
        if (view.any_word(begin - back, "weigh", "weighs", "weighed", "weighing", "weight", "lost", "gained", "lift",
                          "lifting", "pounds"))
            return true;
        if (view.word(begin - back, "dropping")) return true;
    }
    return view.any_word(unit_end, "heavier", "lighter", "overweight") ||
           (quantity.low < 1000 && view.word(quantity.tokens.end, "pound") && view.view.can_be(unit_end, kBaseNoun));
}

UnitId heavy_or_money(const QuantityView& view, const Quantity& quantity, const MeasureMatch& match) {
    const bool pounds = view.any_word(quantity.tokens.end, "pound", "pounds") ||
                        (view.is_joined(quantity.tokens.end, Sign::hyphen) &&
                         view.any_word(quantity.tokens.end + 1, "pound", "pounds"));
    return pounds && unit_of(match.unit).code == "GBP" && weighs(view, quantity, match.end) ? find_unit("lb")
                                                                                            : match.unit;
}

// "an hour and a half", "one month and half": the fraction of the unit before it.
void add_fraction_of_unit(const QuantityView& view, Quantity& quantity) {
    const std::uint32_t at = quantity.unit_tokens.end;
    if (!view.word(at, "and") || quantity.low != quantity.high) return;
    const std::uint32_t from = view.is_article(at + 1) ? at + 2 : at + 1;
    const double part = view.word(from, "half") ? 0.5 : view.word(from, "quarter") ? 0.25 : 0;
    if (part == 0 || (view.inside(from + 1) && view.view.is_word(from + 1) && view.view.can_be(from + 1, kNoun) &&
                      !view.view.has(from + 1, kFunctionWord)))
        return;
    quantity.low += part;
    quantity.high += part;
    quantity.unit_tokens.end = from + 1;
}

// Half an hour is thirty minutes.
void use_smaller_time(const QuantityView& view, Quantity& quantity, bool fraction) {
    if (!fraction || quantity.per != 0) return;
    const std::string_view name = unit_of(quantity.measure).name;
    const std::string_view smaller = name == "hour" ? "minute" : name == "minute" ? "second" : std::string_view{};
    if (smaller.empty()) return;
    const UnitId unit = find_unit(smaller);
    quantity.low = convert(quantity.low, quantity.measure, unit);
    quantity.high = convert(quantity.high, quantity.measure, unit);
    quantity.measure = unit;
    quantity.unit = hash_of(unit, 0);
    (void)view;
}

// A unit written together with the digits: "10km", "5mph", "10m" of a wall.
bool measure_suffix(const QuantityView& view, const ParsedNumber& number, Quantity& quantity) {
    const std::uint32_t last = quantity.tokens.end - 1;
    const std::string_view written = view.view.slice(last);
    if (number.suffix == 0 || number.suffix > written.size()) return false;
    const std::string_view letters = written.substr(written.size() - number.suffix);
    if (number.multiplied) {  // "10m", "16G": a multiplier unless it reads as a unit
        const std::uint32_t next = quantity.tokens.end;
        if (letters != "m") return false;
        const bool ends = !view.inside(next) || (view.view.is_sign(next) && !view.is(next, Sign::hyphen));
        const bool placed = view.any_word(next, "is", "and", "to", "from", "by", "x", "off", "up", "down", "under");
        if (!ends && !placed && !view.uses(next, kUseLength)) return false;
        const double value = number.low / number.multiplier;
        quantity.low = quantity.high = value;
        set_measure(view, quantity, find_unit("m"), {last, quantity.tokens.end});
        return true;
    }
    const MeasureMatch match = match_unit(view, letters, quantity.tokens.end);
    if (match.unit == 0) {
        std::array<char, 8> lower{};
        const std::size_t size = std::min(letters.size(), lower.size());
        for (std::size_t i = 0; i < size; ++i) lower[i] = static_cast<char>(letters[i] | 0x20);
        quantity.unit = hash_word({lower.data(), size});
        quantity.unit_tokens = {last, quantity.tokens.end};
        return true;
    }
    set_measure(view, quantity, match.unit, {last, match.end});
    return true;
}

// "8 B people", "4 M users": the multiplier as a letter of its own, where something is counted.
void multiply_by_letter(const QuantityView& view, const ParsedNumber& number, Quantity& quantity) {
    const std::uint32_t at = quantity.tokens.end;
    if (number.multiplied || number.in_words || number.suffix > 0 || !view.inside(at + 1)) return;
    const std::string_view written = view.view.slice(at);
    if ((written != "B" && written != "M") || !view.view.can_be(at + 1, kPlural)) return;
    quantity.low *= written == "B" ? 1e9 : 1e6;
    quantity.high = quantity.low;
    quantity.tokens.end = at + 1;
}

bool measure_money_before(const QuantityView& view, const ParsedNumber& number, Quantity& quantity) {
    const MeasureMatch before = currency_before(view, quantity.tokens.begin);
    if (before.unit == 0) return false;
    quantity.tokens.begin = before.end;
    const MeasureMatch after = match_unit(view, quantity.tokens.end);
    UnitId unit = before.unit;
    std::uint32_t end = quantity.tokens.end;
    if (after.unit != 0 && unit_of(after.unit).dimension == Dimension::money && unit_of(after.unit).factor == 1 &&
        !view.is(quantity.tokens.end, Sign::dollar)) {  // "$5 USD", "$10 Canadian dollars"
        quantity.tokens.end = end = after.end;
        unit = after.unit;
    }
    if (number.suffix > 0 && !number.multiplied) return false;
    if (!number.multiplied && view.any_word(end, "M", "m", "B", "b", "k") && !view.touches(end + 1)) {
        const char letter = static_cast<char>(view.view.slice(end)[0] | 0x20);
        const double factor = letter == 'm' ? 1e6 : letter == 'b' ? 1e9 : 1e3;
        quantity.low *= factor;
        quantity.high *= factor;
        quantity.tokens.end = ++end;
    }
    set_measure(view, quantity, unit, {quantity.tokens.begin, end});
    return true;
}

}  // namespace

MeasureMatch match_unit(const QuantityView& view, std::uint32_t at) { return extend(view, {}, at); }

MeasureMatch match_unit(const QuantityView& view, std::string_view letters, std::uint32_t at) {
    Spelling spelling;
    spelling.add(letters);
    return extend(view, spelling, at);
}

MeasureMatch currency_before(const QuantityView& view, std::uint32_t number) {
    if (!view.inside(number - 1)) return {};
    const std::uint32_t at = number - 1;
    const TokenView& tokens = view.view;
    if (tokens.tokens.quantity[at] != kNone) return {};  // "3 CAD 3 cents": it belongs to the number before it
    const bool sign = tokens.is_sign(at);
    if (!sign && (!tokens.is_word(at) || tokens.tokens.span[at].size() > 12)) return {};
    if (view.is(at, Sign::full_stop) && view.any_word(at - 1, "rs")) return {find_unit("rs"), at - 1};
    if (sign && !is_unit_sign(tokens.slice(at)) && tokens.slice(at).size() < 2) return {};
    const auto is_money = [](UnitId unit) { return unit != 0 && unit_of(unit).dimension == Dimension::money; };
    UnitId unit = find_unit(tokens.slice(at));
    if (sign) {
        if (!is_money(unit) || unit_of(unit).factor != 1) return {};
        if (view.inside(at - 1) && tokens.is_word(at - 1)) {  // "US$", "HK $"
            Spelling spelling;
            spelling.add(tokens.slice(at - 1));
            spelling.add(tokens.slice(at));
            const UnitId longer = find_unit(spelling.view());
            if (is_money(longer) && (view.touches(at) || tokens.has(at - 1, kAllCapitals))) return {longer, at - 1};
        }
        return {unit, at};
    }
    const bool code = tokens.has(at, kAllCapitals) || tokens.slice(at) == "Rs";
    if (code && is_money(unit)) return {unit, at};
    if (view.any_word(at, "ringgit", "ringgits", "rs", "rs.")) {
        return {unit, view.any_word(at - 1, "malaysian", "malaysia") ? at - 1 : at};
    }
    return {};
}

CountedNoun counted_noun(const QuantityView& view, std::uint32_t at) {
    const TokenView& tokens = view.view;
    const bool hyphen = view.is_joined(at, Sign::hyphen);
    if (hyphen) ++at;
    if (view.word(at, "of")) {
        ++at;
        while (view.uses(at, kUseDeterminer) && tokens.is_word(at)) ++at;
    } else if (view.any_word(at, "more", "other", "additional", "further")) {
        ++at;
    }
    CountedNoun noun;
    std::uint32_t first = at;
    for (std::uint32_t left = 3; left > 0 && view.inside(at); --left, ++at) {
        if (!tokens.is_word(at) || tokens.has(at, kFunctionWord)) break;
        const bool known = tokens.can_be(at, kKnown);
        const bool noun_like = tokens.can_be(at, kNoun) || !known;
        const bool verb_form = tokens.can_be(at, kPastForm | kIngForm) && !tokens.can_be(at, kBaseNoun);
        if (verb_form && noun.stem != 0) break;
        if (tokens.tokens.date[at] != kNone || tokens.uses(at, kUseMultiplier | kUseCardinal)) break;
        // A participle describes, and is no part of the name: "400 charging stations".
        if (verb_form && at == first && !hyphen) ++first;
        if (noun_like) noun = {{std::min(first, at), at + 1}, tokens.tokens.stem[at]};
        if (hyphen || tokens.uses(at, kUseTimeUnit)) break;
        if (tokens.can_be(at, kPlural) && noun_like) break;
        if (!known && tokens.slice(at).back() == 's') break;
        if (tokens.can_be(at, kAdverb) && !tokens.can_be(at, kNoun | kAdjective)) break;
    }
    return noun;
}

void measure_by_code(const QuantityView& view, UnitId unit, Quantity& quantity) {
    set_measure(view, quantity, unit, quantity.tokens);
}

void measure(const QuantityView& view, const ParsedNumber& number, Quantity& quantity) {
    if (measure_money_before(view, number, quantity)) return;
    if (measure_suffix(view, number, quantity)) return;
    multiply_by_letter(view, number, quantity);
    const std::uint32_t end = quantity.tokens.end;
    const std::uint32_t begin = quantity.tokens.begin;
    if (number.kind != NumberKind::ordinal) {
        std::uint32_t at = view.is_joined(end, Sign::hyphen) || view.is_joined(end, Sign::dash) ? end + 1 : end;
        if (number.fraction && view.word(at, "of")) ++at;
        if (number.fraction && view.is_article(at)) ++at;
        if (view.any_word(at, "more", "fewer", "additional", "extra", "further", "whole", "full")) ++at;
        MeasureMatch match = match_unit(view, at);
        const bool bare_money = match.unit != 0 && number.fraction && at > end;
        if (match.unit != 0 && is_plausible(view, number, at, match) && !(bare_money && view.word(at, "second"))) {
            match.unit = heavy_or_money(view, quantity, match);
            const Dimension dimension = unit_of(match.unit).dimension;
            set_measure(view, quantity, match.unit, {at, match.end});
            if (dimension == Dimension::money || dimension == Dimension::share) {
                quantity.tokens.end = std::max(quantity.tokens.end, match.end);
                if (dimension == Dimension::money && !number.multiplied && view.uses(match.end, kUseMultiplier) &&
                    !number.in_words) {  // "75 USD million"
                    double factor = 1;
                    for (unsigned i = view.view.value(match.end); i > 0; --i) factor *= 10;
                    quantity.low *= factor;
                    quantity.high *= factor;
                    quantity.tokens.end = match.end + 1;
                }
            }
            const double before = quantity.low;
            if (dimension == Dimension::time) add_fraction_of_unit(view, quantity);
            use_smaller_time(view, quantity, number.fraction || quantity.low != before);
            return;
        }
    }
    if (view.word(begin - 1, "aged") || (view.word(begin - 1, "age") && number.high < 130)) {
        quantity.measure = find_unit("year");
        quantity.unit = hash_of(quantity.measure, 0);
        return;
    }
    const CountedNoun noun = counted_noun(view, end);
    const std::uint32_t last = noun.tokens.end - 1;
    if (noun.stem != 0 && number.kind != NumberKind::ordinal && view.uses(last, kUseTimeUnit)) {
        set_measure(view, quantity, match_unit(view, last).unit, noun.tokens);  // "50 previous years"
        return;
    }
    quantity.unit = noun.stem;
    quantity.unit_tokens = noun.tokens;
}

}  // namespace axray::language
