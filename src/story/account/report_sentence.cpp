#include "story/account/report_sentence.hpp"

#include <algorithm>

#include "language/syntax/sentence_models.hpp"

namespace axray::story {

ReportSentence::ReportSentence(const ReportText& report, std::uint32_t sentence)
    : document_(report.document.get()),
      text_(&report.closely),
      number_(sentence),
      range_(report.closely.sentences[sentence].tokens) {
    words_.reserve(range_.size());
    for (auto token = range_.begin; token < range_.end; ++token) {
        std::string word(written(token));
        std::transform(word.begin(), word.end(), word.begin(),
                       [](char letter) { return letter >= 'A' && letter <= 'Z' ? char(letter - 'A' + 'a') : letter; });
        words_.push_back(std::move(word));
    }
    bool open = false;
    for (auto token = range_.begin; token < range_.end; ++token) {
        const auto mark = written(token);
        if (mark == "\xE2\x80\x9C" || (mark == "\"" && !open))
            open = true;
        else if (mark == "\xE2\x80\x9D" || mark == "\"")
            open = false;
        quoted_.push_back(open || tokens().has(token, language::kInQuotation));
    }
}

bool ReportSentence::is_opening() const {
    const auto& all = text_->sentences;
    return std::none_of(all.begin(), all.begin() + number_, [&](const language::Sentence& one) {
        return document_->blocks[one.block].kind == BlockKind::paragraph;
    });
}

std::string_view ReportSentence::word(std::uint32_t token) const {
    return range_.contains(token) ? std::string_view(words_[token - range_.begin]) : std::string_view();
}

std::string_view ReportSentence::relation(std::uint32_t token) const {
    return range_.contains(token) ? language::relation_name(tokens().relation[token]) : std::string_view();
}

std::string_view ReportSentence::fine_tag(std::uint32_t token) const {
    return range_.contains(token) ? language::fine_tag_name(tokens().fine_tag[token]) : std::string_view();
}

bool ReportSentence::is_punctuation(std::uint32_t token) const {
    return range_.contains(token) && tokens().kind[token] == language::TokenKind::punctuation;
}

bool ReportSentence::is_noun(std::uint32_t token) const {
    return tokens().tag[token] == language::WordTag::noun || tokens().tag[token] == language::WordTag::proper_noun;
}

bool ReportSentence::is_finite_verb(std::uint32_t token) const {
    return is_any(fine_tag(token), {"VBD", "VBZ", "VBP", "MD"});
}

bool ReportSentence::is_below(std::uint32_t token, std::uint32_t head) const {
    for (std::uint32_t step = 0; step <= range_.size() && range_.contains(token); ++step) {
        if (token == head) return true;
        token = tokens().head[token];
    }
    return false;
}

language::TokenSpan ReportSentence::subtree(std::uint32_t token) const {
    language::TokenSpan span{token, token + 1};
    for (auto other = range_.begin; other < range_.end; ++other) {
        if (!is_below(other, token)) continue;
        span.begin = std::min(span.begin, other);
        span.end = std::max(span.end, other + 1);
    }
    return span;
}

std::uint32_t ReportSentence::first_token_in(Span bytes) const {
    for (auto token = range_.begin; token < range_.end; ++token) {
        if (bytes.contains(span(token))) return token;
    }
    return range_.end;
}

Span ReportSentence::bytes(language::TokenSpan tokens) const {
    if (tokens.size() == 0) return {};
    return {span(tokens.begin).begin, span(tokens.end - 1).end};
}

}  // namespace axray::story
