// Runs another program on bytes that nobody trusts (program, arguments, bytes -> what it printed).
//
// The child gets nothing of ours: an empty environment, no shell, no open descriptor but its three and the input, no
// right to write a file. Its time, memory and output are limited; at a limit its whole process group is ended. So a
// program that a hostile file makes loop or swell costs at most what the limits say.
//
//     const auto program = base::find_program("pdftotext");
//     const auto output = base::run_child(*program, {"-q", std::string(base::kChildInput), "-"}, limits, bytes);
//
// Source: own, over POSIX and Linux (memfd_create, close_range).
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <axray/result.hpp>

namespace axray::base {

// The path under which the child finds the input: a file in memory, which it may read in any order.
inline constexpr std::string_view kChildInput = "/proc/self/fd/3";

struct ChildLimits {
    std::chrono::milliseconds time{30'000};   // from start to end, by the clock on the wall
    std::uint64_t memory = 1ULL << 30U;       // bytes of address space
    std::uint64_t output = 256ULL << 20U;     // bytes on standard output
    std::uint64_t error_text = 16ULL << 10U;  // bytes kept of standard error; more are dropped
    std::uint64_t file_size = 0;              // bytes that it may write into any file
};

enum class ChildLimit : std::uint8_t { none, time, output };

[[nodiscard]] std::string_view to_string(ChildLimit limit);

struct ChildOutput {
    int exit_status = 0;                // 128 + the signal when a signal ended it, as shells say
    std::string output;                 // of standard output, cut at the limit
    std::string error_text;             // of standard error, cut at the limit
    ChildLimit hit = ChildLimit::none;  // the limit at which it was ended; running out of memory is its own affair
};

// Runs `program` (a path) to its end with `arguments` after its name. Errors: not_found when there is no such program,
// internal when the system refuses a process or its pipes. Blocks for at most limits.time and a moment.
[[nodiscard]] Result<ChildOutput> run_child(const std::string& program, const std::vector<std::string>& arguments,
                                            const ChildLimits& limits, std::string_view input);

// Where the system keeps a program: the first of the folders in the environment's PATH that holds it, as a path.
[[nodiscard]] std::optional<std::string> find_program(std::string_view name);

}  // namespace axray::base
