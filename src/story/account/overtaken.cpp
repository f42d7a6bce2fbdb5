#include "story/account/overtaken.hpp"

#include <algorithm>

namespace axray::story {
namespace {

bool is_before(base::Day one, base::Day other) { return one.year != 0 && other.year != 0 && one < other; }

bool has_later_report(const StoryTexts& texts, std::uint32_t report) {
    const auto day = texts.report(report).published;
    return std::any_of(texts.reports().begin(), texts.reports().end(),
                       [&](const ReportText& other) { return is_before(day, other.published); });
}

// "Are searching", "has been burning", "are being used".
bool goes_on(const KeptWords& kept, std::uint32_t verb) {
    const auto& sentence = kept.sentence();
    bool is = false;
    bool been = false;
    bool being = false;
    for (const auto token : kept.tokens()) {
        if (sentence.head(token) != verb || sentence.relation(token).substr(0, 3) != "aux") continue;
        is |= is_any(sentence.word(token), {"is", "are", "'s", "'re"});
        been |= sentence.word(token) == "been";
        being |= sentence.word(token) == "being";
    }
    if (is && being) return true;
    return sentence.fine_tag(verb) == "VBG" && (is || been) && sentence.word(verb) != "going";
}

// The verb of the sentence, or of what it says that somebody said; "remains unknown", "have so far failed".
bool tells_of_the_moment(const KeptWords& kept) {
    const auto& sentence = kept.sentence();
    for (const auto token : kept.tokens()) {
        if (sentence.is_quoted(token)) continue;
        const bool leads = token == kept.root() || (sentence.head(token) == kept.root() &&
                                                    is_any(sentence.relation(token), {"ccomp", "parataxis"}));
        if (leads && (goes_on(kept, token) || is_any(sentence.word(token), {"remains", "remain"}))) return true;
        const auto word = sentence.word(token);
        const auto next = sentence.word(token + 1);
        if ((word == "so" && next == "far") || (word == "remains" && sentence.fine_tag(token) == "VBZ") ||
            (word == "as" && next == "of" && is_any(sentence.word(token + 2), {"writing", "now", "yet"})))
            return true;
    }
    return false;
}

bool share_a_value(const FactMention& one, const FactMention& other) {
    return std::any_of(one.numbers.begin(), one.numbers.end(), [&](const QuantityAnnotation& number) {
        return std::any_of(other.numbers.begin(), other.numbers.end(), [&](const QuantityAnnotation& value) {
            return number.low <= value.high && value.low <= number.high;
        });
    });
}

}  // namespace

bool is_overtaken(const StoryTexts& texts, const KeptWords& kept) {
    return kept.root() != language::kNone && has_later_report(texts, kept.report()) && tells_of_the_moment(kept);
}

bool has_overtaken_number(const StoryTexts& texts, const Fact& fact, const FactMention& mention) {
    if (mention.numbers.empty()) return false;
    const auto day = texts.report(mention.report).published;
    return std::any_of(fact.mentions.begin(), fact.mentions.end(), [&](const FactMention& other) {
        return !other.numbers.empty() && is_before(day, texts.report(other.report).published) &&
               !share_a_value(mention, other);
    });
}

}  // namespace axray::story
