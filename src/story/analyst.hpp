// What the steps of a story's analysis work with: the judge, the annotator, and the scratch memory of one thread.
//
// All of it is borrowed and must outlive the step. Source: own.
#pragma once

#include "judge/judge.hpp"
#include "language/annotator.hpp"

namespace axray::story {

struct Analyst {
    const judge::Judge& judge;
    const language::Annotator& annotator;  // by words and rules
    judge::Workspace& judging;
    language::Workspace& annotating;  // of `annotator`
};

}  // namespace axray::story
