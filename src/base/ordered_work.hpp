// Does pieces of work on several threads and hands on what they give in the order in which they came.
//
// source of WorkItems -> workers -> sink. Memory is bounded: no item is taken in, and none but the oldest is begun,
// while items and answers of `memory_limit` bytes are on their way, so a slow reader of the output slows the input
// down. What reaches the sink is the same for any number of threads. Lines (base/ordered_lines.hpp), files and records
// of archives are such items. Source: own.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include <axray/result.hpp>

namespace axray::base {

struct WorkAnswer {
    std::string output;    // for the reader of the results; may be empty
    std::string messages;  // for the one who started the run; may be empty
};

struct WorkItem {
    // Gives the answer. `worker` counts the threads from 0, so that each may have tools of its own without a lock.
    // Called once; what it captured is given up before the next item is begun.
    std::function<WorkAnswer(unsigned worker)> task;
    std::size_t cost = 0;  // bytes that it holds until then
};

// Gives the next item, none at the end. It runs on a thread of its own and should end soon after `stop` becomes true.
using WorkSource = std::function<Result<std::optional<WorkItem>>(const std::atomic<bool>& stop)>;
using WorkSink = std::function<Result<std::uint64_t>(const WorkAnswer&)>;

struct OrderedWorkOptions {
    unsigned threads = 1;
    std::size_t memory_limit = std::size_t{8} << 20;  // bytes of items and answers on their way, save one item a thread
};

// Runs until the source has no more; the sink is called on the calling thread, once for each item. Gives the number of
// items. Errors: what the source or the sink returned, internal when a task threw. After an error nothing more is
// begun; what the sink had taken before is the answers of the first items.
[[nodiscard]] Result<std::uint64_t> process_in_order(const WorkSource& source, const WorkSink& sink,
                                                     const OrderedWorkOptions& options);

}  // namespace axray::base
