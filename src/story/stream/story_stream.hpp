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

namespace axray::story {

// `words` was made from `document` by words and rules; both are needed during the call only.
struct StreamDocument {
    const Document& document;
    const language::AnnotatedText& words;
    base::Day published;  // year 0 when unknown
};

class StoryStream {
public:
    StoryStream();
    StoryStream(StoryStream&&) noexcept;
    StoryStream& operator=(StoryStream&&) noexcept;
    ~StoryStream();

    // The number of the story that it is given to, which may be a new one; numbers count from 0.
    std::uint32_t add(const StreamDocument& document);

    // One number a document, in order of arrival, as things stand after re-balancing.
    [[nodiscard]] std::vector<std::uint32_t> stories() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace axray::story
