#include "engine/source_set.hpp"

#include <string>
#include <utility>

#include "base/utf8.hpp"

namespace axray::engine {
namespace {

using Texts = std::vector<std::unique_ptr<const language::AnnotatedText>>;

constexpr std::size_t kLargestText = std::size_t{1} << 30;  // bytes; positions are 32-bit numbers

std::unique_ptr<const language::AnnotatedText> kept(language::AnnotatedText text) {
    return std::make_unique<const language::AnnotatedText>(std::move(text));
}

// An Error when `text` cannot be worked with; `place` says where it stands.
std::optional<Error> fault_of(std::string_view text, const std::string& place) {
    if (text.size() > kLargestText) {
        return Error{ErrorCode::limit_exceeded, "longer than " + std::to_string(kLargestText) + " bytes", {place}};
    }
    const auto invalid = base::first_invalid_utf8(text);
    if (invalid == text.size()) return std::nullopt;
    return Error{ErrorCode::malformed, "byte " + std::to_string(invalid) + " is not valid UTF-8", {place}};
}

Result<language::AnnotatedText> annotate(const SourceText& source, const std::string& name,
                                         const language::Annotator& annotator, language::Workspace& workspace) {
    if (source.sentences.empty()) {
        if (auto fault = fault_of(source.text, name)) return fail(std::move(*fault));
        return annotator.annotate_text(source.text, workspace);
    }
    std::string joined;
    std::vector<Span> spans;
    spans.reserve(source.sentences.size());
    for (const auto& sentence : source.sentences) {
        const auto begin = static_cast<std::uint32_t>(joined.size());
        joined += sentence;
        spans.push_back({begin, static_cast<std::uint32_t>(joined.size())});
        joined += '\n';
        if (joined.size() > kLargestText) break;
    }
    if (auto fault = fault_of(joined, name)) return fail(std::move(*fault));
    return annotator.annotate_sentences(joined, spans, workspace);
}

}  // namespace

SourceSet::SourceSet(Texts texts) : texts_(std::move(texts)) {
    std::vector<const language::AnnotatedText*> views;
    views.reserve(texts_.size());
    for (const auto& text : texts_) views.push_back(text.get());
    index_ = trace::SourceIndex::build(std::move(views));
}

std::shared_ptr<const SourceSet> SourceSet::of_documents(const std::vector<Document>& sources,
                                                         const language::Annotator& annotator,
                                                         language::Workspace& workspace) {
    Texts texts;
    texts.reserve(sources.size());
    for (const auto& source : sources) texts.push_back(kept(annotator.annotate(source, workspace)));
    return std::shared_ptr<const SourceSet>(new SourceSet(std::move(texts)));
}

Result<std::shared_ptr<const SourceSet>> SourceSet::of_texts(std::span<const SourceText> sources,
                                                             const language::Annotator& annotator,
                                                             language::Workspace& workspace) {
    Texts texts;
    texts.reserve(sources.size());
    for (const auto& source : sources) {
        auto text = annotate(source, "source " + std::to_string(texts.size()), annotator, workspace);
        if (!text) return fail(std::move(text).error());
        texts.push_back(kept(*std::move(text)));
    }
    return std::shared_ptr<const SourceSet>(new SourceSet(std::move(texts)));
}

std::size_t SourceSet::token_count() const {
    std::size_t count = 0;
    for (const auto& text : texts_) count += text->tokens.size();
    return count;
}

}  // namespace axray::engine
