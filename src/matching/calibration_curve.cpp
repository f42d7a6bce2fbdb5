#include "matching/calibration_curve.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/boosted_trees.hpp"
#include "base/model_file.hpp"

namespace axray::matching {
namespace {

constexpr std::size_t kMostPoints = 256;
constexpr float kOrder = 0.002F;  // of the trees' own order, kept where the curve is level
constexpr double kPrior = 0.5;    // matches and others that every step is given besides what was seen
constexpr double kStepWeight = 20;

struct Step {
    double odds = 0;
    double matches = 0;
    double weight = 0;
    [[nodiscard]] double share() const { return (matches + kPrior) / (weight + 2 * kPrior); }
    void add(const Step& other) {
        odds += other.odds;
        matches += other.matches;
        weight += other.weight;
    }
};

}  // namespace

Result<CalibrationCurve> CalibrationCurve::open(const std::string& path) {
    const auto file = base::ModelFile::open(path, kCurveKind, kCurveVersion);
    if (!file) return fail(file.error());
    const std::string_view payload = file->payload();
    const std::size_t count = payload.size() / sizeof(Point);
    if (count == 0 || count > kMostPoints || payload.size() % sizeof(Point) != 0) {
        return fail(Error{ErrorCode::model_mismatch, "the curve of probabilities has another size", {path}});
    }
    CalibrationCurve curve;
    curve.points_.resize(count);
    std::memcpy(curve.points_.data(), payload.data(), payload.size());
    const auto falls = [](const Point& one, const Point& next) {
        return !(next.odds > one.odds) || !(next.probability >= one.probability);
    };
    const bool rises = std::adjacent_find(curve.points_.begin(), curve.points_.end(), falls) == curve.points_.end();
    if (!rises || !(curve.points_.front().probability >= 0) || !(curve.points_.back().probability <= 1)) {
        return fail(Error{ErrorCode::model_mismatch, "the curve of probabilities does not rise from 0 to 1", {path}});
    }
    return curve;
}

CalibrationCurve CalibrationCurve::measure(std::vector<Seen> seen) {
    std::sort(seen.begin(), seen.end(), [](const Seen& one, const Seen& other) { return one.odds < other.odds; });
    std::vector<Step> steps;
    Step open;
    for (const Seen& one : seen) {
        const auto weight = static_cast<double>(one.weight);
        open.add({weight * static_cast<double>(one.odds), weight * static_cast<double>(one.match), weight});
        if (open.weight < kStepWeight) continue;
        steps.push_back(open);
        open = {};
        while (steps.size() > 1 && steps.back().share() <= steps[steps.size() - 2].share()) {
            const Step last = steps.back();
            steps.pop_back();
            steps.back().add(last);
        }
    }
    CalibrationCurve curve;
    const std::size_t every = steps.size() / kMostPoints + 1;
    for (std::size_t at = 0; at < steps.size(); at += every) {
        const Step& step = steps[at];
        curve.points_.push_back({static_cast<float>(step.odds / step.weight), static_cast<float>(step.share())});
    }
    if (curve.points_.empty()) curve.points_.push_back({0, 0.5F});
    return curve;
}

float CalibrationCurve::apply(float odds) const {
    const auto next = std::upper_bound(points_.begin(), points_.end(), odds,
                                       [](float value, const Point& point) { return value < point.odds; });
    float value = 0;
    if (next == points_.begin()) {
        value = next->probability * std::exp(std::min(0.0F, odds - next->odds));
    } else if (next == points_.end()) {
        value = points_.back().probability;
    } else {
        const Point& before = *(next - 1);
        const float part = (odds - before.odds) / (next->odds - before.odds);
        value = before.probability + part * (next->probability - before.probability);
    }
    return (1 - kOrder) * std::clamp(value, 0.0F, 1.0F) + kOrder * base::logistic(odds);
}

std::string CalibrationCurve::payload() const {
    std::string bytes(points_.size() * sizeof(Point), '\0');
    std::memcpy(bytes.data(), points_.data(), bytes.size());
    return bytes;
}

}  // namespace axray::matching
