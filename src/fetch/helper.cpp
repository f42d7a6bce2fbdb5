#include "fetch/helper.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

#include "base/child_process.hpp"

namespace axray::fetch {
namespace {

constexpr Milliseconds kGrace{2'000};             // beyond the time of the request, which the program keeps itself
constexpr std::uint64_t kTailRoom = 1ull << 20U;  // bytes behind header and body

#ifdef AXRAY_SANITIZED
constexpr std::uint64_t kMemory = 1ull << 50U;  // the sanitizer takes terabytes of addresses
#else
constexpr std::uint64_t kMemory = 1ull << 30U;  // bytes
#endif

HttpAnswer too_late() {
    HttpAnswer answer;
    answer.stop = Stop::timed_out;
    answer.detail = "it did not end";
    return answer;
}

Result<HttpAnswer> run_helper(const std::string& program, const HttpRequest& request) {
    base::ChildLimits limits;
    limits.time = request.whole_limit + kGrace;
    limits.memory = kMemory;
    limits.output = request.size_limit + request.header_limit + kTailRoom;
    auto output = base::run_child(program, {}, limits, write_request(request));
    if (!output && output.error().code == ErrorCode::not_found) {
        return fail(Error{ErrorCode::not_found, "the program that fetches pages is missing", {program}});
    }
    if (!output) return fail(std::move(output).error());
    if (output->hit == base::ChildLimit::time) return too_late();
    const bool broken_off = output->exit_status != 0 || output->hit != base::ChildLimit::none;
    auto answer =
        broken_off
            ? Result<HttpAnswer>(fail(ErrorCode::unreadable, "the program that fetches pages ended with status " +
                                                                 std::to_string(output->exit_status)))
            : read_answer(std::move(output->output));
    if (answer) return answer;
    return fail(std::move(answer).error().within(program));
}

}  // namespace

std::string helper_path() {
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    return (program.parent_path().parent_path() / "libexec" / "axray" / "axray-fetch").string();
}

Transport helper_transport(std::string program) {
    return [program = std::move(program)](const HttpRequest& request) { return run_helper(program, request); };
}

}  // namespace axray::fetch
