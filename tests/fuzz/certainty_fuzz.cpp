// Any bytes as running text: cues of certainty and negation and their scopes lie in one sentence each, by words alone
// and by the tree. Depends: base language
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "annotating.hpp"

namespace {

using namespace axray;
using namespace axray::language;

void check_cue(const AnnotatedText& annotated, TokenSpan cue, TokenSpan scope, std::uint32_t& last) {
    require(cue.size() > 0 && cue.end <= annotated.tokens.size(), "a cue lies in the text");
    require(cue.begin >= last, "cues are in order");
    last = cue.begin;
    require(scope.begin <= scope.end && scope.end <= annotated.tokens.size(), "a scope lies in the text");
}

void check_certainty(const AnnotatedText& annotated) {
    std::uint32_t last = 0;
    for (const CertaintyCue& one : annotated.certainty_cues) check_cue(annotated, one.cue, one.scope, last);
    last = 0;
    for (const Negation& one : annotated.negations) check_cue(annotated, one.cue, one.scope, last);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    struct ModelFixture : AnnotatorFixture {
        ModelFixture() { use_sentence_models(); }
    };
    static ModelFixture fixture;
    // On the heap at its exact size, so that reading one byte too many is noticed.
    const std::vector<char> copy(data, data + size);
    const std::string_view text(copy.data(), copy.size());
    for (const Layers layers : {Layers::words, Layers::all}) {
        check_certainty(fixture.annotator.annotate_text(text, fixture.workspace, {.layers = layers, .published = {}}));
    }
    return 0;
}
