#include "story/facts/fact_making.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "base/disjoint_sets.hpp"
#include "language/public_annotations.hpp"
#include "story/facts/speech_of_claim.hpp"

namespace axray::story {
namespace {

using language::kNone;

// True for the words that name the speaker and the saying.
bool tells_who(const language::AnnotatedText& text, const StatedClaim& stated, std::uint32_t token) {
    if (stated.attribution == kNone) return false;
    const auto& speech = text.attributions[stated.attribution];
    return speech.speaker.contains(token) || speech.cue.contains(token);
}

constexpr double kOfCopy = 0.5;   // taken off the fitness of a wording that stands in a copy
constexpr double kTypicalOf = 6;  // claims of a group that one is held against

FactMention make_mention(const FactSources& sources, const StatedClaim& stated) {
    const auto& report = sources.texts.report(stated.report);
    const auto& text = report.closely;
    FactMention mention;
    mention.report = stated.report;
    mention.claim = stated.claim;
    if (stated.attribution != kNone)
        mention.speech = speech_of(sources.texts, sources.entities, stated.report, stated.attribution);
    const auto certainty = certainty_of(text, stated.own);
    mention.certainty = certainty.certainty;
    mention.certainty_cue = certainty.cue;
    std::uint32_t quoted = 0;
    std::uint32_t content = 0;
    std::uint32_t last_quantity = kNone;
    for (const auto range : stated.own) {
        for (auto token = range.begin; token < range.end; ++token) {
            if (text.tokens.is_content(token) && !tells_who(text, stated, token)) {
                ++content;
                quoted += text.tokens.has(token, language::kInQuotation) ? 1U : 0U;
            }
            const auto quantity = text.tokens.quantity[token];
            if (quantity != kNone && quantity != last_quantity)
                mention.numbers.push_back(
                    language::public_quantity(*report.document, text, text.quantities[last_quantity = quantity]));
        }
    }
    // Relative ones too, and those that it shares with the claim beside it: "Yesterday the board met and resolved".
    for (const auto range : stated.ranges) {
        auto date = std::partition_point(text.dates.begin(), text.dates.end(),
                                         [range](const language::Date& one) { return one.tokens.begin < range.begin; });
        for (; date != text.dates.end() && date->tokens.begin < range.end; ++date)
            mention.dates.push_back(language::public_date(*date));
    }
    mention.quoted = 2 * quoted > content;
    return mention;
}

// Numbers the origins of the mentions; gives how many there are.
std::uint32_t number_origins(const FactSources& sources, std::vector<FactMention>& mentions) {
    base::DisjointSets sets(mentions.size());
    const auto place = [&](std::size_t number) {
        return SourceSpan{mentions[number].report, mentions[number].claim.span};
    };
    for (std::uint32_t number = 0; number < mentions.size(); ++number) {
        for (std::uint32_t other = 0; other < number; ++other) {
            if (sources.origins.share(place(number), place(other))) sets.join(number, other);
        }
    }
    const auto numbers = sets.numbered();
    for (std::size_t number = 0; number < mentions.size(); ++number) mentions[number].origin = numbers[number];
    return numbers.empty() ? 0 : 1 + *std::max_element(numbers.begin(), numbers.end());
}

// Of a wording: complete, attributed, plain and neither cut nor a headline is best.
double fitness(const FactMention& mention, const StatedClaim& stated) {
    double fit = std::min(1.0, stated.total_weight / 4.0);
    if (mention.speech && !mention.speech->name.empty()) fit += 0.4;
    if (!mention.claim.context.empty()) fit -= 0.5;
    if (mention.claim.block != BlockKind::paragraph) fit -= 0.4;
    if (mention.quoted && !mention.speech) fit -= 0.3;
    return fit;
}

// 0..1: how far a claim agrees with the others of its group, a few of them.
double typicality(const FactSources& sources, const std::vector<std::uint32_t>& group, std::uint32_t claim) {
    double sum = 0;
    double others = 0;
    for (const auto other : group) {
        if (other == claim) continue;
        if (others == kTypicalOf) break;
        sum += sources.comparer.compare(sources.claims[claim], sources.claims[other]).score;
        ++others;
    }
    return others > 0 ? sum / others : 0;
}

std::uint32_t best_mention(const FactSources& sources, const std::vector<std::uint32_t>& group,
                           const std::vector<FactMention>& mentions) {
    std::uint32_t best = 0;
    double most = -1;
    for (std::uint32_t number = 0; number < mentions.size(); ++number) {
        const auto claim = group[number];
        const double fit = fitness(mentions[number], sources.claims[claim]) + typicality(sources, group, claim) -
                           (sources.copies[mentions[number].report] ? kOfCopy : 0);
        if (fit <= most + 1e-9) continue;
        best = number;
        most = fit;
    }
    return best;
}

// 1 at the top of its report, towards 0 at its end.
double place_in_report(const FactSources& sources, const FactMention& mention) {
    const auto& claims = sources.texts.report(mention.report).claims;
    return 1.0 - static_cast<double>(mention.claim.id) / static_cast<double>(std::max<std::size_t>(1, claims.size()));
}

// What the headlines speak of, many reports have, and reports begin with, is central.
double centrality(const FactSources& sources, const std::vector<std::uint32_t>& group, const Fact& fact) {
    const auto reports = static_cast<double>(fact.reports.size()) / sources.texts.size();
    const auto origins = 1.0 - 1.0 / (1.0 + fact.independent_origins);
    double place = 0;
    for (const auto& mention : fact.mentions) place = std::max(place, place_in_report(sources, mention));
    double headlines = 0;
    for (const auto claim : group) {
        const auto& stated = sources.claims[claim];
        headlines =
            std::max(headlines, sources.headlines.share_in(sources.texts.report(stated.report).words, stated.own));
    }
    return 0.4 * reports + 0.15 * origins + 0.15 * place + 0.3 * headlines;
}

bool own_statement(const Fact& fact) {
    const auto& first = fact.mentions.front().speech;
    return std::all_of(fact.mentions.begin(), fact.mentions.end(), [&first](const FactMention& mention) {
        return mention.speech && !mention.speech->name.empty() && mention.speech->name == first->name;
    });
}

}  // namespace

Fact make_fact(const FactSources& sources, const std::vector<std::uint32_t>& group) {
    Fact fact;
    for (const auto claim : group) fact.mentions.push_back(make_mention(sources, sources.claims[claim]));
    for (const auto& mention : fact.mentions) {
        if (fact.reports.empty() || fact.reports.back() != mention.report) fact.reports.push_back(mention.report);
    }
    fact.independent_origins = number_origins(sources, fact.mentions);
    fact.main_mention = best_mention(sources, group, fact.mentions);
    if (fact.reports.size() == 1)
        fact.flags.push_back(FactFlag::single_report);
    else if (fact.independent_origins == 1)
        fact.flags.push_back(FactFlag::single_origin);
    if (own_statement(fact)) fact.flags.push_back(FactFlag::own_statement);
    fact.centrality = centrality(sources, group, fact);
    return fact;
}

}  // namespace axray::story
