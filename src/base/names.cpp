// The stable names of enumeration values, as they stand in JSON output and on the terminal.
#include <axray/annotations.hpp>
#include <axray/document.hpp>
#include <axray/not_checkable.hpp>
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

std::string_view to_string(Uncheckable reason) {
    switch (reason) {
        case Uncheckable::opinion: return "opinion";
        case Uncheckable::prediction: return "prediction";
        case Uncheckable::exhortation: return "exhortation";
        case Uncheckable::question: return "question";
        case Uncheckable::unclear_reference: return "unclear_reference";
    }
    return "opinion";
}

std::string_view to_string(NotJudged reason) {
    switch (reason) {
        case NotJudged::claim_language: return "claim_language";
        case NotJudged::source_language: return "source_language";
        case NotJudged::no_source_text: return "no_source_text";
    }
    return "no_source_text";
}

std::string_view to_string(FlagKind kind) {
    switch (kind) {
        case FlagKind::number_differs: return "number_differs";
        case FlagKind::date_differs: return "date_differs";
        case FlagKind::name_differs: return "name_differs";
        case FlagKind::role_swapped: return "role_swapped";
        case FlagKind::negated: return "negated";
        case FlagKind::antonym: return "antonym";
        case FlagKind::attribution_dropped: return "attribution_dropped";
        case FlagKind::attribution_differs: return "attribution_differs";
        case FlagKind::certainty_raised: return "certainty_raised";
        case FlagKind::certainty_lowered: return "certainty_lowered";
        case FlagKind::quote_altered: return "quote_altered";
        case FlagKind::sources_disagree: return "sources_disagree";
        case FlagKind::disputed: return "disputed";
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

std::string_view to_string(NameType type) {
    switch (type) {
        case NameType::unknown: return "unknown";
        case NameType::person: return "person";
        case NameType::organisation: return "organisation";
        case NameType::place: return "place";
        case NameType::other: return "other";
    }
    return "unknown";
}

std::string_view to_string(MentionKind kind) {
    switch (kind) {
        case MentionKind::name: return "name";
        case MentionKind::description: return "description";
        case MentionKind::pronoun: return "pronoun";
    }
    return "name";
}

std::string_view to_string(QuantityKind kind) {
    switch (kind) {
        case QuantityKind::cardinal: return "cardinal";
        case QuantityKind::ordinal: return "ordinal";
        case QuantityKind::percent: return "percent";
        case QuantityKind::money: return "money";
        case QuantityKind::vague: return "vague";
    }
    return "cardinal";
}

std::string_view to_string(Comparator comparator) {
    switch (comparator) {
        case Comparator::exactly: return "exactly";
        case Comparator::about: return "about";
        case Comparator::at_least: return "at_least";
        case Comparator::more_than: return "more_than";
        case Comparator::at_most: return "at_most";
        case Comparator::less_than: return "less_than";
        case Comparator::between: return "between";
    }
    return "exactly";
}

std::string_view to_string(DateKind kind) {
    switch (kind) {
        case DateKind::date: return "date";
        case DateKind::time: return "time";
        case DateKind::duration: return "duration";
        case DateKind::set: return "set";
    }
    return "date";
}

std::string_view to_string(Stance stance) {
    switch (stance) {
        case Stance::asserts: return "asserts";
        case Stance::accuses: return "accuses";
        case Stance::denies: return "denies";
        case Stance::doubts: return "doubts";
        case Stance::reports: return "reports";
    }
    return "asserts";
}

std::string_view to_string(Certainty certainty) {
    switch (certainty) {
        case Certainty::stated: return "stated";
        case Certainty::probable: return "probable";
        case Certainty::possible: return "possible";
        case Certainty::alleged: return "alleged";
        case Certainty::denied: return "denied";
        case Certainty::future: return "future";
        case Certainty::conditional: return "conditional";
    }
    return "stated";
}

}  // namespace axray
