#include "report/story_words.hpp"

#include <algorithm>
#include <set>

#include "base/utf8.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

template <typename Value>
void add_once(std::vector<Value>& values, Value value) {
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(std::move(value));
}

bool denies(const FactMention& mention) {
    return (mention.speech && mention.speech->stance == Stance::denies) || mention.certainty == Certainty::denied;
}

std::string number_of(std::uint32_t report) { return std::to_string(report + 1); }

}  // namespace

std::string_view words_for(FactFlag flag) {
    switch (flag) {
        case FactFlag::disputed: return "disputed";
        case FactFlag::conflicting: return "in conflict";
        case FactFlag::single_report: return "one report alone";
        case FactFlag::single_origin: return "single origin";
        case FactFlag::own_statement: return "own statement";
        case FactFlag::corrected: return "corrected later";
    }
    return "disputed";
}

std::string_view words_for(ConflictKind kind) {
    switch (kind) {
        case ConflictKind::number: return "different numbers";
        case ConflictKind::date: return "different dates";
        case ConflictKind::place: return "different places";
        case ConflictKind::actor: return "different parties";
        case ConflictKind::role: return "parts exchanged";
        case ConflictKind::negation: return "said and negated";
        case ConflictKind::quote_wording: return "a quotation in different words";
        case ConflictKind::denial: return "disputed";
    }
    return "different";
}

std::string_view words_for(LeftOutReason reason) {
    switch (reason) {
        case LeftOutReason::below_the_limit: return "less central than what is told";
        case LeftOutReason::not_supported: return "the check did not find its wording supported";
        case LeftOutReason::not_independent: return "it needs words before it that the account does not have";
        case LeftOutReason::opinion: return "an opinion, no matter of fact";
        case LeftOutReason::told_already: return "it says no more than what is told";
    }
    return "less central than what is told";
}

std::string_view words_for(OriginKind kind) {
    switch (kind) {
        case OriginKind::report: return "report";
        case OriginKind::agency: return "news agency";
        case OriginKind::outlet: return "other medium";
        case OriginKind::statement: return "statement or document";
    }
    return "report";
}

std::string_view words_for(PassageKind kind) {
    switch (kind) {
        case PassageKind::copied: return "copied";
        case PassageKind::rewritten: return "rewritten";
        case PassageKind::quotation: return "the same quotation";
    }
    return "copied";
}

std::string_view words_for(CopyKind kind) {
    switch (kind) {
        case CopyKind::copy: return "copy";
        case CopyKind::partial: return "copy of a part";
        case CopyKind::passage: return "shared passage";
    }
    return "copy";
}

std::string_view words_for(FactRelation relation) {
    switch (relation) {
        case FactRelation::says_more: return "says more";
        case FactRelation::says_less: return "says less";
        case FactRelation::near: return "is near to it";
    }
    return "is near to it";
}

std::string support_of(const Fact& fact) {
    const auto reports = count_of(fact.reports.size(), "report", "reports");
    if (fact.reports.size() < 2) return reports;
    if (fact.independent_origins == 1) return reports + ", 1 origin";
    return reports + ", " + count_of(fact.independent_origins, "independent origin", "independent origins");
}

std::uint64_t independent_reports(const StoryReport& story) {
    return std::set<std::uint32_t>(story.origins.groups.begin(), story.origins.groups.end()).size();
}

std::string counts_of(const StoryReport& story) {
    return count_of(story.reports.size(), "report", "reports") + ", " +
           count_of(independent_reports(story), "independent origin", "independent origins") + ", " +
           count_of(story.facts.size(), "fact", "facts") + ", " +
           count_of(story.conflicts.size(), "conflict", "conflicts");
}

const FactMention& mention_of(const StoryReport& story, const ConflictSide& side) {
    return story.facts.at(side.fact).mentions.at(side.mention);
}

const FactMention& main_mention_of(const Fact& fact) { return fact.mentions.at(fact.main_mention); }

std::string_view slice(const StoryReport& story, const SourceSpan& place) {
    return story.reports.at(place.source)->slice(place.span);
}

std::string_view slice(const StoryReport& story, const ConflictSide& side) {
    return story.reports.at(mention_of(story, side).report)->slice(side.words);
}

std::string_view published_of(const StoryReport& story, std::uint32_t report) {
    return report < story.published.size() ? std::string_view(story.published[report]) : std::string_view();
}

std::string shortened(std::string_view text, std::size_t most) {
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size(); ++count) {
        if (count + 1 == most && at + base::decode_utf8(text, at).size < text.size()) {
            return std::string(text.substr(0, at)) + "\u2026";
        }
        at += base::decode_utf8(text, at).size;
    }
    return std::string(text);
}

std::string short_name(const Document& report, std::size_t most) {
    std::string_view name = report.id;
    const auto scheme = name.find("://");
    if (scheme != std::string_view::npos) {
        name.remove_prefix(scheme + 3);
        name = name.substr(0, name.find_first_of("?#"));
    }
    while (!name.empty() && name.back() == '/') name.remove_suffix(1);
    name = name.substr(name.find_last_of('/') + 1);
    const auto dot = name.find_last_of('.');
    const bool host_alone = scheme != std::string_view::npos && report.id.find(name) == scheme + 3;
    if (!host_alone && dot != std::string_view::npos && dot > 0 && name.size() - dot <= 6) name = name.substr(0, dot);
    return shortened(name.empty() ? std::string_view(report.id) : name, most);
}

std::vector<std::string> deniers_of(const StoryReport& story, std::uint32_t fact) {
    std::vector<std::string> deniers;
    for (const auto& conflict : story.conflicts) {
        if (conflict.kind != ConflictKind::denial || (conflict.one.fact != fact && conflict.other.fact != fact)) {
            continue;
        }
        const auto& one = mention_of(story, conflict.one);
        const auto& mention = denies(one) ? one : mention_of(story, conflict.other);
        const auto words = mention.speech ? story.reports.at(mention.report)->slice(mention.speech->speaker) : "";
        if (mention.speech && !mention.speech->name.empty()) {
            add_once(deniers, mention.speech->name);
        } else if (!words.empty()) {
            add_once(deniers, std::string(words));
        } else {
            add_once(deniers, "report " + number_of(mention.report));
        }
    }
    return deniers;
}

std::vector<std::vector<std::uint32_t>> facts_of_one_report(const StoryReport& story) {
    std::vector<std::vector<std::uint32_t>> facts(story.reports.size());
    for (std::uint32_t fact = 0; fact < story.facts.size(); ++fact) {
        const auto& reports = story.facts[fact].reports;
        if (reports.size() == 1) facts.at(reports.front()).push_back(fact);
    }
    return facts;
}

std::vector<std::uint32_t> reports_behind(const StoryReport& story, const AccountSentence& sentence) {
    std::set<std::uint32_t> reports;
    for (const auto& trace : sentence.traces) reports.insert(trace.place.source);
    for (const auto& place : sentence.evidence) reports.insert(place.source);
    for (const auto fact : sentence.facts) {
        const auto& known = story.facts.at(fact).reports;
        reports.insert(known.begin(), known.end());
    }
    return {reports.begin(), reports.end()};
}

std::string words_for(const ReportCopy& copy) {
    const auto first = number_of(copy.first);
    const auto second = number_of(copy.second);
    const auto share = [](double value, const std::string& of) { return percent(value) + " of " + of; };
    switch (copy.direction) {
        case CopyDirection::first_to_second: return share(copy.share_of_second, second) + " is taken from " + first;
        case CopyDirection::second_to_first: return share(copy.share_of_first, first) + " is taken from " + second;
        case CopyDirection::common_origin:
            return share(copy.share_of_first, first) + " and " + share(copy.share_of_second, second) +
                   " are the same, from a common origin";
        case CopyDirection::unknown: break;
    }
    return share(copy.share_of_first, first) + " and " + share(copy.share_of_second, second) +
           " are the same; who took from whom is not known";
}

}  // namespace axray::report
