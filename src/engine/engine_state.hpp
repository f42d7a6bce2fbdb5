// What an Engine holds (models and registers -> Engine::State), for the files that implement its calls.
//
// Constant after it was opened but for the pools, which lock themselves. Source: own.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <axray/engine.hpp>

#include "engine/known_actors.hpp"
#include "engine/parties.hpp"
#include "engine/scratch.hpp"
#include "judge/judge.hpp"
#include "language/annotator.hpp"
#include "language/full_annotator.hpp"
#include "story/stream/stream_model.hpp"

namespace axray {

// The lexicon stands on the heap of its own, so that what refers to it stays valid when the Engine moves.
struct Engine::State {
    State(language::Lexicon opened_lexicon, judge::Judge opened_judge, story::StreamModel opened_stream_model,
          const std::string& models_folder)
        : lexicon(std::move(opened_lexicon)),
          annotator(lexicon),
          judge(std::move(opened_judge)),
          stream_model(std::move(opened_stream_model)),
          pool(lexicon),
          full_annotator(lexicon, models_folder) {}

    language::Lexicon lexicon;
    language::Annotator annotator;
    judge::Judge judge;
    story::StreamModel stream_model;
    engine::ScratchPool pool;                // changes; it locks itself
    language::FullAnnotator full_annotator;  // of annotate(), opened when it is first asked for; locks itself
    std::optional<engine::OpenedRegisters> registers;

    void use(engine::OpenedRegisters opened) {
        annotator.use_name_register(std::make_shared<const engine::KnownActors>(opened.actors, lexicon));
        registers = std::move(opened);
    }

    // Who the parties of the article are; nothing without registers.
    [[nodiscard]] Result<std::optional<Parties>> find_parties(const Document& article, language::Workspace& workspace) {
        if (!registers) return std::optional<Parties>();
        language::AnnotatedText annotated;
        if (const auto full = full_annotator.get())
            annotated = (*full)->annotate(article, workspace, {language::Layers::all, {}});
        auto parties = engine::find_parties(article, annotated, *registers, lexicon);
        if (!parties) return fail(std::move(parties).error());
        return std::optional<Parties>(*std::move(parties));
    }
};

}  // namespace axray
