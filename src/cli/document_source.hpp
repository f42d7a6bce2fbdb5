// Where the bytes of a document were had from, beyond what the document knows (-> text and JSON of `axray read`).
//
// The bytes are there only while the document is handed on. Source: own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace axray::cli {

struct DocumentSource {
    std::string retrieved;        // ISO 8601, when it was fetched or archived; empty when unknown
    std::string archive;          // file or stream that holds it as a record; empty when it is no record
    std::uint64_t offset = 0;     // byte of the archive at which the record begins
    std::uint64_t length = 0;     // bytes of it in the archive; 0: unknown
    std::string address = {};     // of the page or file; empty when unknown
    std::string_view bytes = {};  // of the file that was read, decompressed; empty when they are not at hand
};

}  // namespace axray::cli
