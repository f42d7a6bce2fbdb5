#include <array>
#include <cstddef>

#include <axray/actors.hpp>

namespace axray {

std::string_view to_string(ActorStatus status) {
    static constexpr std::array<std::string_view, 4> kNames = {"resolved", "ambiguous", "unconfirmed", "software"};
    return kNames[static_cast<std::size_t>(status)];
}

std::string_view to_string(ActorMatch match) {
    static constexpr std::array<std::string_view, 4> kNames = {"name", "shortened", "spelling", "typo"};
    return kNames[static_cast<std::size_t>(match)];
}

}  // namespace axray
