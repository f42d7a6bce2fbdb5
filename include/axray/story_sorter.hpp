// Sorts a stream of documents into stories: documents about one event belong to one (Document -> number of its story).
//
//     axray::StorySorter sorter(engine);
//     for (const auto& document : stream) std::cout << sorter.add(document) << '\n';
//     for (const auto story : sorter.stories()) ...   // as things stand at the end
//
// Online: each document is given to a story when it comes. Stories may be divided or joined later; the larger part
// keeps its number, which then stands in stories(). The cost of a document does not grow with the number of stories.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <axray/document.hpp>
#include <axray/engine.hpp>

namespace axray {

class StorySorter {
public:
    // `engine` must outlive the sorter. Not for several threads at once.
    explicit StorySorter(const Engine& engine);
    StorySorter(StorySorter&&) noexcept;
    StorySorter& operator=(StorySorter&&) noexcept;
    ~StorySorter();

    // The number of its story, from 0. A document without words is a story of its own. O(words); nothing of the
    // document is kept but the weights of its words.
    std::uint32_t add(const Document& document);

    // One number a document, in the order in which they came, after all stories were balanced anew.
    [[nodiscard]] std::vector<std::uint32_t> stories();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace axray
