// The one way from the bytes of a file to a Document (bytes -> Document).
//
// Order: size, kind of file, encoding, blocks of the format, page furniture, Document. Each step has a file of its own.
//
//     auto document = axray::read::read_document(bytes, {.id = "wire.txt"});
//
// Source: own.
#pragma once

#include <string_view>

#include <axray/document.hpp>
#include <axray/engine.hpp>
#include <axray/result.hpp>

namespace axray::read {

// Reads plain text or HTML in any encoding. Errors: empty when the file has no bytes or no words, limit_exceeded with
// both sizes, unsupported when the bytes are no text or a feed (read_documents reads those). O(bytes); the text of the
// result is valid UTF-8 without control characters other than line feeds. Holds no view of `bytes`.
[[nodiscard]] Result<Document> read_document(std::string_view bytes, const ReadOptions& options);

// Reads a file that may hold several documents: hands each item of a feed to `receive`, or the one document of any
// other file. Errors as of read_document; those of a single item go to `receive`.
[[nodiscard]] Result<ReadSummary> read_documents(std::string_view bytes, const ReadOptions& options,
                                                 const DocumentReceiver& receive);

}  // namespace axray::read
