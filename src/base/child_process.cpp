#include "base/child_process.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <linux/close_range.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace axray::base {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kInputDescriptor = 3;  // kChildInput names it
constexpr int kCannotStart = 127;    // exit status, as shells use it
constexpr int kMostDescriptors = 64;

class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int value) : value_(value) {}
    Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(value_, other.value_);
        return *this;
    }
    ~Descriptor() { close(); }
    void close() {
        if (value_ >= 0) ::close(value_);
        value_ = -1;
    }
    [[nodiscard]] int value() const { return value_; }
    [[nodiscard]] bool is_open() const { return value_ >= 0; }

private:
    int value_ = -1;
};

struct Pipe {
    Descriptor read;
    Descriptor write;
};

Error system_error(const std::string& what) { return {ErrorCode::internal, what + ": " + std::strerror(errno), {}}; }

Result<Pipe> make_pipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return fail(system_error("a pipe to another program could not be made"));
    return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

// A file in memory that holds `input`, at its beginning.
Result<Descriptor> hold_in_memory(std::string_view input) {
    Descriptor file(::memfd_create("input", MFD_CLOEXEC));
    if (!file.is_open()) return fail(system_error("a file in memory could not be made"));
    for (std::size_t done = 0; done < input.size();) {
        const ssize_t wrote = ::write(file.value(), input.data() + done, input.size() - done);
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote <= 0) return fail(system_error("a file in memory could not be written"));
        done += static_cast<std::size_t>(wrote);
    }
    ::lseek(file.value(), 0, SEEK_SET);
    return file;
}

void limit(decltype(RLIMIT_CPU) what, std::uint64_t value) {
    const rlimit both{static_cast<rlim_t>(value), static_cast<rlim_t>(value)};
    ::setrlimit(what, &both);
}

// What the child does between fork and exec: only calls that are allowed there, nothing that takes memory.
[[noreturn]] void become(const char* program, char* const* arguments, const ChildLimits& limits, const int (&ends)[4]) {
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    // Away from the places that they are moved to.
    int moved[4];
    for (int i = 0; i < 4; ++i) moved[i] = ::fcntl(ends[i], F_DUPFD, 10);
    for (int i = 0; i < 4; ++i) {
        if (moved[i] < 0 || ::dup2(moved[i], i) < 0) ::_exit(kCannotStart);
    }
    ::close_range(kInputDescriptor + 1, ~0U, 0);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::signal(SIGPIPE, SIG_DFL);
    limit(RLIMIT_AS, limits.memory);
    limit(RLIMIT_FSIZE, limits.file_size);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, kMostDescriptors);
    limit(RLIMIT_CPU, static_cast<std::uint64_t>(limits.time.count()) / 1000 + 2);
    char* const environment[] = {nullptr};
    ::execve(program, arguments, environment);
    ::_exit(kCannotStart);
}

// Takes what is there; false at the end of the stream.
bool take(const Descriptor& from, std::string& into, std::uint64_t most) {
    std::array<char, 65536> buffer;
    const ssize_t got = ::read(from.value(), buffer.data(), buffer.size());
    if (got < 0) return errno == EINTR || errno == EAGAIN;
    const std::uint64_t room = most > into.size() ? most - into.size() : 0;
    into.append(buffer.data(), std::min<std::uint64_t>(room, static_cast<std::uint64_t>(got)));
    return got > 0;
}

// Reads both streams until they end or a limit is hit.
void collect(Pipe& output, Pipe& error_text, const ChildLimits& limits, Clock::time_point end, ChildOutput& result) {
    while (output.read.is_open() || error_text.read.is_open()) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        if (left <= 0) {
            result.hit = ChildLimit::time;
            return;
        }
        pollfd waiting[] = {{output.read.value(), POLLIN, 0}, {error_text.read.value(), POLLIN, 0}};
        if (::poll(waiting, 2, static_cast<int>(std::min<std::int64_t>(left, 1'000'000))) <= 0) continue;
        // One byte more than allowed is asked for, so that a child which stops at the limit did not hit it.
        if (waiting[0].revents != 0 && !take(output.read, result.output, limits.output + 1)) output.read.close();
        if (waiting[1].revents != 0 && !take(error_text.read, result.error_text, limits.error_text)) {
            error_text.read.close();
        }
        if (result.output.size() > limits.output) {
            result.output.resize(limits.output);
            result.hit = ChildLimit::output;
            return;
        }
    }
}

// Waits until the child has ended, or its time has. It stays a zombie, so that its number stays its own.
bool has_ended_by(pid_t child, Clock::time_point end) {
    auto pause = std::chrono::microseconds(100);
    for (;;) {
        siginfo_t info{};
        if (::waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid != 0) {
            return true;
        }
        if (Clock::now() >= end) return false;
        ::usleep(static_cast<useconds_t>(pause.count()));
        pause = std::min(pause * 2, std::chrono::microseconds(10'000));
    }
}

// Ends the child's group, those that outlive it too, and gives its exit status.
int end_group(pid_t child) {
    ::kill(-child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) return kCannotStart;
    }
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

bool is_program(const std::string& path) { return ::access(path.c_str(), X_OK) == 0; }

}  // namespace

std::string_view to_string(ChildLimit limit) {
    switch (limit) {
        case ChildLimit::none: return "none";
        case ChildLimit::time: return "time";
        case ChildLimit::output: return "output";
    }
    return "none";
}

Result<ChildOutput> run_child(const std::string& program, const std::vector<std::string>& arguments,
                              const ChildLimits& limits, std::string_view input) {
    if (!is_program(program)) return fail(Error{ErrorCode::not_found, "there is no such program", {program}});
    auto file = hold_in_memory(input);
    if (!file) return fail(std::move(file).error().within(program));
    auto output = make_pipe();
    auto error_text = make_pipe();
    const Descriptor nothing(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    if (!output || !error_text || !nothing.is_open()) {
        return fail(system_error("no descriptors are left for another program").within(program));
    }
    std::vector<char*> words{const_cast<char*>(program.c_str())};
    for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    const int ends[4] = {nothing.value(), output->write.value(), error_text->write.value(), file->value()};

    const Clock::time_point end = Clock::now() + limits.time;
    const pid_t child = ::fork();
    if (child < 0) return fail(system_error("another program could not be started").within(program));
    if (child == 0) become(program.c_str(), words.data(), limits, ends);
    ::setpgid(child, child);  // both do it, since either may be first
    output->write.close();
    error_text->write.close();

    ChildOutput result;
    collect(*output, *error_text, limits, end, result);
    if (result.hit == ChildLimit::none && !has_ended_by(child, end)) result.hit = ChildLimit::time;
    result.exit_status = end_group(child);
    return result;
}

std::optional<std::string> find_program(std::string_view name) {
    const char* variable = std::getenv("PATH");
    std::string_view folders = variable != nullptr ? variable : "/usr/local/bin:/usr/bin:/bin";
    while (!folders.empty()) {
        const std::size_t end = std::min(folders.find(':'), folders.size());
        const std::string_view folder = folders.substr(0, end);
        // Only whole paths: a program of the folder that someone works in is none of the system's.
        if (folder.starts_with('/')) {
            std::string path = std::string(folder) + "/" + std::string(name);
            if (is_program(path)) return path;
        }
        folders.remove_prefix(std::min(end + 1, folders.size()));
    }
    return std::nullopt;
}

}  // namespace axray::base
