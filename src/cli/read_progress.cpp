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

}  // namespace

std::string progress_line(std::size_t done, std::size_t inputs, std::uint64_t documents, double seconds,
                          unsigned width) {
    const auto filled = inputs == 0 ? kBarWidth : std::min(kBarWidth, kBarWidth * done / inputs);
    std::string line = "[" + std::string(filled, '#') + std::string(kBarWidth - filled, '.') + "] ";
    line += std::to_string(done) + " of " + std::to_string(inputs) + (inputs == 1 ? " input, " : " inputs, ");
    line += std::to_string(documents) + (documents == 1 ? " document" : " documents");
    if (seconds > 0) {
        line += ", " + std::to_string(std::llround(static_cast<double>(documents) / seconds)) + " a second";
    }
    if (done > 0 && done < inputs) {
        const auto left = seconds * static_cast<double>(inputs - done) / static_cast<double>(done);
        line += ", " + std::to_string(std::llround(left)) + " s left";
    }
    return line.substr(0, width);
}

Progress::Progress(ProgressChoice choice)
    : begin_(std::chrono::steady_clock::now()),
      drawn_(begin_),
      enabled_(choice == ProgressChoice::automatic && ::isatty(STDERR_FILENO) == 1) {}

void Progress::show(std::size_t done, std::size_t inputs, std::uint64_t documents) {
    if (!enabled_) return;
    const auto now = std::chrono::steady_clock::now();
    if (now - begin_ < kPatience || now - drawn_ < kBetween) return;
    drawn_ = now;
    const double seconds = std::chrono::duration<double>(now - begin_).count();
    const auto line = progress_line(done, inputs, documents, seconds, terminal_width() - 1);
    std::fprintf(stderr, "\r\033[K%s", line.c_str());
    std::fflush(stderr);
    visible_ = true;
}

void Progress::clear() {
    if (!visible_) return;
    std::fputs("\r\033[K", stderr);
    std::fflush(stderr);
    visible_ = false;
}

}  // namespace axray::cli
