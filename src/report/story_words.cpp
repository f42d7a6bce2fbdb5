#include "report/story_words.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "base/utf8.hpp"
#include "report/time_words.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

constexpr std::size_t kDeniersShown = 4;
constexpr std::size_t kConflictsShown = 6;
constexpr std::size_t kNameLength = 28;     // code points
constexpr std::size_t kSpeakerLength = 90;  // bytes; longer words give way to the name
constexpr std::size_t kLeastId = 5;         // bytes; shorter ids may be words of the sentence

template <typename Value>
void add_once(std::vector<Value>& values, Value value) {
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(std::move(value));
}

bool denies(const FactMention& mention) {
    return (mention.speech && mention.speech->stance == Stance::denies) || mention.certainty == Certainty::denied;
}

std::string number_of(std::uint32_t report) { return std::to_string(report + 1); }

bool is_side(const Conflict& conflict, std::uint32_t fact) {
    const auto has = [fact](const std::vector<ConflictSide>& sides) {
        return std::any_of(sides.begin(), sides.end(), [fact](const ConflictSide& side) { return side.fact == fact; });
    };
    return conflict.one.fact == fact || conflict.other.fact == fact || has(conflict.with_one) ||
           has(conflict.with_other);
}

// "conflict 3", "conflicts 1, 5"
std::string conflict_words(const std::vector<std::uint32_t>& conflicts) {
    if (conflicts.empty()) return "in conflict";
    return (conflicts.size() == 1 ? "conflict " : "conflicts ") + report_numbers(conflicts, kConflictsShown);
}

// " of the Treasury", when the facts have one speaker that is named.
std::string speaker_words(const StoryReport& story, const std::vector<std::uint32_t>& facts) {
    std::vector<std::string> speakers;
    for (const auto fact : facts) {
        const auto& speech = main_mention_of(story.facts.at(fact)).speech;
        if (speech && !speech->name.empty()) add_once(speakers, speech->name);
    }
    return speakers.size() == 1 ? " of " + speakers.front() : std::string();
}

// One remark a flag that stands on the facts together.
std::vector<std::string> remarks_on(const StoryReport& story, const std::vector<std::uint32_t>& facts,
                                    const std::vector<FactFlag>& flags) {
    std::vector<std::string> remarks;
    for (const auto flag : flags) {
        if (flag == FactFlag::single_report) continue;  // the numbers of the reports say so
        auto remark = std::string(words_for(flag));
        if (flag == FactFlag::disputed) {
            std::vector<std::string> deniers;
            for (const auto fact : facts) {
                for (auto& denier : deniers_of(story, fact)) add_once(deniers, std::move(denier));
            }
            if (!deniers.empty()) remark += " by " + joined(deniers, ", ", kDeniersShown);
        } else if (flag == FactFlag::own_statement) {
            remark += speaker_words(story, facts);
        } else if (flag == FactFlag::conflicting) {
            std::vector<std::uint32_t> conflicts;
            for (const auto fact : facts) {
                for (const auto conflict : conflicts_on(story, fact)) add_once(conflicts, conflict);
            }
            std::sort(conflicts.begin(), conflicts.end());
            remark = conflict_words(conflicts);
        }
        add_once(remarks, std::move(remark));
    }
    return remarks;
}

// One of the two sides of a conflict: the facts that it stands in and the reports that say it.
struct SideView {
    std::set<std::uint32_t> facts;
    std::set<std::uint32_t> reports;
};

SideView view_of(const StoryReport& story, const ConflictSide& side, const std::vector<ConflictSide>& others) {
    SideView view{{side.fact}, {}};
    for (const auto& other : others) view.facts.insert(other.fact);
    const auto reports = reports_of(story, side, others);
    view.reports.insert(reports.begin(), reports.end());
    return view;
}

template <class Numbers>
bool have_common(const Numbers& numbers, const std::set<std::uint32_t>& others) {
    return std::any_of(numbers.begin(), numbers.end(), [&](std::uint32_t number) { return others.count(number) > 0; });
}

// Reports that stand against a sentence whose words are of the reports `told`: those on the other side of a conflict.
// Which side the sentence is on, its reports tell, or else its facts.
std::set<std::uint32_t> against(const StoryReport& story, const AccountSentence& sentence,
                                const std::set<std::uint32_t>& told) {
    std::set<std::uint32_t> others;
    for (const auto& conflict : story.conflicts) {
        if (conflict.kind == ConflictKind::denial) continue;
        const auto one = view_of(story, conflict.one, conflict.with_one);
        const auto other = view_of(story, conflict.other, conflict.with_other);
        const bool of_one = have_common(sentence.facts, one.facts);
        const bool of_other = have_common(sentence.facts, other.facts);
        if (!of_one && !of_other) continue;
        const bool told_by_one = have_common(told, one.reports);
        const bool told_by_other = have_common(told, other.reports);
        if (told_by_one == told_by_other && of_one == of_other) continue;
        const bool is_one = told_by_one != told_by_other ? told_by_one : of_one;
        const auto& opposite = is_one ? other.reports : one.reports;
        others.insert(opposite.begin(), opposite.end());
    }
    return others;
}

bool share_a_number(const FactMention& one, const FactMention& other) {
    return std::any_of(one.numbers.begin(), one.numbers.end(), [&](const QuantityAnnotation& number) {
        return std::any_of(other.numbers.begin(), other.numbers.end(), [&](const QuantityAnnotation& value) {
            return number.low <= value.high && value.low <= number.high;
        });
    });
}

// The report says something of the fact, but with none of the numbers with which the reports `told` say it.
bool has_other_numbers(const Fact& fact, std::uint32_t report, const std::set<std::uint32_t>& told) {
    bool numbers_told = false;
    bool others = false;
    for (const auto& mention : fact.mentions) {
        if (told.count(mention.report) == 0 || mention.numbers.empty()) continue;
        numbers_told = true;
        for (const auto& other : fact.mentions) {
            if (other.report != report) continue;
            if (other.numbers.empty() || share_a_number(mention, other)) return false;
            others = true;
        }
    }
    return numbers_told && others;
}

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
        case LeftOutReason::overtaken: return "it tells how things stood before later reports";
        case LeftOutReason::corrected: return "a later report takes it back";
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

std::string support_of(std::uint64_t reports, std::uint64_t origins) {
    auto words = count_of(reports, "report", "reports");
    if (reports < 2) return words;
    if (origins == 1) return words + ", 1 origin";
    return words + ", " + count_of(origins, "independent origin", "independent origins");
}

std::string support_of(const Fact& fact) { return support_of(fact.reports.size(), fact.independent_origins); }

std::uint64_t independent_reports(const StoryReport& story) {
    return std::set<std::uint32_t>(story.origins.groups.begin(), story.origins.groups.end()).size();
}

std::string counts_of(const StoryReport& story) {
    return support_of(story.reports.size(), independent_reports(story)) + ", " +
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

std::string name_of_report(const StoryReport& story, std::uint32_t report) {
    const auto& document = *story.reports.at(report);
    const auto& publisher = document.metadata.publisher.value;
    return "[" + number_of(report) + "] " +
           (publisher.empty() ? short_name(document, kNameLength) : shortened(publisher, kNameLength));
}

std::string denier_in(const StoryReport& story, const Conflict& conflict) {
    if (!conflict.denier.empty()) return conflict.denier;
    const auto& one = mention_of(story, conflict.one);
    const auto& mention = denies(one) ? one : mention_of(story, conflict.other);
    auto speaker = speaker_of(story, mention);
    return speaker.empty() ? "report " + number_of(mention.report) : speaker;
}

std::vector<std::string> deniers_of(const StoryReport& story, std::uint32_t fact) {
    std::vector<std::string> deniers;
    for (const auto& conflict : story.conflicts) {
        if (conflict.kind == ConflictKind::denial && is_side(conflict, fact))
            add_once(deniers, denier_in(story, conflict));
    }
    return deniers;
}

std::string heading_of(const StoryReport& story, const Conflict& conflict) {
    const auto kind = std::string(words_for(conflict.kind));
    return conflict.kind == ConflictKind::denial ? kind + " by " + denier_in(story, conflict) : kind;
}

bool sides_say_all(const Conflict& conflict) {
    return conflict.kind == ConflictKind::quote_wording || conflict.kind == ConflictKind::denial;
}

std::string days_of(const TimelineEntry& entry) {
    const auto slash = entry.value.find('/');
    if (slash == std::string::npos) return words_for_time(entry.value);
    return words_for_time(entry.value.substr(0, slash)) + " to " + words_for_time(entry.value.substr(slash + 1));
}

std::vector<std::uint32_t> reports_dating(const StoryReport& story, const TimelineEntry& entry) {
    std::vector<std::uint32_t> reports;
    for (const auto& dated : entry.dated_by) {
        add_once(reports, story.facts.at(entry.fact).mentions.at(dated.mention).report);
    }
    return reports;
}

std::vector<std::uint32_t> conflicts_on(const StoryReport& story, std::uint32_t fact) {
    std::vector<std::uint32_t> conflicts;
    for (std::uint32_t number = 0; number < story.conflicts.size(); ++number) {
        const auto& conflict = story.conflicts[number];
        if (conflict.kind != ConflictKind::denial && is_side(conflict, fact)) conflicts.push_back(number);
    }
    return conflicts;
}

std::string remarks_on(const StoryReport& story, std::uint32_t fact) {
    const auto remarks = remarks_on(story, {fact}, story.facts.at(fact).flags);
    return joined(remarks, "; ", remarks.size());
}

std::string remarks_on(const StoryReport& story, const AccountSentence& sentence) {
    auto flags = sentence.flags;
    // Whose word it is, a sentence of one report tells itself.
    if (reports_behind(story, sentence).size() < 2)
        flags.erase(std::remove(flags.begin(), flags.end(), FactFlag::own_statement), flags.end());
    auto remarks = remarks_on(story, sentence.facts, flags);
    std::vector<std::string> loaded;
    for (const auto words : sentence.loaded_words) {
        loaded.push_back("\"" + sentence.text.substr(words.begin, words.size()) + "\"");
    }
    if (!loaded.empty()) remarks.push_back("takes sides: " + joined(loaded, ", ", loaded.size()));
    return joined(remarks, "; ", remarks.size());
}

std::string with_report_numbers(const StoryReport& story, std::string_view sentence) {
    std::string result;
    for (std::size_t at = 0; at < sentence.size();) {
        std::size_t longest = 0;
        std::uint32_t found = 0;
        const bool begins = at == 0 || std::isalnum(static_cast<unsigned char>(sentence[at - 1])) == 0;
        for (std::uint32_t report = 0; begins && report < story.reports.size(); ++report) {
            const auto& id = story.reports[report]->id;
            if (id.size() < kLeastId || id.size() <= longest || sentence.substr(at, id.size()) != id) continue;
            longest = id.size();
            found = report;
        }
        if (longest > 0) {
            result += (result.empty() ? "Report " : "report ") + number_of(found);
            at += longest;
        } else {
            result += sentence[at++];
        }
    }
    return result;
}

std::string report_numbers(const std::vector<std::uint32_t>& reports, std::size_t most) {
    std::vector<std::string> numbers;
    numbers.reserve(reports.size());
    for (const auto report : reports) numbers.push_back(number_of(report));
    return joined(numbers, ", ", numbers.size() == most + 1 ? numbers.size() : most);  // never "and 1 more"
}

std::string speaker_of(const StoryReport& story, const FactMention& mention) {
    if (!mention.speech) return {};
    const auto& name = mention.speech->name;
    const auto words = story.reports.at(mention.report)->slice(mention.speech->speaker);
    const bool fuller = name.empty() || (words.find(name) != std::string_view::npos && words.size() <= kSpeakerLength);
    return std::string(fuller ? words : std::string_view(name));
}

std::vector<std::vector<std::uint32_t>> facts_of_one_report(const StoryReport& story) {
    std::vector<std::vector<std::uint32_t>> facts(story.reports.size());
    for (std::uint32_t fact = 0; fact < story.facts.size(); ++fact) {
        const auto& reports = story.facts[fact].reports;
        if (reports.size() == 1) facts.at(reports.front()).push_back(fact);
    }
    return facts;
}

std::vector<std::vector<std::uint32_t>> groups_of_several(const StoryReport& story) {
    std::vector<std::vector<std::uint32_t>> groups;
    std::map<std::uint32_t, std::size_t> known;
    for (std::uint32_t report = 0; report < story.origins.groups.size(); ++report) {
        const auto [place, added] = known.emplace(story.origins.groups[report], groups.size());
        if (added) groups.emplace_back();
        groups[place->second].push_back(report);
    }
    groups.erase(std::remove_if(groups.begin(), groups.end(), [](const auto& group) { return group.size() < 2; }),
                 groups.end());
    return groups;
}

std::vector<std::uint32_t> reports_of(const StoryReport& story, const ConflictSide& side,
                                      const std::vector<ConflictSide>& others) {
    std::set<std::uint32_t> reports = {mention_of(story, side).report};
    for (const auto& other : others) reports.insert(mention_of(story, other).report);
    return {reports.begin(), reports.end()};
}

std::uint64_t origins_of(const StoryReport& story, const std::vector<std::uint32_t>& reports) {
    std::set<std::uint32_t> groups;
    for (const auto report : reports) groups.insert(story.origins.groups.at(report));
    return groups.size();
}

std::vector<std::uint32_t> reports_behind(const StoryReport& story, const AccountSentence& sentence) {
    std::set<std::uint32_t> told;
    for (const auto& trace : sentence.traces) told.insert(trace.place.source);
    const auto others = against(story, sentence, told);
    auto reports = told;
    for (std::uint32_t report = 0; report < story.reports.size(); ++report) {
        const bool has_all = !sentence.facts.empty() &&
                             std::all_of(sentence.facts.begin(), sentence.facts.end(), [&](std::uint32_t fact) {
                                 const auto& known = story.facts.at(fact).reports;
                                 return std::binary_search(known.begin(), known.end(), report) &&
                                        !has_other_numbers(story.facts.at(fact), report, told);
                             });
        if (has_all && others.count(report) == 0) reports.insert(report);
    }
    return {reports.begin(), reports.end()};
}

std::string name_of_origin(const StoryReport& story, const Origin& origin) {
    if (origin.kind != OriginKind::report) return origin.name;
    for (std::uint32_t report = 0; report < story.reports.size(); ++report) {
        if (story.reports[report]->id == origin.name) return name_of_report(story, report);
    }
    return origin.name;
}

std::vector<std::uint32_t> takers_of(const StoryReport& story, const Origin& origin) {
    std::vector<std::uint32_t> takers;
    for (const auto report : origin.reports) {
        if (origin.kind != OriginKind::report || story.reports.at(report)->id != origin.name) takers.push_back(report);
    }
    return takers;
}

std::vector<const ReportCopy*> weightiest_copies(const StoryReport& story) {
    std::vector<const ReportCopy*> copies;
    for (const auto& copy : story.origins.copies) copies.push_back(&copy);
    const auto share = [](const ReportCopy* copy) { return std::max(copy->share_of_first, copy->share_of_second); };
    std::stable_sort(copies.begin(), copies.end(),
                     [&share](const ReportCopy* one, const ReportCopy* other) { return share(one) > share(other); });
    return copies;
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
