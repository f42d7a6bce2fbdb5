// A small network that compares each word of a claim with the words of its evidence (WordPairs -> WordScores).
//
// Decomposable attention (Parikh et al. 2016) with the relations of words as a part of the attention (Chen et al.
// 2018), small convolutions for context, and a score for every word of the claim. The network that
// train/attribution/word_judge_model.py describes and word_judge_train.py trains; see models/words.md. Its sums have
// one fixed order, so its results are the same bytes on every processor. Constant after it was opened; use it from any
// thread with a Scratch each.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include <axray/result.hpp>

#include "judge/word_pairs.hpp"

namespace axray::judge {

inline constexpr std::string_view kWordsKind = "words";
inline constexpr std::size_t kWordVectorSize = 64;  // floats

// Log odds; all 0 for a claim without words.
struct WordScores {
    float supported = 0;
    float contradicted = 0;    // where it is not supported
    std::vector<float> wrong;  // of each word of WordPairs::claim: that the evidence does not bear it out
};

class WordJudge {
public:
    struct Scratch {
        std::vector<float> claim, evidence, joined, changed, query, key, panels, shares, near, compared, rows;
    };

    // Maps the file. Errors: model_mismatch, naming it, when it is missing, damaged or of another form.
    [[nodiscard]] static Result<WordJudge> open(const std::string& path);

    // Adds what the network knows of a word apart from its neighbours, times `factor`, to `sum`, which has
    // kWordVectorSize places; false, with nothing added, for a word that it does not know. `form` is that of
    // language::Tokens. O(log words).
    bool add_vector(std::uint64_t form, float factor, std::span<float> sum) const;

    // O(words of the claim * words of the evidence).
    [[nodiscard]] WordScores judge(const WordPairs& pairs, Scratch& scratch) const;

    WordJudge(WordJudge&&) noexcept;
    WordJudge& operator=(WordJudge&&) noexcept;
    ~WordJudge();

private:
    struct State;
    explicit WordJudge(std::unique_ptr<const State> state);
    std::unique_ptr<const State> state_;
};

}  // namespace axray::judge
