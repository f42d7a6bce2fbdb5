// Any bytes as running text: who says what, by rules and by the models, lies in the text and is in order.
// Depends: base language
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "annotating.hpp"
#include "language/speech/speech_model.hpp"

namespace {

using namespace axray;
using namespace axray::language;

void check_span(const AnnotatedText& annotated, TokenSpan span) {
    require(span.begin <= span.end && span.end <= annotated.tokens.size(), "parts lie in the text");
}

void check_speech(const AnnotatedText& annotated) {
    std::uint32_t sentence = 0;
    for (std::size_t i = 0; i < annotated.attributions.size(); ++i) {
        const Attribution& one = annotated.attributions[i];
        require(one.sentence >= sentence && one.sentence < annotated.sentences.size(), "ordered by sentence");
        sentence = one.sentence;
        check_span(annotated, one.speaker);
        check_span(annotated, one.cue);
        check_span(annotated, one.content);
        require(one.further_begin <= one.further_end && one.further_end <= annotated.further_content.size(),
                "further pieces are there");
        require(one.outer == kNone || (one.outer < annotated.attributions.size() && one.outer != i),
                "the outer attribution is another one");
        require(one.stance <= Stance::reports, "a stance");
    }
    for (const TokenSpan piece : annotated.further_content) check_span(annotated, piece);
}

struct SpeechFixture : AnnotatorFixture {
    SpeechFixture() {
        const std::string path = models_of_build() + "/speech.bin";
        if (!std::filesystem::exists(path)) return;
        use_sentence_models();
        auto model = SpeechModel::open(path);
        require(model.has_value(), "the build has its model of speech");
        annotator.use_speech_model(std::make_shared<const SpeechModel>(*std::move(model)));
    }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static SpeechFixture fixture;
    // On the heap at its exact size, so that reading one byte too many is noticed.
    const std::vector<char> copy(data, data + size);
    const std::string_view text(copy.data(), copy.size());
    for (const Layers layers : {Layers::words, Layers::all}) {
        check_speech(fixture.annotator.annotate_text(text, fixture.workspace, {.layers = layers, .published = {}}));
    }
    return 0;
}
