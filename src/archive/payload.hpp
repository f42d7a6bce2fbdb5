// The page in a record (WarcRecord -> Payload): HTTP header read, chunks put together, content codings undone.
//
// Servers declare what is not so, and crawlers undo codings and leave the declaration. What was declared is tried; when
// the bytes are not of that kind they are taken as they are, and a problem says so. Cost and memory are bounded.
// Sources: RFC 9110 and 9112 (HTTP), and what web archives hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "archive/digests.hpp"
#include "archive/warc_record.hpp"
#include "base/decompress.hpp"

namespace axray::archive {

enum class PayloadState : std::uint8_t {
    whole,
    cut,      // its end is missing: the crawler's limit, this reader's limit, or a damaged record
    damaged,  // a coding is broken: `bytes` are what stands before the fault
    refused,  // it expands out of all proportion; `bytes` is empty
};
[[nodiscard]] std::string_view to_string(PayloadState state);

struct Payload {
    std::string bytes;
    PayloadState state = PayloadState::whole;
    int http_status = 0;                               // 0: no HTTP response
    std::vector<HeaderField> http_fields;              // of the response or request
    std::string media_type;                            // of `bytes`, small letters, without parameters: "text/html"
    std::string charset;                               // as declared beside it; empty when it is not
    DigestState block_digest = DigestState::absent;    // filled when DigestCheck::on
    DigestState payload_digest = DigestState::absent;  // of the message's body, before or after the chunks are joined
    std::vector<Problem> problems;                     // offset: where the record begins
};

enum class DigestCheck : std::uint8_t { off, on };

struct PayloadOptions {
    base::DecompressLimits limits = {};  // `bytes`: of the payload, 16 MiB unless stated
    DigestCheck digests = DigestCheck::off;
};

// O(block + payload). A record that is no HTTP message gives its block.
[[nodiscard]] Payload payload_of(const WarcRecord& record, const PayloadOptions& options = {});

}  // namespace axray::archive
