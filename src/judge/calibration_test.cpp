#include "judge/calibration.hpp"

#include <filesystem>
#include <fstream>
#include <vector>

#include <doctest/doctest.h>

#include "base/model_file.hpp"

using axray::judge::Calibration;

namespace {

// A model that is too sure: claims with probability p are supported in half as many cases below the cut.
Calibration too_sure() {
    std::vector<float> probabilities;
    std::vector<float> supported;
    for (int percent = 0; percent < 100; ++percent) {
        for (int claim = 0; claim < 100; ++claim) {
            probabilities.push_back(static_cast<float>(percent) / 100);
            supported.push_back(claim < (percent < 50 ? percent / 2 : percent) ? 1.0F : 0.0F);
        }
    }
    return Calibration::measure(probabilities, supported);
}

}  // namespace

TEST_CASE("a calibrated probability is the share of supported claims") {
    const Calibration curve = too_sure();
    CHECK(curve.apply(0.4F) == doctest::Approx(0.2).epsilon(0.05));
    CHECK(curve.apply(0.8F) == doctest::Approx(0.8).epsilon(0.05));
}

TEST_CASE("calibration keeps the order of claims and their side of the cut") {
    for (const Calibration& curve : {too_sure(), Calibration::measure({}, {})}) {
        float before = -1;
        for (int step = 0; step <= 1000; ++step) {
            const float probability = static_cast<float>(step) / 1000;
            const float calibrated = curve.apply(probability);
            CHECK(calibrated >= before);
            CHECK((calibrated < 0.5F) == (probability < 0.5F));
            CHECK(calibrated <= 1.0F);
            before = calibrated;
        }
    }
}

TEST_CASE("a calibration of another size, or one that falls, is refused") {
    const auto folder = std::filesystem::temp_directory_path() / "axray_calibration_test";
    std::filesystem::create_directories(folder);
    const std::string path = (folder / "calibration.bin").string();
    const auto write = [&path](const std::string& payload) {
        REQUIRE(axray::base::write_model_file(path, axray::judge::kCalibrationKind, axray::judge::kCalibrationVersion,
                                              payload)
                    .has_value());
    };
    const std::string good = too_sure().payload();
    write(good);
    CHECK(Calibration::open(path).has_value());
    write(good.substr(4));
    CHECK(!Calibration::open(path).has_value());
    write(good.substr(4) + good.substr(0, 4));
    CHECK(!Calibration::open(path).has_value());
    CHECK(!Calibration::open(path + ".missing").has_value());
    std::filesystem::remove_all(folder);
}
