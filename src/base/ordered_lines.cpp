#include "base/ordered_lines.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/line_batches.hpp"
#include "base/ordered_work.hpp"

namespace axray::base {
namespace {

// One thread's own: its worker, and what became of the lines that it answered.
struct Desk {
    LineWorker worker;
    LinesSummary summary;
};

void answer_line(const InputLine& line, Desk& desk, std::string& output) {
    const LineAnswer answer = desk.worker(line);
    output += answer.output;
    ++desk.summary.outcomes[std::min(answer.outcome, kLineOutcomes - 1)];
}

WorkAnswer answer_batch(const LineBatch& batch, Desk& desk, std::size_t line_limit) {
    WorkAnswer answers;
    desk.summary.lines += batch.lines;
    InputLine line;
    line.number = batch.first_line;
    if (batch.kind == LineBatch::Kind::too_long) {
        line.state = LineState::too_long;
        answer_line(line, desk, answers.output);
        return answers;
    }
    std::string_view rest = batch.bytes;
    for (; !rest.empty(); ++line.number) {
        const std::size_t feed = rest.find('\n');
        line.text = rest.substr(0, feed);
        line.state = line.text.size() > line_limit ? LineState::too_long : LineState::whole;
        if (line.state == LineState::too_long) line.text = {};
        answer_line(line, desk, answers.output);
        rest.remove_prefix(feed == std::string_view::npos ? rest.size() : feed + 1);
    }
    return answers;
}

// The first `limit` lines of a batch, which keeps the others; all of them when there are no more or `limit` is 0.
LineBatch take_lines(std::optional<LineBatch>& batch, std::size_t limit) {
    if (limit == 0 || batch->lines <= limit || batch->kind == LineBatch::Kind::too_long) {
        LineBatch all = std::move(*batch);
        batch.reset();
        return all;
    }
    std::size_t end = 0;
    for (std::size_t line = 0; line < limit; ++line) end = batch->bytes.find('\n', end) + 1;
    LineBatch first{batch->first_line, limit, batch->bytes.substr(0, end), batch->kind};
    batch->bytes.erase(0, end);
    batch->first_line += limit;
    batch->lines -= limit;
    return first;
}

LinesSummary sum_of(const std::vector<Desk>& desks) {
    LinesSummary sum;
    for (const auto& desk : desks) {
        sum.lines += desk.summary.lines;
        for (std::size_t i = 0; i < kLineOutcomes; ++i) sum.outcomes[i] += desk.summary.outcomes[i];
    }
    return sum;
}

}  // namespace

Result<LinesSummary> process_lines(int input, const std::string& input_name,
                                   const std::function<LineWorker()>& make_worker, const LineSink& sink,
                                   const OrderedLinesOptions& options) {
    std::vector<Desk> desks(std::max(1u, options.threads));
    for (auto& desk : desks) desk.worker = make_worker();
    std::optional<LineBatches> batches;
    std::optional<LineBatch> pending;  // what was read and not yet handed on
    const WorkSource source = [&](const std::atomic<bool>& stop) -> Result<std::optional<WorkItem>> {
        if (!batches) batches.emplace(input, input_name, options.line_limit, stop);
        if (!pending) {
            auto batch = batches->next();
            if (!batch) return fail(std::move(batch).error());
            if (!*batch) return std::optional<WorkItem>();
            pending = std::move(*batch);
        }
        LineBatch taken = take_lines(pending, options.lines_at_once);
        WorkItem item;
        item.cost = taken.bytes.size();
        item.task = [&desks, &options, lines = std::move(taken)](unsigned worker) {
            return answer_batch(lines, desks[worker], options.line_limit);
        };
        return std::optional<WorkItem>(std::move(item));
    };
    const WorkSink write = [&](const WorkAnswer& answer) -> Result<std::uint64_t> {
        if (answer.output.empty()) return std::uint64_t{0};
        return sink(answer.output);
    };
    const auto done = process_in_order(source, write, {options.threads, options.memory_limit});
    if (!done) return fail(done.error());
    return sum_of(desks);
}

}  // namespace axray::base
