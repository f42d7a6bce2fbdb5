// What the sentences of a document say: words, names, quantities, dates, speech, certainty (Document -> Annotations).
//
//     auto annotations = engine->annotate(document);
//     for (const auto& one : annotations->attributions) { ... document.slice(one.speaker), to_string(one.stance) ... }
//
// Every layer is a list ordered by position, and every span counts bytes of Document::text; an empty span stands for
// what the text does not express. Plain values: nothing refers to the Document or the Engine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/span.hpp>

namespace axray {

// Stands for "no token", "no chain".
inline constexpr std::uint32_t kNoPosition = 0xFFFFFFFF;

struct SentenceAnnotation {
    Span span;                      // without surrounding white space
    std::uint32_t first_token = 0;  // its tokens are [first_token, end_token) of Annotations::tokens
    std::uint32_t end_token = 0;
    std::uint32_t block = 0;  // of Document::blocks
};

struct TokenAnnotation {
    Span span;
    std::string lemma;                 // dictionary form: "be" of "was"
    std::string_view tag;              // Universal Dependencies: "NOUN", "VERB"; names of the program, always valid
    std::string_view relation;         // to its head, Universal Dependencies: "nsubj", "obj"; "root" without a head
    std::uint32_t head = kNoPosition;  // of Annotations::tokens
};

enum class NameType : std::uint8_t { person, organization, place, other };

struct NameAnnotation {
    Span span;  // without article, title and possessive ending
    NameType type = NameType::other;
    std::uint32_t chain = kNoPosition;  // of Annotations::chains
};

// Mentions that name the same thing.
struct NameChain {
    std::string name;  // its fullest form: without title and possessive ending
    NameType type = NameType::other;
    std::vector<std::uint32_t> mentions;  // of Annotations::names, in order
};

enum class QuantityKind : std::uint8_t { cardinal, ordinal, percent, money, vague };  // vague: "millions", "dozens"

enum class Comparator : std::uint8_t { exactly, about, at_least, more_than, at_most, less_than, between };

struct QuantityAnnotation {
    Span span;
    QuantityKind kind = QuantityKind::cardinal;
    Comparator comparator = Comparator::exactly;
    double low = 0;  // least value meant
    double high = 0;
    std::string unit;    // "percent", "usd", "kilometre", or the noun that is counted; empty when none
    std::string change;  // "up by", "down to" where the words around state a change; else empty
};

enum class DateKind : std::uint8_t { date, time, duration, set };

struct DateAnnotation {
    Span span;
    DateKind kind = DateKind::date;
    std::string value;     // TIMEX3 (ISO 24617-1): "2024-03-25", "2024-W13", "P2Y"; empty when it could not be reckoned
    std::string modifier;  // "start", "about", "since": how the value is meant; empty when plainly
};

struct QuotationAnnotation {
    Span span;  // between the quotation marks
};

enum class Stance : std::uint8_t { asserts, accuses, denies, doubts, reports };

struct AttributionAnnotation {
    Span speaker;
    Span cue;                   // "said", "according to", "allegedly"
    std::vector<Span> content;  // what is said, in order
    Stance stance = Stance::asserts;
    std::uint32_t sentence = 0;  // of Annotations::sentences
    std::string name;            // who the speaker is, where the words name one of Annotations::chains
};

enum class Certainty : std::uint8_t { stated, probable, possible, alleged, denied, future, conditional };

struct CertaintyAnnotation {
    Span cue;
    Span scope;  // the words that it speaks of
    Certainty certainty = Certainty::stated;
};

struct NegationAnnotation {
    Span cue;
    Span scope;
};

[[nodiscard]] std::string_view to_string(NameType type);
[[nodiscard]] std::string_view to_string(QuantityKind kind);
[[nodiscard]] std::string_view to_string(Comparator comparator);
[[nodiscard]] std::string_view to_string(DateKind kind);
[[nodiscard]] std::string_view to_string(Stance stance);
[[nodiscard]] std::string_view to_string(Certainty certainty);

struct Annotations {
    std::string published;  // the day that "yesterday" was reckoned from, ISO 8601; empty when the document tells none
    std::vector<SentenceAnnotation> sentences;  // partition the tokens
    std::vector<TokenAnnotation> tokens;
    std::vector<NameAnnotation> names;
    std::vector<NameChain> chains;
    std::vector<QuantityAnnotation> quantities;
    std::vector<DateAnnotation> dates;
    std::vector<QuotationAnnotation> quotations;
    std::vector<AttributionAnnotation> attributions;
    std::vector<CertaintyAnnotation> certainties;
    std::vector<NegationAnnotation> negations;
};

}  // namespace axray
