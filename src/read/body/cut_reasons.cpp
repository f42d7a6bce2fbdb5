#include "read/body/cut_reasons.hpp"

namespace axray::read {
namespace {

struct SurroundingsReason {
    Surroundings where;
    CutReason reason;
};
// The more telling first.
constexpr SurroundingsReason kReasons[] = {
    {Surroundings::comments, CutReason::comments},      {Surroundings::advertisement, CutReason::advertisement},
    {Surroundings::promotion, CutReason::subscription}, {Surroundings::sharing, CutReason::sharing},
    {Surroundings::byline, CutReason::byline},          {Surroundings::related, CutReason::navigation},
    {Surroundings::navigation, CutReason::navigation},  {Surroundings::page_header, CutReason::navigation},
    {Surroundings::page_footer, CutReason::navigation}, {Surroundings::aside, CutReason::navigation},
};

}  // namespace

CutReason reason_of(const RawBlock& block, const BlockSigns& signs) {
    constexpr float kTellingPoints = 60;
    constexpr float kMostlyLinks = 0.5F;
    constexpr float kOnlyLinks = 0.9F;
    constexpr Surroundings kNotMenus =
        Surroundings::comments | Surroundings::advertisement | Surroundings::sharing | Surroundings::byline;
    if (signs.phrase_points >= kTellingPoints) return signs.phrase_reason;
    if (signs.dated_line) return CutReason::byline;
    // Menus stand in elements that are named for anything.
    const bool is_link = signs.link_share > kOnlyLinks && !has(block.surroundings, kNotMenus);
    if (is_link) return CutReason::navigation;
    for (const SurroundingsReason& row : kReasons) {
        if (has(block.surroundings, row.where)) return row.reason;
    }
    return signs.link_share > kMostlyLinks ? CutReason::navigation : CutReason::other_furniture;
}

}  // namespace axray::read
