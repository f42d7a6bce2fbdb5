// From log odds of the trees to a probability that is a frequency (log odds -> 0..1).
//
// A monotone curve of straight lines between points, measured on names that the trees had not seen, with the share of
// listed names that a screening meets. Source: Ayer et al. 1955 (pool adjacent violators).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <axray/result.hpp>

namespace axray::matching {

inline constexpr std::string_view kCurveKind = "name_curve";
inline constexpr std::uint32_t kCurveVersion = 1;

class CalibrationCurve {
public:
    struct Point {
        float odds = 0;  // log odds
        float probability = 0;
    };
    struct Seen {
        float odds = 0;
        float match = 0;  // 1 or 0
        float weight = 1;
    };

    // Errors: model_mismatch when the file is missing or does not rise from 0 to 1.
    [[nodiscard]] static Result<CalibrationCurve> open(const std::string& path);

    // O(n log n).
    [[nodiscard]] static CalibrationCurve measure(std::vector<Seen> seen);

    // Rises with the odds, strictly, so that the order is kept.
    [[nodiscard]] float apply(float odds) const;

    // Of a model file.
    [[nodiscard]] std::string payload() const;

    [[nodiscard]] std::span<const Point> points() const { return points_; }

private:
    std::vector<Point> points_;
};

}  // namespace axray::matching
