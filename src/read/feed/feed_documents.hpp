// Items of a feed as documents (bytes of a feed -> Document by Document).
//
// The content of an item goes the way of pages or of plain text; the feed has chosen it already, so that only the rules
// of page furniture cut from it, not the learned choice. Title, authors, dates, source and address come from the item.
// Places are those of the feed file.
// Source: own.
#pragma once

#include <string_view>

#include <axray/document.hpp>
#include <axray/engine.hpp>
#include <axray/result.hpp>

#include "read/feed/feed.hpp"

namespace axray::read {

// Hands each item to `receive`, in order: its document, with the id "ID#number", or why it has none (empty; places of
// the file in the context). Errors as of read_feed.
[[nodiscard]] Result<FeedSummary> read_feed_documents(std::string_view bytes, const ReadOptions& options,
                                                      const DocumentReceiver& receive);

}  // namespace axray::read
