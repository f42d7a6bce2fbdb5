// The English lexicon: WordNet 3.0 in one mapped file, keyed by 64-bit hashes of case-folded lemmas.
//
// The file is made at build time from WordNet's own data files by the program axray_make_lexicon; nothing is parsed at
// start. Source: Princeton WordNet 3.0 (Miller 1995), Debian package wordnet-base.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <axray/result.hpp>

namespace axray::language {

using SynsetId = std::uint32_t;

enum class WordClass : std::uint8_t { noun = 1, verb = 2, adjective = 4, adverb = 8 };

// What the dictionary says of one form of a word.
struct WordAnalysis {
    std::uint64_t lemma = 0;        // of the reading that is most frequent in WordNet's tagged texts; 0 when unknown
    std::uint8_t classes = 0;       // WordClass bits of all readings
    std::uint8_t base_classes = 0;  // WordClass bits of the readings in which the form is the lemma itself
    bool verb_first = false;        // the most frequent reading is a verb
    bool proper = false;            // the first sense of the most frequent reading is written with a capital: "China"
    bool irregular_verb = false;    // an irregular past or participle: "said", "taken"
};

class Lexicon {
public:
    // Maps the file. Errors: model_mismatch when it is missing, damaged or of another version, naming the path.
    [[nodiscard]] static Result<Lexicon> open(const std::string& path);

    // A lexicon without words: every query says unknown.
    [[nodiscard]] static Lexicon empty();

    Lexicon(Lexicon&&) noexcept;
    Lexicon& operator=(Lexicon&&) noexcept;
    ~Lexicon();

    // Dictionary form of a case-folded word by WordNet's exception lists and endings (morphy); 0 when unknown.
    [[nodiscard]] std::uint64_t lemma(std::string_view folded) const;

    // All readings of a case-folded word at once.
    [[nodiscard]] WordAnalysis analyse(std::string_view folded) const;

    // WordClass bits of a lemma; 0 when unknown.
    [[nodiscard]] std::uint8_t word_classes(std::uint64_t lemma) const;

    // Synsets of a lemma, most frequent sense first within each word class. Valid as long as the Lexicon lives.
    [[nodiscard]] std::span<const SynsetId> synsets(std::uint64_t lemma) const;

    // True when the two lemmas share a synset among their first `senses` senses.
    [[nodiscard]] bool synonyms(std::uint64_t left, std::uint64_t right, unsigned senses = 4) const;

    // True when a sense of one is derived from or pertains to a sense of the other ("attack" / "attacker", "China" /
    // "Chinese").
    [[nodiscard]] bool derived(std::uint64_t left, std::uint64_t right) const;

    // True when `general` is a hypernym of `special` within `steps` steps ("official" / "minister").
    [[nodiscard]] bool hypernym(std::uint64_t special, std::uint64_t general, unsigned steps = 2) const;

    // The synsets in which hypernym() looks for one of `general`: those above `special` within `steps` steps.
    [[nodiscard]] std::vector<SynsetId> above(std::uint64_t special, unsigned steps = 2) const;

    // True when both are kinds of one thing, by their first senses: a direct hypernym of one is one of the other's.
    [[nodiscard]] bool siblings(std::uint64_t left, std::uint64_t right) const;

    // True when WordNet lists the two as antonyms ("rise" / "fall"), directly or through a similar adjective.
    [[nodiscard]] bool antonyms(std::uint64_t left, std::uint64_t right) const;

private:
    struct State;
    explicit Lexicon(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// The hash that keys forms, stems and lemmas: XXH3 with 64 bits over the UTF-8 bytes.
[[nodiscard]] std::uint64_t hash_word(std::string_view folded);

}  // namespace axray::language
