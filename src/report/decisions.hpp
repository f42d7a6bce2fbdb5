// What was decided of each block of a document, in order of the file (Document -> Decisions).
//
// The text keeps its blocks and what was cut apart; a person who asks why sees them together, as they stood.
// Source: own.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <axray/document.hpp>

namespace axray::report {

struct Decision {
    const Block* kept = nullptr;  // one of the two is set
    const CutBlock* cut = nullptr;
    std::string_view words;
    Span original;  // bytes of the file; empty when unknown
};

// A block without a place in the file stands behind the one before it; where nothing has a place, what was cut stands
// last. Valid as long as the document lives.
[[nodiscard]] std::vector<Decision> decisions_of(const Document& document);

}  // namespace axray::report
