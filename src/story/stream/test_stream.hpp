// Streams made of plain strings, with the models of the build (strings -> numbers of stories). For tests only.
//
// Each stream opens the models anew.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "language/annotator.hpp"
#include "story/stream/story_stream.hpp"

namespace axray::story::tests {

struct StreamText {
    std::string title;
    std::string text = {};
    base::Day published = {};
};

class TestStream {
public:
    TestStream()
        : lexicon_(*language::Lexicon::open(AXRAY_MODELS_DIR "/wordnet.bin")),
          annotator_(lexicon_),
          model_(*StreamModel::open(AXRAY_MODELS_DIR)),
          stream_(model_) {}

    std::uint32_t add(const StreamText& text) {
        Document document;
        document.metadata.title.value = text.title;
        document.text = text.text;
        const language::Setting setting{language::Layers::words, {text.published}};
        const auto title = annotator_.annotate_text(text.title, workspace_, setting);
        const auto words = annotator_.annotate_text(text.text, workspace_, setting);
        return stream_.add({document, words, text.published, &title});
    }

    StoryStream& stream() { return stream_; }

private:
    language::Lexicon lexicon_;
    language::Annotator annotator_;
    StreamModel model_;
    language::Workspace workspace_;
    StoryStream stream_;
};

inline std::vector<std::uint32_t> sorted(const std::vector<StreamText>& texts) {
    TestStream stream;
    for (const auto& text : texts) stream.add(text);
    return stream.stream().stories();
}

}  // namespace axray::story::tests
