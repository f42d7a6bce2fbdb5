#include "claims/clause_rules.hpp"

#include <algorithm>
#include <string_view>

namespace axray::claims {
namespace {

constexpr std::string_view kRelatives[] = {"that", "where", "which", "who", "whom", "whose"};
// Prepositions that tie a noun to the noun before it more often than to the verb.
constexpr std::string_view kNounJoining[] = {"against", "at", "between", "from", "in", "on"};
constexpr std::uint32_t kLongestAttribution = 24;  // tokens of a trailing ", a spokesman for the ministry said"
constexpr std::uint32_t kLongestPhrase = 12;       // tokens of a noun phrase that a relative clause speaks of

std::uint32_t reach_from(const SentenceView& sentence, std::uint32_t at) {
    return std::min(sentence.size(), at + kReach);
}

bool is_past(VerbForm form) { return form == VerbForm::past || form == VerbForm::auxiliary_past; }

// "who attacked", "that attacked" behind a noun: the verb belongs to a relative clause.
bool in_restrictive_relative(const SentenceView& sentence, std::uint32_t verb) {
    std::uint32_t at = verb;
    while (at > 0 && (sentence.is_adverb(at - 1) || sentence.is_auxiliary(at - 1))) --at;
    if (at < 2 || !is_one_of(sentence.word(at - 1), kRelatives)) return false;
    return !sentence.reports(at - 2) && !sentence.is_comma(at - 2);
}

// A past form that merely describes the noun before it: "companies based in Wuhan", "sanctions imposed by the US".
bool could_be_participle(const SentenceView& sentence, std::uint32_t verb) {
    return sentence.verb(verb) == VerbForm::past && sentence.is_preposition(verb + 1);
}

bool follows_to(const SentenceView& sentence, std::uint32_t verb) {
    std::uint32_t at = verb;
    while (at > 0 && sentence.is_adverb(at - 1)) --at;
    return at > 0 && sentence.word(at - 1) == "to";
}

bool is_definite_start(const SentenceView& sentence, std::uint32_t at) {
    return sentence.is_subject_pronoun(at) || sentence.is_determiner(at) || sentence.is_name(at);
}

// Behind a predicate's verb stands something that a noun read as a verb would not have.
bool opens_complement(const SentenceView& sentence, std::uint32_t at) {
    return sentence.is_determiner(at) || sentence.is_preposition(at) || sentence.is_name(at) ||
           sentence.is_number(at) || sentence.is_adverb(at) || sentence.is_subject_pronoun(at) ||
           sentence.is_protected(at) || sentence.verb(at) == VerbForm::ing || !sentence.is_word(at);
}

// An adverbial such as "in May" or "on Monday" with its comma; `at` when none begins there.
std::uint32_t skip_adverbial(const SentenceView& sentence, std::uint32_t at) {
    if (!sentence.is_preposition(at)) return at;
    for (std::uint32_t end = at + 1; end < std::min(sentence.size(), at + 7); ++end) {
        if (sentence.is_comma(end)) return end + 1;
        if (sentence.is_finite(end)) return at;
    }
    return at;
}

}  // namespace

std::uint32_t skip_adverbs(const SentenceView& sentence, std::uint32_t at) {
    while (at < sentence.size() && sentence.is_adverb(at)) ++at;
    return at;
}

std::optional<std::uint32_t> verb_of_clause_at(const SentenceView& sentence, std::uint32_t at) {
    const auto start = skip_adverbial(sentence, skip_adverbs(sentence, at));
    if (start >= sentence.size() || sentence.is_protected(start)) return std::nullopt;
    if (sentence.word(start) == "to" || is_one_of(sentence.word(start), kRelatives)) return std::nullopt;
    bool has_subject = false;
    for (auto verb = start; verb < std::min(sentence.size(), start + kLongestSubject); ++verb) {
        if (sentence.is_comma(verb) || sentence.word(verb) == ";" || is_one_of(sentence.word(verb), kRelatives)) break;
        const bool finite = sentence.is_finite(verb) && !follows_to(sentence, verb) && verb > start && has_subject;
        const bool sure = !could_be_participle(sentence, verb) || is_definite_start(sentence, start);
        const bool subject_agrees = sentence.verb(verb) != VerbForm::base || opens_complement(sentence, verb + 1);
        if (finite && sure && subject_agrees && !sentence.is_preposition(verb - 1)) return verb;
        has_subject = has_subject || sentence.is_content(verb) || sentence.is_subject_pronoun(verb) ||
                      sentence.is_protected(verb);
    }
    return std::nullopt;
}

std::optional<std::uint32_t> main_verb(const SentenceView& sentence, Range range) {
    const auto end = std::min(range.end, range.begin + 2 * kReach);
    std::optional<std::uint32_t> described;  // the first that may only describe a noun
    for (auto at = range.begin; at < end; ++at) {
        const bool eligible = sentence.is_finite(at) && !sentence.is_protected(at) && at > range.begin &&
                              !follows_to(sentence, at) && !in_restrictive_relative(sentence, at) &&
                              !sentence.is_determiner(at - 1) && !sentence.is_preposition(at - 1);
        if (!eligible) continue;
        if (!could_be_participle(sentence, at)) return at;
        if (!described) described = at;
    }
    return described;
}

std::optional<std::uint32_t> verb_of_predicate_at(const SentenceView& sentence, std::uint32_t at,
                                                  std::uint32_t governor) {
    const auto verb = skip_adverbs(sentence, at);
    if (verb >= sentence.size() || sentence.is_protected(verb)) return std::nullopt;
    const auto form = sentence.verb(verb);
    const auto governing = sentence.verb(governor);
    switch (form) {
        case VerbForm::auxiliary_past:
        case VerbForm::auxiliary_present:
        case VerbForm::modal: return sentence.is_comma(verb + 1) ? std::nullopt : std::optional(verb);
        case VerbForm::past: {
            const bool agrees = is_past(governing) || governing == VerbForm::auxiliary_present;
            return agrees && opens_complement(sentence, verb + 1) ? std::optional(verb) : std::nullopt;
        }
        case VerbForm::third_person: {
            const bool agrees = governing == VerbForm::third_person || governing == VerbForm::auxiliary_present;
            const auto next =
                verb + 1;  // a preposition would stand behind a plural noun as well: "names and addresses of"
            const bool has_object = sentence.is_determiner(next) || sentence.is_name(next) ||
                                    sentence.is_number(next) || sentence.is_adverb(next) || sentence.word(next) == "to";
            return agrees && has_object ? std::optional(verb) : std::nullopt;
        }
        case VerbForm::participle: {
            const bool agrees = sentence.is_auxiliary(governor) && governing != VerbForm::modal;
            return agrees && opens_complement(sentence, verb + 1) ? std::optional(verb) : std::nullopt;
        }
        case VerbForm::none:
        case VerbForm::base:
        case VerbForm::ing: break;
    }
    return std::nullopt;
}

bool has_complement(const SentenceView& sentence, std::uint32_t verb, std::uint32_t end) {
    auto at = verb;
    while (at < end && (sentence.is_auxiliary(at) || sentence.is_adverb(at) || sentence.word(at) == "been" ||
                        sentence.word(at) == "be" || sentence.word(at) == "being")) {
        ++at;
    }
    const bool participle = sentence.verb(at) == VerbForm::past || sentence.verb(at) == VerbForm::participle;
    if (at == verb || participle || sentence.verb(at) == VerbForm::ing) ++at;
    for (; at < end; ++at) {
        if (sentence.is_content(at) || sentence.is_protected(at) || sentence.is_subject_pronoun(at)) return true;
    }
    return false;
}

bool participle_clause_at(const SentenceView& sentence, std::uint32_t at) {
    const auto participle = skip_adverbs(sentence, at);
    if (sentence.verb(participle) != VerbForm::ing || sentence.is_protected(participle)) return false;
    const auto next = participle + 1;
    if (!sentence.is_word(next) && !sentence.is_protected(next)) return false;
    return sentence.word(next) != "and" && sentence.word(next) != "or";
}

bool absolute_clause_at(const SentenceView& sentence, std::uint32_t with) {
    for (auto at = with + 2; at < reach_from(sentence, with); ++at) {
        if (sentence.is_comma(at) || sentence.word(at) == "such" || is_one_of(sentence.word(at), kRelatives))
            return false;
        const auto form = sentence.verb(at);
        const bool verb = form == VerbForm::ing || form == VerbForm::past || form == VerbForm::participle;
        if (!verb || sentence.is_protected(at)) continue;
        const auto before = skip_adverbs(sentence, at) == at && sentence.is_adverb(at - 1) ? at - 2 : at - 1;
        const bool noun_before = sentence.is_content(before) && !sentence.is_preposition(before);
        if (noun_before && opens_complement(sentence, at + 1)) return true;
        if (noun_before && form == VerbForm::ing && sentence.is_word(at + 1)) return true;
    }
    return false;
}

Range noun_phrase_before(const SentenceView& sentence, std::uint32_t begin, std::uint32_t end) {
    const bool named = end > begin && sentence.is_name(end - 1);
    auto start = end;
    while (start > begin && end - start < kLongestPhrase) {
        const auto at = start - 1;
        const bool joins_nouns = sentence.word(at) == "of" || (!named && is_one_of(sentence.word(at), kNounJoining));
        const bool stops = !sentence.is_word(at) || sentence.is_finite(at) || sentence.word(at) == "and" ||
                           (sentence.is_preposition(at) && !joins_nouns);
        if (stops && !sentence.is_name(at)) break;
        start = at;
    }
    while (start < end && (sentence.is_preposition(start) || sentence.is_adverb(start))) ++start;
    return {start, end};
}

std::optional<std::uint32_t> closing_comma(const SentenceView& sentence, std::uint32_t at) {
    bool verb_seen = false;
    for (auto comma = at; comma < reach_from(sentence, at); ++comma) {
        verb_seen = verb_seen || sentence.is_finite(comma) || sentence.verb(comma) == VerbForm::ing;
        if (!sentence.is_comma(comma) || sentence.is_protected(comma) || !verb_seen) continue;
        const auto verb = skip_adverbs(sentence, comma + 1);
        if (sentence.is_finite(verb) && sentence.verb(verb) != VerbForm::base) return comma;
    }
    return std::nullopt;
}

Range trailing_attribution(const SentenceView& sentence) {
    auto end = sentence.size();
    while (end > 0 && !sentence.is_word(end - 1)) --end;
    const auto first = end > kLongestAttribution ? end - kLongestAttribution : 0;
    for (auto comma = end; comma-- > first;) {
        if (!sentence.is_comma(comma)) continue;
        if (sentence.word(comma + 1) == "according" && sentence.word(comma + 2) == "to") return {comma, end};
        for (auto at = comma + 1; at < end; ++at) {
            const bool closes = at + 1 == end || sentence.is_preposition(at + 1) || sentence.is_date(at + 1) ||
                                sentence.word(at + 1) == "reporters" || sentence.word(at + 1) == "in";
            if (sentence.reports(at) && sentence.is_finite(at) && at > comma + 1 && closes) return {comma, end};
        }
        return {};
    }
    return {};
}

}  // namespace axray::claims
