// Tags, dependencies and names of sentences by a small neural network (tokens -> Tokens::tag, fine_tag, head, relation,
// name_tag, lemma).
//
// One encoder sees the words of a sentence (encoder.hpp); tags and names are read from its states, heads from a
// bilinear form of two projections (Dozat and Manning 2017) and made to a tree (tree.hpp), relations from the states of
// a word and its head. Trained by train/language on openly licensed treebanks and sets of names; see
// models/sentences.md. Constant after it was opened; use it from any thread with a Scratch each.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <axray/result.hpp>

#include "language/annotation.hpp"
#include "language/syntax/encoder.hpp"
#include "language/syntax/lemmas.hpp"
#include "language/syntax/word_vectors.hpp"

namespace axray::language {

class SentenceModels {
public:
    struct Scratch {
        WordVectorCache cache;
        Encoder::Scratch encoder;
        std::vector<float> rows, outputs, roles, dependents, heads, panels, scores, labels;
        std::vector<float> states;  // of the last text; row after row of size()
    };

    // Opens sentences.bin, names.bin, lemmas.bin and name_words.bin of `folder`. `lexicon` must outlive the result.
    // Errors: model_mismatch, naming the file, when one is missing, damaged or does not fit the program.
    [[nodiscard]] static Result<SentenceModels> open(const std::string& folder, const Lexicon& lexicon);

    // Fills the layers for the tokens of all sentences, which partition `tokens`. Sentences above kLongestRun words are
    // cut into runs, and a dateline is a run of its own; every run hangs on the root of the first run behind the
    // dateline as parataxis. Afterwards scratch.states has
    // the encoder's state of every token. O(tokens).
    void annotate(std::string_view text, const std::vector<Sentence>& sentences, Tokens& tokens,
                  Scratch& scratch) const;

    // Floats of a state.
    [[nodiscard]] std::size_t size() const;

    [[nodiscard]] const NameWords& name_words() const;

    // The dictionary form of a token with its tags, as text.
    [[nodiscard]] std::string lemma(std::string_view written, const Tokens& tokens, std::uint32_t token) const;

    SentenceModels(SentenceModels&&) noexcept;
    SentenceModels& operator=(SentenceModels&&) noexcept;
    ~SentenceModels();

private:
    struct State;
    explicit SentenceModels(std::unique_ptr<const State> state);
    std::unique_ptr<const State> state_;
};

// Names of fine tags (Penn Treebank, "VBD") and relations (Universal Dependencies, "nsubj:pass") by their number in
// Tokens; empty for numbers out of range. The models' own lists must be these.
[[nodiscard]] std::string_view fine_tag_name(std::uint8_t number);
[[nodiscard]] std::string_view relation_name(std::uint8_t number);
// Number of a relation; kNoNumber when there is none of the name.
inline constexpr std::uint8_t kNoNumber = 255;
[[nodiscard]] std::uint8_t relation_number(std::string_view name);

}  // namespace axray::language
