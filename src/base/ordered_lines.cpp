#include "base/ordered_lines.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "base/line_batches.hpp"

namespace axray::base {
namespace {

constexpr std::size_t kBatchOverhead = 1024;  // bytes that a batch takes beside its text, roughly

// One batch on its way: read, then answered, then written.
struct Slot {
    LineBatch batch;
    std::string output;
    std::array<std::uint64_t, kLineOutcomes> outcomes{};
    std::size_t cost = 0;  // bytes counted against the memory limit at present
    bool answered = false;
};

// What the reading thread, the workers and the writing thread share.
class Conveyor {
public:
    explicit Conveyor(std::size_t memory_limit) : memory_limit_(memory_limit) {}

    [[nodiscard]] const std::atomic<bool>& stop_signal() const { return stop_; }

    void stop() {
        const std::lock_guard lock(mutex_);
        stop_ = true;
        changed_.notify_all();
    }

    void fail_with(Error error) {
        const std::lock_guard lock(mutex_);
        if (!error_) error_ = std::move(error);
        stop_ = true;
        changed_.notify_all();
    }

    // Waits for room.
    void put(LineBatch batch) {
        auto slot = std::make_shared<Slot>();
        slot->cost = batch.bytes.size() + kBatchOverhead;
        slot->batch = std::move(batch);
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return stop_ || cost_ == 0 || cost_ + slot->cost <= memory_limit_; });
        if (stop_) return;
        cost_ += slot->cost;
        unclaimed_.push_back(slot);
        ordered_.push_back(std::move(slot));
        changed_.notify_all();
    }

    void end_of_input() {
        const std::lock_guard lock(mutex_);
        input_ended_ = true;
        changed_.notify_all();
    }

    // The next batch to answer; none when all is done.
    [[nodiscard]] std::shared_ptr<Slot> claim() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return stop_ || !unclaimed_.empty() || input_ended_; });
        if (stop_ || unclaimed_.empty()) return nullptr;
        auto slot = std::move(unclaimed_.front());
        unclaimed_.pop_front();
        return slot;
    }

    void answered(Slot& slot) {
        const std::lock_guard lock(mutex_);
        const std::size_t cost = slot.output.size() + kBatchOverhead;
        cost_ = cost_ - slot.cost + cost;
        slot.cost = cost;
        slot.answered = true;
        changed_.notify_all();
    }

    // The next answer in order of the input; none when all is written or the run was stopped.
    [[nodiscard]] std::shared_ptr<Slot> take_answer() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return stop_ || (ordered_.empty() ? input_ended_ : ordered_.front()->answered); });
        if (stop_ || ordered_.empty()) return nullptr;
        auto slot = std::move(ordered_.front());
        ordered_.pop_front();
        return slot;
    }

    void written(const Slot& slot) {
        const std::lock_guard lock(mutex_);
        cost_ -= slot.cost;
        changed_.notify_all();
    }

    [[nodiscard]] std::optional<Error> error() const {
        const std::lock_guard lock(mutex_);
        return error_;
    }

private:
    std::size_t memory_limit_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::shared_ptr<Slot>> ordered_;
    std::deque<std::shared_ptr<Slot>> unclaimed_;
    std::size_t cost_ = 0;
    bool input_ended_ = false;
    std::atomic<bool> stop_ = false;
    std::optional<Error> error_;
};

void read_all(LineBatches& batches, Conveyor& conveyor) {
    for (;;) {
        auto batch = batches.next();
        if (!batch) return conveyor.fail_with(batch.error());
        if (!*batch) return conveyor.end_of_input();
        conveyor.put(std::move(**batch));
    }
}

void answer_line(const InputLine& line, const LineWorker& worker, Slot& slot) {
    const LineAnswer answer = worker(line);
    slot.output += answer.output;
    ++slot.outcomes[std::min(answer.outcome, kLineOutcomes - 1)];
}

void answer_batch(Slot& slot, const LineWorker& worker, std::size_t line_limit) {
    InputLine line;
    line.number = slot.batch.first_line;
    if (slot.batch.kind == LineBatch::Kind::too_long) {
        line.state = LineState::too_long;
        return answer_line(line, worker, slot);
    }
    std::string_view rest = slot.batch.bytes;
    for (; !rest.empty(); ++line.number) {
        const std::size_t feed = rest.find('\n');
        line.text = rest.substr(0, feed);
        line.state = line.text.size() > line_limit ? LineState::too_long : LineState::whole;
        if (line.state == LineState::too_long) line.text = {};
        answer_line(line, worker, slot);
        rest.remove_prefix(feed == std::string_view::npos ? rest.size() : feed + 1);
    }
    slot.batch.bytes = {};
}

void work(Conveyor& conveyor, const LineWorker& worker, std::size_t line_limit) {
    while (const auto slot = conveyor.claim()) {
        answer_batch(*slot, worker, line_limit);
        conveyor.answered(*slot);
    }
}

// Runs `step` and turns what it throws into an error of the run: an exception must not leave its thread.
template <class Step>
void guarded(Conveyor& conveyor, const Step& step) {
    try {
        step();
    } catch (const std::bad_alloc&) {
        conveyor.fail_with({ErrorCode::internal, "not enough memory", {}});
    } catch (const std::exception& thrown) {
        conveyor.fail_with({ErrorCode::internal, thrown.what(), {}});
    }
}

// Threads end before what they work on goes, on every way out.
class Crew {
public:
    explicit Crew(Conveyor& conveyor) : conveyor_(conveyor) {}
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;
    ~Crew() {
        conveyor_.stop();
        for (auto& thread : threads_) thread.join();
    }
    template <class Step>
    void add(Step step) {
        threads_.emplace_back([this, step] { guarded(conveyor_, step); });
    }

private:
    Conveyor& conveyor_;
    std::vector<std::thread> threads_;
};

LinesSummary write_all(Conveyor& conveyor, const LineSink& sink) {
    LinesSummary summary;
    while (const auto slot = conveyor.take_answer()) {
        summary.lines += slot->batch.lines;
        for (std::size_t i = 0; i < kLineOutcomes; ++i) summary.outcomes[i] += slot->outcomes[i];
        if (!slot->output.empty()) {
            if (const auto taken = sink(slot->output); !taken) {
                conveyor.fail_with(taken.error());
                break;
            }
        }
        conveyor.written(*slot);
    }
    return summary;
}

}  // namespace

Result<LinesSummary> process_lines(int input, const std::string& input_name,
                                   const std::function<LineWorker()>& make_worker, const LineSink& sink,
                                   const OrderedLinesOptions& options) {
    Conveyor conveyor(options.memory_limit);
    LineBatches batches(input, input_name, options.line_limit, conveyor.stop_signal());
    std::vector<LineWorker> workers(std::max(1u, options.threads));
    for (auto& worker : workers) worker = make_worker();
    LinesSummary summary;
    {
        Crew crew(conveyor);
        crew.add([&] { read_all(batches, conveyor); });
        for (const auto& worker : workers) {
            crew.add([&conveyor, &worker, &options] { work(conveyor, worker, options.line_limit); });
        }
        summary = write_all(conveyor, sink);
    }
    if (auto error = conveyor.error()) return fail(std::move(*error));
    return summary;
}

}  // namespace axray::base
