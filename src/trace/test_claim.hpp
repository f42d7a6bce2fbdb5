// Builds a claim and its sources from plain strings (strings -> TestClaim). For tests only.
//
// One source a string, one sentence a line. The claim is annotated and the sources are indexed with the models of the
// build, as the engine does it, so that tests of trace and judge see what they get in a run. A test asks for words by
// number and compares them as text. Returned on the heap because the index refers to the annotated sources.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "language/annotator.hpp"
#include "trace/claim_words.hpp"
#include "trace/relation.hpp"
#include "trace/source_index.hpp"
#include "trace/trace.hpp"

namespace axray::trace {

// Models as they were built; opened once for all tests of a program.
struct TestModels {
    language::Lexicon lexicon;
    WordWeights weights;

    static const TestModels& get() {
        static const TestModels models = [] {
            auto lexicon = language::Lexicon::open(AXRAY_MODELS_DIR "/wordnet.bin");
            auto weights = WordWeights::open(AXRAY_MODELS_DIR "/word_weights.bin");
            REQUIRE(lexicon.has_value());
            REQUIRE(weights.has_value());
            return TestModels{std::move(*lexicon), std::move(*weights)};
        }();
        return models;
    }
};

struct TestClaim {
    std::string claim_text;
    std::vector<std::string> source_texts;
    language::AnnotatedText claim;
    std::vector<language::AnnotatedText> sources;
    SourceIndex index;
    ClaimWords words;
    LexicalRelations relations{TestModels::get().lexicon};

    [[nodiscard]] std::string_view word(std::uint32_t number) const {
        const Span span = claim.tokens.span[words.words[number].token];
        return std::string_view(claim_text).substr(span.begin, span.size());
    }
    [[nodiscard]] std::string_view source_word(std::uint32_t position) const {
        const std::uint32_t source = index.sentences()[index.sentence_at(position)].source;
        const Span span = sources[source].tokens.span[index.local(position)];
        return std::string_view(source_texts[source]).substr(span.begin, span.size());
    }
};

// What a register would say: names in the words of the text, and what they are the names of.
using KnownNames = std::vector<std::pair<std::string_view, std::uint64_t>>;

inline void set_entities(std::string_view text, const KnownNames& known, language::AnnotatedText& annotated) {
    for (auto& mention : annotated.mentions) {
        for (const auto& [name, entity] : known) {
            if (text.substr(mention.span.begin, mention.span.size()) == name) mention.entity = entity;
        }
    }
}

// The days on which both were published; unknown when they are not given.
struct PublishedDays {
    language::ReferenceTime claim;
    language::ReferenceTime sources;
};

inline std::unique_ptr<TestClaim> make_test_claim(std::string claim, std::vector<std::string> sources,
                                                  const KnownNames& known = {}, const PublishedDays& published = {}) {
    const language::Annotator annotator(TestModels::get().lexicon);
    language::Workspace workspace;
    auto test = std::make_unique<TestClaim>();
    test->claim_text = std::move(claim);
    test->source_texts = std::move(sources);
    test->claim = annotator.annotate_text(test->claim_text, workspace, {language::Layers::words, published.claim});
    set_entities(test->claim_text, known, test->claim);
    for (const std::string& text : test->source_texts) {
        std::vector<Span> lines;
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
            begin = end + 1;
        }
        const language::Setting setting{language::Layers::words, published.sources};
        test->sources.push_back(annotator.annotate_sentences(text, lines, workspace, setting));
        set_entities(text, known, test->sources.back());
    }
    std::vector<const language::AnnotatedText*> pointers;
    for (const auto& source : test->sources) pointers.push_back(&source);
    test->index = SourceIndex::build(std::move(pointers));
    const language::TokenSpan whole{0, test->claim.tokens.size()};
    test->words = collect_claim_words(test->claim, std::span(&whole, 1), TestModels::get().weights);
    return test;
}

}  // namespace axray::trace
