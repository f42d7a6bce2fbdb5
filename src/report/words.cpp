#include "report/words.hpp"

#include <algorithm>
#include <cmath>

namespace axray::report {

std::string_view words_for(Verdict verdict) {
    switch (verdict) {
        case Verdict::supported: return "supported";
        case Verdict::partly_supported: return "partly supported";
        case Verdict::contradicted: return "contradicted";
        case Verdict::not_found: return "not found";
    }
    return "not found";
}

std::string_view sign_for(Verdict verdict) {
    switch (verdict) {
        case Verdict::supported: return "\u2713";         // check mark
        case Verdict::partly_supported: return "\u25D0";  // half-filled circle
        case Verdict::contradicted: return "\u2717";      // cross
        case Verdict::not_found: return "?";
    }
    return "?";
}

std::string_view words_for(NotJudged reason) {
    switch (reason) {
        case NotJudged::claim_language: return "Not judged: it is in another language than English.";
        case NotJudged::source_language: return "Not judged: all sources are in another language than English.";
        case NotJudged::no_source_text: return "Not judged: no source has any text.";
    }
    return "Not judged.";
}

std::string_view words_for(Uncheckable reason) {
    switch (reason) {
        case Uncheckable::opinion: return "opinion";
        case Uncheckable::prediction: return "prediction";
        case Uncheckable::exhortation: return "call to act";
        case Uncheckable::question: return "question";
        case Uncheckable::unclear_reference: return "unclear whom or what it speaks of";
    }
    return "opinion";
}

std::string_view words_for(FlagKind kind) {
    switch (kind) {
        case FlagKind::number_differs: return "number differs";
        case FlagKind::date_differs: return "date differs";
        case FlagKind::name_differs: return "name differs";
        case FlagKind::role_swapped: return "roles swapped";
        case FlagKind::negated: return "negated";
        case FlagKind::antonym: return "opposite word";
        case FlagKind::attribution_dropped: return "attribution dropped";
        case FlagKind::attribution_differs: return "attribution differs";
        case FlagKind::certainty_raised: return "certainty raised";
        case FlagKind::certainty_lowered: return "certainty lowered";
        case FlagKind::quote_altered: return "quote altered";
        case FlagKind::sources_disagree: return "sources disagree";
        case FlagKind::disputed: return "disputed";
    }
    return "differs";
}

std::string_view words_for(AlignmentKind kind) {
    switch (kind) {
        case AlignmentKind::same: return "the same word";
        case AlignmentKind::same_stem: return "another form of the same word";
        case AlignmentKind::same_value: return "the same value, written otherwise";
        case AlignmentKind::alias: return "the same name, written otherwise";
        case AlignmentKind::same_meaning: return "a word of the same meaning";
        case AlignmentKind::related: return "a related word";
        case AlignmentKind::differs: return "differs from the source";
        case AlignmentKind::missing: return "without evidence";
    }
    return "without evidence";
}

std::string_view shown_class(const CheckedClaim& checked) {
    return checked.not_checkable ? "not_checkable" : to_string(checked.verdict);
}

std::string_view shown_verdict(const CheckedClaim& checked) {
    return checked.not_checkable ? "not checkable" : words_for(checked.verdict);
}

bool is_unsupported(AlignmentKind kind) { return kind == AlignmentKind::differs || kind == AlignmentKind::missing; }

VerdictCounts count_verdicts(const CheckReport& report) {
    VerdictCounts counts;
    for (const auto& checked : report.claims) {
        ++(checked.not_checkable ? counts.not_checkable : counts.counts[static_cast<std::size_t>(checked.verdict)]);
    }
    return counts;
}

std::string with_commas(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (auto place = static_cast<std::ptrdiff_t>(digits.size()) - 3; place > 0; place -= 3) {
        digits.insert(static_cast<std::size_t>(place), 1, ',');
    }
    return digits;
}

std::string joined(const std::vector<std::string>& values, std::string_view separator, std::size_t most) {
    std::string text;
    for (std::size_t i = 0; i < std::min(values.size(), most); ++i) {
        if (i > 0) text += separator;
        text += values[i];
    }
    if (values.size() > most) text += " and " + std::to_string(values.size() - most) + " more";
    return text;
}

std::string count_of(std::uint64_t count, std::string_view singular, std::string_view plural) {
    return with_commas(count) + " " + std::string(count == 1 ? singular : plural);
}

std::string percent(double share) {
    const double rounded = share > 0 ? std::round(share * 100) : 0;  // also for what is not a number
    if (rounded < 1) return "under 1%";
    if (rounded > 99) return "over 99%";
    return std::to_string(static_cast<int>(rounded)) + "%";
}

std::string_view title_of(const Document& document) {
    return document.metadata.title.value.empty() ? std::string_view(document.id)
                                                 : std::string_view(document.metadata.title.value);
}

std::vector<Span> parts_of(const Claim& claim, const Document& article) {
    std::vector<Span> spans = claim.context;
    spans.push_back(claim.span);
    std::sort(spans.begin(), spans.end());
    const auto no_words_between = [&](std::uint32_t end, std::uint32_t begin) {
        return begin <= end || article.slice({end, begin}).find_first_not_of(" ,;") == std::string_view::npos;
    };
    std::vector<Span> parts;
    for (const auto span : spans) {
        if (span.empty()) continue;
        if (!parts.empty() && no_words_between(parts.back().end, span.begin)) {
            parts.back().end = std::max(parts.back().end, span.end);
        } else {
            parts.push_back(span);
        }
    }
    return parts;
}

bool begins_with_own_mark(Span part, const Document& article) {
    const std::string_view words = article.slice(part);
    return !words.empty() && std::string_view(",;.:").find(words.front()) != std::string_view::npos;
}

}  // namespace axray::report
