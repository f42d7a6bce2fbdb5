// What words say about the block they stand in: log odds of article against furniture (model file -> WordScores).
//
// Two tables, counted on pages whose article is known: words of the text ("subscribe", in any language) and words of
// class, id and role names ("entry", "sidebar"). Only words seen on several sites are kept, so that none stands for a
// site. Source: naive Bayes with additive smoothing, after Pasternack and Roth 2009.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <axray/result.hpp>

#include "base/model_file.hpp"
#include "read/characters/folded_words.hpp"

namespace axray::read {

inline constexpr std::string_view kWordScoresKind = "word_scores";
inline constexpr std::uint32_t kWordScoresVersion = 1;

struct WordScore {
    std::uint32_t word = 0;  // upper half of the word's hash
    float score = 0;         // log odds, above 0 for words of articles
};

[[nodiscard]] constexpr std::uint32_t word_key(WordHash hash) { return static_cast<std::uint32_t>(hash >> 32U); }

// The two tables, each ordered by key; views of a mapped file or of the caller's memory.
struct WordScores {
    std::span<const WordScore> text;
    std::span<const WordScore> names;
};

// The score of a word, 0 when it is unknown. O(log words).
[[nodiscard]] float score_of(std::span<const WordScore> table, WordHash word);

// A model file of word scores.
class WordScoreFile {
public:
    // Errors: model_mismatch, naming the path.
    [[nodiscard]] static Result<WordScoreFile> of(base::ModelFile file, const std::string& path);
    [[nodiscard]] WordScores scores() const { return scores_; }  // valid as long as the WordScoreFile lives

private:
    explicit WordScoreFile(base::ModelFile file) : file_(std::move(file)) {}
    base::ModelFile file_;
    WordScores scores_;
};

// The payload of a model file. Both tables ordered by key.
[[nodiscard]] std::string make_word_scores(std::span<const WordScore> text, std::span<const WordScore> names);

}  // namespace axray::read
