// What share of claims with this probability are supported (probability of the model -> probability that is reported).
//
// The models learn from sets that all weigh the same, half of it supported; so their probability orders claims and is
// cut at one half, but is no frequency. The curve here is one: straight lines between a few points, measured on claims
// that the models had not seen, monotone (Ayer et al. 1955), and bent so that it stays on its side of one half.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include <axray/result.hpp>

namespace axray::judge {

inline constexpr std::string_view kCalibrationKind = "calibration";
inline constexpr std::uint32_t kCalibrationVersion = 1;
// Points at 0, 0.1 .. 0.5 below the cut, and 0.5, 0.6 .. 1 from there on.
inline constexpr std::size_t kCalibrationPoints = 12;

class Calibration {
public:
    // Reads the file. Errors: model_mismatch when it is missing, of another size, or not monotone.
    [[nodiscard]] static Result<Calibration> open(const std::string& path);

    // Measures the curve. `probabilities` and `supported` (1 or 0) are of the same claims, in any order.
    [[nodiscard]] static Calibration measure(std::span<const float> probabilities, std::span<const float> supported);

    // 0..1, below one half exactly where `probability` is; monotone.
    [[nodiscard]] float apply(float probability) const;

    // Of a model file.
    [[nodiscard]] std::string payload() const;

private:
    std::array<float, kCalibrationPoints> points_{};
};

}  // namespace axray::judge
