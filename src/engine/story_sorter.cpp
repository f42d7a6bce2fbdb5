#include <axray/story_sorter.hpp>

#include "engine/engine_state.hpp"
#include "engine/story_reports.hpp"
#include "language/public_annotations.hpp"
#include "story/stream/story_stream.hpp"

namespace axray {

struct StorySorter::State {
    explicit State(Engine::State& opened) : engine(opened), stream(opened.stream_model) {}

    Engine::State& engine;
    language::Workspace workspace;
    story::StoryStream stream;
};

StorySorter::StorySorter(const Engine& engine) : state_(std::make_unique<State>(*engine.state_)) {}
StorySorter::StorySorter(StorySorter&&) noexcept = default;
StorySorter& StorySorter::operator=(StorySorter&&) noexcept = default;
StorySorter::~StorySorter() = default;

std::uint32_t StorySorter::add(const Document& document) {
    if (document.text.size() > engine::kLongestReport) {
        const auto beginning = engine::beginning_of(document, engine::kLongestReport);
        return add(beginning);
    }
    const auto words = state_->engine.annotator.annotate(document, state_->workspace);
    const auto title = state_->engine.annotator.annotate_text(document.metadata.title.value, state_->workspace);
    return state_->stream.add({document, words, language::time_of_publication(document).day, &title});
}

std::vector<std::uint32_t> StorySorter::stories() { return state_->stream.stories(); }

}  // namespace axray
