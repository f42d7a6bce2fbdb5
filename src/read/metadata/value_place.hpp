// Where exactly a value stands in the bytes that name it (source + value -> Span).
//
// A title is often a part of what a page says ("Headline | Site"), written with character references or JSON escapes.
// Source: own.
#pragma once

#include <string_view>

#include <axray/span.hpp>

#include "read/blocks.hpp"

namespace axray::read {

// The bytes within `source` that read as `value`; all of `source` when it does not stand there as it is.
[[nodiscard]] Span place_of_value(std::string_view page, Span source, std::string_view value);

// Writes `value`, each letter with its bytes where they can be told, else with all of `source`.
void append_value(BlockWriter& writer, std::string_view page, Span source, std::string_view value);

// The bytes that a part of a list's text comes from; empty when it was inserted. O(log runs + runs of the part).
[[nodiscard]] Span place_of_text(const BlockList& list, Span text);

}  // namespace axray::read
