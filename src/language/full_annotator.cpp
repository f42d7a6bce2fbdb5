#include "language/full_annotator.hpp"

#include <filesystem>
#include <memory>

#include "language/speech/speech_model.hpp"
#include "language/syntax/sentence_models.hpp"

namespace axray::language {
namespace {

Result<Annotator> open_annotator(const std::string& folder, const Lexicon& lexicon) {
    Annotator annotator(lexicon);
    auto sentences = SentenceModels::open(folder, lexicon);
    if (!sentences) return fail(std::move(sentences).error());
    annotator.use_sentence_models(std::make_shared<const SentenceModels>(*std::move(sentences)));
    // Who may not use a model that learned from a corpus for research takes the file away; rules find speech then.
    if (!std::filesystem::exists(folder + "/speech.bin")) return annotator;
    auto speech = SpeechModel::open(folder + "/speech.bin");
    if (!speech) return fail(std::move(speech).error());
    annotator.use_speech_model(std::make_shared<const SpeechModel>(*std::move(speech)));
    return annotator;
}

}  // namespace

Result<const Annotator*> FullAnnotator::get() {
    std::call_once(once_, [this] { opened_ = open_annotator(models_folder_, lexicon_); });
    if (!*opened_) return fail(opened_->error());
    return &**opened_;
}

}  // namespace axray::language
