// Annotates a text (Document or bare sentences -> AnnotatedText).
//
// The Annotator holds the lexicon and rules and is constant: use it from any thread. A Workspace holds the scratch
// memory and caches of one thread; it changes speed, never the result.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <axray/document.hpp>

#include "language/annotation.hpp"
#include "language/words/lexicon.hpp"

namespace axray::language {

class DateFinder;
class NameRegister;
class SentenceModels;
class SpeechModel;
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

// How much is said of a text. Tracing many sources needs the words of all of them and the sentence models of few.
enum class Layers : std::uint8_t {
    words,  // what word lists and rules tell: far cheaper, see bench/speed language
    all,    // also tags, dependencies, and what the sentence models tell of names and speech
};

// What is known of a text beside its words.
struct Setting {
    Layers layers = Layers::words;
    ReferenceTime published;  // what "yesterday" is reckoned from; unknown when nothing is said
};

class Annotator {
public:
    // `lexicon` must outlive the annotator.
    explicit Annotator(const Lexicon& lexicon);

    // Tags, lemmas, dependencies and names are then found where all layers are asked for.
    void use_sentence_models(std::shared_ptr<const SentenceModels> models) { models_ = std::move(models); }

    // Who says what is then found by the network of speech where all layers are asked for; by rules without it.
    void use_speech_model(std::shared_ptr<const SpeechModel> model) { speech_ = std::move(model); }

    // What names stand for is then known as far as the register knows it; nothing of it without one.
    void use_name_register(std::shared_ptr<const NameRegister> names) { names_ = std::move(names); }

    // Sentences end at block borders at the latest. O(bytes).
    [[nodiscard]] AnnotatedText annotate(const Document& document, Workspace& workspace,
                                         const Setting& setting = {}) const;

    // `sentences` are the given sentences as spans of `text`, ordered and disjoint; they are kept as they are.
    [[nodiscard]] AnnotatedText annotate_sentences(std::string_view text, std::span<const Span> sentences,
                                                   Workspace& workspace, const Setting& setting = {}) const;

    // `tokens` are the given tokens as spans of `text`, `sentences` which of them make a sentence, both ordered and
    // disjoint; every word is looked up as if it had been found, none is divided or joined. For texts that came with
    // tokens: treebanks, sets of names.
    [[nodiscard]] AnnotatedText annotate_tokens(std::string_view text, std::span<const Span> tokens,
                                                std::span<const TokenSpan> sentences, Workspace& workspace,
                                                const Setting& setting = {}) const;

    // Running text without blocks: line feeds do not end a sentence, empty lines do.
    [[nodiscard]] AnnotatedText annotate_text(std::string_view text, Workspace& workspace,
                                              const Setting& setting = {}) const;

    // The dictionary form of a token as text, in lower case; empty where the text was annotated without models.
    [[nodiscard]] std::string lemma(std::string_view text, const AnnotatedText& annotated, std::uint32_t token) const;

private:
    std::shared_ptr<const Vocabulary> vocabulary_;
    std::shared_ptr<const DateFinder> dates_;
    std::shared_ptr<const SentenceModels> models_;  // may be none
    std::shared_ptr<const SpeechModel> speech_;     // may be none
    std::shared_ptr<const NameRegister> names_;     // may be none
};

}  // namespace axray::language
