// One report of a story as every step of its analysis looks at it (Document, annotated -> ReportText).
//
// It is annotated twice: by words and rules, as the judge learnt to see texts, and closely by the sentence models. Both
// annotations have the same tokens and sentences. Source: own.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <axray/claim.hpp>
#include <axray/document.hpp>
#include <axray/not_checkable.hpp>

#include "base/days.hpp"
#include "language/annotation.hpp"

namespace axray::story {

struct ReportText {
    std::shared_ptr<const Document> document;
    language::AnnotatedText words;                         // what the index and the judge see
    language::AnnotatedText closely;                       // with tags, dependencies, chains of names, speech
    base::Day published;                                   // year 0 when unknown
    bool published_inferred = false;                       // the report does not tell that day: the others do
    std::vector<Claim> claims;                             // in order; their ids are their positions
    std::vector<std::optional<NotCheckable>> uncheckable;  // one a claim
};

}  // namespace axray::story
