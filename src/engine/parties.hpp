// Who the parties of an article are, as the registers know them (Document -> Parties).
//
// Threat actors are found by their names; persons and organisations by the chains of the full annotation, each screened
// by its fullest form. Aliases that the article claims for an actor are held against the registers. Source: own.
#pragma once

#include <memory>
#include <string>

#include <axray/annotations.hpp>
#include <axray/document.hpp>
#include <axray/parties.hpp>
#include <axray/registers.hpp>
#include <axray/result.hpp>

#include "language/annotation.hpp"
#include "language/words/lexicon.hpp"
#include "registers/actors/actor_catalogue.hpp"

namespace axray::engine {

// What a folder of registers was opened as. Constant; may be used by several threads at once.
struct OpenedRegisters {
    Registers registers;
    std::shared_ptr<const registers::ActorCatalogue> actors;
    std::string on;  // the day that was asked for; empty: the newest lists
};

// Errors: as Registers::open.
[[nodiscard]] Result<OpenedRegisters> open_registers(const RegistersOptions& options);

// `annotated` holds the chains of names of the article; where it has none, actors alone are told. Errors: as
// Registers::screen, but a list that was imported in the meantime changes nothing.
[[nodiscard]] Result<Parties> find_parties(const Document& article, const language::AnnotatedText& annotated,
                                           const OpenedRegisters& opened, const language::Lexicon& lexicon);

// Puts the references of the parties' entries into the names that speak of them.
void add_entries(const Parties& parties, Annotations& annotations);

}  // namespace axray::engine
