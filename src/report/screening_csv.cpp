#include "report/screening_csv.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/json_text.hpp"
#include "report/words.hpp"

namespace axray::report {
namespace {

constexpr std::array<std::string_view, 20> kColumns = {
    "screen_name",      "screen_hit",        "screen_score",   "screen_reference", "screen_list",
    "screen_list_date", "screen_listed",     "screen_since",   "screen_until",     "screen_kind",
    "screen_found",     "screen_found_kind", "screen_primary", "screen_programme", "screen_matched",
    "screen_unmatched", "screen_facts",      "screen_row",     "screen_searched",  "screen_note"};

class Line {
public:
    Line& add(std::string_view text) {
        if (cells_++ > 0) line_ += ',';
        line_ += csv_cell(text);
        return *this;
    }
    Line& add(const std::vector<std::string>& cells) {
        for (const auto& cell : cells) add(std::string_view(cell));
        return *this;
    }
    std::string end() && { return std::move(line_) + "\r\n"; }

private:
    std::string line_;
    std::size_t cells_ = 0;
};

// Blanks and control characters before the sign do not keep every program from seeing a formula.
bool begins_formula(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && static_cast<unsigned char>(text[at]) <= 0x20) ++at;
    const bool sign = at < text.size() && std::string_view("=+-@|%").find(text[at]) != std::string_view::npos;
    return sign || (at > 0 && text[0] != ' ');
}

std::string in_cell(const std::vector<std::string>& values) { return joined(values, "; ", values.size()); }

std::string searched(const ScreeningRun& run) {
    std::vector<std::string> lists;
    for (const auto& list : run.lists) lists.push_back(name_and_date(list));
    return in_cell(lists);
}

void add_hit(Line& line, std::size_t number, const ScreenHit& hit, const ScreenQuery& query, const ScreeningRun& run) {
    const auto& entry = hit.entry;
    const auto& name = entry.names.at(std::min<std::size_t>(hit.name, entry.names.size() - 1));
    std::string score;
    base::append_json_share(score, hit.probability);
    std::vector<std::string> matched;
    for (const auto& words : hit.words) {
        auto text = words_for(words, query.name, name.text);
        if (matched.empty() || matched.back() != text) matched.push_back(std::move(text));
    }
    std::vector<std::string> unmatched;
    if (!hit.query_left.empty()) unmatched.push_back("asked: " + words_of(query.name, hit.query_left));
    if (!hit.listed_left.empty()) unmatched.push_back("listed: " + words_of(name.text, hit.listed_left));
    std::vector<std::string> facts;
    for (const auto& fact : hit.facts) facts.push_back(words_for(fact));
    line.add(std::to_string(number)).add(score).add(entry.reference).add(hit.version.list).add(hit.version.date);
    line.add(!hit.state.known   ? "not known"
             : hit.state.listed ? "yes"
                                : "no")
        .add(hit.state.since)
        .add(hit.state.until)
        .add(to_string(entry.kind));
    line.add(name.text).add(to_string(name.kind)).add(entry.names.front().text).add(in_cell(entry.programmes));
    line.add(in_cell(matched)).add(in_cell(unmatched)).add(in_cell(facts)).add(words_for(entry.rows.front()));
    line.add(searched(run));
}

}  // namespace

std::string csv_cell(std::string_view text) {
    std::string cell;
    if (begins_formula(text)) cell += '\'';
    for (const char letter : text) {
        if (letter == '"') cell += '"';
        if (letter != '\0') cell += letter;
    }
    if (cell.find_first_of(",;\"\r\n\t") == std::string::npos && cell.find_first_not_of(' ') == 0) return cell;
    return cell.empty() ? cell : '"' + cell + '"';
}

std::string screening_csv_head(const std::vector<std::string>& columns) {
    Line line;
    line.add(columns);
    for (const auto column : kColumns) line.add(column);
    return std::move(line).end();
}

std::string screening_csv_rows(const std::vector<std::string>& cells, const ScreenQuery& query,
                               const ScreenAnswer& answer, const ScreeningRun& run) {
    const auto note = in_cell(answer.hints);
    std::string lines;
    for (std::size_t i = 0; i < answer.hits.size(); ++i) {
        Line line;
        line.add(cells).add(query.name);
        add_hit(line, i + 1, answer.hits[i], query, run);
        line.add(note);
        lines += std::move(line).end();
    }
    if (!answer.hits.empty()) return lines;
    Line line;
    line.add(cells).add(query.name).add("0");
    for (std::size_t i = 2; i < kColumns.size() - 2; ++i) line.add("");
    line.add(searched(run)).add(note);
    return std::move(line).end();
}

std::string screening_csv_error(const std::vector<std::string>& cells, const Error& error) {
    Line line;
    line.add(cells);
    for (std::size_t i = 0; i + 1 < kColumns.size(); ++i) line.add("");
    line.add("not screened: " + error.to_string());
    return std::move(line).end();
}

}  // namespace axray::report
