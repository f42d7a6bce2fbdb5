#include "language/quantities/comparators.hpp"

#include <array>

namespace axray::language {
namespace {

// Words before a number that say how it is meant; the longest match counts.
struct ComparatorPhrase {
    std::array<std::string_view, 3> words;  // in order; the first ones may be empty
    Comparator comparator;
};

constexpr auto kBefore = std::to_array<ComparatorPhrase>({
    {{"no", "fewer", "than"}, Comparator::at_least},
    {{"no", "less", "than"}, Comparator::at_least},
    {{"not", "less", "than"}, Comparator::at_least},
    {{"not", "fewer", "than"}, Comparator::at_least},
    {{"no", "more", "than"}, Comparator::at_most},
    {{"not", "more", "than"}, Comparator::at_most},
    {{"as", "many", "as"}, Comparator::at_most},
    {{"as", "much", "as"}, Comparator::at_most},
    {{"as", "few", "as"}, Comparator::at_least},
    {{"as", "little", "as"}, Comparator::at_least},
    {{"a", "maximum", "of"}, Comparator::at_most},
    {{"a", "minimum", "of"}, Comparator::at_least},
    {{"in", "excess", "of"}, Comparator::more_than},
    {{"", "at", "least"}, Comparator::at_least},
    {{"", "at", "minimum"}, Comparator::at_least},
    {{"", "at", "most"}, Comparator::at_most},
    {{"", "up", "to"}, Comparator::at_most},
    {{"", "more", "than"}, Comparator::more_than},
    {{"", "greater", "than"}, Comparator::more_than},
    {{"", "higher", "than"}, Comparator::more_than},
    {{"", "larger", "than"}, Comparator::more_than},
    {{"", "bigger", "than"}, Comparator::more_than},
    {{"", "longer", "than"}, Comparator::more_than},
    {{"", "older", "than"}, Comparator::more_than},
    {{"", "upwards", "of"}, Comparator::more_than},
    {{"", "upward", "of"}, Comparator::more_than},
    {{"", "north", "of"}, Comparator::more_than},
    {{"", "less", "than"}, Comparator::less_than},
    {{"", "fewer", "than"}, Comparator::less_than},
    {{"", "lower", "than"}, Comparator::less_than},
    {{"", "smaller", "than"}, Comparator::less_than},
    {{"", "younger", "than"}, Comparator::less_than},
    {{"", "shorter", "than"}, Comparator::less_than},
    {{"", "south", "of"}, Comparator::less_than},
    {{"", "close", "to"}, Comparator::about},
    {{"", "an", "estimated"}, Comparator::about},
    {{"", "", "over"}, Comparator::more_than},
    {{"", "", "above"}, Comparator::more_than},
    {{"", "", "exceeding"}, Comparator::more_than},
    {{"", "", "topping"}, Comparator::more_than},
    {{"", "", "exceeds"}, Comparator::more_than},
    {{"", "", "exceeded"}, Comparator::more_than},
    {{"", "", "surpassing"}, Comparator::more_than},
    {{"", "", "surpassed"}, Comparator::more_than},
    {{"", "", "beyond"}, Comparator::more_than},
    {{"", "", "under"}, Comparator::less_than},
    {{"", "", "below"}, Comparator::less_than},
    {{"", "", "nearly"}, Comparator::about},
    {{"", "", "almost"}, Comparator::about},
    {{"", "", "about"}, Comparator::about},
    {{"", "", "around"}, Comparator::about},
    {{"", "", "roughly"}, Comparator::about},
    {{"", "", "approximately"}, Comparator::about},
    {{"", "", "estimated"}, Comparator::about},
    {{"", "", "some"}, Comparator::about},
    {{"", "", "circa"}, Comparator::about},
    {{"", "", "approx"}, Comparator::about},
    {{"", "", "maximum"}, Comparator::at_most},
    {{"", "", "minimum"}, Comparator::at_least},
});

std::uint32_t size_of(const ComparatorPhrase& phrase) {
    return phrase.words[0].empty() ? (phrase.words[1].empty() ? 1 : 2) : 3;
}

Comparator before(const QuantityView& view, std::uint32_t at) {
    const std::uint32_t last = at - 1;
    const bool possible = view.inside(last) && view.view.is_word(last) && view.view.tokens.span[last].size() >= 2;
    if (!possible) return Comparator::exactly;
    for (const ComparatorPhrase& phrase : kBefore) {
        const std::uint32_t size = size_of(phrase);
        bool matches = true;
        for (std::uint32_t i = 0; i < size && matches; ++i) matches = view.word(last - i, phrase.words[2 - i]);
        if (matches) return phrase.comparator;
    }
    return Comparator::exactly;
}

Comparator sign_before(const QuantityView& view, std::uint32_t at) {
    const bool equal = view.reads_sign(at - 1, "=");
    const std::uint32_t sign = equal ? at - 2 : at - 1;
    if (view.is(sign, Sign::tilde) || view.reads_sign(sign, "\xE2\x89\x88")) return Comparator::about;
    if (view.is(sign, Sign::less)) return equal ? Comparator::at_most : Comparator::less_than;
    if (view.is(sign, Sign::greater)) return equal ? Comparator::at_least : Comparator::more_than;
    if (view.reads_sign(sign, "\xE2\x89\xA4")) return Comparator::at_most;
    if (view.reads_sign(sign, "\xE2\x89\xA5")) return Comparator::at_least;
    return Comparator::exactly;
}

// "10 or more", "200+", "five or so", "18 and over"
Comparator behind(const QuantityView& view, std::uint32_t after) {
    if (view.is(after, Sign::plus) && view.touches(after)) return Comparator::at_least;
    if (view.any_word(after, "plus") && !view.view.is_number(after + 1)) return Comparator::at_least;
    if (!view.any_word(after, "or", "and")) return Comparator::exactly;
    if (view.any_word(after + 1, "more", "older", "over", "above", "greater", "higher")) return Comparator::at_least;
    if (view.any_word(after + 1, "less", "fewer", "under", "younger", "below", "lower")) return Comparator::at_most;
    return view.word(after, "or") && view.word(after + 1, "so") ? Comparator::about : Comparator::exactly;
}

}  // namespace

Comparator comparator_of(const QuantityView& view, const Quantity& quantity) {
    std::uint32_t at = quantity.tokens.begin;
    if (view.word(at - 1, "equal") || (view.word(at - 1, "to") && view.word(at - 2, "equal"))) {
        // "less than or equal to 30"
        at -= view.word(at - 1, "to") ? 2 : 1;
        if (view.word(at - 1, "or") && view.word(at - 2, "than")) {
            const Comparator found = before(view, at - 1);
            if (found == Comparator::less_than) return Comparator::at_most;
            if (found == Comparator::more_than) return Comparator::at_least;
        }
        return Comparator::exactly;
    }
    if (view.is_article(at - 1) || view.word(at - 1, "the")) --at;  // "over a 52,000", "more than the 30"
    if (const Comparator found = before(view, at); found != Comparator::exactly) return found;
    if (const Comparator found = sign_before(view, quantity.tokens.begin); found != Comparator::exactly) return found;
    const Comparator found = behind(view, quantity.tokens.end);
    return found != Comparator::exactly ? found : behind(view, whole_of(quantity).end);
}

}  // namespace axray::language
