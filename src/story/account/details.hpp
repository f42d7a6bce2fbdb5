// The article of an account: its facts in paragraphs, the weightiest first (Facts -> paragraphs of Tellings).
//
// Sentences that share names and words stand in one paragraph; what contradicts or denies a sentence stands behind it.
// No fact is told twice. Source: own; the order is that of news writing (inverted pyramid).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "story/account/storyteller.hpp"

namespace axray::story {

struct Details {
    std::vector<std::vector<Telling>> paragraphs;
    std::vector<std::optional<LeftOutReason>> left_out;  // one a fact; none for what is told
};

// At most `limit` sentences; `lead` is the first of them where there is one.
[[nodiscard]] Details write_details(Storyteller& teller, const Telling* lead, std::uint32_t limit);

}  // namespace axray::story
