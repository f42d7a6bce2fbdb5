// What the fuzz targets of the language layer share: an annotator with the models of the build, and a check that stops
// (folder of the running program -> AnnotatorFixture). Source: own; the driver is that of libFuzzer.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "language/annotator.hpp"
#include "language/syntax/sentence_models.hpp"
#include "require.hpp"

namespace axray::language {

using fuzz::require;

// The folder of the models of this build.
inline std::string models_of_build() {
    std::error_code error;
    return (std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / "../share/axray/models").string();
}

inline Lexicon lexicon_of_build() {
    auto opened = Lexicon::open(models_of_build() + "/wordnet.bin");
    require(opened.has_value(), "the build has its lexicon");
    return *std::move(opened);
}

// An annotator without sentence models, and what it needs to run.
struct AnnotatorFixture {
    Lexicon lexicon = lexicon_of_build();
    Annotator annotator{lexicon};
    Workspace workspace;

    void use_sentence_models() {
        auto models = SentenceModels::open(models_of_build(), lexicon);
        require(models.has_value(), "the build has its sentence models");
        annotator.use_sentence_models(std::make_shared<const SentenceModels>(*std::move(models)));
    }
};

}  // namespace axray::language
