#include "report/screening_text.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "report/terminal_text.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

constexpr std::string_view kIndent = "     ";
constexpr std::size_t kNamesShown = 8;
constexpr std::size_t kValuesShown = 4;
constexpr std::size_t kListsRepeated = 4;   // for each name; more stand at the end alone
constexpr std::size_t kRemarksShown = 240;  // bytes

// Cut where a character ends.
std::string shortened(const std::string& text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    return std::string(base::beginning_within(text, bytes)) + " ...";
}

class AnswerText {
public:
    AnswerText(const ScreenQuery& query, const ScreeningRun& run, const TerminalOptions& options)
        : query_(query), run_(run), options_(options) {
        options_.width = std::max(options_.width, 20U);
    }

    std::string write(const ScreenAnswer& answer, std::string_view row) && {
        write_question(row);
        for (const auto& hint : answer.hints) put(StyledText().add("note: the name has " + hint));
        if (answer.hits.empty()) write_nothing();
        for (std::size_t i = 0; i < answer.hits.size(); ++i) write_hit(i + 1, answer.hits[i]);
        return std::move(text_);
    }

private:
    void put(const StyledText& text, std::string first, std::string rest) {
        const auto codes = options_.color == TerminalColor::ansi ? StyleCodes::ansi : StyleCodes::none;
        text_ += text.lines({options_.width, std::move(first), std::move(rest), codes});
    }
    void put(const StyledText& text) { put(text, std::string(kIndent), std::string(kIndent) + "  "); }

    void write_question(std::string_view row) {
        StyledText line;
        line.add(query_.name, TextStyle::strong);
        std::vector<std::string> given;
        if (query_.kind != EntryKind::unknown) given.emplace_back(to_string(query_.kind));
        if (!query_.births.empty()) given.push_back("born " + joined(query_.births, " or ", kValuesShown));
        if (!query_.countries.empty()) given.push_back(joined(query_.countries, ", ", kValuesShown));
        if (!query_.identifiers.empty()) given.push_back("number " + joined(query_.identifiers, ", ", kValuesShown));
        if (!row.empty()) given.emplace_back(row);
        if (!given.empty()) line.add(" (" + joined(given, "; ", given.size()) + ")", TextStyle::faint);
        put(line, "", "");
    }

    void write_nothing() {
        std::vector<std::string> lists;
        for (const auto& list : run_.lists) lists.push_back(name_and_date(list));
        const bool few = lists.size() <= kListsRepeated;
        const auto where = few ? joined(lists, ", ", lists.size())
                               : "any of the " + std::to_string(lists.size()) + " lists that are named below";
        put(StyledText().add("no hit of " + percent(run_.options.threshold) + " or more in " + where));
    }

    void write_hit(std::size_t number, const ScreenHit& hit) {
        const auto& entry = hit.entry;
        const auto& name = entry.names.at(std::min<std::size_t>(hit.name, entry.names.size() - 1));
        const auto rank = std::to_string(number);
        StyledText head;
        head.add(percent(hit.probability), TextStyle::strong).add("  ");
        add_listed_name(head, hit, name.text);
        if (name.kind != ListedNameKind::primary) {
            head.add(" (" + std::string(to_string(name.kind)) + " of " + entry.names.front().text + ")");
        }
        put(head, std::string(3 - std::min<std::size_t>(rank.size(), 3), ' ') + rank + "  ",
            std::string(kIndent) + "     ");
        StyledText list;
        if (entry.kind != EntryKind::unknown) list.add(std::string(to_string(entry.kind)) + ", ");
        list.add(name_and_date(hit.version));
        if (const auto state = words_for(hit, run_.on); !state.empty()) list.add("; " + state);
        if (!entry.programmes.empty()) list.add("; programme " + joined(entry.programmes, ", ", kValuesShown));
        put(list);
        write_words(hit, name.text);
        for (const auto& fact : hit.facts) put(StyledText().add(words_for(fact)));
        write_entry(hit);
        put(StyledText().add(entry.reference + ", " + words_for(entry.rows.front()), TextStyle::faint));
    }

    // The listed name with the words that met none marked.
    void add_listed_name(StyledText& line, const ScreenHit& hit, std::string_view name) const {
        auto left = hit.listed_left;
        std::sort(left.begin(), left.end());
        const bool brackets = options_.color == TerminalColor::none;
        std::uint32_t at = 0;
        const auto strong = [&](std::uint32_t end) {
            line.add(slice_of(name, {at, end}), TextStyle::strong);
            at = end;
        };
        for (const auto span : left) {
            if (span.begin < at) continue;
            strong(span.begin);
            if (brackets) line.add("[");
            line.add(slice_of(name, span), TextStyle::difference);
            if (brackets) line.add("]");
            at = span.end;
        }
        strong(std::max(at, static_cast<std::uint32_t>(name.size())));
    }

    void write_words(const ScreenHit& hit, std::string_view name) {
        std::vector<Span> same;
        std::vector<std::string> others;
        for (const auto& words : hit.words) {
            if (words.how == "same") {
                same.insert(same.end(), words.query.begin(), words.query.end());
            } else {
                others.push_back(words_for(words, query_.name, name));
            }
        }
        std::string text;
        if (!same.empty()) text = "same: " + words_of(query_.name, same);
        for (const auto& other : others) text += (text.empty() ? "" : "; ") + other;
        const auto missing = words_of(query_.name, hit.query_left);
        const auto added = words_of(name, hit.listed_left);
        if (!missing.empty()) text += (text.empty() ? "" : "; ") + ("not in the listed name: " + missing);
        if (!added.empty()) text += (text.empty() ? "" : "; ") + ("only in the listed name: " + added);
        if (!text.empty()) put(StyledText().add(text));
    }

    void write_entry(const ScreenHit& hit) {
        const auto& entry = hit.entry;
        std::vector<std::string> names;
        for (std::size_t i = 1; i < entry.names.size(); ++i) {
            const auto& name = entry.names[i];
            if (i != hit.name) names.push_back(name.text);
        }
        put_values("also known as ", names, kNamesShown);
        put_values(entry.kind == EntryKind::organisation ? "founded " : "born ", entry.births, kValuesShown);
        put_values("", entry.countries, kValuesShown);
        std::vector<std::string> numbers;
        for (const auto& one : entry.identifiers) {
            numbers.push_back(one.type + " " + one.value + (one.country.empty() ? "" : " (" + one.country + ")"));
        }
        put_values("", numbers, kValuesShown);
        if (!entry.remarks.empty()) put(StyledText().add(shortened(entry.remarks, kRemarksShown), TextStyle::faint));
    }

    void put_values(const std::string& head, const std::vector<std::string>& values, std::size_t most) {
        if (!values.empty()) put(StyledText().add(head + joined(values, "; ", most)));
    }

    std::string text_;
    const ScreenQuery& query_;
    const ScreeningRun& run_;
    TerminalOptions options_;
};

}  // namespace

std::string screening_text(const ScreenQuery& query, const ScreenAnswer& answer, const ScreeningRun& run,
                           std::string_view row, const TerminalOptions& options) {
    return AnswerText(query, run, options).write(answer, row);
}

std::string lists_text(const ScreeningRun& run, const TerminalOptions& options) {
    const auto codes = options.color == TerminalColor::ansi ? StyleCodes::ansi : StyleCodes::none;
    const auto width = std::max(options.width, 20U);
    std::uint64_t entries = 0;
    for (const auto& list : run.lists) entries += list.entries;
    std::string lines =
        StyledText()
            .add("searched: " + names_and_dates(run.lists) + " (" + count_of(entries, "entry", "entries") + ")")
            .lines({width, "", "  ", codes});
    for (const auto& note : notes_on_lists(run)) {
        lines += StyledText().add("note: " + note, TextStyle::strong).lines({width, "", "  ", codes});
    }
    return lines;
}

}  // namespace axray::report
