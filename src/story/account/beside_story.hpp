// Sentences that stand in a report and are no matter of its story (KeptWords -> yes or no).
//
// Captions of pictures and films, lines about who wrote the report, labels of things beside the text ("Photos: ..."),
// headings that ran into the text, asides in brackets. Told from tags, tree and dates; no outlet is named. Source: own.
#pragma once

#include "story/account/kept_words.hpp"

namespace axray::story {

[[nodiscard]] bool is_beside_story(const KeptWords& kept);

}  // namespace axray::story
