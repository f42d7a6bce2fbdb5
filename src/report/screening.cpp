#include "report/screening.hpp"

#include <algorithm>
#include <map>

#include "base/days.hpp"

namespace axray::report {

std::int64_t age_of(const ListVersion& list, const ScreeningRun& run) {
    const auto listed = base::day_of(list.date);
    const auto seen = base::day_of(run.on.empty() ? run.today : run.on);
    return listed.year != 0 && seen.year != 0 ? base::day_number(seen) - base::day_number(listed) : 0;
}

std::vector<std::string> notes_on_lists(const ScreeningRun& run) {
    std::vector<ListVersion> old;
    std::vector<ListVersion> before;
    std::vector<ListVersion> younger;
    for (const auto& list : run.lists) {
        const auto days = age_of(list, run);
        if (days > kCurrentDays) old.push_back(list);
        if (days > 0 && !run.on.empty()) before.push_back(list);
        if (days < 0 && !run.on.empty()) younger.push_back(list);
    }
    std::vector<std::string> notes;
    if (!old.empty()) {
        notes.push_back("nothing here is current enough to rely on: more than " + std::to_string(kCurrentDays) +
                        " days before " + (run.on.empty() ? "today" : run.on) + ": " + names_and_dates(old));
    }
    if (!before.empty()) {
        notes.push_back("what was listed after these dates and by " + run.on +
                        " is not known: " + names_and_dates(before));
    }
    if (!younger.empty()) {
        notes.push_back("no version of " + run.on + " or before was imported; what is told of that day follows from " +
                        "the dates in these alone: " + names_and_dates(younger));
    }
    return notes;
}

std::string name_and_date(const ListVersion& list) { return list.list + " of " + list.date; }

std::string names_and_dates(const std::vector<ListVersion>& lists) {
    std::map<std::string, std::string> names_of;  // by date
    for (const auto& list : lists) {
        auto& names = names_of[list.date];
        names += (names.empty() ? "" : ", ") + list.list;
    }
    std::string text;
    for (const auto& [date, names] : names_of) text += (text.empty() ? "" : "; ") + names + " of " + date;
    return text;
}

std::string words_for(const ScreenHit& hit, std::string_view on) {
    const auto& state = hit.state;
    std::string text;
    if (!state.known) text = "whether it was listed on " + std::string(on) + " is not known";
    if (state.known && !state.listed) text = on.empty() ? "no longer listed" : "not listed on " + std::string(on);
    if (!state.since.empty()) text += (text.empty() ? "listed since " : "; listed since ") + state.since;
    if (!state.until.empty()) text += (text.empty() ? "listed until " : " until ") + state.until;
    if (state.known && state.listed && text.empty() && hit.entry.kind < EntryKind::actor)
        text = "the list does not tell since when";
    if (!text.empty() && !state.known_from.empty()) text += " (" + state.known_from + ")";
    return text;
}

std::string_view slice_of(std::string_view text, Span span) {
    const auto begin = std::min<std::size_t>(span.begin, text.size());
    return text.substr(begin, std::min<std::size_t>(span.end, text.size()) - std::min<std::size_t>(begin, span.end));
}

std::string words_of(std::string_view text, const std::vector<Span>& spans) {
    auto ordered = spans;  // "APT31" is two words of one span
    std::sort(ordered.begin(), ordered.end());
    ordered.erase(std::unique(ordered.begin(), ordered.end()), ordered.end());
    std::string words;
    for (const auto span : ordered) {
        if (!words.empty()) words += ' ';
        words += slice_of(text, span);
    }
    return words;
}

std::string words_for(const MatchedWords& words, std::string_view query, std::string_view listed) {
    auto ours = words_of(query, words.query);
    if (words.how == "same") return ours;
    std::string how(words.how);
    std::replace(how.begin(), how.end(), '_', ' ');
    return how + ": " + ours + " ~ " + words_of(listed, words.listed);
}

std::string words_for(const MatchedFact& fact) {
    std::string name(fact.fact);
    switch (fact.agreement) {
        case FactAgreement::agrees: return name + " agrees: " + fact.listed;
        case FactAgreement::contradicts: return name + " differs: " + fact.given + ", listed " + fact.listed;
        case FactAgreement::not_listed: return name + ": none in the list to compare with";
    }
    return name;
}

std::string words_for(const ListRow& row) {
    return row.line == 0 ? row.file : row.file + ", line " + std::to_string(row.line);
}

}  // namespace axray::report
