// Any bytes as a name, a text and a catalogue: answers are sound, mentions lie in order, claims lie in the text, and a
// damaged catalogue is refused or read without leaving its arrays.
// Depends: base language matching registers
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "language/words/lexicon.hpp"
#include "registers/actors/actor_catalogue.hpp"
#include "registers/actors/actor_mentions.hpp"
#include "registers/actors/alias_claims.hpp"
#include "registers/actors/catalogue_format.hpp"
#include "registers/actors/entries_for_test.hpp"

namespace {

using namespace axray;

void require(bool holds) {
    if (!holds) std::abort();
}

void check_texts(std::string_view text, const registers::ActorCatalogue& catalogue, const language::Lexicon& lexicon) {
    const auto answer = catalogue.look_up(text);
    const bool named = answer.status == ActorStatus::resolved || answer.status == ActorStatus::ambiguous;
    require(named == !answer.actors.empty());
    std::uint32_t end = 0;
    for (const auto& one : registers::find_actor_mentions(text, catalogue, lexicon)) {
        require(one.span.begin >= end && one.span.begin < one.span.end && one.span.end <= text.size());
        require(!one.answer.actors.empty());
        end = one.span.end;
    }
    for (const auto& one : registers::find_alias_claims(text, catalogue, lexicon)) {
        require(one.name.begin < one.name.end && one.name.end <= text.size());
        require(one.alias.begin < one.alias.end && one.alias.end <= text.size());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto kCatalogue = registers::ActorCatalogue::build(registers::actors_for_test());
    static const auto kLexicon = language::Lexicon::empty();
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    check_texts(bytes, *kCatalogue, kLexicon);
    const auto file = base::make_model_file(registers::kCatalogueKind, registers::kCatalogueVersion, bytes);
    auto model = base::ModelFile::in_memory(file, "actors", registers::kCatalogueKind, registers::kCatalogueVersion);
    if (!model) return 0;
    const auto made = registers::ActorCatalogue::of(*std::move(model), "actors");
    if (made) check_texts("FJ47 (Marble), also known as Copper Wolf", *made, kLexicon);
    return 0;
}
