// Joins claims again that were cut where the sentence has another subject (Claims + dependencies -> Claims).
//
// Sentences are cut by rules over words, which can take "The ship, which had left the port and was sailing west, ..."
// for a statement about something else. The tree of the sentence tells: a joined verb whose subject is not among the
// words that the claim was given as its context, or stands behind an open relative clause, goes back to the claim
// before it. A claim that says too much does no
// harm; one that says what the report does not say does. Source: own, over Universal Dependencies.
#pragma once

#include <vector>

#include <axray/claim.hpp>
#include <axray/document.hpp>

#include "language/annotation.hpp"

namespace axray::story {

// `claims` as claims::split_claims gave them; numbered anew. `closely` has dependencies. O(tokens).
[[nodiscard]] std::vector<Claim> join_wrongly_cut(const Document& document, const language::AnnotatedText& closely,
                                                  std::vector<Claim> claims);

}  // namespace axray::story
