// What the sentences of a document say: words, names, quantities, dates, speech, certainty, indicators (Document ->
// Annotations).
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

#include <axray/indicators.hpp>
#include <axray/span.hpp>

namespace axray {

// Stands for "no token", "no name".
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

enum class NameType : std::uint8_t { unknown, person, organisation, place, other };  // other: a work, event, people

// How a place of the text speaks of what bears the name.
enum class MentionKind : std::uint8_t { name, description, pronoun };  // "Minister Ilka Torvane", "the minister", "she"

struct MentionAnnotation {
    Span span;  // of a name without article, title and possessive ending; of a description with its article
    MentionKind kind = MentionKind::name;
    NameType type = NameType::unknown;
    std::uint32_t name = kNoPosition;  // of Annotations::names
};

// What mentions speak of: one name for all of them.
struct NameAnnotation {
    std::string text;  // its fullest form, without title and possessive ending
    NameType type = NameType::unknown;
    std::vector<std::uint32_t> mentions;    // of Annotations::mentions, in order
    std::vector<std::string> entries = {};  // references of entries of registers that it may stand for, likeliest first
};

enum class QuantityKind : std::uint8_t { cardinal, ordinal, percent, money, vague };  // vague: "millions", "dozens"

enum class Comparator : std::uint8_t { exactly, about, at_least, more_than, at_most, less_than, between };

struct QuantityAnnotation {
    Span span;
    QuantityKind kind = QuantityKind::cardinal;
    Comparator comparator = Comparator::exactly;
    double low = 0;  // least value meant
    double high = 0;
    std::string
        unit;  // "percent", "US dollar", "kilometre per hour", or the words for what is counted; empty when none
    std::string change;  // "up by", "down to", "from" where the words around state a change; else empty
};

enum class DateKind : std::uint8_t { date, time, duration, set };

struct DateAnnotation {
    Span span;
    DateKind kind = DateKind::date;
    std::string value;     // TIMEX3 (ISO 24617-1): "2024-03-25", "2024-W13", "P2Y"; empty when it could not be reckoned
    std::string modifier;  // "start", "about", "from", "until": how the value is meant; empty when plainly
    std::string begin;     // ISO 8601, what it covers: "2024-03-25"; empty when that is not known
    std::string end;       // the same, exclusive: "2024-03-26"
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
    std::uint32_t sentence = 0;         // of Annotations::sentences: where the cue stands
    std::uint32_t name = kNoPosition;   // of Annotations::names: who the speaker is, where that is known
    std::uint32_t outer = kNoPosition;  // of Annotations::attributions: the smallest one whose content it stands in
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
[[nodiscard]] std::string_view to_string(MentionKind kind);
[[nodiscard]] std::string_view to_string(QuantityKind kind);
[[nodiscard]] std::string_view to_string(Comparator comparator);
[[nodiscard]] std::string_view to_string(DateKind kind);
[[nodiscard]] std::string_view to_string(Stance stance);
[[nodiscard]] std::string_view to_string(Certainty certainty);

struct Annotations {
    std::string published;  // the day that "yesterday" was reckoned from, ISO 8601; empty when the document tells none
    std::vector<SentenceAnnotation> sentences;  // partition the tokens
    std::vector<TokenAnnotation> tokens;
    std::vector<MentionAnnotation> mentions;
    std::vector<NameAnnotation> names;  // in the order of their first mentions
    std::vector<QuantityAnnotation> quantities;
    std::vector<DateAnnotation> dates;
    std::vector<QuotationAnnotation> quotations;
    std::vector<AttributionAnnotation> attributions;
    std::vector<CertaintyAnnotation> certainties;
    std::vector<NegationAnnotation> negations;
    std::vector<Indicator> indicators;  // the host of an address is one of its own, inside of the other
};

}  // namespace axray
