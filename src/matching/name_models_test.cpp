#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/model_file.hpp"
#include "matching/calibration_curve.hpp"
#include "matching/word_table.hpp"

namespace axray::matching {
namespace {

// A model file of its own for each test, gone afterwards.
class TemporaryModel {
public:
    TemporaryModel(std::string_view kind, std::uint32_t version, const std::string& payload)
        : path_(std::filesystem::temp_directory_path() / ("axray-" + std::string(kind) + "-test.bin")) {
        REQUIRE(base::write_model_file(path_.string(), kind, version, payload));
    }
    TemporaryModel(const TemporaryModel&) = delete;
    TemporaryModel& operator=(const TemporaryModel&) = delete;
    ~TemporaryModel() { std::filesystem::remove(path_); }
    [[nodiscard]] std::string path() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

}  // namespace

TEST_CASE("a table of words gives back what was put in, and full weight for others") {
    const std::vector<KnownWord> words = {{"vetka", {0.25F, {7, 0}}}, {"lodka", {0.5F, {7, 9}}}, {"vetka", {1, {}}}};
    const TemporaryModel model(kWordTableKind, kWordTableVersion, make_word_table(words));
    const auto table = WordTable::open(model.path());
    REQUIRE(table);
    CHECK(table->find("vetka").weight == doctest::Approx(0.25).epsilon(0.001));
    CHECK(table->find("lodka").groups[1] == 9);
    CHECK(table->find("unseen").weight == 1);
}

TEST_CASE("a damaged table of words is refused or searched to its end") {
    const std::string whole = make_word_table(std::vector<KnownWord>{{"vetka", {}}});
    for (const std::string& damaged : {std::string(), whole.substr(0, 6), whole.substr(0, whole.size() - 1)}) {
        const TemporaryModel model(kWordTableKind, kWordTableVersion, damaged);
        CHECK_FALSE(WordTable::open(model.path()));
    }
    const TemporaryModel full(kWordTableKind, kWordTableVersion,
                              whole.substr(0, 8) + std::string(whole.size() - 8, '\x11'));
    const auto table = WordTable::open(full.path());
    REQUIRE(table);
    CHECK(table->find("lodka").weight == 1);
}

TEST_CASE("a curve of probabilities rises and follows what was seen") {
    std::vector<CalibrationCurve::Seen> seen;
    for (int number = 0; number < 2000; ++number) {
        const float odds = static_cast<float>(number % 200 - 100) / 20;
        const bool match = odds > 1 ? number % 10 != 0 : odds > 0 && number % 2 == 0;
        seen.push_back({odds, match ? 1.0F : 0.0F, 1});
    }
    const CalibrationCurve curve = CalibrationCurve::measure(seen);
    float before = -1;
    for (float odds = -8; odds < 8; odds += 0.1F) {
        const float probability = curve.apply(odds);
        CHECK(probability > before);
        CHECK(probability <= 1);
        before = probability;
    }
    CHECK(curve.apply(-4) < 0.05F);
    CHECK(curve.apply(4) == doctest::Approx(0.9).epsilon(0.05));
}

TEST_CASE("a curve that falls or is empty is refused") {
    const CalibrationCurve whole = CalibrationCurve::measure({{-1, 0, 50}, {0, 0, 50}, {1, 1, 50}});
    const TemporaryModel good(kCurveKind, kCurveVersion, whole.payload());
    CHECK(CalibrationCurve::open(good.path()));
    std::string turned = whole.payload().substr(8) + whole.payload().substr(0, 8);
    for (const std::string& damaged : {std::string(), whole.payload().substr(0, 5), turned}) {
        const TemporaryModel model(kCurveKind, kCurveVersion, damaged);
        CHECK_FALSE(CalibrationCurve::open(model.path()));
    }
}

}  // namespace axray::matching
