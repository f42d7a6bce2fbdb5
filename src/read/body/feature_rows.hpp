// Rows of numbers that boosted trees look at, one row a block (written by the feature files, read by the trees).
//
// Source: own.
#pragma once

#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <utility>
#include <vector>

namespace axray::read {

// Rows of equal length.
struct FeatureRows {
    std::size_t columns = 0;
    std::vector<float> values;

    [[nodiscard]] std::span<const float> row(std::size_t number) const {
        return std::span(values).subspan(number * columns, columns);
    }
};

// Writes row after row; the first decides how long all are.
class RowWriter {
public:
    void add(float value) { rows_.values.push_back(value); }
    void add(std::initializer_list<float> values) { rows_.values.insert(rows_.values.end(), values); }
    void add(std::span<const float> values) { rows_.values.insert(rows_.values.end(), values.begin(), values.end()); }
    void end_row() {
        if (rows_.columns == 0) rows_.columns = rows_.values.size();
    }
    [[nodiscard]] FeatureRows take() { return std::move(rows_); }

private:
    FeatureRows rows_;
};

[[nodiscard]] inline float ratio(float part, float whole) { return whole > 0 ? part / whole : 0; }
[[nodiscard]] inline float as_float(bool value) { return value ? 1.0F : 0.0F; }
[[nodiscard]] inline float log_of(float value) { return std::log1p(value); }

}  // namespace axray::read
