// Annotates a text (Document or bare sentences -> AnnotatedText).
//
// The Annotator holds the lexicon and rules and is constant: use it from any thread. A Workspace holds the scratch
// memory and caches of one thread; it changes speed, never the result.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include <axray/document.hpp>

#include "language/annotation.hpp"
#include "language/lexicon.hpp"

namespace axray::language {

class Vocabulary;

class Workspace {
public:
    Workspace();
    Workspace(Workspace&&) noexcept;
    Workspace& operator=(Workspace&&) noexcept;
    ~Workspace();

    struct State;
    [[nodiscard]] State& state() { return *state_; }

private:
    std::unique_ptr<State> state_;
};

class Annotator {
public:
    // `lexicon` must outlive the annotator.
    explicit Annotator(const Lexicon& lexicon);

    // Sentences end at block borders at the latest. O(bytes).
    [[nodiscard]] AnnotatedText annotate(const Document& document, Workspace& workspace) const;

    // `sentences` are the given sentences as spans of `text`, ordered and disjoint; they are kept as they are.
    [[nodiscard]] AnnotatedText annotate_sentences(std::string_view text, std::span<const Span> sentences,
                                                   Workspace& workspace) const;

    // Running text without blocks: line feeds do not end a sentence, empty lines do.
    [[nodiscard]] AnnotatedText annotate_text(std::string_view text, Workspace& workspace) const;

private:
    std::shared_ptr<const Vocabulary> vocabulary_;
};

}  // namespace axray::language
