// Folded form -> word as tokens carry it: hashes of form, stem and lemma, and facts (word lists, dictionary, endings).
//
// `Vocabulary` is constant and shared by all threads. `WordCache` belongs to one thread and remembers the words met
// last, so that stemming and dictionary are paid once for most words: direct-mapped, keyed by the form's hash.
// Stems: Snowball English (Porter 2) of libstemmer.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "language/words/lexicon.hpp"
#include "language/words/words.hpp"

struct sb_stemmer;

namespace axray::language {

struct Word {
    std::uint64_t form = 0;
    std::uint64_t stem = 0;
    std::uint64_t lemma = 0;
    WordFacts facts;
};

class Vocabulary {
public:
    // `lexicon` must outlive the vocabulary.
    explicit Vocabulary(const Lexicon& lexicon) : lexicon_(&lexicon) {}

    [[nodiscard]] const WordLists& lists() const { return lists_; }
    [[nodiscard]] const Lexicon& lexicon() const { return *lexicon_; }
    [[nodiscard]] WordFacts facts_of(std::string_view folded, std::uint64_t form, std::uint64_t& lemma) const;

private:
    const Lexicon* lexicon_;
    WordLists lists_;
};

class WordCache {
public:
    WordCache();

    // Makes the cache one of `vocabulary`; forgets all words if it was another's.
    void use(const std::shared_ptr<const Vocabulary>& vocabulary);

    // Of the vocabulary in use; there must be one.
    [[nodiscard]] const Vocabulary& vocabulary() const { return *vocabulary_; }

    // The word with this folded form; `form` is its hash.
    [[nodiscard]] const Word& find(std::string_view folded, std::uint64_t form) {
        Word& entry = entries_[form & (kEntries - 1)];
        if (entry.form != form) fill(entry, folded, form);
        return entry;
    }

private:
    static constexpr std::size_t kEntries = 8192;

    struct DeleteStemmer {
        void operator()(sb_stemmer* stemmer) const;
    };
    void fill(Word& entry, std::string_view folded, std::uint64_t form);

    std::shared_ptr<const Vocabulary> vocabulary_;
    std::unique_ptr<sb_stemmer, DeleteStemmer> stemmer_;
    std::vector<Word> entries_;
};

}  // namespace axray::language
