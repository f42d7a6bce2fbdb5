// A child gets its input, nothing else of ours, and is ended at its limits.
#include "base/child_process.hpp"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include <doctest/doctest.h>
#include <unistd.h>

using namespace axray;
using namespace axray::base;

namespace {

const std::string kShell = "/bin/sh";

ChildOutput run_script(const std::string& script, const ChildLimits& limits = {}, const std::string& input = {}) {
    const auto output = run_child(kShell, {"-c", script}, limits, input);
    REQUIRE(output.has_value());
    return *output;
}

}  // namespace

TEST_CASE("a child's output, error text and exit status come back") {
    const ChildOutput output = run_script("echo out; echo error >&2; exit 3");
    CHECK(output.output == "out\n");
    CHECK(output.error_text == "error\n");
    CHECK(output.exit_status == 3);
    CHECK(output.hit == ChildLimit::none);
}

TEST_CASE("a child reads its input as a file, again if it likes") {
    const std::string input(300'000, 'x');
    const ChildOutput output = run_script("/bin/cat /proc/self/fd/3 /proc/self/fd/3", {}, input);
    CHECK(output.output == input + input);
}

TEST_CASE("a child gets an empty environment, an empty standard input and no other descriptor") {
    const int leaked = ::dup2(STDERR_FILENO, 50);  // as a careless library leaves it
    REQUIRE(leaked == 50);
    ::setenv("AXRAY_TEST_SECRET", "secret", 1);
    const ChildOutput environment = run_script("/usr/bin/env; /bin/cat");
    CHECK(environment.output.find("secret") == std::string::npos);
    const ChildOutput descriptors = run_script("[ -e /proc/self/fd/" + std::to_string(leaked) + " ] && echo open");
    CHECK(descriptors.output.empty());
    ::unsetenv("AXRAY_TEST_SECRET");
    ::close(leaked);
}

TEST_CASE("arguments are no shell commands") {
    const auto output = run_child("/bin/echo", {"a; echo b", "$(echo c)"}, {}, {});
    REQUIRE(output.has_value());
    CHECK(output->output == "a; echo b $(echo c)\n");
}

TEST_CASE("a child that runs too long is ended with all that it started, and what it said is kept") {
    ChildLimits limits;
    limits.time = std::chrono::milliseconds(300);
    for (const std::string script : {"echo first; /bin/sleep 20 & /bin/sleep 20",                 // waits
                                     "echo first; while :; do :; done",                           // works
                                     "echo first; exec >/dev/null 2>&1; /bin/sleep 20",           // without output
                                     "echo first; trap '' TERM INT HUP; while :; do :; done"}) {  // ignores signals
        const auto begin = std::chrono::steady_clock::now();
        const ChildOutput output = run_script(script, limits);
        CHECK(output.hit == ChildLimit::time);
        CHECK(output.output == "first\n");
        CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
    }
}

TEST_CASE("a child that prints without end is ended at the limit of its output") {
    ChildLimits limits;
    limits.output = 100'000;
    const ChildOutput endless = run_script("while :; do echo yes; done", limits);
    CHECK(endless.hit == ChildLimit::output);
    CHECK(endless.output.size() == 100'000);
    const ChildOutput just_so = run_script("/usr/bin/head -c 100000 /dev/zero", limits);
    CHECK(just_so.hit == ChildLimit::none);
    CHECK(just_so.output.size() == 100'000);
    limits.error_text = 10;
    CHECK(run_script("echo 0123456789012345 >&2", limits).error_text == "0123456789");
}

TEST_CASE("a child may neither take more memory than allowed nor write files") {
    ChildLimits limits;
    limits.memory = 64ULL << 20U;
    const ChildOutput hungry = run_script("/usr/bin/head -c 200000000 /dev/zero | /usr/bin/tail -c 190000000", limits);
    CHECK(hungry.output.size() < 190'000'000);
    const auto file = std::filesystem::temp_directory_path() / ("axray-child-" + std::to_string(::getpid()));
    run_script("echo words > " + file.string());
    std::error_code error;
    CHECK((!std::filesystem::exists(file, error) || std::filesystem::file_size(file, error) == 0));
    std::filesystem::remove(file, error);
}

TEST_CASE("a program that does not exist is named") {
    const auto output = run_child("/no/such/program", {}, {}, {});
    REQUIRE_FALSE(output.has_value());
    CHECK(output.error().code == ErrorCode::not_found);
    CHECK(output.error().to_string().find("/no/such/program") != std::string::npos);
    CHECK_FALSE(find_program("no-such-program-anywhere").has_value());
    CHECK(find_program("sh").has_value());
}
