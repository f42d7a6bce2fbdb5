#include "engine/known_actors.hpp"

#include "language/words/words.hpp"
#include "registers/actors/actor_mentions.hpp"

namespace axray::engine {

std::vector<language::KnownName> KnownActors::find(std::string_view text) const {
    std::vector<language::KnownName> known;
    for (const auto& mention : registers::find_actor_mentions(text, *catalogue_, lexicon_))
        known.push_back({mention.span, entity_of(mention.answer)});
    return known;
}

std::uint64_t entity_of(const ActorAnswer& answer) {
    if (answer.status != ActorStatus::resolved || answer.actors.empty()) return 0;
    return language::hash_word(answer.actors.front().references.front());
}

}  // namespace axray::engine
