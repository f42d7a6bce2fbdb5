// What every output of screening says in the same words (ScreenAnswer, ListVersion -> words).
//
// Lists age and a hit is no verdict: each output names the lists with their dates, and says when one of them is too old
// to rely on. Source: own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/registers.hpp>

namespace axray::report {

inline constexpr int kCurrentDays = 30;  // a list that is older is not current enough to rely on

// What all answers of a run share.
struct ScreeningRun {
    std::vector<ListVersion> lists;  // that are searched, by name
    ScreenOptions options;
    std::string on;     // ISO 8601 day that was asked for; empty: the newest lists
    std::string today;  // ISO 8601 day of the run
};

// Days from the date of the list to the day that was asked for, or to today; negative when the list is younger.
[[nodiscard]] std::int64_t age_of(const ListVersion& list, const ScreeningRun& run);

// What a reader must know of the lists: those that are too old, and those that are younger than the day asked for.
[[nodiscard]] std::vector<std::string> notes_on_lists(const ScreeningRun& run);

// "ofac-sdn of 2024-05-03"
[[nodiscard]] std::string name_and_date(const ListVersion& list);

// "uk of 2025-08-11; eu, ofac-sdn of 2026-11-22": the oldest first.
[[nodiscard]] std::string names_and_dates(const std::vector<ListVersion>& lists);

// "listed since 2024-03-25", "not listed on 2024-03-22; listed since 2024-03-25"; empty when there is nothing to say.
[[nodiscard]] std::string words_for(const ScreenHit& hit, std::string_view on);

// "spelling: Sergey ~ SERGEI"; for words that are the same, the words alone.
[[nodiscard]] std::string words_for(const MatchedWords& words, std::string_view query, std::string_view listed);

// "birth date agrees: 1985-11-12"
[[nodiscard]] std::string words_for(const MatchedFact& fact);

// "sdn.csv, line 14321"
[[nodiscard]] std::string words_for(const ListRow& row);

// The words of `text` that `spans` cover, each once and in order, with blanks between them.
[[nodiscard]] std::string words_of(std::string_view text, const std::vector<Span>& spans);

// A span cut to the text that it speaks of.
[[nodiscard]] std::string_view slice_of(std::string_view text, Span span);

}  // namespace axray::report
