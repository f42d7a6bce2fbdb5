#include "engine/flags.hpp"

#include <string>

namespace axray::engine {
namespace {

std::string quoted(const FlagSide& side) {
    const auto meaning = side.meaning.empty() ? "" : " (" + std::string(side.meaning) + ")";
    return "\"" + std::string(side.words) + "\"" + meaning;
}

// The words of both sides, where there are two that differ: a single side is shown beside the flag as it is.
std::string both_sides(const FlagSide& claim, const FlagSide& source) {
    const bool same = claim.words == source.words && claim.meaning == source.meaning;
    if (claim.words.empty() || source.words.empty() || same) return {};
    return ": the article says " + quoted(claim) + ", the source " + quoted(source);
}

std::string_view opening(FlagKind kind) {
    switch (kind) {
        case FlagKind::number_differs: return "The numbers differ";
        case FlagKind::date_differs: return "The dates differ";
        case FlagKind::name_differs: return "The names differ";
        case FlagKind::role_swapped: return "The source says that the one did it to the other, the article the reverse";
        case FlagKind::negated: return "One side says that it is so, the other that it is not";
        case FlagKind::antonym: return "The words exclude each other";
        case FlagKind::attribution_dropped: return "The source says who says so, the article states it as a fact";
        case FlagKind::attribution_differs: return "The article and the source name different speakers";
        case FlagKind::certainty_raised: return "The article is surer than the source";
        case FlagKind::certainty_lowered: return "The article is less sure than the source";
        case FlagKind::quote_altered: return "The quotation is worded otherwise in the source";
        case FlagKind::sources_disagree: return "The sources disagree";
        case FlagKind::disputed: return "A source carries a denial of it";
    }
    return "The wording differs";
}

}  // namespace

std::optional<SourceSpan> place_of(judge::PositionSpan positions, const trace::SourceIndex& index) {
    if (positions.begin >= positions.end) return std::nullopt;
    const auto source = index.sentences()[index.sentence_at(positions.begin)].source;
    const auto& tokens = index.text(source).tokens;
    const auto first = index.first_token(source);
    return SourceSpan{source, {tokens.span[positions.begin - first].begin, tokens.span[positions.end - 1 - first].end}};
}

bool belongs_to(FlagKind kind, Verdict verdict) {
    if (verdict == Verdict::not_found) return false;
    return verdict != Verdict::supported || !judge::excludes(kind);
}

std::string explain(FlagKind kind, const FlagSide& claim, const FlagSide& source) {
    const bool names_nobody = !source.words.empty() && source.words.find(' ') == std::string_view::npos;
    if (kind == FlagKind::attribution_dropped && names_nobody) {  // "allegedly"
        return "The source passes it on without vouching for it, the article states it as a fact.";
    }
    return std::string(opening(kind)) + both_sides(claim, source) + ".";
}

}  // namespace axray::engine
