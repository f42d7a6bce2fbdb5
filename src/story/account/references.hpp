// What a sentence of a report speaks of without naming it, made plain for a reader who has not read what stood before
// it (KeptWords -> References, or nothing).
//
// "She" and "the ministry" become the name that their chain has in the report; "Torvane" becomes the full name. What
// no chain resolves makes the sentence unfit to stand alone. Source: own, over the chains of the language layer.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "story/account/kept_words.hpp"

namespace axray::story {

struct References {
    std::vector<Edit> edits;
    std::vector<std::uint64_t> presumes;  // stems of "the man" that no name is known for
    std::vector<std::string> named;       // full names that were put in
};

// `known` are full names that the reader has met: of them the last name does.
[[nodiscard]] std::optional<References> resolve_references(const StoryTexts& texts, const KeptWords& kept,
                                                           const std::set<std::string>& known);

// The first name that begins within `tokens`, as a copy out of the report with its article; an empty text when there is
// none.
[[nodiscard]] Edit first_name_in(const ReportSentence& sentence, std::uint32_t report, language::TokenSpan tokens);

}  // namespace axray::story
