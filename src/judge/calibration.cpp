#include "judge/calibration.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/model_file.hpp"

namespace axray::judge {
namespace {

constexpr float kCut = 0.5F;
constexpr float kBelowCut = 0.499F;
constexpr float kStep = 0.1F;
constexpr std::size_t kOnASide = kCalibrationPoints / 2;

float place_of(std::size_t point) {
    const std::size_t step = point < kOnASide ? point : point - 1;
    return static_cast<float>(step) * kStep;
}

bool same_side(std::size_t point, float probability) { return (point < kOnASide) == (probability < kCut); }

}  // namespace

Result<Calibration> Calibration::open(const std::string& path) {
    const auto file = base::ModelFile::open(path, kCalibrationKind, kCalibrationVersion);
    if (!file) return fail(file.error());
    Calibration made;
    const std::string_view payload = file->payload();
    if (payload.size() != sizeof(made.points_)) {
        return fail(Error{ErrorCode::model_mismatch, "the calibration has another size", {path}});
    }
    std::memcpy(made.points_.data(), payload.data(), payload.size());
    const bool inside = made.points_.front() >= 0 && made.points_.back() <= 1;
    if (!inside || !std::is_sorted(made.points_.begin(), made.points_.end())) {
        return fail(Error{ErrorCode::model_mismatch, "the calibration does not rise from 0 to 1", {path}});
    }
    return made;
}

// Each point is the share among the claims around it, those nearer counting more; then neighbours that fall are joined.
Calibration Calibration::measure(std::span<const float> probabilities, std::span<const float> supported) {
    constexpr double kPrior = 5;  // claims at the middle of their side, so that an empty place has a value
    std::array<double, kCalibrationPoints> share{};
    std::array<double, kCalibrationPoints> weight{};
    for (std::size_t point = 0; point < kCalibrationPoints; ++point) {
        weight[point] = kPrior;
        share[point] = kPrior * static_cast<double>(place_of(point));
        for (std::size_t claim = 0; claim < probabilities.size(); ++claim) {
            const float distance = std::abs(probabilities[claim] - place_of(point));
            if (distance >= kStep || !same_side(point, probabilities[claim])) continue;
            const double near = 1.0 - static_cast<double>(distance / kStep);
            weight[point] += near;
            share[point] += near * static_cast<double>(supported[claim]);
        }
        share[point] /= weight[point];
    }
    for (std::size_t end = 1; end < kCalibrationPoints; ++end) {
        for (std::size_t at = end; at > 0 && share[at] < share[at - 1]; --at) {
            const double joined =
                (share[at] * weight[at] + share[at - 1] * weight[at - 1]) / (weight[at] + weight[at - 1]);
            share[at] = share[at - 1] = joined;
        }
    }
    Calibration made;
    for (std::size_t point = 0; point < kCalibrationPoints; ++point) {
        const auto value = static_cast<float>(share[point]);
        made.points_[point] = point < kOnASide ? std::min(value, kBelowCut) : std::max(value, kCut);
    }
    return made;
}

float Calibration::apply(float probability) const {
    const float bounded = std::clamp(probability, 0.0F, 1.0F);
    const std::size_t first = bounded < kCut ? 0 : kOnASide;
    const float steps = (bounded - place_of(first)) / kStep;
    const auto whole = std::min(static_cast<std::size_t>(steps), kOnASide - 2);
    const float rest = steps - static_cast<float>(whole);
    const float low = points_[first + whole];
    const float high = points_[first + whole + 1];
    // A little of the model's own order is kept where the curve is level.
    constexpr float kOrder = 0.001F;
    const float value = low + (high - low) * rest + kOrder * (bounded - kCut);
    return bounded < kCut ? std::clamp(value, 0.0F, kBelowCut) : std::clamp(value, kCut, 1.0F);
}

std::string Calibration::payload() const {
    std::string bytes(sizeof(points_), '\0');
    std::memcpy(bytes.data(), points_.data(), sizeof(points_));
    return bytes;
}

}  // namespace axray::judge
