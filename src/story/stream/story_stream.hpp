// Sorts a stream of documents into stories, one after the other (Document + its words -> number of its story).
//
// Online: a document is given to a story when it comes; re-balancing may divide or join stories later, after which the
// larger part keeps its number. An index over words and names gives the stories that a document could belong to, so
// that the cost of a document does not grow with the number of stories.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <axray/document.hpp>

#include "base/days.hpp"
#include "language/annotation.hpp"
#include "story/stream/document_profile.hpp"
#include "story/stream/stream_model.hpp"

namespace axray::story {

// `words` was made from `document` by words and rules; all is needed during the call only.
struct StreamDocument {
    const Document& document;
    const language::AnnotatedText& words;
    base::Day published;  // year 0 when unknown
    // Of Metadata::title, by Annotator::annotate_text; null where there is none. A document of a headline alone is
    // known by this.
    const language::AnnotatedText* title = nullptr;
};

// What the sorting did so far, in units that do not depend on the machine.
struct StreamCost {
    std::uint64_t postings = 0;  // of the index that were read
    std::uint64_t steps = 0;     // of products of vectors
};

class StoryStream {
public:
    // `model` must outlive the stream.
    explicit StoryStream(const StreamModel& model);
    StoryStream(StoryStream&&) noexcept;
    StoryStream& operator=(StoryStream&&) noexcept;
    ~StoryStream();

    // The number of the story that it is given to, which may be a new one; numbers count from 0. Now and then, when
    // the stream has grown by half, all stories are re-balanced first.
    std::uint32_t add(const StreamDocument& document);
    std::uint32_t add(const DocumentProfile& profile);

    // One number a document, in order of arrival. Re-balances all stories by what is known of all documents when some
    // came since that was last done: for the end of a batch.
    [[nodiscard]] std::vector<std::uint32_t> stories();

    [[nodiscard]] StreamCost cost() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace axray::story
