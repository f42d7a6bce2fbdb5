#include "base/ordered_work.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <new>
#include <thread>
#include <utility>
#include <vector>

namespace axray::base {
namespace {

constexpr std::size_t kItemOverhead = 1024;  // bytes that an item takes beside what it holds, roughly

// One item on its way: taken in, then answered, then handed on.
struct Slot {
    WorkItem item;
    WorkAnswer answer;
    std::size_t cost = 0;  // bytes counted against the memory limit at present
    bool answered = false;
};

// What the source's thread, the workers and the calling thread share.
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
    void put(WorkItem item) {
        auto slot = std::make_shared<Slot>();
        slot->cost = item.cost + kItemOverhead;
        slot->item = std::move(item);
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

    // The next item to answer; none when all is done. The oldest may always be begun: the others wait for it.
    [[nodiscard]] std::shared_ptr<Slot> claim() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return stop_ || (unclaimed_.empty() ? input_ended_ : may_begin()); });
        if (stop_ || unclaimed_.empty()) return nullptr;
        auto slot = std::move(unclaimed_.front());
        unclaimed_.pop_front();
        return slot;
    }

    void answered(Slot& slot) {
        const std::lock_guard lock(mutex_);
        const std::size_t cost = slot.answer.output.size() + slot.answer.messages.size() + kItemOverhead;
        cost_ = cost_ - slot.cost + cost;
        slot.cost = cost;
        slot.answered = true;
        changed_.notify_all();
    }

    // The next answer in order; none when all is handed on or the run was stopped.
    [[nodiscard]] std::shared_ptr<Slot> take_answer() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return stop_ || (ordered_.empty() ? input_ended_ : ordered_.front()->answered); });
        if (stop_ || ordered_.empty()) return nullptr;
        auto slot = std::move(ordered_.front());
        ordered_.pop_front();
        return slot;
    }

    void handed_on(const Slot& slot) {
        const std::lock_guard lock(mutex_);
        cost_ -= slot.cost;
        changed_.notify_all();
    }

    [[nodiscard]] std::optional<Error> error() const {
        const std::lock_guard lock(mutex_);
        return error_;
    }

private:
    [[nodiscard]] bool may_begin() const { return cost_ <= memory_limit_ || unclaimed_.front() == ordered_.front(); }

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

void take_all_in(const WorkSource& source, Conveyor& conveyor) {
    while (!conveyor.stop_signal()) {
        auto item = source(conveyor.stop_signal());
        if (!item) return conveyor.fail_with(std::move(item).error());
        if (!*item) return conveyor.end_of_input();
        conveyor.put(std::move(**item));
    }
}

void work(Conveyor& conveyor, unsigned worker) {
    while (const auto slot = conveyor.claim()) {
        slot->answer = slot->item.task(worker);
        slot->item.task = nullptr;
        conveyor.answered(*slot);
    }
}

std::uint64_t hand_on_all(Conveyor& conveyor, const WorkSink& sink) {
    std::uint64_t items = 0;
    while (const auto slot = conveyor.take_answer()) {
        ++items;
        if (auto taken = sink(slot->answer); !taken) {
            conveyor.fail_with(std::move(taken).error());
            break;
        }
        conveyor.handed_on(*slot);
    }
    return items;
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

}  // namespace

Result<std::uint64_t> process_in_order(const WorkSource& source, const WorkSink& sink,
                                       const OrderedWorkOptions& options) {
    Conveyor conveyor(options.memory_limit);
    std::uint64_t items = 0;
    {
        Crew crew(conveyor);
        crew.add([&] { take_all_in(source, conveyor); });
        for (unsigned worker = 0; worker < std::max(1u, options.threads); ++worker) {
            crew.add([&conveyor, worker] { work(conveyor, worker); });
        }
        items = hand_on_all(conveyor, sink);
    }
    if (auto error = conveyor.error()) return fail(std::move(*error));
    return items;
}

}  // namespace axray::base
