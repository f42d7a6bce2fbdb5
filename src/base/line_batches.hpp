// Cuts a stream of bytes into batches of whole lines (descriptor -> LineBatch). Part of process_lines.
//
// A batch is what one read brought, up to its last line feed; the rest waits for the next. A line longer than the limit
// is never held in memory: its bytes are dropped as they come and it becomes a batch of its own. Source: own.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <axray/result.hpp>

namespace axray::base {

struct LineBatch {
    std::uint64_t first_line = 1;  // number of the first line, from 1
    std::uint64_t lines = 0;       // how many; always 1 when too_long
    std::string bytes;             // whole lines; the last may lack its line feed at the end of the stream
    enum class Kind : std::uint8_t { whole_lines, too_long } kind = Kind::whole_lines;
};

class LineBatches {
public:
    // `stop` ends the waiting for input from outside; it must outlive the LineBatches.
    LineBatches(int descriptor, std::string name, std::size_t line_limit, const std::atomic<bool>& stop);

    // The next batch; none at the end of the stream or after `stop`. Error unreadable, naming the stream.
    [[nodiscard]] Result<std::optional<LineBatch>> next();

private:
    [[nodiscard]] Result<std::size_t> read_more();
    [[nodiscard]] LineBatch take_until(std::size_t end);
    [[nodiscard]] LineBatch too_long_line();
    [[nodiscard]] Result<std::optional<LineBatch>> skip_long_line();

    int descriptor_;
    std::string name_;
    std::size_t line_limit_;
    const std::atomic<bool>* stop_;
    std::string pending_;  // bytes that were read and belong to no batch yet; no line feed before searched_
    std::size_t searched_ = 0;
    std::uint64_t next_line_ = 1;
    bool at_end_ = false;
    bool skipping_ = false;
};

}  // namespace axray::base
