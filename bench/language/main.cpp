// Annotates development data for its scorer (program axray_predict, for development).
//
//   axray_predict [--models FOLDER] TASK < in > out
//
// Without TASK it lists the tasks. --models: the folder of the models, share/axray/models of this build without it.
// Exit status 0; 2 for a wrong call; 3 when a model or the input cannot be read.
#include <array>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>

#include "language/speech/speech_model.hpp"
#include "language/syntax/sentence_models.hpp"
#include "predict.hpp"

using namespace axray;
using namespace axray::bench;

namespace {

std::array<std::span<const Task>, 7> areas() {
    return {segment_tasks(), conllu_tasks(), name_tasks(),     quantity_tasks(),
            date_tasks(),    speech_tasks(), indicator_tasks()};
}

const Task* find_task(std::string_view name) {
    for (const auto area : areas()) {
        for (const Task& task : area) {
            if (task.name == name) return &task;
        }
    }
    return nullptr;
}

int list_tasks() {
    std::fputs("use: axray_predict [--models FOLDER] TASK < in > out\n", stderr);
    for (const auto area : areas()) {
        for (const Task& task : area) {
            std::fprintf(stderr, "  %-12s %s -> %s\n", std::string(task.name).c_str(), std::string(task.reads).c_str(),
                         std::string(task.writes).c_str());
        }
    }
    return 2;
}

int run(const Task& task, const std::string& models) {
    const auto lexicon = language::Lexicon::open(models + "/wordnet.bin");
    if (!lexicon) {
        std::fprintf(stderr, "axray_predict: %s\n", lexicon.error().to_string().c_str());
        return 3;
    }
    language::Annotator annotator(*lexicon);
    auto sentences = language::SentenceModels::open(models, *lexicon);
    if (!sentences) {
        std::fprintf(stderr, "axray_predict: %s\n", sentences.error().to_string().c_str());
        return 3;
    }
    annotator.use_sentence_models(std::make_shared<const language::SentenceModels>(*std::move(sentences)));
    if (std::filesystem::exists(models + "/speech.bin")) {
        auto speech = language::SpeechModel::open(models + "/speech.bin");
        if (!speech) {
            std::fprintf(stderr, "axray_predict: %s\n", speech.error().to_string().c_str());
            return 3;
        }
        annotator.use_speech_model(std::make_shared<const language::SpeechModel>(*std::move(speech)));
    }
    Tools tools{*lexicon, annotator, {}};
    try {
        task.run(tools, std::cin, std::cout);
    } catch (const Json::exception& fault) {
        std::fprintf(stderr, "axray_predict: the input is not what %s reads: %s\n", std::string(task.name).c_str(),
                     fault.what());
        return 3;
    }
    std::cout.flush();
    return std::cout ? 0 : 3;
}

}  // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    std::string models = AXRAY_BENCH_MODELS;
    std::string name;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--models" && i + 1 < argc) {
            models = argv[++i];
        } else {
            name = argument;
        }
    }
    const Task* task = find_task(name);
    return task == nullptr ? list_tasks() : run(*task, models);
}
