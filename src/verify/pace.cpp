#include "verify/pace.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace axray::verify {

Pace::Pace(double requests_per_second, fetch::Clock clock)
    : clock_(std::move(clock)),
      distance_(static_cast<std::int64_t>(std::llround(1e6 / std::max(requests_per_second, 0.001)))) {}

Milliseconds Pace::time_left_of(fetch::TimePoint turn) {
    const std::scoped_lock lock(mutex_);
    return std::chrono::ceil<Milliseconds>(std::max(turn, held_until_) - clock_.now());
}

void Pace::wait_for_turn() {
    fetch::TimePoint turn;
    {
        const std::scoped_lock lock(mutex_);
        turn = std::max({clock_.now(), next_turn_, held_until_});
        next_turn_ = turn + distance_;
    }
    // Looked at again after each sleep: another thread may have been told to wait in the meantime.
    for (auto left = time_left_of(turn); left > Milliseconds(0); left = time_left_of(turn)) clock_.sleep(left);
}

void Pace::hold_for(Milliseconds wait) {
    const std::scoped_lock lock(mutex_);
    held_until_ = std::max(held_until_, clock_.now() + wait);
}

Milliseconds pause_after(std::uint32_t number, const Settings& settings, std::string_view digest) {
    const std::uint32_t doublings = std::min(number - 1, 30U);
    const double whole = std::min(static_cast<double>(settings.first_pause.count()) * std::exp2(doublings),
                                  static_cast<double>(settings.longest_pause.count()));
    // FNV-1a over the digest and the number of the try.
    std::uint64_t hash = 14695981039346656037ULL;
    const auto add = [&hash](unsigned char byte) { hash = (hash ^ byte) * 1099511628211ULL; };
    for (const char c : digest) add(static_cast<unsigned char>(c));
    add(static_cast<unsigned char>(number));
    const double share = static_cast<double>(hash >> 11U) * 0x1.0p-53;  // [0, 1)
    return Milliseconds(std::llround(whole * (1 - share / 2)));
}

}  // namespace axray::verify
