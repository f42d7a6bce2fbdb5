// Questions about the tokens around a number, within its sentence (Tokens -> answers). For the rules of this folder.
//
// Positions outside of the sentence are nothing, so that rules need no checks at its ends. Refers to what it is made
// from. Source: own.
#pragma once

#include <algorithm>

#include "language/quantities/numbers.hpp"
#include "language/segments/token_view.hpp"

namespace axray::language {

struct QuantityView {
    const TokenView& view;
    std::uint32_t begin = 0;  // of the sentence
    std::uint32_t end = 0;

    [[nodiscard]] bool inside(std::uint32_t at) const { return at >= begin && at < end; }
    [[nodiscard]] bool word(std::uint32_t at, std::string_view lower) const {
        return inside(at) && view.reads(at, lower);
    }
    template <class... Words>
    [[nodiscard]] bool any_word(std::uint32_t at, Words... lower) const {
        return inside(at) && view.is_word(at) && (view.reads(at, lower) || ...);
    }
    [[nodiscard]] bool uses(std::uint32_t at, std::uint64_t use) const { return inside(at) && view.uses(at, use); }
    [[nodiscard]] bool is(std::uint32_t at, Sign sign) const { return inside(at) && view.sign(at) == sign; }
    [[nodiscard]] bool reads_sign(std::uint32_t at, std::string_view sign) const {
        return inside(at) && view.is_sign(at) && view.slice(at) == sign;
    }
    [[nodiscard]] bool touches(std::uint32_t at) const { return inside(at) && view.touches_previous(at); }
    [[nodiscard]] bool is_joined(std::uint32_t at, Sign sign) const {
        return is(at, sign) && view.touches_previous(at) && view.touches_previous(at + 1);
    }
    [[nodiscard]] bool is_article(std::uint32_t at) const { return any_word(at, "a", "an"); }
};

// The tokens of a quantity with the words that name its unit.
[[nodiscard]] inline TokenSpan whole_of(const Quantity& quantity) {
    if (quantity.unit_tokens.size() == 0) return quantity.tokens;
    return {std::min(quantity.tokens.begin, quantity.unit_tokens.begin),
            std::max(quantity.tokens.end, quantity.unit_tokens.end)};
}

}  // namespace axray::language
