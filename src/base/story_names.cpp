// The stable names of the enumerations of stories, as they stand in JSON output and on the terminal.
#include <axray/account.hpp>
#include <axray/facts.hpp>
#include <axray/origins.hpp>

namespace axray {

std::string_view to_string(PassageKind kind) {
    switch (kind) {
        case PassageKind::copied: return "copied";
        case PassageKind::rewritten: return "rewritten";
        case PassageKind::quotation: return "quotation";
    }
    return "copied";
}

std::string_view to_string(CopyDirection direction) {
    switch (direction) {
        case CopyDirection::unknown: return "unknown";
        case CopyDirection::first_to_second: return "first_to_second";
        case CopyDirection::second_to_first: return "second_to_first";
        case CopyDirection::common_origin: return "common_origin";
    }
    return "unknown";
}

std::string_view to_string(CopyKind kind) {
    switch (kind) {
        case CopyKind::copy: return "copy";
        case CopyKind::partial: return "partial";
        case CopyKind::passage: return "passage";
    }
    return "copy";
}

std::string_view to_string(OriginKind kind) {
    switch (kind) {
        case OriginKind::report: return "report";
        case OriginKind::agency: return "agency";
        case OriginKind::outlet: return "outlet";
        case OriginKind::statement: return "statement";
    }
    return "report";
}

std::string_view to_string(AcknowledgementScope scope) {
    switch (scope) {
        case AcknowledgementScope::whole_report: return "whole_report";
        case AcknowledgementScope::sentence: return "sentence";
    }
    return "whole_report";
}

std::string_view to_string(FactRelation relation) {
    switch (relation) {
        case FactRelation::says_more: return "says_more";
        case FactRelation::says_less: return "says_less";
        case FactRelation::near: return "near";
    }
    return "says_more";
}

std::string_view to_string(FactFlag flag) {
    switch (flag) {
        case FactFlag::disputed: return "disputed";
        case FactFlag::conflicting: return "conflicting";
        case FactFlag::single_report: return "single_report";
        case FactFlag::single_origin: return "single_origin";
        case FactFlag::own_statement: return "own_statement";
        case FactFlag::corrected: return "corrected";
    }
    return "disputed";
}

std::string_view to_string(ConflictKind kind) {
    switch (kind) {
        case ConflictKind::number: return "number";
        case ConflictKind::date: return "date";
        case ConflictKind::place: return "place";
        case ConflictKind::actor: return "actor";
        case ConflictKind::role: return "role";
        case ConflictKind::negation: return "negation";
        case ConflictKind::quote_wording: return "quote_wording";
        case ConflictKind::denial: return "denial";
    }
    return "number";
}

std::string_view to_string(LeftOutReason reason) {
    switch (reason) {
        case LeftOutReason::below_the_limit: return "below_the_limit";
        case LeftOutReason::not_supported: return "not_supported";
        case LeftOutReason::not_independent: return "not_independent";
        case LeftOutReason::opinion: return "opinion";
        case LeftOutReason::told_already: return "told_already";
        case LeftOutReason::overtaken: return "overtaken";
        case LeftOutReason::corrected: return "corrected";
    }
    return "below_the_limit";
}

}  // namespace axray
