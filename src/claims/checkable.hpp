// Whether a claim states something that a source could bear out (claim + AnnotatedText -> NotCheckable or nothing).
//
// Opinions, predictions, exhortations, questions and claims of nobody knows whom are told by general rules of English:
// a modal verb, a word of judgement as predicate, a verb without subject, "I think". What is attributed or quoted is
// checkable as to who said so, plans and schedules ("will open in June") are checkable too. When in doubt, a claim is
// checkable: a fact that is passed over as an opinion is the more expensive error. Source: own rules over words and
// Universal Dependencies; without the sentence models only questions and unclear references are told.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <axray/claim.hpp>
#include <axray/document.hpp>
#include <axray/not_checkable.hpp>

#include "language/annotation.hpp"

namespace axray::claims {

// What is asked about.
struct ClaimPlace {
    std::uint32_t sentence = 0;              // of the annotated text
    std::span<const Span> parts;             // bytes that the claim is made of
    BlockKind block = BlockKind::paragraph;  // that the sentence stands in
    std::uint32_t sentences_before = 0;      // in the document: they may say who "she" is
};

// True when the words of the sentence can make it something else than a checkable claim, so that it is worth while to
// ask the sentence models. A text annotated by words is enough. O(tokens of the sentence).
[[nodiscard]] bool may_be_uncheckable(const Document& document, const language::AnnotatedText& annotated,
                                      std::uint32_t sentence);

// `annotated` was made from the text of `document`, or from some sentences of it. O(tokens of the sentence).
[[nodiscard]] std::optional<NotCheckable> why_not_checkable(const Document& document,
                                                            const language::AnnotatedText& annotated,
                                                            const ClaimPlace& place);

// The questions of the document, each a claim of its own that cannot be checked: split_claims() leaves them out. Ids
// are not given. O(tokens).
[[nodiscard]] std::vector<Claim> find_questions(const Document& document, const language::AnnotatedText& annotated);

}  // namespace axray::claims
