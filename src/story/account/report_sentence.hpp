// One sentence of a report as the account looks at it (ReportText + number -> ReportSentence): words, tags and tree.
//
// Positions are tokens of the whole report. Everything comes from the close annotation; words are told in lower case
// (ASCII letters only). Source: own, over Universal Dependencies and the tags of the Penn Treebank.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "story/story_texts.hpp"

namespace axray::story {

class ReportSentence {
public:
    // `report` must outlive it. O(tokens of the sentence).
    ReportSentence(const ReportText& report, std::uint32_t sentence);

    [[nodiscard]] const language::AnnotatedText& text() const { return *text_; }
    [[nodiscard]] const language::Tokens& tokens() const { return text_->tokens; }
    [[nodiscard]] const Document& document() const { return *document_; }
    [[nodiscard]] language::TokenSpan range() const { return range_; }
    [[nodiscard]] std::uint32_t number() const { return number_; }
    [[nodiscard]] bool is_opening() const;  // no sentence of a paragraph stands before it

    [[nodiscard]] Span span(std::uint32_t token) const { return tokens().span[token]; }
    [[nodiscard]] std::string_view written(std::uint32_t token) const { return document_->slice(span(token)); }
    // These three are empty beyond the sentence; the word is in lower case.
    [[nodiscard]] std::string_view word(std::uint32_t token) const;
    [[nodiscard]] std::string_view relation(std::uint32_t token) const;
    [[nodiscard]] std::string_view fine_tag(std::uint32_t token) const;
    [[nodiscard]] std::uint32_t head(std::uint32_t token) const { return tokens().head[token]; }
    [[nodiscard]] bool is_punctuation(std::uint32_t token) const;
    // Between quotation marks, also such as do not end in this sentence.
    [[nodiscard]] bool is_quoted(std::uint32_t token) const {
        return range_.contains(token) && quoted_[token - range_.begin];
    }
    [[nodiscard]] bool is_noun(std::uint32_t token) const;
    [[nodiscard]] bool is_finite_verb(std::uint32_t token) const;                // by its tag: "said", "is", "will"
    [[nodiscard]] bool is_below(std::uint32_t token, std::uint32_t head) const;  // or is it itself

    // The smallest stretch that holds the token and all that hangs on it.
    [[nodiscard]] language::TokenSpan subtree(std::uint32_t token) const;
    // The first token of the sentence within the bytes; range().end when there is none.
    [[nodiscard]] std::uint32_t first_token_in(Span bytes) const;
    [[nodiscard]] Span bytes(language::TokenSpan tokens) const;

private:
    const Document* document_;
    const language::AnnotatedText* text_;
    std::uint32_t number_;
    language::TokenSpan range_;
    std::vector<std::string> words_;
    std::vector<bool> quoted_;
};

// True when `word` is one of `words`.
[[nodiscard]] inline bool is_any(std::string_view word, std::initializer_list<std::string_view> words) {
    for (const auto candidate : words) {
        if (candidate == word) return true;
    }
    return false;
}

}  // namespace axray::story
