// Feeds arbitrary bytes to the reader of web archives and to what takes payloads out of records.
// Depends: base archive
//
// What must hold: no crash; reading in small pieces gives the same records as reading at once; places lie in the file
// and in its order; blocks and payloads keep to their limits; addresses are valid UTF-8.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "archive/payload.hpp"
#include "archive/warc_reader.hpp"
#include "base/utf8.hpp"
#include "require.hpp"

namespace {

using namespace axray::archive;

constexpr std::size_t kBlockLimit = 1 << 16;
constexpr std::size_t kPayloadLimit = 1 << 18;

using axray::fuzz::require;

std::vector<WarcRecord> read_all(std::string_view archive, std::size_t piece) {
    WarcReaderOptions options;
    options.block_limit = kBlockLimit;
    options.expansion.allowance = 1 << 22;
    ByteSource whole = source_of(archive);
    WarcReader reader([whole, piece](char* room, std::size_t size) { return whole(room, std::min(size, piece)); },
                      options);
    std::vector<WarcRecord> records;
    for (;;) {
        auto item = reader.next();
        if (!item || !*item) return records;
        require((*item)->record || !(*item)->problems.empty(), "an item is a record or says what was lost");
        for (const auto& problem : (*item)->problems) {
            require(problem.offset + problem.lost <= archive.size(), "what was lost lies in the file");
            require(!problem.message.empty(), "a problem has words");
        }
        if ((*item)->record) records.push_back(std::move(*(*item)->record));
    }
}

void check(const WarcRecord& record, std::size_t file_size) {
    require(record.block.size() <= kBlockLimit && record.block.size() <= record.block_size, "blocks keep to the limit");
    require(record.place.offset + record.place.length <= file_size, "a record lies in the file");
    require(axray::base::first_invalid_utf8(record.target_uri) == record.target_uri.size(), "addresses are UTF-8");
    PayloadOptions options;
    options.limits.bytes = kPayloadLimit;
    options.digests = DigestCheck::on;
    const Payload payload = payload_of(record, options);
    require(payload.bytes.size() <= kPayloadLimit, "payloads keep to the limit");
    require(payload.state != PayloadState::refused || payload.bytes.empty(), "what was refused is not given");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view archive(reinterpret_cast<const char*>(data), size);
    const auto records = read_all(archive, archive.size() + 1);
    const auto again = read_all(archive, 7);
    require(records.size() == again.size(), "the size of the pieces makes no difference to the number of records");
    std::uint64_t offset = 0;
    for (std::size_t i = 0; i < records.size(); ++i) {
        require(records[i].block == again[i].block, "the size of the pieces makes no difference to a block");
        require(records[i].place.offset >= offset, "records come in the order of the file");
        offset = records[i].place.offset;
        check(records[i], size);
    }
    return 0;
}
