// How one word of a claim relates to one word of a source (two tokens -> Relation).
//
// From sure to loose: same form, same stem or dictionary form, same value, synonym or derived word, more general or
// more special word. Relations that need the lexicon are remembered in a cache of the thread, keyed by both words.
// Source: WordNet 3.0 for synonyms, derivations, hypernyms and antonyms.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <axray/verdict.hpp>

#include "language/annotation.hpp"
#include "language/words/lexicon.hpp"

namespace axray::trace {

struct Relation {
    AlignmentKind kind = AlignmentKind::missing;
    float strength = 0;  // 0 unrelated .. 1 the same
};

// One token of an annotated text.
struct TokenReference {
    const language::AnnotatedText* text = nullptr;
    std::uint32_t token = 0;

    [[nodiscard]] const language::Tokens& tokens() const { return text->tokens; }
};

// The relation by form, stem, dictionary form and value alone. O(1).
[[nodiscard]] Relation surface_relation(const TokenReference& claim, const TokenReference& source);

// True when two quantities mean the same number: 7 and "seven", 40% and "40 percent".
[[nodiscard]] bool same_value(const language::Quantity& left, const language::Quantity& right);

// True when the parts that both dates state agree and they share one: "25 March" and "2024-03-25".
[[nodiscard]] bool agree(const language::Date& left, const language::Date& right);

// True when a register knows what both name, and it is not the same: "APT31", "APT40".
[[nodiscard]] bool other_entity(const language::Mention& claim, const language::Mention& source);

// True when one is a known actor's, and the other may be another name of it for all that is known.
[[nodiscard]] bool may_be_one(const language::Mention& claim, const language::Mention& source);

// True for tokens of the names of two such: "Typhoon" of "Volt Typhoon" is not that of "Violet Typhoon".
[[nodiscard]] bool in_names_of_others(const TokenReference& claim, const TokenReference& source);

// True when two mentions name the same: by what a register knows of both, else by their normal form, acronym or alias:
// "NCSC" and its long form.
[[nodiscard]] bool same_name(const language::Mention& claim, const language::Mention& source);

// How two words stand in the lexicon.
enum class Kinship : std::uint8_t {
    none,
    derived,
    synonym,
    special,  // the source's word is more special: it bears the claim's out
    general,  // the source's word is more general
};

struct WordMeaning {
    Kinship kinship = Kinship::none;
    bool opposite = false;
    bool sibling = false;  // both are kinds of one thing: "Monday", "Tuesday"
};

// Lexical relations between dictionary forms, cached. One a thread; the cache changes speed, never the result.
class LexicalRelations {
public:
    explicit LexicalRelations(const language::Lexicon& lexicon);

    // Synonym, derived word or hypernym; missing when unrelated.
    [[nodiscard]] Relation relate(std::uint64_t claim_lemma, std::uint64_t source_lemma);

    // All that the lexicon says of two words.
    [[nodiscard]] WordMeaning compare(std::uint64_t claim_lemma, std::uint64_t source_lemma);

    // True when two names mean the same by the first sense of each: "Britain" and "United Kingdom". Takes keys of
    // mentions.
    [[nodiscard]] bool same_name(std::uint64_t left, std::uint64_t right) const {
        return lexicon_->synonyms(left, right, 1);
    }

    [[nodiscard]] bool antonyms(std::uint64_t left, std::uint64_t right) const {
        return lexicon_->antonyms(left, right);
    }

private:
    struct Row {
        std::uint64_t claim = 0;
        std::uint64_t source = 0;
        WordMeaning meaning;
    };
    // A set of synsets that may say of one that is not in it that it is, never the other way round (Bloom 1970).
    class SynsetSet {
    public:
        void add(std::uint32_t synset) { bits_[synset / 64 % bits_.size()] |= 1ULL << (synset % 64); }
        [[nodiscard]] bool may_meet(const SynsetSet& other) const {
            std::uint64_t common = 0;
            for (std::size_t part = 0; part < bits_.size(); ++part) common |= bits_[part] & other.bits_[part];
            return common != 0;
        }

    private:
        std::array<std::uint64_t, 8> bits_{};
    };
    // What tells quickly that two words have nothing to do with each other, as nearly all pairs.
    struct Reach {
        std::uint64_t lemma = 0;
        bool known = false;
        SynsetSet senses;
        SynsetSet above;
    };
    [[nodiscard]] WordMeaning look_up(std::uint64_t claim_lemma, std::uint64_t source_lemma);
    [[nodiscard]] const Reach& reach_of(std::uint64_t lemma, std::vector<Reach>& reaches) const;

    const language::Lexicon* lexicon_;
    std::vector<Row> rows_;
    std::vector<Reach> claim_reaches_;
    std::vector<Reach> source_reaches_;  // apart, so that a pair never shares a place
};

}  // namespace axray::trace
