// Finds the names of threat actors in running text (text -> vector<ActorMention>): "APT 31", "the Zirconium hackers".
//
// Keys of one word and of several are looked up from each word on, the longest wins. A name that could be a word of
// every day ("Tick", "Mirage"), or malware, counts only with a sign that an actor is meant: a noun such as "group"
// beside it, another actor in the same list, or such a sign elsewhere in the text. Source: own.
#pragma once

#include <string_view>
#include <vector>

#include <axray/actors.hpp>

#include "language/words/lexicon.hpp"
#include "registers/actors/actor_catalogue.hpp"

namespace axray::registers {

// Ordered and apart; answers are resolved or ambiguous. `text` may be any bytes. O(words x words of the longest name).
[[nodiscard]] std::vector<ActorMention> find_actor_mentions(std::string_view text, const ActorCatalogue& catalogue,
                                                            const language::Lexicon& lexicon);

}  // namespace axray::registers
