// Why a claim was judged as it was, in the terms of the public API (Judgement -> Explanation).
//
// What would have changed the verdict is tried out: the claim is judged again without the words that nothing bears out
// (as if the sources said them), with the source's value in the place of its own, and against the sources without a
// sentence of the evidence. Each set of words is the least that was found: words are added one phrase at a time, the
// most useful first, and those that turn out not to be needed are put back. Source: own.
#pragma once

#include <vector>

#include <axray/document.hpp>
#include <axray/explanation.hpp>

#include "engine/source_set.hpp"
#include "judge/judge.hpp"
#include "language/annotator.hpp"

namespace axray::engine {

// What judging again takes; all of it must outlive the call.
struct ExplanationTools {
    const judge::Judge& judge;
    const language::Annotator& annotator;
    language::Workspace& annotating;
    judge::Workspace& judging;
    const Document& article;
    const std::vector<Document>& source_documents;
    const SourceSet& sources;
    trace::TraceOptions tracing;
};

// `judgement` is that of `statement`, which is part of the article. Judges at most some sixty times.
[[nodiscard]] Explanation explain_judgement(const judge::Statement& statement, const judge::Judgement& judgement,
                                            const ExplanationTools& tools);

}  // namespace axray::engine
