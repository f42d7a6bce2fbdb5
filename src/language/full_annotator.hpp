// The annotator with all its models, for those calls that ask for every layer (folder of models -> Annotator).
//
// Checking rests on words and rules alone, so the models of sentences and speech are opened only when they are first
// asked for: a check neither waits for them nor fails where they are missing. Source: own.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include <axray/result.hpp>

#include "language/annotator.hpp"

namespace axray::language {

class FullAnnotator {
public:
    // `lexicon` must outlive this.
    FullAnnotator(const Lexicon& lexicon, std::string models_folder)
        : lexicon_(lexicon), models_folder_(std::move(models_folder)) {}

    // Valid as long as this lives. Errors: model_mismatch, the same at every call. From any thread.
    [[nodiscard]] Result<const Annotator*> get();

private:
    const Lexicon& lexicon_;
    std::string models_folder_;
    std::once_flag once_;
    std::optional<Result<Annotator>> opened_;
};

}  // namespace axray::language
