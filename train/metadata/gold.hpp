// Pages whose title, authors and date people have written down (gold.jsonl + html/*.html.gz -> GoldPages).
//
// The data's README and score.py say what each field means; is_title, names_match and same_day follow score.py.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <axray/result.hpp>

#include "read/metadata/dates.hpp"

namespace axray::train {

struct GoldPage {
    std::string id;
    std::string source;   // the collection it is from
    std::string site;     // pages of one site are never on both sides of a split
    std::string address;  // empty when unknown
    std::string title;    // empty when unknown, as are the others
    std::string author;
    std::string date;  // YYYY-MM-DD
    std::string language;
    std::string text;                  // of the article
    std::vector<std::string> with;     // words that are in the article
    std::vector<std::string> without;  // words that are not
    std::string bytes;                 // of the page
};

// Errors: not_found, malformed.
[[nodiscard]] Result<std::vector<GoldPage>> read_gold(const std::string& folder);

[[nodiscard]] bool is_title(const std::string& gold, const std::string& value);
// Every word of the gold names is there, and at most twice as many.
[[nodiscard]] bool names_match(const std::string& gold, const std::string& value);
[[nodiscard]] bool same_day(const std::string& gold, base::Day day);

}  // namespace axray::train
