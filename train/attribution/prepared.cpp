#include "prepared.hpp"

namespace axray::train {

std::unique_ptr<Prepared> prepare(const Item& item, const language::Annotator& annotator,
                                  language::Workspace& workspace) {
    auto prepared = std::make_unique<Prepared>();
    const std::size_t count = item.request.sources.size();
    prepared->texts.resize(count);
    prepared->sources.reserve(count);
    for (std::size_t source = 0; source < count; ++source) {
        std::string& text = prepared->texts[source];
        std::vector<Span> spans;
        for (const std::string& sentence : item.request.sources[source].sentences) {
            const auto begin = static_cast<std::uint32_t>(text.size());
            text += sentence;
            spans.push_back({begin, static_cast<std::uint32_t>(text.size())});
            text += '\n';
        }
        prepared->sources.push_back(annotator.annotate_sentences(text, spans, workspace));
    }
    prepared->claim = annotator.annotate_text(item.request.claim, workspace);
    std::vector<const language::AnnotatedText*> pointers;
    for (const auto& source : prepared->sources) pointers.push_back(&source);
    prepared->index = trace::SourceIndex::build(std::move(pointers));
    prepared->statement = judge::whole_text(prepared->claim);
    return prepared;
}

std::vector<std::uint32_t> sentence_numbers(const trace::SourceIndex& index,
                                            const std::vector<SentenceReference>& references) {
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t number = 0; number < index.sentences().size(); ++number) {
        const trace::SourceSentence& sentence = index.sentences()[number];
        for (const SentenceReference& reference : references) {
            if (reference.source == sentence.source && reference.sentence == sentence.sentence)
                numbers.push_back(number);
        }
    }
    return numbers;
}

std::uint32_t fold_of(std::uint32_t group, std::uint32_t folds) {
    std::uint64_t mixed = (std::uint64_t{group} + 1) * 0x9E3779B97F4A7C15ULL;
    mixed ^= mixed >> 29U;
    return static_cast<std::uint32_t>(mixed % folds);
}

}  // namespace axray::train
