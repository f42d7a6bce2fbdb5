// Where the bytes of a document were had from, beyond what the document knows (-> text and JSON of `axray read`).
//
// Source: own.
#pragma once

#include <cstdint>
#include <string>

namespace axray::cli {

struct DocumentSource {
    std::string retrieved;     // ISO 8601, when it was fetched or archived; empty when unknown
    std::string archive;       // file or stream that holds it as a record; empty when it is no record
    std::uint64_t offset = 0;  // byte of the archive at which the record begins
    std::uint64_t length = 0;  // bytes of it in the archive; 0: unknown
};

}  // namespace axray::cli
