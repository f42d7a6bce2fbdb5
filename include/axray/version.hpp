// The version of the library, of the command and of what they write.
//
// The build reads it from here, so this is the one place to change. It stands in every report, because the same input
// gives the same output only with the same version.
// Source: own.
#pragma once

#include <string_view>

namespace axray {

// Major, minor and patch number, as in semantic versioning.
inline constexpr std::string_view kVersion = "0.1.0";

}  // namespace axray
