// Works through the lines of a stream on several threads and writes the answers in the order of the lines.
//
// descriptor -> batches of whole lines -> workers -> sink. What is in memory at once is bounded: reading waits while
// `memory_limit` bytes are on their way, so a slow reader of the output slows the input down. Lines that have arrived
// are handed on at once, so a program may ask and wait for the answer. The bytes that reach the sink are the same for
// any number of threads. Source: own.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include <axray/result.hpp>

namespace axray::base {

enum class LineState : std::uint8_t { whole, too_long };

struct InputLine {
    std::uint64_t number = 1;  // counted from 1
    std::string_view text;     // without the line feed; empty when it was too long; valid during the call only
    LineState state = LineState::whole;
};

inline constexpr std::size_t kLineOutcomes = 8;

// What a worker makes of a line. `outcome` is the worker's own number below kLineOutcomes; the summary counts them.
struct LineAnswer {
    std::string output;  // with its own line feed; may be empty
    std::size_t outcome = 0;
};

// One worker serves one thread; what it captures is its own and needs no lock.
using LineWorker = std::function<LineAnswer(const InputLine&)>;
using LineSink = std::function<Result<std::uint64_t>(std::string_view)>;

struct OrderedLinesOptions {
    unsigned threads = 1;
    std::size_t line_limit = std::size_t{64} << 20;   // bytes of one line; a longer one arrives as too_long
    std::size_t memory_limit = std::size_t{8} << 20;  // bytes of input and output on their way, save one batch
    std::size_t lines_at_once = 0;                    // that one thread takes at most; 0: as many as one read brings
};

struct LinesSummary {
    std::uint64_t lines = 0;
    std::array<std::uint64_t, kLineOutcomes> outcomes{};
};

// Reads `input` (called `input_name` in errors) to its end. `make_worker` is called once for each thread, on the
// calling thread. Errors: unreadable when reading fails, what the sink returned, internal when a worker threw.
// After an error no more is read; what the sink had taken before is the output of whole lines from the beginning.
[[nodiscard]] Result<LinesSummary> process_lines(int input, const std::string& input_name,
                                                 const std::function<LineWorker()>& make_worker, const LineSink& sink,
                                                 const OrderedLinesOptions& options);

}  // namespace axray::base
