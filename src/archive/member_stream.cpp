#include "archive/member_stream.hpp"

#include <algorithm>
#include <utility>

namespace axray::archive {
namespace {

constexpr std::size_t kRead = std::size_t{1} << 18;        // bytes asked of the source at once
constexpr std::size_t kAhead = std::size_t{1} << 18;       // bytes of input wanted before a unit is begun
constexpr std::size_t kBehind = std::size_t{1} << 20;      // bytes of a unit kept for a second look
constexpr std::size_t kOut = std::size_t{1} << 18;         // bytes decoded in one step
constexpr std::size_t kWholeFirst = std::size_t{1} << 19;  // room for a whole member: first try
constexpr std::size_t kWholeLast = std::size_t{1} << 23;   // and last
constexpr std::size_t kTrialBytes = 4096;                  // what is wanted behind a place where a unit may begin
constexpr std::size_t kBeginning = 40;
constexpr std::size_t kMostMarks = 100000;  // behind which units that follow each other are marked as one
constexpr std::size_t kDictionaryBytes = std::size_t{16} << 20;

std::string counted(std::uint64_t count, std::string_view what) {
    return std::to_string(count) + " byte" + (count == 1 ? " " : "s ") + std::string(what);
}

std::string_view unit_name(UnitKind kind) { return kind == UnitKind::gzip ? "gzip member" : "Zstandard frame"; }

// The first place where a unit may begin; size() when there is none.
std::size_t first_candidate(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const char first = bytes[at];
        if (first != '\x1f' && first != '\x28' && first != 'W' && first != 'f') continue;
        const std::string_view rest = bytes.substr(at);
        if (rest.starts_with("\x1f\x8b\x08") || rest.starts_with("\x28\xb5\x2f\xfd")) return at;
        if (rest.starts_with("WARC/") || rest.starts_with("filedesc:")) return at;
    }
    return bytes.size();
}

}  // namespace

MemberStream::MemberStream(ByteSource source, const ExpansionLimits& limits)
    : source_(std::move(source)), limits_(limits), allowance_(limits.allowance) {}

// Drops what will not be looked at again: all but the beginning of the present unit, while that is short.
void MemberStream::forget_used() {
    std::size_t kept = 0;
    if (phase_ == Phase::unit && unit_offset_ >= input_offset_)
        kept = static_cast<std::size_t>(offset() - unit_offset_);
    if (kept > kBehind) kept = 0;
    const std::size_t dropped = looked_at_ - std::min(kept, looked_at_);
    input_.drop_front(dropped);
    input_offset_ += dropped;
    looked_at_ -= dropped;
}

Result<std::size_t> MemberStream::read_more() {
    if (source_ended_) return std::size_t{0};
    forget_used();
    char* room = input_.room(kRead);
    auto got = source_(room, kRead);
    if (!got) return fail(std::move(got).error());
    input_.filled(*got);
    if (beginning_.empty()) beginning_ = input_.view().substr(0, kBeginning);
    source_ended_ = *got == 0;
    return got;
}

// Reads until that many bytes of input are there, or the end; gives how many there are.
Result<std::size_t> MemberStream::need(std::size_t size) {
    while (input().size() < size && !source_ended_) {
        if (auto got = read_more(); !got) return fail(std::move(got).error());
    }
    return input().size();
}

void MemberStream::use(std::size_t size) {
    looked_at_ += size;
    if (offset() <= looked_furthest_) return;
    second_looks_ += 4 * (offset() - looked_furthest_);
    looked_furthest_ = offset();
}

void MemberStream::mark(StreamMark::Kind kind, std::uint64_t offset) {
    StreamMark mark;
    mark.kind = kind;
    mark.position = position_ + decoded_.size();
    // Units without content leave no marks: there may be any number of them.
    if (kind == StreamMark::Kind::unit_end && !marks_.empty() && marks_.back().position == mark.position &&
        marks_.back().kind == StreamMark::Kind::unit_begin) {
        marks_.pop_back();
        return;
    }
    if (kind == StreamMark::Kind::unit_end && marks_.size() > kMostMarks &&
        marks_[marks_.size() - 2].kind == StreamMark::Kind::unit_end) {
        marks_.pop_back();
        marks_.back() = std::move(mark);
        return;
    }
    mark.offset = offset;
    mark.unit = unit_;
    marks_.push_back(std::move(mark));
}

void MemberStream::take(std::size_t size) {
    decoded_.drop_front(size);
    position_ += size;
    // The last beginning of a unit says where in the file the position is.
    while (marks_.size() > 1 && marks_[1].position <= position_ && marks_[1].kind != StreamMark::Kind::loss) {
        const bool covers =
            marks_[0].kind == StreamMark::Kind::unit_begin && marks_[1].kind == StreamMark::Kind::unit_end;
        if (!covers) {
            marks_.pop_front();
        } else if (marks_.size() > 2 && marks_[2].position <= position_) {
            marks_.erase(marks_.begin() + 1);
        } else {
            return;
        }
    }
}

void MemberStream::lose_from(std::uint64_t offset, ProblemKind kind, std::string message) {
    if (!loss_) {
        loss_ = StreamMark{};
        loss_->kind = StreamMark::Kind::loss;
        loss_->position = position_ + decoded_.size();
        loss_->offset = offset;
        loss_->problem.kind = kind;
        loss_->problem.offset = offset;
        loss_->problem.message = std::move(message);
        padding_ = kind == ProblemKind::not_records;
    }
    phase_ = Phase::seeking;
}

void MemberStream::end_loss() {
    // Losses with nothing between them are one, or noise could fill the memory with its marks.
    const auto last = std::find_if(marks_.rbegin(), marks_.rend(),
                                   [](const StreamMark& mark) { return mark.kind == StreamMark::Kind::loss; });
    const bool same = last != marks_.rend() && last->position == loss_->position;
    Problem& problem = same ? last->problem : loss_->problem;
    problem.lost = offset() - problem.offset;
    if (problem.kind == ProblemKind::not_records) {
        problem.message = counted(
            problem.lost, padding_ ? "of zeros where a record should begin" : "of noise where a record should begin");
    }
    if (!same) marks_.push_back(std::move(*loss_));
    loss_.reset();
    phase_ = Phase::border;
}

// Losses up to a position, which are not marked any longer.
std::vector<Problem> MemberStream::losses_until(std::uint64_t position) {
    std::vector<Problem> losses;
    std::erase_if(marks_, [&](StreamMark& mark) {
        if (mark.kind != StreamMark::Kind::loss || mark.position > position) return false;
        losses.push_back(std::move(mark.problem));
        return true;
    });
    return losses;
}

// Each byte of input allows `ratio` bytes of output; `allowance` of them may be taken in advance.
bool MemberStream::within_allowance(std::uint64_t used, std::uint64_t made) {
    allowance_ = std::min(allowance_ + used * limits_.ratio, limits_.allowance + made);
    if (allowance_ < made) {
        allowance_ = 0;
        return false;
    }
    allowance_ = std::min(allowance_ - made, limits_.allowance);
    return true;
}

Result<bool> MemberStream::extend() {
    switch (phase_) {
        case Phase::border: return begin_unit();
        case Phase::plain: return copy_plain();
        case Phase::unit: return decode_some();
        case Phase::seeking: return seek();
        case Phase::ended: break;
    }
    return false;
}

Result<bool> MemberStream::begin_unit() {
    const auto there = need(kAhead);
    if (!there) return fail(there.error());
    if (*there == 0) {
        phase_ = Phase::ended;
        return false;
    }
    unit_ = unit_kind(input());
    unit_offset_ = offset();
    if (unit_ == UnitKind::unknown) {
        lose_from(offset(), ProblemKind::not_records, "");
        return seek();
    }
    if (unit_ == UnitKind::skippable) {
        return skip_frame(kSkippableHeader + std::uint64_t{skippable_size(input())});
    }
    mark(StreamMark::Kind::unit_begin, offset());
    if (unit_ == UnitKind::plain) {
        phase_ = Phase::plain;
        return copy_plain();
    }
    if (unit_ == UnitKind::gzip && decode_whole()) return true;
    decoder_.begin(unit_);
    phase_ = Phase::unit;
    return decode_some();
}

// A gzip member that is all there, in one go. When it is not, nothing has happened.
bool MemberStream::decode_whole() {
    for (std::size_t size = std::max(kWholeFirst, decoded_.room_left());; size *= 4) {
        size = std::min(size, kWholeLast);
        UnitStep step;
        const auto outcome = decoder_.whole_gzip(input(), decoded_.room(size), size, step);
        if (outcome == UnitDecoder::Whole::no) return false;
        if (outcome == UnitDecoder::Whole::needs_room) {
            if (size == kWholeLast) return false;
            continue;
        }
        decoded_.filled(step.made);
        use(step.used);
        static_cast<void>(within_allowance(step.used, step.made));  // its size is bounded
        mark(StreamMark::Kind::unit_end, offset());
        return true;
    }
}

Result<bool> MemberStream::decode_some() {
    for (;;) {
        const UnitStep step = decoder_.step(input(), decoded_.room(kOut), kOut);
        decoded_.filled(step.made);
        use(step.used);
        if (step.state == UnitState::damaged) {
            give_up_unit(ProblemKind::damaged_data, "is damaged: " + step.reason);
            return true;
        }
        if (!within_allowance(step.used, step.made)) {
            give_up_unit(ProblemKind::too_expansive,
                         "is refused: it expands to more than " + std::to_string(limits_.ratio) + " times its size");
            return true;
        }
        if (step.state == UnitState::ended) {
            mark(StreamMark::Kind::unit_end, offset());
            phase_ = Phase::border;
            return true;
        }
        if (step.made > 0) return true;
        if (!input().empty()) continue;
        const auto got = read_more();
        if (!got) return fail(got.error());
        if (*got == 0) {
            give_up_unit(ProblemKind::cut_off, "is cut off: the file ends in it");
            return true;
        }
    }
}

void MemberStream::give_up_unit(ProblemKind kind, const std::string& reason) {
    const std::uint64_t begin = std::max(unit_offset_ + 1, input_offset_);
    const std::uint64_t again = offset() - std::min(begin, offset());
    lose_from(unit_offset_, kind, "the " + std::string(unit_name(unit_)) + " " + reason);
    // Units that the damaged one took in for its own data can still be found, as long as the cost stays linear.
    if (kind == ProblemKind::too_expansive || again > second_looks_) return;
    second_looks_ -= again;
    looked_at_ -= static_cast<std::size_t>(again);
}

Result<bool> MemberStream::copy_plain() {
    if (input().empty()) {
        const auto got = read_more();
        if (!got) return fail(got.error());
        if (*got == 0) {
            mark(StreamMark::Kind::unit_end, offset());
            phase_ = Phase::ended;
            return true;
        }
    }
    const std::string_view bytes = input();
    std::copy(bytes.begin(), bytes.end(), decoded_.room(bytes.size()));
    decoded_.filled(bytes.size());
    use(bytes.size());
    return true;
}

Result<bool> MemberStream::skip_frame(std::uint64_t size) {
    if (is_dictionary_frame(input()) && size <= kDictionaryBytes) {
        const auto there = need(static_cast<std::size_t>(size));
        if (!there) return fail(there.error());
        const std::string_view frame = input().substr(0, static_cast<std::size_t>(size));
        const std::string fault = decoder_.use_dictionary(frame.substr(kSkippableHeader));
        use(frame.size());
        if (!fault.empty()) {
            lose_from(unit_offset_, ProblemKind::damaged_data, "the dictionary of the archive is unusable: " + fault);
            end_loss();
        }
        return true;
    }
    while (size > 0) {
        const auto there = need(1);
        if (!there) return fail(there.error());
        if (*there == 0) break;
        const auto skipped = static_cast<std::size_t>(std::min<std::uint64_t>(size, *there));
        use(skipped);
        size -= skipped;
    }
    return true;
}

// Goes to the next place where a unit begins that decodes, or to the end of the file.
Result<bool> MemberStream::seek() {
    for (;;) {
        const auto there = need(kTrialBytes);
        if (!there) return fail(there.error());
        const std::string_view bytes = input();
        const std::size_t found = first_candidate(bytes);
        const std::string_view passed = bytes.substr(0, found);
        if (passed.find_first_not_of('\0') != std::string_view::npos) padding_ = false;
        const bool enough = bytes.size() - found >= kTrialBytes || source_ended_;
        if (found < bytes.size() && !enough) {
            use(found);
            continue;
        }
        if (found < bytes.size() && decoder_.decodes(bytes.substr(found))) {
            use(found);
            break;
        }
        // Not at a place that lies at the border of two reads: the longest sign of a unit is nine bytes long.
        constexpr std::size_t kSign = 9;
        if (found < bytes.size()) {
            padding_ = false;
            use(found + 1);
        } else if (source_ended_) {
            use(bytes.size());
            break;
        } else {
            use(bytes.size() - std::min(bytes.size(), kSign));
            if (auto got = read_more(); !got) return fail(std::move(got).error());
        }
    }
    end_loss();
    return true;
}

void MemberStream::reconsider(std::uint64_t position) {
    if (phase_ != Phase::plain && phase_ != Phase::ended) return;
    const auto returned = static_cast<std::size_t>(position_ + decoded_.size() - position);
    // The input is empty in these phases: the bytes are put where they came from.
    const std::string_view bytes = decoded_.view().substr(decoded_.size() - returned);
    ByteWindow input;
    std::copy(bytes.begin(), bytes.end(), input.room(bytes.size()));
    input.filled(bytes.size());
    input_offset_ = offset() - returned;
    input_ = std::move(input);
    looked_at_ = 0;
    decoded_.drop_back(returned);
    while (!marks_.empty() && marks_.back().kind == StreamMark::Kind::unit_end && marks_.back().position > position) {
        marks_.pop_back();
    }
    phase_ = Phase::border;
}

}  // namespace axray::archive
