#include "engine/source_set.hpp"

#include <string>
#include <utility>

#include "base/utf8.hpp"
#include "language/other_language.hpp"
#include "language/public_annotations.hpp"

namespace axray::engine {
namespace {

using Texts = std::vector<std::unique_ptr<const language::AnnotatedText>>;

constexpr std::size_t kLargestText = std::size_t{1} << 30;  // bytes; positions are 32-bit numbers

// What a set is made of: annotated sources, each with its language where that is not English.
struct Parts {
    Texts texts;
    std::vector<std::string> languages;

    // `text` is what was annotated.
    void add(std::string_view text, language::AnnotatedText annotated) {
        languages.push_back(other_language(text, annotated.tokens, {0, annotated.tokens.size()}));
        if (!languages.back().empty()) annotated = {};
        texts.push_back(std::make_unique<const language::AnnotatedText>(std::move(annotated)));
    }
};

// An Error when `text` cannot be worked with; `place` says where it stands.
std::optional<Error> fault_of(std::string_view text, const std::string& place) {
    if (text.size() > kLargestText) {
        return Error{ErrorCode::limit_exceeded, "longer than " + std::to_string(kLargestText) + " bytes", {place}};
    }
    const auto invalid = base::first_invalid_utf8(text);
    if (invalid == text.size()) return std::nullopt;
    return Error{ErrorCode::malformed, "byte " + std::to_string(invalid) + " is not valid UTF-8", {place}};
}

// Annotates one source and adds it. An Error when it cannot be worked with; `name` is what it is called there.
std::optional<Error> add_source(const SourceText& source, const std::string& name, const language::Annotator& annotator,
                                language::Workspace& workspace, Parts& parts) {
    if (source.sentences.empty()) {
        if (auto fault = fault_of(source.text, name)) return fault;
        parts.add(source.text, annotator.annotate_text(source.text, workspace));
        return std::nullopt;
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
    if (auto fault = fault_of(joined, name)) return fault;
    parts.add(joined, annotator.annotate_sentences(joined, spans, workspace));
    return std::nullopt;
}

}  // namespace

SourceSet::SourceSet(Texts texts, std::vector<std::string> languages)
    : texts_(std::move(texts)), languages_(std::move(languages)) {
    std::vector<const language::AnnotatedText*> views;
    views.reserve(texts_.size());
    for (const auto& text : texts_) views.push_back(text.get());
    index_ = trace::SourceIndex::build(std::move(views));
}

std::shared_ptr<const SourceSet> SourceSet::of_documents(const std::vector<Document>& sources,
                                                         const language::Annotator& annotator,
                                                         language::Workspace& workspace) {
    Parts parts;
    for (const auto& source : sources) {
        const language::Setting setting{language::Layers::words, language::time_of_publication(source)};
        parts.add(source.text, annotator.annotate(source, workspace, setting));
    }
    return std::shared_ptr<const SourceSet>(new SourceSet(std::move(parts.texts), std::move(parts.languages)));
}

Result<std::shared_ptr<const SourceSet>> SourceSet::of_texts(std::span<const SourceText> sources,
                                                             const language::Annotator& annotator,
                                                             language::Workspace& workspace) {
    Parts parts;
    for (const auto& source : sources) {
        const auto name = "source " + std::to_string(parts.texts.size());
        if (auto fault = add_source(source, name, annotator, workspace, parts)) return fail(std::move(*fault));
    }
    return std::shared_ptr<const SourceSet>(new SourceSet(std::move(parts.texts), std::move(parts.languages)));
}

std::size_t SourceSet::token_count() const {
    std::size_t count = 0;
    for (const auto& text : texts_) count += text->tokens.size();
    return count;
}

}  // namespace axray::engine
