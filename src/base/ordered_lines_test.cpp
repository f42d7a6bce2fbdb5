#include "base/ordered_lines.hpp"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <thread>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

namespace axray::base {
namespace {

// A file that exists only as long as it is open, holding `bytes`.
class OpenBytes {
public:
    explicit OpenBytes(const std::string& bytes) : file_(std::tmpfile()) {
        std::fwrite(bytes.data(), 1, bytes.size(), file_);
        std::rewind(file_);
    }
    OpenBytes(const OpenBytes&) = delete;
    OpenBytes& operator=(const OpenBytes&) = delete;
    ~OpenBytes() { std::fclose(file_); }
    [[nodiscard]] int descriptor() const { return ::fileno(file_); }

private:
    std::FILE* file_;
};

LineWorker echo() {
    return [](const InputLine& line) {
        if (line.state == LineState::too_long) return LineAnswer{std::to_string(line.number) + " too long\n", 1};
        return LineAnswer{std::to_string(line.number) + " " + std::string(line.text) + "\n", 0};
    };
}

struct Run {
    std::string output;
    Result<LinesSummary> summary = LinesSummary{};
};

Run run(const std::string& bytes, OrderedLinesOptions options) {
    const OpenBytes input(bytes);
    Run run;
    const auto sink = [&](std::string_view written) -> Result<std::uint64_t> {
        run.output += written;
        return run.output.size();
    };
    run.summary = process_lines(input.descriptor(), "the lines", echo, sink, options);
    return run;
}

TEST_CASE("lines that are handed on one by one give the same answers") {
    const std::string input = "a\n\nccc\n" + std::string(50, 'x') + "\nlast";
    OrderedLinesOptions together;
    together.line_limit = 40;
    const auto expected = run(input, together);
    REQUIRE(expected.summary);
    CHECK(expected.summary->lines == 5);
    for (const std::size_t lines : {1, 2, 3, 100}) {
        auto options = together;
        options.lines_at_once = lines;
        options.threads = 3;
        const auto answered = run(input, options);
        CHECK(answered.output == expected.output);
        REQUIRE(answered.summary);
        CHECK(answered.summary->lines == 5);
        CHECK(answered.summary->outcomes == expected.summary->outcomes);
    }
}

TEST_CASE("lines that are handed on one by one are worked on at the same time") {
    std::atomic<int> present = 0;
    const auto worker = [&]() -> LineWorker {
        return [&](const InputLine&) {
            ++present;
            for (int i = 0; i < 200 && present < 3; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
            return LineAnswer{present >= 3 ? "together\n" : "alone\n", 0};
        };
    };
    const OpenBytes input("1\n2\n3\n");
    OrderedLinesOptions options;
    options.threads = 3;
    options.lines_at_once = 1;
    std::string output;
    const auto sink = [&](std::string_view written) -> Result<std::uint64_t> {
        output += written;
        return output.size();
    };
    REQUIRE(process_lines(input.descriptor(), "the lines", worker, sink, options));
    CHECK(output == "together\ntogether\ntogether\n");
}

TEST_CASE("answers lines in their order, the last one with or without a line feed") {
    const struct {
        std::string input, output;
        std::uint64_t lines;
    } cases[] = {
        {"", "", 0},         {"\n", "1 \n", 1},         {"a", "1 a\n", 1},
        {"a\n", "1 a\n", 1}, {"a\nb", "1 a\n2 b\n", 2}, {"a\n\nb\n", "1 a\n2 \n3 b\n", 3},
    };
    for (const auto& row : cases) {
        CAPTURE(row.input);
        const Run result = run(row.input, {});
        REQUIRE(result.summary);
        CHECK(result.output == row.output);
        CHECK(result.summary->lines == row.lines);
    }
}

TEST_CASE("gives the same bytes for any number of threads and any memory limit") {
    std::string input;
    for (int i = 0; i < 40000; ++i) input += std::string(static_cast<std::size_t>(i * 7919 % 61), 'x') + "\n";
    const std::string expected = run(input, {}).output;
    for (const unsigned threads : {2u, 3u, 8u}) {
        for (const std::size_t memory : {std::size_t{1}, std::size_t{1} << 18, std::size_t{1} << 27}) {
            OrderedLinesOptions options;
            options.threads = threads;
            options.memory_limit = memory;
            const Run result = run(input, options);
            REQUIRE(result.summary);
            CHECK(result.summary->lines == 40000);
            CHECK(result.output == expected);
        }
    }
}

TEST_CASE("reports a line beyond the limit in its place and goes on") {
    OrderedLinesOptions options;
    options.line_limit = 1000;
    for (const std::size_t length : {999u, 1000u, 1001u, 200000u, 700000u}) {
        CAPTURE(length);
        const std::string line(length, 'x');
        const Run result = run("a\n" + line + "\nb\n" + line, options);
        REQUIRE(result.summary);
        const std::string answer = length > 1000 ? "too long" : line;
        CHECK(result.output == "1 a\n2 " + answer + "\n3 b\n4 " + answer + "\n");
        CHECK(result.summary->outcomes[1] == (length > 1000 ? 2 : 0));
    }
}

TEST_CASE("answers a line before the next one has come") {
    int question[2];
    REQUIRE(::pipe(question) == 0);
    std::atomic<int> answers = 0;
    const auto sink = [&](std::string_view) -> Result<std::uint64_t> { return static_cast<std::uint64_t>(++answers); };
    std::thread asking([&] {
        CHECK(::write(question[1], "first\n", 6) == 6);
        while (answers == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        CHECK(::write(question[1], "second\n", 7) == 7);
        ::close(question[1]);
    });
    const auto summary = process_lines(question[0], "the pipe", echo, sink, {});
    asking.join();
    ::close(question[0]);
    CHECK(summary->lines == 2);
    CHECK(answers == 2);
}

TEST_CASE("stops reading when the output fails, though the input stays open") {
    int input[2];
    REQUIRE(::pipe(input) == 0);
    REQUIRE(::write(input[1], "a\nb\n", 4) == 4);
    const auto sink = [](std::string_view) -> Result<std::uint64_t> { return fail(ErrorCode::unwritable, "full"); };
    const auto summary = process_lines(input[0], "the pipe", echo, sink, {});
    REQUIRE_FALSE(summary);
    CHECK(summary.error().code == ErrorCode::unwritable);
    ::close(input[0]);
    ::close(input[1]);
}

TEST_CASE("turns what a worker throws into an error") {
    const OpenBytes input("a\nb\n");
    const auto make = []() -> LineWorker {
        return [](const InputLine&) -> LineAnswer { throw std::runtime_error("a fault"); };
    };
    const auto sink = [](std::string_view) -> Result<std::uint64_t> { return std::uint64_t{0}; };
    const auto summary = process_lines(input.descriptor(), "the lines", make, sink, {});
    REQUIRE_FALSE(summary);
    CHECK(summary.error().code == ErrorCode::internal);
    CHECK(summary.error().message == "a fault");
}

TEST_CASE("names the stream that cannot be read") {
    const int folder = ::open("/", O_RDONLY);
    const auto sink = [](std::string_view) -> Result<std::uint64_t> { return std::uint64_t{0}; };
    const auto summary = process_lines(folder, "the folder", echo, sink, {});
    ::close(folder);
    REQUIRE_FALSE(summary);
    CHECK(summary.error().code == ErrorCode::unreadable);
    CHECK(summary.error().to_string().rfind("the folder: ", 0) == 0);
}

}  // namespace
}  // namespace axray::base
