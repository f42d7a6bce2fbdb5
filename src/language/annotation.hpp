// What the language layer says of a text (Document -> AnnotatedText): sentences, tokens and the layers above them.
//
// Structure of arrays: a layer is a vector ordered by position, and per-token arrays have one entry for each token; no
// token owns memory. Token positions count from the start of the text; `kNone` in a per-token array means "no such
// layer here". Stems and forms are 64-bit hashes, so that two texts can be compared without a shared vocabulary.
// Immutable after it was made. Spans are UTF-8 bytes of the annotated text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <axray/span.hpp>

#include "language/certainty/certainty.hpp"
#include "language/dates/date.hpp"
#include "language/names/name.hpp"
#include "language/quantities/quantity.hpp"
#include "language/speech/attribution.hpp"
#include "language/token_span.hpp"

namespace axray::language {

enum class TokenKind : std::uint8_t {
    word,          // letters, inner apostrophes and hyphens: "don't", "cyber-attack" is one token
    number,        // digits with separators: "2,300", "14.5", "2014-2022" is three tokens
    alphanumeric,  // letters and digits: "APT31", "Covid-19", "10m"
    punctuation,
    symbol,   // "$", "%", "+"
    address,  // URL, e-mail address, handle
};

// Bits of Tokens::marks.
enum TokenMark : std::uint16_t {
    kCapitalised = 1 << 0,      // first letter is upper case
    kAllCapitals = 1 << 1,      // two or more letters, all upper case
    kFunctionWord = 1 << 2,     // article, preposition, pronoun, auxiliary, conjunction: carries no content of its own
    kSentenceInitial = 1 << 3,  // first word of its sentence (or of a quotation in it)
    kNegationCue = 1 << 4,      // "not", "never", "no", "without", "denied"
    kNegated = 1 << 5,          // in the scope of a negation cue
    kInQuotation = 1 << 6,      // between quotation marks
    kVerbLike = 1 << 7,         // can be a finite verb here, as far as word lists and endings tell
    kNameToken = 1 << 8,        // part of a mention
    kReportingCue = 1 << 9,     // "said", "according", "alleges": a verb or phrase that attributes
};

// Universal part-of-speech tags (universaldependencies.org/u/pos), in the order of the alphabet.
enum class WordTag : std::uint8_t {
    adjective,
    adposition,
    adverb,
    auxiliary,
    coordinating_conjunction,
    determiner,
    interjection,
    noun,
    numeral,
    particle,
    pronoun,
    proper_noun,
    punctuation,
    subordinating_conjunction,
    symbol,
    verb,
    other,
};

struct Tokens {
    std::vector<Span> span;
    std::vector<TokenKind> kind;
    std::vector<std::uint64_t> form;  // hash of the case-folded token, curly marks straightened
    std::vector<std::uint64_t>
        stem;  // hash of its English stem; equal to form for names of one letter, numbers, symbols
    std::vector<std::uint64_t> lemma;     // hash of the dictionary form where the lexicon has one, else equal to form
    std::vector<std::uint16_t> marks;     // TokenMark bits
    std::vector<std::uint32_t> quantity;  // position in AnnotatedText::quantities or kNone
    std::vector<std::uint32_t> date;      // position in AnnotatedText::dates or kNone
    std::vector<std::uint32_t> mention;   // position in AnnotatedText::mentions or kNone

    // Of the sentence models; empty where a text was annotated without them.
    std::vector<WordTag> tag;
    std::vector<std::uint8_t> fine_tag;  // position in fine_tags(): the Penn Treebank's tags, "VBD"
    std::vector<std::uint32_t> head;     // position of the token it depends on; kNone for the root of a sentence
    std::vector<std::uint8_t> relation;  // position in relations(): Universal Dependencies, "nsubj:pass"
    std::vector<NameTag> name_tag;       // where names begin and go on, and what bears them

    [[nodiscard]] bool parsed() const { return !head.empty() || span.empty(); }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(span.size()); }
    [[nodiscard]] bool has(std::uint32_t token, TokenMark mark) const { return (marks[token] & mark) != 0; }
    [[nodiscard]] bool is_content(std::uint32_t token) const {
        return kind[token] != TokenKind::punctuation && kind[token] != TokenKind::symbol && !has(token, kFunctionWord);
    }
};

struct Sentence {
    Span span;  // without surrounding white space
    TokenSpan tokens;
    std::uint32_t block = 0;  // position of the block (or given sentence) that it stands in
};

struct Quotation {
    Span span;  // between the quotation marks
    TokenSpan tokens;
};

struct AnnotatedText {
    Tokens tokens;
    std::vector<Sentence> sentences;  // partition the tokens
    std::vector<Mention> mentions;
    std::vector<NameChain> chains;  // what names stand for the same; only where the sentence models were asked for
    std::vector<ChainMember> chain_members;  // of one chain after the other
    std::vector<Quantity> quantities;
    std::vector<Date> dates;
    ReferenceTime published;  // what relative dates were reckoned from; unknown when nothing was said
    std::vector<Quotation> quotations;
    std::vector<Attribution> attributions;   // ordered by sentence
    std::vector<TokenSpan> further_content;  // of attributions, see there
    std::vector<CertaintyCue> certainty_cues;
    std::vector<Negation> negations;
};

}  // namespace axray::language
