// Time as fetching sees it, passed in so that tests need not wait (-> time points).
//
// Ages of kept pages, pauses between requests and time-outs all come from here.
// Source: own.
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace axray::fetch {

using TimePoint = std::chrono::system_clock::time_point;
using Seconds = std::chrono::sys_seconds;
using Milliseconds = std::chrono::milliseconds;

struct Clock {
    std::function<TimePoint()> now;
    std::function<void(Milliseconds)> sleep;
};

// The clock of the machine.
[[nodiscard]] Clock system_clock();

[[nodiscard]] Seconds in_seconds(TimePoint time);

// "2026-07-01T09:30:00Z"
[[nodiscard]] std::string iso_time(Seconds time);

}  // namespace axray::fetch
