// A bar on standard error that shows how far a long run is (numbers -> a line that is drawn over itself).
//
// Drawn only on a terminal, and only once the run has lasted a second. Source: own.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace axray::cli {

enum class ProgressChoice : std::uint8_t { automatic, never };

// "[####......]  412 of 915 inputs  38 a second"; at most `width` columns.
[[nodiscard]] std::string progress_line(std::size_t done, std::size_t inputs, std::uint64_t documents, double seconds,
                                        unsigned width);

// Rows of one input that streams.
struct RowProgress {
    std::uint64_t bytes_done = 0;
    std::uint64_t bytes = 0;  // of the input; 0 when that is not known
    std::uint64_t rows = 0;
};

// "[####......] 41%, 12345 rows, 900 a second, 12 s left"; at most `width` columns.
[[nodiscard]] std::string progress_line(const RowProgress& progress, double seconds, unsigned width);

class Progress {
public:
    explicit Progress(ProgressChoice choice);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress() { clear(); }

    void show(std::size_t done, std::size_t inputs, std::uint64_t documents);
    void show(const RowProgress& progress);

    // Takes the bar away, before something else is said.
    void clear();

private:
    // Seconds since the beginning; none when nothing is to be drawn yet.
    [[nodiscard]] std::optional<double> due();
    void draw(const std::string& line);

    std::chrono::steady_clock::time_point begin_;
    std::chrono::steady_clock::time_point drawn_;
    bool enabled_ = false;
    bool visible_ = false;
};

}  // namespace axray::cli
