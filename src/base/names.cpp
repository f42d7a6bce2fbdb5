// The stable names of enumeration values, as they stand in JSON output and on the terminal.
#include <axray/document.hpp>
#include <axray/verdict.hpp>

namespace axray {

std::string_view to_string(BlockKind kind) {
    switch (kind) {
        case BlockKind::title: return "title";
        case BlockKind::heading: return "heading";
        case BlockKind::paragraph: return "paragraph";
        case BlockKind::list_item: return "list_item";
        case BlockKind::quotation: return "quotation";
        case BlockKind::table_row: return "table_row";
        case BlockKind::caption: return "caption";
    }
    return "paragraph";
}

std::string_view to_string(CutReason reason) {
    switch (reason) {
        case CutReason::navigation: return "navigation";
        case CutReason::sharing: return "sharing";
        case CutReason::comments: return "comments";
        case CutReason::subscription: return "subscription";
        case CutReason::advertisement: return "advertisement";
        case CutReason::byline: return "byline";
        case CutReason::repeated: return "repeated";
        case CutReason::hidden: return "hidden";
        case CutReason::caption: return "caption";
        case CutReason::other_furniture: return "other_furniture";
    }
    return "other_furniture";
}

std::string_view to_string(Verdict verdict) {
    switch (verdict) {
        case Verdict::supported: return "supported";
        case Verdict::partly_supported: return "partly_supported";
        case Verdict::contradicted: return "contradicted";
        case Verdict::not_found: return "not_found";
    }
    return "not_found";
}

std::string_view to_string(FlagKind kind) {
    switch (kind) {
        case FlagKind::number_differs: return "number_differs";
        case FlagKind::date_differs: return "date_differs";
        case FlagKind::name_differs: return "name_differs";
        case FlagKind::negated: return "negated";
        case FlagKind::antonym: return "antonym";
        case FlagKind::attribution_dropped: return "attribution_dropped";
        case FlagKind::attribution_differs: return "attribution_differs";
        case FlagKind::certainty_raised: return "certainty_raised";
        case FlagKind::certainty_lowered: return "certainty_lowered";
        case FlagKind::quote_altered: return "quote_altered";
    }
    return "number_differs";
}

std::string_view to_string(AlignmentKind kind) {
    switch (kind) {
        case AlignmentKind::same: return "same";
        case AlignmentKind::same_stem: return "same_stem";
        case AlignmentKind::same_value: return "same_value";
        case AlignmentKind::alias: return "alias";
        case AlignmentKind::same_meaning: return "same_meaning";
        case AlignmentKind::related: return "related";
        case AlignmentKind::differs: return "differs";
        case AlignmentKind::missing: return "missing";
    }
    return "missing";
}

}  // namespace axray
