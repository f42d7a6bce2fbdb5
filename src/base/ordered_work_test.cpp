#include "base/ordered_work.hpp"

#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>

#include <doctest/doctest.h>

namespace axray::base {
namespace {

// Items 0, 1, ... below `count`; each gives its number, after a while that differs from item to item.
WorkSource numbers(int count, std::size_t answer_size) {
    return [next = 0, count, answer_size](const std::atomic<bool>&) mutable -> Result<std::optional<WorkItem>> {
        if (next == count) return std::optional<WorkItem>();
        WorkItem item;
        item.cost = 100;
        item.task = [number = next++, answer_size](unsigned) {
            std::this_thread::sleep_for(std::chrono::microseconds(number * 7919 % 97));
            return WorkAnswer{std::to_string(number) + std::string(answer_size, '.') + "\n", {}};
        };
        return std::optional<WorkItem>(std::move(item));
    };
}

TEST_CASE("answers come in the order of the items for any number of threads and any memory limit") {
    std::string expected;
    for (int i = 0; i < 500; ++i) expected += std::to_string(i) + std::string(300, '.') + "\n";
    for (const unsigned threads : {1u, 2u, 8u}) {
        for (const std::size_t memory : {std::size_t{1}, std::size_t{5000}, std::size_t{1} << 27}) {
            std::string output;
            const auto sink = [&](const WorkAnswer& answer) -> Result<std::uint64_t> {
                output += answer.output;
                return std::uint64_t{1};
            };
            const auto done = process_in_order(numbers(500, 300), sink, {threads, memory});
            REQUIRE(done);
            CHECK(*done == 500);
            CHECK(output == expected);
        }
    }
}

TEST_CASE("a slow first item holds back what the others may pile up") {
    std::atomic<int> begun = 0;
    std::atomic<int> begun_before_first = -1;
    const WorkSource source = [&, next = 0](const std::atomic<bool>&) mutable -> Result<std::optional<WorkItem>> {
        if (next == 200) return std::optional<WorkItem>();
        WorkItem item;
        item.task = [&, number = next++](unsigned) {
            ++begun;
            if (number == 0) {
                std::this_thread::sleep_for(std::chrono::milliseconds(200));
                begun_before_first = begun.load();
            }
            return WorkAnswer{std::string(100000, 'x'), {}};
        };
        return std::optional<WorkItem>(std::move(item));
    };
    const auto sink = [](const WorkAnswer&) -> Result<std::uint64_t> { return std::uint64_t{1}; };
    REQUIRE(process_in_order(source, sink, {4, 1000000}));
    CHECK(begun == 200);
    CHECK(begun_before_first < 20);
}

TEST_CASE("each thread is told its number, and messages come with the answers") {
    std::atomic<bool> in_range = true;
    const WorkSource source = [&, next = 0](const std::atomic<bool>&) mutable -> Result<std::optional<WorkItem>> {
        if (next++ == 50) return std::optional<WorkItem>();
        WorkItem item;
        item.task = [&](unsigned worker) {
            if (worker >= 3) in_range = false;
            return WorkAnswer{{}, "told"};
        };
        return std::optional<WorkItem>(std::move(item));
    };
    int told = 0;
    const auto sink = [&](const WorkAnswer& answer) -> Result<std::uint64_t> {
        told += answer.messages == "told" ? 1 : 0;
        return std::uint64_t{1};
    };
    REQUIRE(process_in_order(source, sink, {.threads = 3}));
    CHECK(told == 50);
    CHECK(in_range);
}

TEST_CASE("an error of the source or the sink, or what a task throws, ends the run") {
    const auto take = [](const WorkAnswer&) -> Result<std::uint64_t> { return std::uint64_t{1}; };
    const auto refuse = [](const WorkAnswer&) -> Result<std::uint64_t> { return fail(ErrorCode::unwritable, "full"); };
    const auto broken = [](const std::atomic<bool>&) -> Result<std::optional<WorkItem>> {
        return fail(ErrorCode::unreadable, "gone");
    };
    const auto throwing = [](const std::atomic<bool>&) -> Result<std::optional<WorkItem>> {
        return std::optional<WorkItem>(
            WorkItem{[](unsigned) -> WorkAnswer { throw std::runtime_error("a fault"); }, 0});
    };
    CHECK(process_in_order(broken, take, {}).error().message == "gone");
    CHECK(process_in_order(numbers(1000000, 1), refuse, {}).error().message == "full");
    CHECK(process_in_order(throwing, take, {}).error().message == "a fault");
}

}  // namespace
}  // namespace axray::base
