// A bar on standard error that shows how far a long run is (numbers -> a line that is drawn over itself).
//
// Drawn only on a terminal, and only once the run has lasted a second. Source: own.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace axray::cli {

enum class ProgressChoice : std::uint8_t { automatic, never };

// "[####......]  412 of 915 inputs  38 a second"; at most `width` columns.
[[nodiscard]] std::string progress_line(std::size_t done, std::size_t inputs, std::uint64_t documents, double seconds,
                                        unsigned width);

class Progress {
public:
    explicit Progress(ProgressChoice choice);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress() { clear(); }

    void show(std::size_t done, std::size_t inputs, std::uint64_t documents);

    // Takes the bar away, before something else is said.
    void clear();

private:
    std::chrono::steady_clock::time_point begin_;
    std::chrono::steady_clock::time_point drawn_;
    bool enabled_ = false;
    bool visible_ = false;
};

}  // namespace axray::cli
