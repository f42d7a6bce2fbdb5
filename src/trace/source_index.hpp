// The index over all sources of a check (AnnotatedText of each source -> SourceIndex); built once for a source set.
//
// Tokens, sentences, mentions and quantities of all sources are numbered through; a "position" is a token counted over
// all sources. The index refers to the annotated texts, which must outlive it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <axray/span.hpp>

#include "language/annotation.hpp"
#include "language/dates/moments.hpp"
#include "trace/key_postings.hpp"

namespace axray::trace {

// One sentence among those of all sources.
struct SourceSentence {
    std::uint32_t source = 0;
    std::uint32_t sentence = 0;  // its number within its source
    std::uint32_t begin = 0;     // first token position
    std::uint32_t end = 0;
    std::uint64_t words =
        0;  // hash of its words: orders sentences that are equal otherwise, whatever their source's place
};

class SourceIndex {
public:
    // `sources` in order; O(tokens).
    [[nodiscard]] static SourceIndex build(std::vector<const language::AnnotatedText*> sources);

    [[nodiscard]] std::span<const SourceSentence> sentences() const { return sentences_; }
    [[nodiscard]] std::uint32_t source_count() const { return static_cast<std::uint32_t>(texts_.size()); }
    [[nodiscard]] const language::AnnotatedText& text(std::uint32_t source) const { return *texts_[source]; }

    // The number (over all sources) of the sentence in which the token at `position` stands.
    [[nodiscard]] std::uint32_t sentence_at(std::uint32_t position) const { return sentence_of_token_[position]; }

    // The token position within its own source.
    [[nodiscard]] std::uint32_t local(std::uint32_t position) const {
        return position - first_token_[sentences_[sentence_of_token_[position]].source];
    }
    [[nodiscard]] std::uint32_t first_token(std::uint32_t source) const { return first_token_[source]; }

    // Positions of content tokens with this stem.
    [[nodiscard]] std::span<const std::uint32_t> find_stem(std::uint64_t stem) const { return stems_.find(stem); }
    // Positions of the first token of mentions whose key, acronym or alias is `key`.
    [[nodiscard]] std::span<const std::uint32_t> find_name(std::uint64_t key) const { return names_.find(key); }
    // Positions of the first token of quantities with this value (see value_key), and of dates (see date_key).
    [[nodiscard]] std::span<const std::uint32_t> find_value(std::uint64_t key) const { return values_.find(key); }

    // Number of sentences over all sources that hold the stem at least once.
    [[nodiscard]] std::uint32_t sentence_frequency(std::uint64_t stem) const;

private:
    void add_source(const language::AnnotatedText& text, std::uint32_t source);

    std::vector<const language::AnnotatedText*> texts_;
    std::vector<std::uint32_t> first_token_;
    std::vector<SourceSentence> sentences_;
    std::vector<std::uint32_t> sentence_of_token_;
    KeyPostings stems_;
    KeyPostings names_;
    KeyPostings values_;
};

// Keys under which a quantity's value or a full date is found; 0 when it has none (a vague quantity, a bare weekday).
[[nodiscard]] std::uint64_t value_key(const language::Quantity& quantity);
[[nodiscard]] std::uint64_t date_key(const language::Date& date);

// That of the day which "Monday" means where it was reckoned, as if it were said; 0 for other dates.
[[nodiscard]] std::uint64_t reckoned_key(const language::DateInText& one);

}  // namespace axray::trace
