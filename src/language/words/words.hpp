// What is known of a word apart from its context (folded form -> WordFacts): uses from closed word lists, and what
// dictionary and endings tell of its grammar.
//
// The lists are data of our own (word_lists.cpp), read into a table keyed by form hash when an Annotator is made.
#pragma once

#include <cstdint>
#include <vector>

#include "language/annotation.hpp"

namespace axray::language {

// Bits of WordFacts::uses. `value` is used by those that say so.
enum Use : std::uint64_t {
    kUseFunction = 1ULL << 0,
    kUseNegation = 1ULL << 1,            // negates what follows: "not", "never", "without"
    kUseTitleAbbreviation = 1ULL << 2,   // stands before a name: "dr", "sen"; its full stop ends no sentence
    kUseAbbreviation = 1ULL << 3,        // may stand before a full stop that ends no sentence: "inc", "approx"
    kUseNumberAbbreviation = 1ULL << 4,  // stands before a number: "no", "fig"
    kUseMonth = 1ULL << 5,               // value: 1..12
    kUseMonthAbbreviation = 1ULL << 6,   // value: 1..12
    kUseWeekday = 1ULL << 7,             // value: 1 Monday .. 7 Sunday
    kUsePersonTitle = 1ULL << 8,         // "mr", "president": not part of a person's name
    kUseCardinal = 1ULL << 9,            // value: 0..19, 20, 30 .. 90
    kUseOrdinal = 1ULL << 10,            // value: 1..20, 30 .. 90
    kUseMultiplier = 1ULL << 11,         // value: power of ten: "hundred" 2, "million" 6
    kUseVague = 1ULL << 12,              // value: power of ten, 1 for "dozens": "thousands" 3
    kUseCurrency = 1ULL << 13,           // value: Currency
    kUsePercent = 1ULL << 14,
    kUseAssert = 1ULL << 15,  // reporting verbs and phrases by stance
    kUseAccuse = 1ULL << 16,
    kUseDeny = 1ULL << 17,
    kUseDoubt = 1ULL << 18,
    kUseReport = 1ULL << 19,
    kUsePossible = 1ULL << 20,  // certainty cues
    kUseProbable = 1ULL << 21,
    kUseAlleged = 1ULL << 22,
    kUseFuture = 1ULL << 23,
    kUseConditional = 1ULL << 24,
    kUseAuxiliary = 1ULL << 25,  // forms of be, have, do and modal verbs
    kUseBe = 1ULL << 26,
    kUseHave = 1ULL << 27,
    kUseModal = 1ULL << 28,
    kUsePronoun = 1ULL << 29,     // can be a subject on its own: "he", "they", "it"
    kUseDeterminer = 1ULL << 30,  // a noun follows: "the", "his", "this"
    kUsePreposition = 1ULL << 31,
    kUseConjunction = 1ULL << 32,        // "and", "but", "or"
    kUseClauseStart = 1ULL << 33,        // opens a clause: "that", "because", "which", "although"
    kUseNameInner = 1ULL << 34,          // may stand inside a name: "of", "de", "al"
    kUseOrganisation = 1ULL << 35,       // head of names of organisations: "ministry", "inc"
    kUseDateContext = 1ULL << 36,        // a year or month name follows: "in", "since", "early"
    kUseAcronymInCapitals = 1ULL << 37,  // "us", "it", "who": in capitals another word
    kUseTopDomain = 1ULL << 38,          // "com", "org", "uk"; and endings of files: "pdf"
    kUseLength = 1ULL << 39,             // "wide", "tall": after "10m" says that metres are meant
    kUseTimeUnit = 1ULL << 40,           // "year", "days"
    kUseDiscourse = 1ULL << 41,          // "however", "meanwhile": opens a sentence and is no name
    kUseDemonym = 1ULL << 42,      // adjectives of place that are names: "chinese"; and countries in capitals: "us#"
    kUseNotDate = 1ULL << 43,      // month names that are first names or words too: "may", "march", "april"
    kUseLight = 1ULL << 44,        // adverb that can stand inside a verb group: "also", "repeatedly"
    kUseWeakReport = 1ULL << 45,   // reports only with "that" or a quotation beside it: "found", "showed"
    kUseContraction = 1ULL << 46,  // two words written as one: "cannot"; value: bytes of the first; 0 for a part: "gon"
    kUseWordToo = 1ULL << 47,      // abbreviation that is an ordinary word as well: "no", "mass", "sat"
    kUseMultiplierOrdinal = 1ULL << 52,  // value: power of ten: "hundredth" 2
    kUseRise = 1ULL << 53,               // a change to more: "rose", "increase", "up"
    kUseFall = 1ULL << 54,               // a change to less: "fell", "drop", "down"
    kUseUnitName = 1ULL << 55,           // one of it may be said with an article: "a mile", "an hour"
};

// Bits of WordFacts::grammar.
enum Grammar : std::uint16_t {
    kNoun = 1 << 0,  // a reading of the form is a noun, and so on: the WordClass bits
    kVerb = 1 << 1,
    kAdjective = 1 << 2,
    kAdverb = 1 << 3,
    kBaseVerb = 1 << 4,     // verb readings: base form
    kThirdPerson = 1 << 5,  // ends in -s
    kPastForm = 1 << 6,     // ends in -ed, or irregular
    kIngForm = 1 << 7,
    kVerbFirst = 1 << 8,  // the most frequent reading is a verb
    kProper = 1 << 9,     // the most frequent reading is written with a capital
    kPlural = 1 << 10,    // a plural noun
    kKnown = 1 << 11,     // the dictionary or a word list has it
    kBaseNoun = 1 << 12,  // the form itself is a noun in the dictionary
    kBaseAdjective = 1 << 13,
};

// What a punctuation mark or symbol is; `value` of such tokens.
enum class Sign : std::uint8_t {
    other,
    full_stop,
    ellipsis,
    question,
    exclamation,
    comma,
    semicolon,
    colon,
    dash,  // en or em dash, or two hyphens
    hyphen,
    open_bracket,
    close_bracket,
    open_quote,
    close_quote,
    straight_quote,
    open_single,
    close_single,  // also the typographic apostrophe
    straight_single,
    slash,
    bullet,
    dollar,
    pound,
    euro,
    yen,
    rupee,
    percent,
    plus,
    tilde,
    ampersand,
    less,
    greater,
    malformed,
    emoticon,
};

enum class Currency : std::uint8_t { none, usd, gbp, eur, jpy, cny, inr, rub, cad, aud, chf, krw, uah, nzd, hkd };

struct WordFacts {
    std::uint64_t uses = 0;
    std::uint16_t grammar = 0;
    std::uint8_t value = 0;   // as Use says; Sign for punctuation and symbols
    std::uint8_t length = 0;  // letters and digits of the folded form, at most 255

    [[nodiscard]] bool is(std::uint64_t use) const { return (uses & use) != 0; }
    [[nodiscard]] bool can_be(std::uint16_t bits) const { return (grammar & bits) != 0; }
};

// Word -> WordFacts from the lists alone. Constant after it was made, which reads all lists once.
class WordLists {
public:
    WordLists();

    [[nodiscard]] WordFacts find(std::uint64_t form) const {
        for (auto at = form & mask_; entries_[at].form != 0; at = (at + 1) & mask_) {
            if (entries_[at].form == form) return entries_[at].facts;
        }
        return {};
    }

private:
    struct Entry {
        std::uint64_t form = 0;
        WordFacts facts;
    };
    void add(std::uint64_t form, std::uint64_t uses, std::uint8_t value);

    std::uint64_t mask_;
    std::vector<Entry> entries_;
};

}  // namespace axray::language
