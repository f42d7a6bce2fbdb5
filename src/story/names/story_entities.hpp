// Who is spoken of where, over all reports of a story (ReportTexts -> entity of each token).
//
// Names, descriptions and pronouns of one chain are one entity; chains of several reports are one where a register
// knows them as one, or where their names, acronyms or aliases are the same. Source: own, over language/names/chains.
#pragma once

#include <cstdint>
#include <vector>

#include "story/names/country_words.hpp"
#include "story/report_text.hpp"

namespace axray::story {

struct TokenEntity {
    std::uint32_t entity = language::kNone;
    std::uint32_t chain = language::kNone;  // of the report's text
    CountryWord country;                    // of the token alone: "Chinese" of "the Chinese embassy"
    bool is_name = false;
    bool is_pronoun = false;
};

class StoryEntities {
public:
    // O(tokens + names log names).
    explicit StoryEntities(const std::vector<ReportText>& reports);

    [[nodiscard]] const TokenEntity& at(std::uint32_t report, std::uint32_t token) const {
        return tokens_[report][token];
    }
    [[nodiscard]] std::uint32_t count() const { return count_; }

private:
    std::vector<std::vector<TokenEntity>> tokens_;  // one a token, by report
    std::uint32_t count_ = 0;
};

}  // namespace axray::story
