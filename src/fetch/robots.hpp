// robots.txt: which paths a site asks programs to leave alone (bytes + our name + path -> allowed or not).
//
// Groups that name us are taken together, else those of "*". The longest matching rule decides; of two as long, the one
// that allows. Nothing else in the file has a meaning here.
// Source: RFC 9309.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace axray::fetch {

inline constexpr std::string_view kRobotName = "axray";  // what robots.txt calls this program
inline constexpr std::uint64_t kRobotsSizeLimit = 500ull
                                                  << 10;  // bytes; what stands behind is not read (RFC 9309, 2.5)

struct RobotsRule {
    enum class Kind : std::uint8_t { allow, disallow };
    Kind kind = Kind::disallow;
    std::string pattern;     // path in one spelling of percent-encoding; may hold * and end with $
    std::uint32_t line = 0;  // of the file, from 1
};

struct RobotsRules {
    std::vector<RobotsRule> rules;  // those that apply to us, in order of the file
};

struct RobotsDecision {
    bool allowed = true;
    std::uint32_t line = 0;  // of the deciding rule; 0 when none matches
    std::string pattern;
};

// The rules of the file for `name`. O(bytes).
[[nodiscard]] RobotsRules parse_robots(std::string_view file, std::string_view name);

// `path` with its query, as sent. O(path * pattern) at worst for each rule.
[[nodiscard]] RobotsDecision decide(const RobotsRules& rules, std::string_view path);

}  // namespace axray::fetch
