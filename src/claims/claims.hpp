// Splits an annotated article into claims (Document + AnnotatedText -> Claims).
//
// Clause-level: coordinated predicates and clauses become claims of their own, with the words that they share (subject,
// time) as context; titles, headings that state something and list items are claims too. Method: own rules over tags
// and punctuation.
#pragma once

#include <vector>

#include <axray/claim.hpp>
#include <axray/document.hpp>

#include "language/annotation.hpp"

namespace axray::claims {

// Claims in order of the article; ids count from 0. O(tokens).
[[nodiscard]] std::vector<Claim> split_claims(const Document& article, const language::AnnotatedText& annotated);

}  // namespace axray::claims
