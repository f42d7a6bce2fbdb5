// One sentence as the clause rules see it (AnnotatedText + sentence -> SentenceView): words by class and form.
//
// Positions count from the sentence's first token. Closed-class words are told by word lists, verb forms by the marks
// of the language layer together with endings and a list of irregular past forms. Source: own rules; the irregular
// forms are those of any English grammar.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/document.hpp>

#include "language/annotation.hpp"

namespace axray::claims {

enum class VerbForm : std::uint8_t {
    none,
    auxiliary_past,     // was, were, had, did
    auxiliary_present,  // is, are, has, have, do, does
    modal,              // will, could, ...
    past,               // "closed", "took": may be a participle too
    participle,         // "taken": never finite
    third_person,       // "closes"
    base,               // "close": present with a plural subject, or an infinitive
    ing,                // "closing": never finite
};

class SentenceView {
public:
    // Both must outlive the view. O(tokens).
    SentenceView(const Document& article, const language::AnnotatedText& annotated, std::uint32_t sentence);

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(folded_.size()); }

    // The token in lower case (ASCII letters only); empty beyond the end.
    [[nodiscard]] std::string_view word(std::uint32_t at) const;
    [[nodiscard]] VerbForm verb(std::uint32_t at) const { return at < size() ? verbs_[at] : VerbForm::none; }

    // A verb form that can carry a sentence.
    [[nodiscard]] bool is_finite(std::uint32_t at) const;
    [[nodiscard]] bool is_auxiliary(std::uint32_t at) const;
    [[nodiscard]] bool is_content(std::uint32_t at) const;
    [[nodiscard]] bool is_adverb(std::uint32_t at) const;
    [[nodiscard]] bool is_preposition(std::uint32_t at) const;
    [[nodiscard]] bool is_determiner(std::uint32_t at) const;
    [[nodiscard]] bool is_subject_pronoun(std::uint32_t at) const;
    [[nodiscard]] bool is_name(std::uint32_t at) const;
    [[nodiscard]] bool is_number(std::uint32_t at) const;
    [[nodiscard]] bool is_date(std::uint32_t at) const;
    [[nodiscard]] bool is_capitalised(std::uint32_t at) const;
    [[nodiscard]] bool is_in_capitals(std::uint32_t at) const;  // all of them, two or more
    [[nodiscard]] bool is_comma(std::uint32_t at) const { return word(at) == ","; }
    [[nodiscard]] bool is_word(std::uint32_t at) const;  // anything but punctuation and symbols
    [[nodiscard]] bool reports(std::uint32_t at) const;  // a verb or phrase that attributes
    // In quotation marks or brackets.
    [[nodiscard]] bool is_protected(std::uint32_t at) const { return at < size() && protected_[at]; }

    // Behind "PORT LANE, Velland (Wire) - " at the beginning of a report; 0 when there is no such dateline.
    [[nodiscard]] std::uint32_t end_of_dateline() const { return end_of_dateline_; }

    // Bytes of the article's text; `begin` < `end`.
    [[nodiscard]] Span span(std::uint32_t begin, std::uint32_t end) const;

private:
    [[nodiscard]] bool has(std::uint32_t at, language::TokenMark mark) const;
    [[nodiscard]] VerbForm verb_form(std::uint32_t at) const;
    [[nodiscard]] bool in_hyphenated_word(std::uint32_t at) const;
    void protect_quotations_and_brackets();

    const language::Tokens* tokens_;
    std::uint32_t end_of_dateline_ = 0;
    std::uint32_t first_;  // position of the first token in the text
    std::vector<std::string> folded_;
    std::vector<VerbForm> verbs_;
    std::vector<bool> protected_;
};

// True when `word` is one of `words`.
template <std::size_t Size>
[[nodiscard]] bool is_one_of(std::string_view word, const std::string_view (&words)[Size]) {
    for (const auto candidate : words) {
        if (candidate == word) return true;
    }
    return false;
}

}  // namespace axray::claims
