// The state of one fetch between its steps; part of Fetcher (fetcher.cpp, robots_check.cpp).
//
// Source: own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fetch/fetcher.hpp"

namespace axray::fetch {

struct Fetcher::Journey {
    WebAddress asked;
    WebAddress at;                    // where it has come to
    std::vector<Redirect> redirects;  // from asked to at
    std::optional<KeptPage> kept;     // what an earlier fetch of the same address gave
    Milliseconds time_left{0};
    std::vector<std::string> notes;
};

}  // namespace axray::fetch
