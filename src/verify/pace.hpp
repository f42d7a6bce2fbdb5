// When a request may be sent (time -> turns), and how long to wait before it is sent again.
//
// Turns are handed out at even distances, to all threads together; a wait that the endpoint asked for holds all of them
// back. Pauses between tries double, and are shortened by a share that depends on the question alone, so that parallel
// questions do not come back at the same moment and a run can be repeated.
// Source: own; exponential back-off with jitter as usual.
#pragma once

#include <cstdint>
#include <mutex>
#include <string_view>

#include "fetch/clock.hpp"
#include "verify/settings.hpp"

namespace axray::verify {

class Pace {
public:
    Pace(double requests_per_second, fetch::Clock clock);

    // Blocks until it is this caller's turn.
    void wait_for_turn();

    // Nobody has a turn before then.
    void hold_for(Milliseconds wait);

private:
    [[nodiscard]] Milliseconds time_left_of(fetch::TimePoint turn);

    fetch::Clock clock_;
    std::chrono::microseconds distance_;
    std::mutex mutex_;
    fetch::TimePoint next_turn_{};
    fetch::TimePoint held_until_{};
};

// Before try `number` + 1, counted from 1: between a half and the whole of the doubled pause. `digest` is that of the
// question.
[[nodiscard]] Milliseconds pause_after(std::uint32_t number, const Settings& settings, std::string_view digest);

}  // namespace axray::verify
