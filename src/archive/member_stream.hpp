// Undoes the compression of an archive as a stream (bytes of the file -> decoded bytes, with marks).
//
// An archive is a series of units: gzip members, Zstandard frames, or plain bytes. What they decode to forms one
// stream, kept in a window from which the reader of records takes; marks say where units begin and end, in the window
// and in the file, and where something was lost. After damage the next unit that decodes is looked for, also in the
// bytes that the damaged one took in, with a budget that keeps the cost linear. Source: own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <axray/result.hpp>

#include "archive/byte_source.hpp"
#include "archive/byte_window.hpp"
#include "archive/unit_decoders.hpp"
#include "archive/warc_record.hpp"

namespace axray::archive {

struct ExpansionLimits {
    std::uint64_t ratio = 200;                          // decoded bytes for one byte of the file, in the long run
    std::uint64_t allowance = std::uint64_t{64} << 20;  // decoded bytes that may go beyond that
};

struct StreamMark {
    enum class Kind : std::uint8_t { unit_begin, unit_end, loss };
    Kind kind = Kind::unit_begin;
    std::uint64_t position = 0;  // in the decoded bytes of the whole archive
    std::uint64_t offset = 0;    // in the file; of a loss, where it begins
    UnitKind unit = UnitKind::plain;
    Problem problem = {};  // of a loss
};

class MemberStream {
public:
    MemberStream(ByteSource source, const ExpansionLimits& limits);

    // Goes on a little, after which the window, the marks, both or neither have grown; false at the end. Errors: those
    // of the source.
    [[nodiscard]] Result<bool> extend();

    // Decoded bytes that were not taken yet, of which the first is at position().
    [[nodiscard]] std::string_view window() const { return decoded_.view(); }
    [[nodiscard]] std::uint64_t position() const { return position_; }
    void take(std::size_t size);

    // The first bytes of the file, at most 40.
    [[nodiscard]] const std::string& beginning() const { return beginning_; }

    // In the order of their positions. Those before position() are dropped, save the last beginning of a unit.
    [[nodiscard]] const std::deque<StreamMark>& marks() const { return marks_; }

    // Takes the losses up to a position out of the marks and gives them.
    [[nodiscard]] std::vector<Problem> losses_until(std::uint64_t position);

    // Plain bytes of the window from this position on turned out to be compressed ones: they go back to be decoded.
    void reconsider(std::uint64_t position);

private:
    enum class Phase : std::uint8_t { border, plain, unit, seeking, ended };

    [[nodiscard]] Result<std::size_t> read_more();
    [[nodiscard]] Result<std::size_t> need(std::size_t size);
    [[nodiscard]] std::string_view input() const { return input_.view().substr(looked_at_); }
    [[nodiscard]] std::uint64_t offset() const { return input_offset_ + looked_at_; }
    void use(std::size_t size);
    void forget_used();
    void mark(StreamMark::Kind kind, std::uint64_t offset);
    void lose_from(std::uint64_t offset, ProblemKind kind, std::string message);
    void end_loss();
    [[nodiscard]] bool within_allowance(std::uint64_t used, std::uint64_t made);

    [[nodiscard]] Result<bool> begin_unit();
    [[nodiscard]] bool decode_whole();
    [[nodiscard]] Result<bool> decode_some();
    [[nodiscard]] Result<bool> copy_plain();
    [[nodiscard]] Result<bool> skip_frame(std::uint64_t size);
    [[nodiscard]] Result<bool> seek();
    void give_up_unit(ProblemKind kind, const std::string& reason);

    ByteSource source_;
    ExpansionLimits limits_;
    UnitDecoder decoder_;
    ByteWindow input_;                // bytes of the file; those before looked_at_ are kept for a second look
    std::uint64_t input_offset_ = 0;  // of the first byte of input_ in the file
    std::size_t looked_at_ = 0;
    bool source_ended_ = false;

    ByteWindow decoded_;
    std::uint64_t position_ = 0;  // of the first byte of decoded_
    std::deque<StreamMark> marks_;

    Phase phase_ = Phase::border;
    UnitKind unit_ = UnitKind::unknown;
    std::uint64_t unit_offset_ = 0;
    std::optional<StreamMark> loss_;  // what is being lost, until seek() finds where it ends
    bool padding_ = false;            // all that is being lost is zeros
    std::string beginning_;
    std::uint64_t looked_furthest_ = 0;  // offset up to which bytes were looked at
    std::uint64_t second_looks_ = 0;     // bytes that may be looked at once more
    std::uint64_t allowance_ = 0;        // decoded bytes that may still go beyond the ratio
};

}  // namespace axray::archive
