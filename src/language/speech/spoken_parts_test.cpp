#include "language/speech/spoken_parts.hpp"

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "language/syntax/sentence_models.hpp"
#include "language/test_annotation.hpp"

namespace axray::language {
namespace {

// An annotator with the models of the build.
class FullAnnotator {
public:
    FullAnnotator() : lexicon_(test_lexicon()), annotator_(lexicon_) {
        auto sentences = SentenceModels::open(AXRAY_MODELS_DIR, lexicon_);
        REQUIRE(sentences);
        annotator_.use_sentence_models(std::make_shared<const SentenceModels>(*std::move(sentences)));
        auto speech = SpeechModel::open(std::string(AXRAY_MODELS_DIR) + "/speech.bin");
        REQUIRE(speech);
        annotator_.use_speech_model(std::make_shared<const SpeechModel>(*std::move(speech)));
    }
    AnnotatedText operator()(std::string_view text) {
        return annotator_.annotate_text(text, workspace_, {.layers = Layers::all, .published = {}});
    }

private:
    Lexicon lexicon_;
    Annotator annotator_;
    Workspace workspace_;
};

struct Case {
    std::string text;
    std::string speaker;
    std::string cue;
    std::vector<std::string> content;
};

const std::vector<Case> kCases = {
    {"Marin said that the bank closed its office in May.", "Marin", "said", {"the bank closed its office in May"}},
    {"“We will close the bank,” Marin said, “and we will not open it again.”",
     "Marin",
     "said",
     {"We will close the bank", "and we will not open it again"}},
    {"“We lost money,” said Marin, the minister. “We will lose more.”",
     "Marin, the minister",
     "said",
     {"We lost money", "We will lose more"}},
    {"According to the ministry, the bank lost two million dollars.",
     "the ministry",
     "According to",
     {"the bank lost two million dollars"}},
};

}  // namespace

TEST_CASE("the network finds speaker, cue and all pieces of what is said") {
    FullAnnotator annotate;
    for (const Case& test : kCases) {
        CAPTURE(test.text);
        const AnnotatedText found = annotate(test.text);
        REQUIRE(found.attributions.size() == 1);
        const Attribution& one = found.attributions[0];
        CHECK(words(test.text, found, one.speaker) == test.speaker);
        CHECK(words(test.text, found, one.cue) == test.cue);
        REQUIRE(one.further_end - one.further_begin + 1 == test.content.size());
        CHECK(words(test.text, found, one.content) == test.content[0]);
        for (std::size_t i = 1; i < test.content.size(); ++i)
            CHECK(words(test.text, found, found.further_content[one.further_begin + i - 1]) == test.content[i]);
    }
}

TEST_CASE("who speaks within what is said belongs to the attribution around it") {
    FullAnnotator annotate;
    const std::string text = "The union said that the bank denied the loss and that it would sue.";
    const AnnotatedText found = annotate(text);
    REQUIRE(found.attributions.size() == 2);
    CHECK(words(text, found, found.attributions[1].speaker) == "the bank");
    CHECK(found.attributions[1].stance == Stance::denies);
    CHECK(found.attributions[1].outer == 0);
    CHECK(found.attributions[0].outer == kNone);
}

TEST_CASE("a file that is no model of speech is refused by name") {
    const auto path = std::filesystem::temp_directory_path() / "axray_speech_test.bin";
    std::ofstream(path) << "AXRAYMDLspeech";
    const auto opened = SpeechModel::open(path.string());
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::model_mismatch);
    CHECK(opened.error().to_string().find(path.string()) != std::string::npos);
    std::filesystem::remove(path);
    CHECK_FALSE(SpeechModel::open("/nowhere/speech.bin"));
}

}  // namespace axray::language
