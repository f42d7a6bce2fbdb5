// Which claims of an article cannot be checked, and why (Claims -> NotCheckable for each).
//
// Words alone tell of most sentences that they state something; the sentence models, far slower, are asked about the
// others and their neighbours only. Where the models are missing, only what words tell is told. Source: own.
#pragma once

#include <optional>
#include <vector>

#include <axray/claim.hpp>
#include <axray/document.hpp>
#include <axray/not_checkable.hpp>

#include "language/annotation.hpp"
#include "language/annotator.hpp"
#include "language/full_annotator.hpp"

namespace axray::claims {

// A text as its words were annotated, and what a closer look needs.
struct Readers {
    language::FullAnnotator& full_annotator;
    language::Workspace& workspace;
};

// One entry a claim; `annotated` was made from `document`.
[[nodiscard]] std::vector<std::optional<NotCheckable>> find_uncheckable(const Document& document,
                                                                        const language::AnnotatedText& annotated,
                                                                        const std::vector<Claim>& claims,
                                                                        const Readers& readers);

// The same of a text that was annotated closely as a whole.
[[nodiscard]] std::vector<std::optional<NotCheckable>> find_uncheckable(const Document& document,
                                                                        const language::AnnotatedText& closely,
                                                                        const std::vector<Claim>& claims);

// Of a lone claim, annotated by words: the reason of its first sentence when no sentence of it can be checked.
[[nodiscard]] std::optional<NotCheckable> lone_uncheckable(std::string_view claim,
                                                           const language::AnnotatedText& annotated,
                                                           const Readers& readers);

// The claims and questions of an article in order, with new ids.
[[nodiscard]] std::vector<Claim> with_questions(std::vector<Claim> claims, std::vector<Claim> questions);

}  // namespace axray::claims
