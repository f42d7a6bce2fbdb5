// Reads a web archive record by record (bytes of a WARC or ARC -> ArchiveItem), forward only and in constant memory.
//
//     auto source = source_of_file("CC-NEWS.warc.gz");
//     WarcReader reader(*source);
//     for (auto item = reader.next(); item && *item; item = reader.next()) { ... (*item)->record, (*item)->problems ...
//     }
//
// Plain archives, gzip (a member a record, or any other way) and Zstandard with or without a dictionary are told apart
// by their bytes, and may follow each other in one file. Whatever is damaged, the reader goes on with the next record
// that it can find and says what was lost. A wrong length is noticed by what stands where the record should end, and
// the declared digest decides in doubt. Memory: the block limit twice, and some megabytes. O(bytes).
// Sources: ISO 28500, the ARC format, the IIPC's draft on Zstandard in WARC; the ways out of damage are our own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <axray/result.hpp>

#include "archive/byte_source.hpp"
#include "archive/digests.hpp"
#include "archive/member_stream.hpp"
#include "archive/record_header.hpp"
#include "archive/warc_record.hpp"

namespace axray::archive {

struct WarcReaderOptions {
    std::size_t block_limit = std::size_t{16}
                              << 20;  // bytes of a block that are kept; crawlers cut pages at 1 to 5 MiB
    ExpansionLimits expansion = {};
};

class WarcReader {
public:
    explicit WarcReader(ByteSource source, const WarcReaderOptions& options = {});

    // The next record or loss, none at the end. Errors: unreadable, and unsupported when nothing in the whole file is a
    // record; both end the reading.
    [[nodiscard]] Result<std::optional<ArchiveItem>> next();

private:
    // Where a block ends, counted in the window, and what tells so.
    struct BlockEnd {
        enum class Why : std::uint8_t { declared, record, unit, loss, input, unknown } why = Why::declared;
        std::size_t at = 0;
    };

    struct Noise {
        std::uint64_t bytes = 0;
        bool zeros = true;
    };

    [[nodiscard]] std::string_view window() const { return stream_.window(); }
    [[nodiscard]] Result<std::size_t> have(std::size_t size);
    [[nodiscard]] Result<bool> to_record_begin(std::vector<Problem>& problems);
    [[nodiscard]] std::size_t noise_size() const;
    void take_noise(std::size_t size, Noise& noise, Problem& problem);
    [[nodiscard]] Result<std::optional<RecordHeader>> read_header(std::vector<Problem>& problems);
    [[nodiscard]] Result<std::optional<ArchiveItem>> end_of_archive(std::vector<Problem> problems);

    [[nodiscard]] Result<bool> read_block(const RecordHeader& header, ArchiveItem& item);
    [[nodiscard]] Result<bool> read_long_block(const RecordHeader& header, ArchiveItem& item);
    [[nodiscard]] Result<BlockEnd> check_end(const RecordHeader& header, ArchiveItem& item);
    [[nodiscard]] Result<BlockEnd> repair_end(const RecordHeader& header, std::size_t feeds);
    [[nodiscard]] DigestState doubtful_digest(const RecordHeader& header, std::size_t size);
    [[nodiscard]] Result<BlockEnd> find_end(std::size_t from, std::size_t until);
    [[nodiscard]] std::size_t header_between(std::size_t from, std::size_t until) const;
    [[nodiscard]] Result<BlockEnd> border_between(std::size_t from, std::size_t until);
    [[nodiscard]] bool has_border(std::size_t from, std::size_t to) const;
    [[nodiscard]] Result<bool> close_record(const RecordHeader& header, BlockEnd end, ArchiveItem& item);
    void explain_end(const RecordHeader& header, BlockEnd end, ArchiveItem& item) const;
    [[nodiscard]] Result<bool> finish_item(std::size_t end, ArchiveItem& item);

    [[nodiscard]] const StreamMark* unit_at(std::uint64_t position) const;
    [[nodiscard]] std::uint64_t offset_at(std::uint64_t position) const;
    [[nodiscard]] Problem problem_here(ProblemKind kind, std::string message) const;

    MemberStream stream_;
    WarcReaderOptions options_;
    std::uint64_t digest_allowance_ = std::uint64_t{64}
                                      << 20;  // bytes of blocks whose end is in doubt that may be digested
    bool arc_ = false;                        // the last record was one of an ARC
    bool any_record_ = false;                 // something that begins as a record was found
    bool ended_ = false;
    std::string first_noise_;  // the beginning of what is no record, for the message
};

}  // namespace axray::archive
