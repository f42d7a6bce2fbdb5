#include "cli/read_progress.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include <sys/ioctl.h>
#include <unistd.h>

namespace axray::cli {
namespace {

constexpr std::chrono::seconds kPatience{1};
constexpr std::chrono::milliseconds kBetween{100};
constexpr std::size_t kBarWidth = 24;
constexpr unsigned kUsualWidth = 80;

unsigned terminal_width() {
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kUsualWidth;
}

std::string bar(std::uint64_t done, std::uint64_t all) {
    const auto filled = all == 0 ? kBarWidth : std::min<std::uint64_t>(kBarWidth, kBarWidth * done / all);
    return "[" + std::string(filled, '#') + std::string(kBarWidth - filled, '.') + "] ";
}

std::string rate(std::uint64_t count, double seconds) {
    if (seconds <= 0) return {};
    return ", " + std::to_string(std::llround(static_cast<double>(count) / seconds)) + " a second";
}

std::string time_left(std::uint64_t done, std::uint64_t all, double seconds) {
    if (done == 0 || done >= all) return {};
    const auto left = seconds * static_cast<double>(all - done) / static_cast<double>(done);
    return ", " + std::to_string(std::llround(left)) + " s left";
}

}  // namespace

std::string progress_line(std::size_t done, std::size_t inputs, std::uint64_t documents, double seconds,
                          unsigned width) {
    std::string line = bar(done, inputs);
    line += std::to_string(done) + " of " + std::to_string(inputs) + (inputs == 1 ? " input, " : " inputs, ");
    line += std::to_string(documents) + (documents == 1 ? " document" : " documents");
    line += rate(documents, seconds) + time_left(done, inputs, seconds);
    return line.substr(0, width);
}

std::string progress_line(const RowProgress& progress, double seconds, unsigned width) {
    std::string line;
    if (progress.bytes > 0) {
        const auto share = 100 * std::min(progress.bytes_done, progress.bytes) / progress.bytes;
        line = bar(progress.bytes_done, progress.bytes) + std::to_string(share) + "%, ";
    }
    line += std::to_string(progress.rows) + (progress.rows == 1 ? " row" : " rows");
    line += rate(progress.rows, seconds) + time_left(progress.bytes_done, progress.bytes, seconds);
    return line.substr(0, width);
}

Progress::Progress(ProgressChoice choice)
    : begin_(std::chrono::steady_clock::now()),
      drawn_(begin_),
      enabled_(choice == ProgressChoice::automatic && ::isatty(STDERR_FILENO) == 1) {}

std::optional<double> Progress::due() {
    if (!enabled_) return std::nullopt;
    const auto now = std::chrono::steady_clock::now();
    if (now - begin_ < kPatience || now - drawn_ < kBetween) return std::nullopt;
    drawn_ = now;
    return std::chrono::duration<double>(now - begin_).count();
}

void Progress::draw(const std::string& line) {
    std::fprintf(stderr, "\r\033[K%s", line.c_str());
    std::fflush(stderr);
    visible_ = true;
}

void Progress::show(std::size_t done, std::size_t inputs, std::uint64_t documents) {
    if (const auto seconds = due()) draw(progress_line(done, inputs, documents, *seconds, terminal_width() - 1));
}

void Progress::show(const RowProgress& progress) {
    if (const auto seconds = due()) draw(progress_line(progress, *seconds, terminal_width() - 1));
}

void Progress::clear() {
    if (!visible_) return;
    std::fputs("\r\033[K", stderr);
    std::fflush(stderr);
    visible_ = false;
}

}  // namespace axray::cli
