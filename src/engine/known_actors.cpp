#include "engine/known_actors.hpp"

#include <algorithm>

#include "language/words/words.hpp"
#include "registers/actors/actor_key.hpp"
#include "registers/actors/actor_mentions.hpp"
#include "registers/actors/alias_claims.hpp"

namespace axray::engine {

std::vector<language::KnownName> KnownActors::find(std::string_view text) const {
    std::vector<language::KnownName> known;
    for (const auto& mention : registers::find_actor_mentions(text, *catalogue_, lexicon_))
        known.push_back({mention.span, entity_of(mention.answer)});
    if (known.empty()) return known;
    // A name that the text alone gives to an actor is no other one.
    for (const auto& claim : registers::find_alias_claims(text, *catalogue_, lexicon_)) {
        if (claim.standing == AliasStanding::unconfirmed) known.push_back({claim.alias, 0});
    }
    std::stable_sort(known.begin(), known.end(), [](const language::KnownName& left, const language::KnownName& right) {
        return left.span.begin < right.span.begin;
    });
    return known;
}

bool KnownActors::has(std::string_view name) const {
    registers::KeyFacts facts;
    return catalogue_->find_key(registers::actor_key(name), facts);
}

std::uint64_t entity_of(const ActorAnswer& answer) {
    if (answer.status != ActorStatus::resolved || answer.actors.empty()) return 0;
    return language::hash_word(answer.actors.front().references.front());
}

}  // namespace axray::engine
