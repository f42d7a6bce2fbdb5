// Any bytes as a robots.txt and a path: reading ends, and a decision against the path names a rule of the file.
// Depends: base fetch
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "fetch/robots.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    // The first line is the path, the rest the file.
    const std::size_t end = bytes.find('\n');
    const auto path = bytes.substr(0, end);
    const auto file = end == std::string_view::npos ? bytes : bytes.substr(end + 1);
    const auto rules = axray::fetch::parse_robots(file, axray::fetch::kRobotName);
    const auto decision = axray::fetch::decide(rules, path);
    if (!decision.allowed && (decision.line == 0 || decision.pattern.empty())) std::abort();
    if (rules.rules.empty() && !decision.allowed) std::abort();
    return 0;
}
