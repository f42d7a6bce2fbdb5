#include "base/line_batches.hpp"

#include <algorithm>
#include <cerrno>
#include <utility>

#include <poll.h>
#include <unistd.h>

#include "base/files.hpp"

namespace axray::base {
namespace {

constexpr std::size_t kReadSize = 1u << 17;  // bytes asked for at once, hence the usual size of a batch
constexpr int kPatience = 100;               // milliseconds between looks at the stop signal

std::uint64_t count_lines(std::string_view bytes) {
    const auto feeds = static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), '\n'));
    return feeds + (bytes.empty() || bytes.back() == '\n' ? 0 : 1);
}

}  // namespace

LineBatches::LineBatches(int descriptor, std::string name, std::size_t line_limit, const std::atomic<bool>& stop)
    : descriptor_(descriptor), name_(std::move(name)), line_limit_(line_limit), stop_(&stop) {}

// Appends to pending_ what one read brings; 0 bytes at the end of the stream or when told to stop.
Result<std::size_t> LineBatches::read_more() {
    const std::size_t filled = pending_.size();
    while (!stop_->load(std::memory_order_relaxed)) {
        pollfd waiting{descriptor_, POLLIN, 0};
        if (::poll(&waiting, 1, kPatience) == 0) continue;
        if (pending_.capacity() < filled + kReadSize) {
            pending_.reserve(std::max(std::min(2 * filled, line_limit_ + 2 * kReadSize), filled + kReadSize));
        }
        pending_.resize(filled + kReadSize);
        const ssize_t got = ::read(descriptor_, pending_.data() + filled, kReadSize);
        pending_.resize(filled + (got > 0 ? static_cast<std::size_t>(got) : 0));
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno != EINTR && errno != EAGAIN) return fail(read_error(errno, name_));
    }
    return std::size_t{0};
}

LineBatch LineBatches::take_until(std::size_t end) {
    LineBatch batch;
    batch.first_line = next_line_;
    batch.bytes = std::move(pending_);
    pending_ = batch.bytes.substr(end);
    searched_ = pending_.size();
    batch.bytes.resize(end);
    batch.lines = count_lines(batch.bytes);
    next_line_ += batch.lines;
    return batch;
}

LineBatch LineBatches::too_long_line() {
    LineBatch batch;
    batch.kind = LineBatch::Kind::too_long;
    batch.first_line = next_line_++;
    batch.lines = 1;
    return batch;
}

Result<std::optional<LineBatch>> LineBatches::skip_long_line() {
    searched_ = 0;
    for (;;) {
        const std::size_t feed = pending_.find('\n');
        if (feed != std::string::npos) {
            pending_.erase(0, feed + 1);
            skipping_ = false;
            return std::optional<LineBatch>(too_long_line());
        }
        pending_.clear();
        const auto got = read_more();
        if (!got) return fail(got.error());
        if (*got > 0) continue;
        at_end_ = true;
        skipping_ = false;
        return std::optional<LineBatch>(too_long_line());
    }
}

Result<std::optional<LineBatch>> LineBatches::next() {
    while (!skipping_) {
        const std::size_t last = std::string_view(pending_).substr(searched_).rfind('\n');
        if (last != std::string_view::npos) return std::optional<LineBatch>(take_until(searched_ + last + 1));
        searched_ = pending_.size();
        if (pending_.size() > line_limit_) {
            skipping_ = true;
            break;
        }
        if (at_end_) {
            if (pending_.empty()) return std::optional<LineBatch>();
            return std::optional<LineBatch>(take_until(pending_.size()));
        }
        const auto got = read_more();
        if (!got) return fail(got.error());
        at_end_ = *got == 0;
        if (at_end_ && stop_->load(std::memory_order_relaxed)) return std::optional<LineBatch>();
    }
    return skip_long_line();
}

}  // namespace axray::base
