// Sources made ready for tracing: annotated and indexed (Documents or SourceTexts -> SourceSet).
//
// Immutable after it was made. Nothing in it refers to the texts that it was made from.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <axray/document.hpp>
#include <axray/engine.hpp>

#include "language/annotator.hpp"
#include "trace/source_index.hpp"

namespace axray::engine {

class SourceSet {
public:
    [[nodiscard]] static std::shared_ptr<const SourceSet> of_documents(const std::vector<Document>& sources,
                                                                       const language::Annotator& annotator,
                                                                       language::Workspace& workspace);

    // Given sentences are kept as they are, running text is segmented. Error malformed, naming source and sentence,
    // when a text is not valid UTF-8.
    [[nodiscard]] static Result<std::shared_ptr<const SourceSet>> of_texts(std::span<const SourceText> sources,
                                                                           const language::Annotator& annotator,
                                                                           language::Workspace& workspace);

    SourceSet(const SourceSet&) = delete;
    SourceSet& operator=(const SourceSet&) = delete;

    [[nodiscard]] const trace::SourceIndex& index() const { return *index_; }
    [[nodiscard]] const language::AnnotatedText& text(std::uint32_t source) const { return *texts_[source]; }
    [[nodiscard]] std::uint32_t source_count() const { return static_cast<std::uint32_t>(texts_.size()); }

    // The language of a source that is not in English, in English ("German"); empty for the others. Nothing of such a
    // source stands in the index: it counts as a source without sentences.
    [[nodiscard]] const std::string& other_language(std::uint32_t source) const { return languages_[source]; }

    // An index over one of the sources alone.
    [[nodiscard]] trace::SourceIndex index_of(std::uint32_t source) const {
        return trace::SourceIndex::build({texts_[source].get()});
    }

    // Tokens of all sources: what the set takes in memory goes with them.
    [[nodiscard]] std::size_t token_count() const;

private:
    SourceSet(std::vector<std::unique_ptr<const language::AnnotatedText>> texts, std::vector<std::string> languages);

    std::vector<std::unique_ptr<const language::AnnotatedText>> texts_;
    std::vector<std::string> languages_;  // one a source
    std::optional<trace::SourceIndex> index_;
};

}  // namespace axray::engine
