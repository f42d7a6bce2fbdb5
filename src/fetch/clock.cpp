#include "fetch/clock.hpp"

#include <array>
#include <cstdio>
#include <thread>

namespace axray::fetch {

Clock system_clock() {
    return {[] { return std::chrono::system_clock::now(); },
            [](Milliseconds pause) { std::this_thread::sleep_for(pause); }};
}

Seconds in_seconds(TimePoint time) { return std::chrono::floor<std::chrono::seconds>(time); }

std::string iso_time(Seconds time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const auto second = (time - day).count();
    std::array<char, 80> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(second / 3600), static_cast<int>(second / 60 % 60), static_cast<int>(second % 60));
    return text.data();
}

}  // namespace axray::fetch
