#include "story/account/mention_choice.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "story/account/loaded_words.hpp"
#include "story/account/overtaken.hpp"

namespace axray::story {
namespace {

constexpr std::size_t kShortParagraph = 40;    // bytes: it may be a line of its own
constexpr std::size_t kMentionsCompared = 24;  // with each other; the rest keep their order behind them

bool is_doubtful(Certainty certainty) {
    return certainty == Certainty::alleged || certainty == Certainty::possible || certainty == Certainty::probable;
}

language::TokenSpan tokens_of(const ReportText& report, const Claim& claim) {
    return report.words.sentences[claim.sentence].tokens;
}

std::set<std::uint64_t> stems_of(const ReportText& report, const Claim& claim) {
    std::set<std::uint64_t> stems;
    const auto range = tokens_of(report, claim);
    for (auto token = range.begin; token < range.end; ++token) {
        if (claim.span.contains(report.words.tokens.span[token]) && report.words.tokens.is_content(token))
            stems.insert(report.words.tokens.stem[token]);
    }
    return stems;
}

double cost_of_block(BlockKind block) {
    switch (block) {
        case BlockKind::paragraph:
        case BlockKind::quotation: return 0;
        case BlockKind::list_item: return 3;
        case BlockKind::caption: return 4;
        case BlockKind::title:
        case BlockKind::heading: return 5;
        case BlockKind::table_row: return 8;
    }
    return 8;
}

bool is_copy(const Origins& origins, std::uint32_t report) {
    return std::any_of(origins.copies.begin(), origins.copies.end(), [&](const ReportCopy& copy) {
        return (copy.direction == CopyDirection::first_to_second && copy.second == report) ||
               (copy.direction == CopyDirection::second_to_first && copy.first == report);
    });
}

// Paragraphs that end without a stop or begin in the middle of a sentence: the text was cut up when it was copied, and
// sentences of it may have been put together wrongly.
bool is_cut_up(const Document& document) {
    std::size_t broken = 0;
    for (const auto& block : document.blocks) {
        const auto text = document.slice(block.span);
        if (block.kind != BlockKind::paragraph || text.size() < kShortParagraph) continue;
        const char first = text.front();
        const auto last = text.find_last_not_of("\"') ");
        const bool ends =
            last != std::string_view::npos && (std::string_view(".!?:").find(text[last]) != std::string_view::npos ||
                                               static_cast<unsigned char>(text[last]) >= 0x80);
        if ((first >= 'a' && first <= 'z') || !ends) ++broken;
    }
    return broken >= 2;
}

// What the whole fact has, that a mention may lack.
struct FactTraits {
    bool attributed = false;
    bool doubtful = false;
};

double cost_of(const StoryTexts& texts, const FactMention& mention, const FactTraits& traits, const Origins& origins) {
    const auto& report = texts.report(mention.report);
    const auto tokens = tokens_of(report, mention.claim);
    const auto words = static_cast<double>(tokens.size());
    double cost = cost_of_block(mention.claim.block);
    if (traits.attributed && !mention.speech) cost += 2;
    if (traits.doubtful && !is_doubtful(mention.certainty)) cost += 2;
    if (mention.speech && mention.speech->name.empty()) cost += 0.3;
    cost += static_cast<double>(find_loaded_words(report.document->text, report.words, tokens).size());
    if (is_copy(origins, mention.report)) cost += 0.4;
    cost += std::max(0.0, words - 32) / 10 + std::max(0.0, 9 - words) / 2;
    if (report.published.year == 0) cost += 0.1;
    if (is_cut_up(*report.document)) cost += 0.7;
    return cost;
}

// How much of each mention's words the others have too, on average.
std::vector<double> likeness_to_others(const StoryTexts& texts, const Fact& fact) {
    const auto count = std::min(fact.mentions.size(), kMentionsCompared);
    std::vector<std::set<std::uint64_t>> stems;
    for (std::size_t number = 0; number < count; ++number) {
        const auto& mention = fact.mentions[number];
        stems.push_back(stems_of(texts.report(mention.report), mention.claim));
    }
    std::vector<double> likeness(fact.mentions.size(), 0);
    for (std::size_t one = 0; one < count && count > 1; ++one) {
        for (std::size_t other = 0; other < count; ++other) {
            if (one == other || stems[one].empty()) continue;
            const auto shared = std::count_if(stems[one].begin(), stems[one].end(),
                                              [&](std::uint64_t stem) { return stems[other].count(stem) != 0; });
            likeness[one] += static_cast<double>(shared) / static_cast<double>(stems[one].size() * (count - 1));
        }
    }
    return likeness;
}

bool is_before(base::Day one, base::Day other) { return one.year != 0 && other.year != 0 && one < other; }

// All who take the first side were published on days before those who take the other.
bool is_earlier(const StoryTexts& texts, const Findings& findings, const std::vector<ConflictSide>& one,
                const std::vector<ConflictSide>& other) {
    const auto day_of = [&](const ConflictSide& side) {
        return texts.report(findings.facts[side.fact].mentions[side.mention].report).published;
    };
    return std::all_of(one.begin(), one.end(), [&](const ConflictSide& early) {
        return std::all_of(other.begin(), other.end(),
                           [&](const ConflictSide& late) { return is_before(day_of(early), day_of(late)); });
    });
}

// The side of a conflict that later reports have overtaken, or else that fewer have, with all who take it; empty when
// both are even.
std::vector<ConflictSide> outnumbered(const StoryTexts& texts, const Findings& findings, const Conflict& conflict) {
    if (conflict.kind == ConflictKind::denial) return {};
    auto with_one = conflict.with_one;
    auto with_other = conflict.with_other;
    with_one.push_back(conflict.one);
    with_other.push_back(conflict.other);
    if (conflict.kind == ConflictKind::number) {
        if (is_earlier(texts, findings, with_one, with_other)) return with_one;
        if (is_earlier(texts, findings, with_other, with_one)) return with_other;
    }
    if (conflict.with_one.size() == conflict.with_other.size()) return {};
    const bool other = conflict.with_one.size() > conflict.with_other.size();
    auto sides = other ? conflict.with_other : conflict.with_one;
    sides.push_back(other ? conflict.other : conflict.one);
    return sides;
}

// What speaks against a mention because of conflicts: its value may be told after the one that more have, a sentence
// with a quotation that more have in other words is not told.
class Outnumbered {
public:
    Outnumbered(const StoryTexts& texts, const Findings& findings) : texts_(texts) {
        for (const Conflict& conflict : findings.conflicts) {
            const bool quotation = conflict.kind == ConflictKind::quote_wording;
            for (const ConflictSide& side : outnumbered(texts, findings, conflict)) {
                const auto report = findings.facts[side.fact].mentions[side.mention].report;
                if (quotation)
                    quotations_.emplace_back(SourceSpan{report, side.words});
                else
                    values_.emplace(side.fact, side.mention);
            }
        }
    }

    [[nodiscard]] bool has_value(std::uint32_t fact, std::uint32_t mention) const {
        return values_.count({fact, mention}) != 0;
    }
    [[nodiscard]] bool has_quotation(const FactMention& mention) const {
        const auto& report = texts_.report(mention.report);
        const Span sentence = report.words.sentences[mention.claim.sentence].span;
        return std::any_of(quotations_.begin(), quotations_.end(), [&](const SourceSpan& quotation) {
            return quotation.source == mention.report && quotation.span.overlaps(sentence);
        });
    }

private:
    const StoryTexts& texts_;
    std::set<std::pair<std::uint32_t, std::uint32_t>> values_;  // facts with mentions
    std::vector<SourceSpan> quotations_;
};

}  // namespace

namespace {

// What a later report takes back: what the earlier ones say of it is no wording to tell it in.
bool is_taken_back(const StoryTexts& texts, const Findings& findings, std::uint32_t fact, const FactMention& mention) {
    if (findings.corrections == nullptr) return false;
    const auto& facts = findings.facts;
    return std::any_of(findings.corrections->begin(), findings.corrections->end(), [&](const Correction& correction) {
        if (correction.earlier.fact != fact) return false;
        const auto& mended = facts[correction.later.fact].mentions[correction.later.mention];
        return is_before(texts.report(mention.report).published, texts.report(mended.report).published);
    });
}

}  // namespace

MentionChoice choose_mentions(const StoryTexts& texts, const Findings& findings, std::uint32_t fact_number) {
    constexpr double kOutnumbered = 3;
    const Fact& fact = findings.facts[fact_number];
    const Outnumbered fewer(texts, findings);
    FactTraits traits;
    for (const auto& mention : fact.mentions) {
        traits.attributed |= mention.speech.has_value();
        traits.doubtful |= is_doubtful(mention.certainty);
    }
    const auto likeness = likeness_to_others(texts, fact);
    MentionChoice choice;
    std::vector<std::pair<double, std::uint32_t>> costs;
    for (std::uint32_t number = 0; number < fact.mentions.size(); ++number) {
        const auto& mention = fact.mentions[number];
        const auto& uncheckable = texts.report(mention.report).uncheckable;
        const auto id = mention.claim.id;
        if (fewer.has_quotation(mention)) continue;
        if (is_taken_back(texts, findings, fact_number, mention)) {
            choice.reason = LeftOutReason::corrected;
            continue;
        }
        if (id < uncheckable.size() && uncheckable[id] && uncheckable[id]->reason != Uncheckable::unclear_reference)
            continue;
        const double main = number == fact.main_mention ? -0.5 : 0;
        const bool outdone = fewer.has_value(fact_number, number) || has_overtaken_number(texts, fact, mention);
        const double outvoted = outdone ? kOutnumbered : 0;
        costs.emplace_back(cost_of(texts, mention, traits, findings.origins) - likeness[number] + main + outvoted,
                           number);
    }
    std::stable_sort(costs.begin(), costs.end(),
                     [](const auto& one, const auto& other) { return one.first < other.first; });
    for (const auto& [cost, number] : costs) choice.mentions.push_back(number);
    return choice;
}

}  // namespace axray::story
