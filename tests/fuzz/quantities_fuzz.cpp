// Any bytes as text: quantities have values, lie in order in the text, and compare with each other without surprise.
// Depends: base language
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "annotating.hpp"
#include "language/quantities/agreement.hpp"
#include "language/quantities/compare.hpp"
#include "language/quantities/units.hpp"

namespace {

using namespace axray;
using namespace axray::language;

void check(const AnnotatedText& annotated) {
    const std::uint32_t count = annotated.tokens.size();
    std::uint32_t end = 0;
    for (const Quantity& quantity : annotated.quantities) {
        require(std::isfinite(quantity.low) && std::isfinite(quantity.high), "values are finite");
        require(quantity.low <= quantity.high, "the low end comes first");
        require(quantity.tokens.begin < quantity.tokens.end && quantity.tokens.end <= count, "tokens lie in the text");
        require(quantity.tokens.begin >= end, "quantities are in order and apart");
        end = quantity.tokens.end;
        require(quantity.unit_tokens.begin <= quantity.unit_tokens.end && quantity.unit_tokens.end <= count, "units");
        require(quantity.measure < unit_count() && quantity.per < unit_count(), "units are in the table");
        require(compare(quantity, quantity) == Comparison::same, "a quantity is the same as itself");
    }
    for (std::size_t at = 1; at < annotated.quantities.size() && at < 64; ++at) {
        const Quantity& one = annotated.quantities[at - 1];
        const Quantity& other = annotated.quantities[at];
        const bool same = compare(one, other) == Comparison::same;
        require(same == (compare(other, one) == Comparison::same), "what is the same is so both ways");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static AnnotatorFixture fixture;
    const std::vector<char> copy(data, data + size);
    const std::string_view text(copy.data(), copy.size());
    const AnnotatedText annotated = fixture.annotator.annotate_text(text, fixture.workspace);
    check(annotated);
    const AnnotatedText half = fixture.annotator.annotate_text(text.substr(text.size() / 2), fixture.workspace);
    for (const float probability : agreement_probabilities(agreement_features(annotated, half)))
        require(probability >= 0 && probability <= 1, "probabilities");
    return 0;
}
