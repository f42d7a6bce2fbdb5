// The part of WarcReader that finds where the block of a record ends, also where its length is wrong.
#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "archive/digests.hpp"
#include "archive/warc_reader.hpp"

namespace axray::archive {
namespace {

constexpr std::size_t kAhead = 4096;            // bytes wanted behind a block, to see what follows
constexpr std::size_t kHeaderAhead = 1u << 14;  // bytes wanted behind a place where a header may begin
constexpr std::size_t kHeaderInLine = 4096;     // bytes of a header that begins within a line
constexpr std::uint64_t kDigestAllowance = std::uint64_t{64} << 20;
constexpr std::size_t kStep = std::size_t{1} << 18;      // bytes searched at once
constexpr std::size_t kLongStep = std::size_t{1} << 20;  // bytes of a block over the limit that are passed at once

bool is_line_end(char character) { return character == '\r' || character == '\n'; }

// Bytes of at most two line ends before a place.
std::size_t record_end_before(std::string_view bytes, std::size_t begin, std::size_t end) {
    std::size_t at = end;
    for (int line = 0; line < 2; ++line) {
        if (at > begin && bytes[at - 1] == '\n') --at;
        if (at > begin && bytes[at - 1] == '\r') --at;
    }
    return end - at;
}

DigestState block_digest(const WarcRecord& record, std::string_view block) {
    return compare_digest(field_value(record.fields, "WARC-Block-Digest"), block);
}

}  // namespace

// The first place in [from, until) of the window at which something was lost or another unit begins with a record.
Result<WarcReader::BlockEnd> WarcReader::border_between(std::size_t from, std::size_t until) {
    const std::uint64_t first = stream_.position() + from;
    const std::uint64_t last = stream_.position() + until;
    for (std::size_t i = 0; i < stream_.marks().size(); ++i) {
        const StreamMark& mark = stream_.marks()[i];
        if (mark.position >= last) break;
        if (mark.position < first || mark.kind == StreamMark::Kind::unit_end) continue;
        const auto at = static_cast<std::size_t>(mark.position - stream_.position());
        if (mark.kind == StreamMark::Kind::loss) return BlockEnd{BlockEnd::Why::loss, at};
        const auto there = have(at + kAhead);
        if (!there) return fail(there.error());
        if (begins_record(window().substr(at))) return BlockEnd{BlockEnd::Why::unit, at};
    }
    return BlockEnd{BlockEnd::Why::unknown, until};
}

// True when a unit begins or ends, or something was lost, in [from, to] of the window.
bool WarcReader::has_border(std::size_t from, std::size_t to) const {
    const auto& marks = stream_.marks();
    return std::any_of(marks.begin(), marks.end(), [&](const StreamMark& mark) {
        return mark.position >= stream_.position() + from && mark.position <= stream_.position() + to;
    });
}

// Where in [from, until) of the window a complete header of another record begins; until when there is none.
std::size_t WarcReader::header_between(std::size_t from, std::size_t until) const {
    const std::string_view bytes = window();
    const std::string_view sign = arc_ ? "\n" : "WARC/";
    for (std::size_t at = bytes.find(sign, from); at < until; at = bytes.find(sign, at + 1)) {
        if (arc_ && at + 1 < until && begins_arc(bytes.substr(at + 1))) return at + 1;
        // Within a line, where the end of the record before is damaged, little is looked at: any line may look so.
        const bool line_begins = at == 0 || bytes[at - 1] == '\n';
        if (!arc_ && is_complete_header(bytes.substr(at, line_begins ? kHeaderLimit : kHeaderInLine))) return at;
    }
    return until;
}

// Searches [from, until) of what is to come for anything that ends a block.
Result<WarcReader::BlockEnd> WarcReader::find_end(std::size_t from, std::size_t until) {
    for (std::size_t at = from;;) {
        const std::size_t stop = std::min(until, at + kStep);
        const auto there = have(stop + kHeaderAhead);
        if (!there) return fail(there.error());
        auto border = border_between(at, std::min(stop, *there));
        if (!border) return fail(std::move(border).error());
        const std::size_t header = header_between(at, border->at);
        if (header < border->at) return BlockEnd{BlockEnd::Why::record, header};
        if (border->why != BlockEnd::Why::unknown) return border;
        if (*there < stop) return BlockEnd{BlockEnd::Why::input, *there};
        if (stop == until) return BlockEnd{BlockEnd::Why::unknown, until};
        at = stop;
    }
}

// The end of a block whose length is declared and within the limit.
Result<WarcReader::BlockEnd> WarcReader::check_end(const RecordHeader& header, ArchiveItem& item) {
    const std::size_t begin = header.size;
    const std::size_t end = begin + static_cast<std::size_t>(*header.length);
    const auto there = have(end + kAhead);
    if (!there) return fail(there.error());
    auto border = border_between(begin, std::min(end, *there));
    if (!border || border->why != BlockEnd::Why::unknown) return border;
    if (*there < end) {
        return find_end(begin, end);
    }
    const std::string_view bytes = window();
    std::size_t next = end;
    while (next < bytes.size() && is_line_end(bytes[next])) ++next;
    const auto feeds = static_cast<std::size_t>(std::count(bytes.begin() + static_cast<std::ptrdiff_t>(end),
                                                           bytes.begin() + static_cast<std::ptrdiff_t>(next), '\n'));
    const bool good = next == bytes.size() || has_border(end, next) || begins_record(bytes.substr(next));
    const std::size_t wanted_feeds = arc_ ? 1 : 2;
    BlockEnd answer{BlockEnd::Why::declared, end};
    if (!good) {
        auto repaired = repair_end(header, feeds);
        if (!repaired) return repaired;
        answer = *repaired;
    }
    if (answer.why == BlockEnd::Why::declared && feeds < wanted_feeds) {
        item.problems.push_back(
            problem_here(ProblemKind::missing_end, arc_ ? "no line end stands behind the record"
                                                        : "the two line ends behind the record are absent"));
    }
    return answer;
}

// Whether a block of the declared size is what its digest was made of. When many records lie about their size the same
// bytes would be digested for each of them; an allowance that grows with what was read keeps the cost linear.
DigestState WarcReader::doubtful_digest(const RecordHeader& header, std::size_t size) {
    if (size > digest_allowance_) return DigestState::absent;
    digest_allowance_ -= size;
    return block_digest(header.record, window().substr(header.size, size));
}

// What follows the declared end is no record: either noise, or the length is wrong.
Result<WarcReader::BlockEnd> WarcReader::repair_end(const RecordHeader& header, std::size_t feeds) {
    const std::size_t begin = header.size;
    const std::size_t end = begin + static_cast<std::size_t>(*header.length);
    const DigestState digest = doubtful_digest(header, end - begin);
    if (digest == DigestState::agrees) return BlockEnd{BlockEnd::Why::declared, end};
    auto inside = find_end(begin, end);
    if (!inside || inside->why != BlockEnd::Why::unknown) return inside;
    if (feeds >= 2 && digest != DigestState::differs) return BlockEnd{BlockEnd::Why::declared, end};
    auto behind = find_end(end, end + options_.block_limit);
    if (behind && behind->why == BlockEnd::Why::unknown) behind->at = end;
    return behind;
}

Result<bool> WarcReader::read_block(const RecordHeader& header, ArchiveItem& item) {
    item.record = header.record;
    RecordPlace& place = item.record->place;
    if (const StreamMark* unit = unit_at(stream_.position()); unit != nullptr) {
        place.offset = offset_at(stream_.position());
        place.inner = unit->unit == UnitKind::plain ? 0 : stream_.position() - unit->position;
    }
    if (header.length && *header.length <= options_.block_limit) {
        const auto end = check_end(header, item);
        return end ? close_record(header, *end, item) : Result<bool>(fail(end.error()));
    }
    const auto end = find_end(header.size, header.size + options_.block_limit);
    if (!end) return fail(end.error());
    if (end->why == BlockEnd::Why::unknown) return read_long_block(header, item);
    return close_record(header, *end, item);
}

// A block over the limit: its beginning is kept, the rest is passed.
Result<bool> WarcReader::read_long_block(const RecordHeader& header, ArchiveItem& item) {
    WarcRecord& record = *item.record;
    const Problem here = problem_here(ProblemKind::too_long, "");
    record.block = window().substr(header.size, options_.block_limit);
    record.block_size = record.block.size();
    stream_.take(header.size + record.block.size());
    std::uint64_t left = header.length ? *header.length - record.block_size : std::numeric_limits<std::uint64_t>::max();
    BlockEnd end;
    while (left > 0) {
        const auto step = static_cast<std::size_t>(std::min<std::uint64_t>(left, kLongStep));
        const auto found = find_end(0, step);
        if (!found) return fail(found.error());
        end = *found;
        record.block_size += end.at;
        if (end.why != BlockEnd::Why::unknown) break;
        stream_.take(step);
        left -= step;
        end = {};
    }
    item.problems.push_back(here);
    item.problems.back().message = "the block has " + std::to_string(record.block_size) +
                                   " bytes, more than the limit; its first " + std::to_string(record.block.size()) +
                                   " are given";
    explain_end(header, end, item);
    return finish_item(end.at, item);
}

void WarcReader::explain_end(const RecordHeader& header, BlockEnd end, ArchiveItem& item) const {
    using Why = BlockEnd::Why;
    WarcRecord& record = *item.record;
    if (end.why == Why::declared) return;
    const std::string size = std::to_string(record.block_size);
    const std::string length = header.length_text.empty() ? "is absent" : "says \"" + header.length_text + "\"";
    record.state = end.why == Why::loss || end.why == Why::unknown ? RecordState::partial : RecordState::repaired;
    if (end.why == Why::input && header.length && *header.length > record.block_size) {
        record.state = RecordState::partial;
        item.problems.push_back(problem_here(
            ProblemKind::cut_off,
            "the archive ends in the record: " + size + " of " + header.length_text + " bytes of its block are there"));
    } else if (end.why == Why::loss && header.length) {
        if (*header.length <= record.block_size) return;  // the loss itself will be told
        item.problems.push_back(problem_here(ProblemKind::cut_off,
                                             size + " of " + header.length_text + " bytes of the block could be read"));
    } else {
        item.problems.push_back(problem_here(
            ProblemKind::wrong_length, "Content-Length " + length + ", the block seems to have " + size + " bytes"));
    }
}

// Takes the block out of the window and says how sure it is.
Result<bool> WarcReader::close_record(const RecordHeader& header, BlockEnd end, ArchiveItem& item) {
    using Why = BlockEnd::Why;
    WarcRecord& record = *item.record;
    const std::string_view bytes = window();
    std::size_t size = end.at - header.size;
    const std::size_t line_ends = record_end_before(bytes, header.size, end.at);
    const bool trim =
        end.why == Why::record || end.why == Why::unit ||
        (end.why == Why::input &&
         (!header.length || block_digest(record, bytes.substr(header.size, size - line_ends)) == DigestState::agrees));
    if (trim) size -= line_ends;
    if (end.why == Why::loss && header.length) size = std::min<std::uint64_t>(size, *header.length);
    record.block = bytes.substr(header.size, size);
    record.block_size = size;
    explain_end(header, end, item);
    if (record.state != RecordState::whole && block_digest(record, record.block) == DigestState::agrees) {
        record.state = RecordState::whole;
    }
    return finish_item(end.at, item);
}

// Goes behind the record, whose block ends at `end` of the window, and completes what can be said of it.
Result<bool> WarcReader::finish_item(std::size_t end, ArchiveItem& item) {
    const auto there = have(end + kAhead);
    if (!there) return fail(there.error());
    WarcRecord& record = *item.record;
    std::size_t next = end;
    while (next < *there && is_line_end(window()[next])) ++next;
    const std::uint64_t block_end = stream_.position() + end;
    const std::uint64_t record_end = stream_.position() + next;
    const StreamMark* unit = unit_at(block_end > 0 ? block_end - 1 : 0);
    const std::uint64_t unit_offset = unit != nullptr ? unit->offset : 0;
    if (unit != nullptr && unit->unit == UnitKind::plain) {
        record.place.length = unit->offset + (record_end - unit->position) - record.place.offset;
    } else if (record.place.inner == 0) {
        for (const StreamMark& mark : stream_.marks()) {
            if (mark.position > record_end) break;
            if (mark.kind != StreamMark::Kind::unit_end || mark.position < block_end) continue;
            record.place.length = mark.offset - record.place.offset;
        }
    }
    stream_.take(next);
    digest_allowance_ = std::min<std::uint64_t>(digest_allowance_ + 4 * next, kDigestAllowance);
    std::vector<Problem> losses = stream_.losses_until(stream_.position());
    const bool doubtful = std::any_of(losses.begin(), losses.end(), [&](const Problem& loss) {
        return loss.kind != ProblemKind::not_records && loss.offset == unit_offset;
    });
    std::move(losses.begin(), losses.end(), std::back_inserter(item.problems));
    if (doubtful && record.state == RecordState::whole && block_digest(record, record.block) != DigestState::agrees) {
        record.state = RecordState::partial;
    }
    return true;
}

}  // namespace axray::archive
