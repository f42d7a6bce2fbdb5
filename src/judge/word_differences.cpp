#include "judge/word_differences.hpp"

#include <optional>

namespace axray::judge {
namespace {

std::optional<FlagKind> kind_of(WordRelation relation) {
    switch (relation) {
        case WordRelation::opposite:
        case WordRelation::sibling: return FlagKind::antonym;
        case WordRelation::other_value: return FlagKind::number_differs;
        case WordRelation::other_name: return FlagKind::name_differs;
        case WordRelation::other_date: return FlagKind::date_differs;
        default: return std::nullopt;
    }
}

// What bears the word out somewhere in the evidence leaves nothing to differ.
bool bears_out(WordRelation relation) {
    return relation == WordRelation::same_form || relation == WordRelation::same_stem ||
           relation == WordRelation::same_value || relation == WordRelation::same_name;
}

}  // namespace

std::vector<Difference> word_differences(const WordPairs& pairs, const WordScores& scores) {
    std::vector<Difference> found;
    for (std::size_t word = 0; word < scores.wrong.size(); ++word) {
        if (scores.wrong[word] <= 0) continue;
        std::optional<Difference> first;
        bool borne_out = false;
        const auto row = pairs.row(word);
        for (std::size_t other = 0; other < row.size() && !borne_out; ++other) {
            borne_out = bears_out(row[other]);
            const auto kind = kind_of(row[other]);
            if (!kind || first) continue;
            const std::uint32_t mine = pairs.claim[word].token;
            const std::uint32_t theirs = pairs.evidence[other].token;
            first = Difference{*kind, {mine, mine + 1}, {theirs, theirs + 1}};
        }
        if (first && !borne_out) found.push_back(*first);
    }
    return found;
}

}  // namespace axray::judge
