#include "story/story_texts.hpp"

#include <utility>

namespace axray::story {
namespace {

std::vector<const language::AnnotatedText*> words_of(const std::vector<ReportText>& reports) {
    std::vector<const language::AnnotatedText*> words;
    words.reserve(reports.size());
    for (const auto& report : reports) words.push_back(&report.words);
    return words;
}

}  // namespace

StoryTexts::StoryTexts(std::vector<ReportText> reports)
    : reports_(std::move(reports)), index_(trace::SourceIndex::build(words_of(reports_))), entities_(reports_) {}

}  // namespace axray::story
