#include "language/quantities/changes.hpp"

namespace axray::language {
namespace {

constexpr std::uint32_t kReach = 10;

Direction direction_at(const QuantityView& view, std::uint32_t at) {
    if (view.uses(at, kUseRise)) return Direction::up;
    return view.uses(at, kUseFall) ? Direction::down : Direction::none;
}

// "up to 5" and "lower than 5" compare, "down the road" leads somewhere.
bool states_change(const QuantityView& view, std::uint32_t at, std::uint32_t number) {
    if (view.any_word(at + 1, "than")) return false;
    if (view.word(at, "up") && view.word(at + 1, "to")) {
        // "up to 5%" is a limit, but "is up to 5% from 3%" a change: only where "from" follows the number
        return view.word(number + 1, "from") || view.word(number + 2, "from");
    }
    if (view.any_word(at, "up", "down")) return number - at <= 4;
    return true;
}

ChangeRole role_before(const QuantityView& view, std::uint32_t number, std::uint32_t cue) {
    for (std::uint32_t at = number; at-- > cue + 1 && number - at <= 4;) {
        if (view.word(at, "by")) return ChangeRole::by;
        if (view.word(at, "from")) return ChangeRole::from;
        if (view.any_word(at, "to", "at")) return ChangeRole::to;
        if (view.view.is_number(at)) break;
    }
    return ChangeRole::by;
}

}  // namespace

void find_change(const QuantityView& view, Quantity& quantity) {
    if (quantity.kind == QuantityKind::ordinal) return;
    const std::uint32_t number = quantity.tokens.begin;
    for (std::uint32_t back = 1; back <= kReach && view.inside(number - back); ++back) {
        const std::uint32_t at = number - back;
        const Sign sign = view.view.sign(at);
        if (sign == Sign::semicolon || sign == Sign::open_bracket || (sign == Sign::comma && back > 4)) break;
        const Direction direction = direction_at(view, at);
        if (direction == Direction::none || !states_change(view, at, number)) continue;
        const ChangeRole role = role_before(view, number, at);
        if (role == ChangeRole::by && back > 5 && !view.word(number - 1, "by")) return;
        quantity.direction = direction;
        quantity.role = role;
        return;
    }
    // "a 3% rise", "5 points higher"
    const std::uint32_t after = whole_of(quantity).end;
    for (std::uint32_t at = quantity.tokens.end; at <= after + 1 && view.inside(at); ++at) {
        if (view.view.is_sign(at) && !view.is(at, Sign::hyphen)) break;
        const Direction direction = direction_at(view, at);
        if (direction == Direction::none || view.any_word(at, "up", "down", "lost", "cut", "added", "shed")) continue;
        quantity.direction = direction;
        quantity.role = ChangeRole::by;
        return;
    }
}

}  // namespace axray::language
