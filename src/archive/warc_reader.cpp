#include "archive/warc_reader.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace axray::archive {
namespace {

constexpr std::size_t kAhead = 8192;        // bytes wanted where a record may begin
constexpr std::size_t kHeaderFirst = 8192;  // bytes in which most headers end
constexpr std::size_t kOverlap = 16;        // longer than "WARC/1.0" and than the signs of compressed units
constexpr std::size_t kMostProblems = 100;  // after which an item is given without a record
constexpr std::size_t kNoiseShown = 40;     // bytes of a file that is no archive

bool is_line_end(char character) { return character == '\r' || character == '\n'; }

std::size_t line_ends_at(std::string_view bytes, std::size_t at) {
    std::size_t end = at;
    while (end < bytes.size() && is_line_end(bytes[end])) ++end;
    return end - at;
}

// The bytes as they can stand in a message.
std::string shown(std::string_view bytes) {
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string text;
    for (const char character : bytes.substr(0, kNoiseShown)) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte >= 0x20 && byte < 0x7F) {
            text.push_back(character);
        } else {
            text += {'\\', 'x', kDigits[byte >> 4U], kDigits[byte & 0xFU]};
        }
    }
    return text;
}

void append(std::vector<Problem>& problems, std::vector<Problem> more) {
    std::move(more.begin(), more.end(), std::back_inserter(problems));
}

bool is_compressed(UnitKind kind) {
    return kind == UnitKind::gzip || kind == UnitKind::zstd || kind == UnitKind::skippable;
}

}  // namespace

WarcReader::WarcReader(ByteSource source, const WarcReaderOptions& options)
    : stream_(std::move(source), options.expansion), options_(options) {}

// Decodes until that many bytes are in the window, or the end; gives how many there are.
Result<std::size_t> WarcReader::have(std::size_t size) {
    while (window().size() < size) {
        const auto more = stream_.extend();
        if (!more) return fail(more.error());
        if (!*more) break;
    }
    return window().size();
}

// The unit that holds a decoded byte.
const StreamMark* WarcReader::unit_at(std::uint64_t position) const {
    const StreamMark* unit = nullptr;
    for (const StreamMark& mark : stream_.marks()) {
        if (mark.position > position) break;
        if (mark.kind == StreamMark::Kind::unit_begin) unit = &mark;
    }
    return unit;
}

std::uint64_t WarcReader::offset_at(std::uint64_t position) const {
    const StreamMark* unit = unit_at(position);
    if (unit == nullptr) return 0;
    return unit->unit == UnitKind::plain ? unit->offset + (position - unit->position) : unit->offset;
}

Problem WarcReader::problem_here(ProblemKind kind, std::string message) const {
    Problem problem;
    problem.kind = kind;
    problem.offset = offset_at(stream_.position());
    problem.message = std::move(message);
    return problem;
}

Result<std::optional<ArchiveItem>> WarcReader::next() {
    if (ended_) return std::optional<ArchiveItem>();
    ended_ = true;  // should anything fail
    ArchiveItem item;
    for (;;) {
        const auto found = to_record_begin(item.problems);
        if (!found) return fail(found.error());
        if (!*found) return end_of_archive(std::move(item.problems));
        any_record_ = true;
        const auto header = read_header(item.problems);
        if (!header) return fail(header.error());
        if (!*header) {
            if (item.problems.size() < kMostProblems) continue;
            ended_ = false;
            return std::optional<ArchiveItem>(std::move(item));
        }
        arc_ = (*header)->format == RecordHeader::Format::arc;
        const auto read = read_block(**header, item);
        if (!read) return fail(read.error());
        ended_ = false;
        return std::optional<ArchiveItem>(std::move(item));
    }
}

Result<std::optional<ArchiveItem>> WarcReader::end_of_archive(std::vector<Problem> problems) {
    if (!any_record_) {
        if (stream_.beginning().empty()) {
            problems.push_back(problem_here(ProblemKind::cut_off, "the archive has no bytes"));
        } else if (first_noise_.empty() && !problems.empty() && problems.front().kind != ProblemKind::not_records) {
            return fail(ErrorCode::malformed, "no record of a web archive could be read: " + problems.front().message);
        } else {
            const std::string& bytes = first_noise_.empty() ? stream_.beginning() : first_noise_;
            return fail(ErrorCode::unsupported, "this is no web archive: it begins with \"" + shown(bytes) +
                                                    "\" where a line such as \"WARC/1.0\" was expected");
        }
    }
    if (problems.empty()) return std::optional<ArchiveItem>();
    ArchiveItem item;
    item.problems = std::move(problems);
    return std::optional<ArchiveItem>(std::move(item));
}

// Goes to where a record begins, over line ends and noise; false at the end.
Result<bool> WarcReader::to_record_begin(std::vector<Problem>& problems) {
    Noise noise;
    for (;;) {
        const auto there = have(kAhead);
        if (!there) return fail(there.error());
        append(problems, stream_.losses_until(stream_.position()));
        if (*there == 0) return false;
        if (begins_record(window())) return true;
        const StreamMark* unit = unit_at(stream_.position());
        if (unit != nullptr && unit->unit == UnitKind::plain && is_compressed(unit_kind(window()))) {
            stream_.reconsider(stream_.position());
            noise = {};
            continue;
        }
        if (const std::size_t lines = line_ends_at(window(), 0); lines > 0) {
            stream_.take(lines);
            continue;
        }
        if (noise.bytes == 0) problems.push_back(problem_here(ProblemKind::not_records, ""));
        take_noise(noise_size(), noise, problems.back());
    }
}

// Bytes of the window up to the next that may begin a record, or a compressed unit among plain bytes; at least one.
std::size_t WarcReader::noise_size() const {
    const std::string_view bytes = window();
    const std::size_t kept = bytes.size() < kAhead ? 0 : kOverlap;
    const StreamMark* unit = unit_at(stream_.position());
    const bool plain = unit != nullptr && unit->unit == UnitKind::plain;
    for (std::size_t at = 1; at < bytes.size() - kept; ++at) {
        const char first = bytes[at];
        if (first == 'W' && begins_warc(bytes.substr(at))) return at;
        if (first == '\n' && arc_ && begins_arc(bytes.substr(at + 1))) return at + 1;
        if (plain && (first == '\x1f' || first == '\x28') && is_compressed(unit_kind(bytes.substr(at)))) return at;
    }
    return bytes.size() - kept;
}

void WarcReader::take_noise(std::size_t size, Noise& noise, Problem& problem) {
    const std::string_view bytes = window().substr(0, size);
    if (first_noise_.empty()) first_noise_ = bytes.substr(0, kNoiseShown);
    noise.bytes += size;
    noise.zeros = noise.zeros && bytes.find_first_not_of('\0') == std::string_view::npos;
    problem.message =
        std::to_string(noise.bytes) + " bytes of " + (noise.zeros ? "zeros" : "noise") + " where a record should begin";
    const std::uint64_t offset = offset_at(stream_.position() + size);
    problem.lost = offset - std::min(offset, problem.offset);
    stream_.take(size);
}

// None when there is no usable header; then it has been passed.
Result<std::optional<RecordHeader>> WarcReader::read_header(std::vector<Problem>& problems) {
    for (std::size_t wanted = kHeaderFirst;; wanted *= 4) {
        const auto there = have(wanted);
        if (!there) return fail(there.error());
        const auto border = border_between(1, std::min(*there, kHeaderLimit));
        if (!border) return fail(border.error());
        const bool cut = border->why != BlockEnd::Why::unknown;
        const std::string_view bytes = window().substr(0, cut ? border->at : kHeaderLimit);
        RecordHeader header = read_record_header(bytes);
        if (header.how == HeaderEnd::record) {
            problems.push_back(problem_here(ProblemKind::bad_header, "another record begins within the header"));
            problems.back().lost = offset_at(stream_.position() + header.size) - problems.back().offset;
            stream_.take(header.size);
            return std::optional<RecordHeader>();
        }
        if (header.how == HeaderEnd::block) {
            problems.push_back(problem_here(ProblemKind::bad_header, "no blank line stands before the block"));
        }
        if (header.how != HeaderEnd::none) return std::optional<RecordHeader>(std::move(header));
        if (!cut && *there >= wanted && bytes.size() < kHeaderLimit) continue;
        const bool too_long = bytes.size() >= kHeaderLimit;
        problems.push_back(problem_here(
            too_long ? ProblemKind::bad_header : ProblemKind::cut_off,
            too_long ? "the header of a record does not end within " + std::to_string(kHeaderLimit) + " bytes"
                     : "the header of a record is cut off"));
        problems.back().lost = offset_at(stream_.position() + bytes.size()) - problems.back().offset;
        stream_.take(bytes.size());
        return std::optional<RecordHeader>();
    }
}

}  // namespace axray::archive
