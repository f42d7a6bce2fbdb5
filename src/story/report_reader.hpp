// Annotates one report of a story and splits it into claims (Document -> ReportText).
//
// Claims that are no matter of fact keep their place, with the reason. Source: own.
#pragma once

#include <memory>

#include <axray/document.hpp>

#include "language/annotator.hpp"
#include "story/story_texts.hpp"

namespace axray::story {

// A workspace caches the words of one annotator, so that each has its own.
struct ReportReaders {
    const language::Annotator& by_words;
    const language::Annotator& closely;  // with the sentence models
    language::Workspace& words_workspace;
    language::Workspace& close_workspace;
};

// Relative dates are reckoned from `published`. O(bytes), of which the sentence models take nearly all.
[[nodiscard]] ReportText read_report(std::shared_ptr<const Document> document, const language::ReferenceTime& published,
                                     const ReportReaders& readers);

}  // namespace axray::story
