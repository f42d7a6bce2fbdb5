// An item, annotated and indexed (Item -> Prepared): what both training programs start from.
//
// Goes through the same functions as the engine, so that features in training are the features of a run. Also the
// folds of cross-validation: they go by groups of items with a common source text, and are the same in all programs, so
// that no model is scored on texts that a model before it has learned from.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "items.hpp"
#include "judge/judge.hpp"
#include "language/annotator.hpp"
#include "trace/source_index.hpp"

namespace axray::train {

// Owns what the index and the statement refer to; not to be moved after it was made.
struct Prepared {
    std::vector<std::string> texts;
    std::vector<language::AnnotatedText> sources;
    language::AnnotatedText claim;
    trace::SourceIndex index;
    judge::Statement statement;
};

[[nodiscard]] std::unique_ptr<Prepared> prepare(const Item& item, const language::Annotator& annotator,
                                                language::Workspace& workspace);

// The number over all sources of each sentence that is named; names that point nowhere are left out.
[[nodiscard]] std::vector<std::uint32_t> sentence_numbers(const trace::SourceIndex& index,
                                                          const std::vector<SentenceReference>& references);

// The fold 0..folds-1 of a group: the same for every program and run.
[[nodiscard]] std::uint32_t fold_of(std::uint32_t group, std::uint32_t folds);

}  // namespace axray::train
