#include "story/facts/headline_words.hpp"

#include <algorithm>
#include <set>

namespace axray::story {
namespace {

// The sentences of the title block, else the first sentence.
std::set<std::uint64_t> stems_of_headline(const ReportText& report) {
    std::set<std::uint64_t> stems;
    const auto& blocks = report.document->blocks;
    const auto& text = report.words;
    const auto is_title = [&](const language::Sentence& sentence) {
        return sentence.block < blocks.size() && blocks[sentence.block].kind == BlockKind::title;
    };
    const bool titled = std::any_of(text.sentences.begin(), text.sentences.end(), is_title);
    for (const auto& sentence : text.sentences) {
        if (titled && !is_title(sentence)) continue;
        for (auto token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
            if (text.tokens.is_content(token)) stems.insert(text.tokens.stem[token]);
        }
        if (!titled && !stems.empty()) break;
    }
    return stems;
}

}  // namespace

HeadlineWords::HeadlineWords(const StoryTexts& texts) {
    for (const auto& report : texts.reports()) {
        for (const auto stem : stems_of_headline(report)) weights_[stem] += 1;
    }
    for (auto& [stem, weight] : weights_) {
        weight *= weight;
        total_ += weight;
    }
}

double HeadlineWords::share_in(const language::AnnotatedText& text,
                               const std::vector<language::TokenSpan>& tokens) const {
    if (total_ == 0) return 0;
    std::set<std::uint64_t> counted;
    double share = 0;
    for (const auto range : tokens) {
        for (auto token = range.begin; token < range.end; ++token) {
            const auto known = weights_.find(text.tokens.stem[token]);
            if (known != weights_.end() && counted.insert(known->first).second) share += known->second;
        }
    }
    return share / total_;
}

}  // namespace axray::story
