#include "base/compact_json.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace axray::base {

CompactJson& CompactJson::points(float value) {
    separate();
    std::array<char, 48> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 1);
    text_.append(digits.data(), end.ptr);
    return *this;
}

CompactJson& CompactJson::decimal(double value) {
    if (!std::isfinite(value)) return null();
    separate();
    std::array<char, 48> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    text_.append(digits.data(), end.ptr);
    return *this;
}

}  // namespace axray::base
