// The content security policy of a page that reaches for nothing (its own styles and scripts -> policy).
//
// Source: W3C Content Security Policy Level 3.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace axray::report {

// Allows these styles and scripts by their digests, and nothing else.
[[nodiscard]] std::string content_policy(const std::vector<std::string_view>& styles,
                                         const std::vector<std::string_view>& scripts);

}  // namespace axray::report
