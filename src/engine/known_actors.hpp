// The threat actors of the registers as the language layer asks for them (text -> KnownNames).
//
// All names of one actor get one number, so that "Zirconium" of an article meets "APT31" of a source, and APT40 does
// not. A name that registers claim for several actors gets none. Source: own.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include <axray/actors.hpp>

#include "language/names/known_names.hpp"
#include "language/words/lexicon.hpp"
#include "registers/actors/actor_catalogue.hpp"

namespace axray::engine {

class KnownActors : public language::NameRegister {
public:
    // `lexicon` must outlive this.
    KnownActors(std::shared_ptr<const registers::ActorCatalogue> catalogue, const language::Lexicon& lexicon)
        : catalogue_(std::move(catalogue)), lexicon_(lexicon) {}

    [[nodiscard]] std::vector<language::KnownName> find(std::string_view text) const override;
    [[nodiscard]] bool has(std::string_view name) const override;

private:
    std::shared_ptr<const registers::ActorCatalogue> catalogue_;
    const language::Lexicon& lexicon_;
};

// The number of the actor that was found; 0 when there is none or more than one.
[[nodiscard]] std::uint64_t entity_of(const ActorAnswer& answer);

}  // namespace axray::engine
