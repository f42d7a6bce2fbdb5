// The account of a story: a short article made of its facts, of which every sentence is traced (StoryReport::account).
//
// No sentence is printed that a check against the reports does not find supported. The wording is that of the reports:
// each run of words leads back to the place it was taken from; words between runs were put in to make a sentence of
// them ("the Treasury said").
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/facts.hpp>
#include <axray/span.hpp>
#include <axray/verdict.hpp>

namespace axray {

// Words of a sentence of the account and the words of a report that they were taken from.
struct AccountTrace {
    Span text;         // bytes of AccountSentence::text
    SourceSpan place;  // bytes of that report's text
};

struct AccountSentence {
    std::string text;
    std::vector<std::uint32_t> facts;  // that it tells, at least one
    std::vector<AccountTrace> traces;  // in order of the text
    std::vector<FactFlag> flags;       // of its facts, each once
    std::vector<Span> loaded_words;    // of `text`: words that take sides, kept because they stand in the wording
    double probability = 0;            // 0..1, of support by the reports
    std::vector<SourceSpan> evidence;  // sentences of the reports that bear it out, best first
};

enum class LeftOutReason : std::uint8_t {
    below_the_limit,  // less central than what is told
    not_supported,    // the check did not find its wording supported
    not_independent,  // the sentence needs words before it that the account does not have: "he", "this"
    opinion,          // no matter of fact
    told_already,     // says less than, or the same as, what is told
    corrected,        // a later report takes it back
    overtaken,        // it tells how things stood before later reports
};

struct LeftOutFact {
    std::uint32_t fact = 0;
    LeftOutReason reason = LeftOutReason::below_the_limit;
};

struct AccountParagraph {
    std::vector<AccountSentence> sentences;
};

struct Account {
    AccountSentence headline;                  // text empty when no fact could be told
    AccountSentence summary;                   // one sentence
    std::vector<AccountSentence> at_a_glance;  // 4 to 7 where there are as many facts
    std::vector<AccountParagraph> details;     // the weightiest first
    std::vector<LeftOutFact> left_out;         // in the order of their weight
};

[[nodiscard]] std::string_view to_string(LeftOutReason reason);

}  // namespace axray
