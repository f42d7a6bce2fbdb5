#include "read/metadata/confidence.hpp"

#include <cstddef>

namespace axray::read {
namespace {

#include "read/metadata/confidence.inc"

// Titles are always given: a document without one helps nobody. A wrong name or date is worse than none.
constexpr double kLeastProbability[static_cast<std::size_t>(RankedField::count)] = {0, 0.25, 0.25};

}  // namespace

double measured_confidence(RankedField field, Place place, Agreement agreement) {
    return static_cast<double>(kConfidence[static_cast<std::size_t>(field)][static_cast<std::size_t>(place)]
                                          [agreement == Agreement::agreed ? 1 : 0]);
}

double least_probability(RankedField field) { return kLeastProbability[static_cast<std::size_t>(field)]; }

}  // namespace axray::read
