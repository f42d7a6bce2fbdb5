#include "story/conflicts/utterances.hpp"

#include <algorithm>

#include "language/words/lexicon.hpp"

namespace axray::story {
namespace {

using language::Attribution;
using language::kNone;
using language::TokenSpan;

constexpr std::size_t kLeastWords = 5;
constexpr std::size_t kLeastContent = 3;
constexpr std::size_t kMostWords = 200;

bool is_word(const language::Tokens& tokens, std::uint32_t token) {
    return tokens.kind[token] != language::TokenKind::punctuation && tokens.kind[token] != language::TokenKind::symbol;
}

bool overlap(TokenSpan left, TokenSpan right) { return left.begin < right.end && right.begin < left.end; }

std::uint32_t shared(TokenSpan left, TokenSpan right) {
    const std::uint32_t begin = std::max(left.begin, right.begin);
    const std::uint32_t end = std::min(left.end, right.end);
    return begin < end ? end - begin : 0;
}

// The title of a work has capitals only.
bool is_title(const language::Tokens& tokens, const std::vector<std::uint32_t>& words) {
    return std::all_of(words.begin(), words.end(), [&](std::uint32_t token) {
        return !tokens.is_content(token) || tokens.has(token, language::kCapitalised);
    });
}

std::vector<std::uint32_t> words_within(const language::Tokens& tokens, TokenSpan range) {
    std::vector<std::uint32_t> words;
    for (std::uint32_t token = range.begin; token < range.end && words.size() < kMostWords; ++token) {
        if (is_word(tokens, token)) words.push_back(token);
    }
    return words;
}

bool is_long_enough(const language::Tokens& tokens, const std::vector<std::uint32_t>& words) {
    const auto content = static_cast<std::size_t>(
        std::count_if(words.begin(), words.end(), [&](std::uint32_t token) { return tokens.is_content(token); }));
    return words.size() >= kLeastWords && content >= kLeastContent && !is_title(tokens, words);
}

// The attribution that says who speaks these words: the one with the shortest content around or in them, among those
// whose cue stands at most a few sentences away.
const Attribution* attribution_of(const language::AnnotatedText& text, TokenSpan words) {
    constexpr std::uint32_t kSentences = 3;
    const auto sentence = static_cast<std::uint32_t>(
        std::partition_point(text.sentences.begin(), text.sentences.end(),
                             [&](const auto& one) { return one.tokens.end <= words.begin; }) -
        text.sentences.begin());
    const auto first = std::partition_point(text.attributions.begin(), text.attributions.end(),
                                            [&](const auto& one) { return one.sentence + kSentences < sentence; });
    const Attribution* best = nullptr;
    std::uint32_t best_size = 0;
    const auto offer = [&](const Attribution& one, TokenSpan content) {
        if (one.speaker.size() == 0 || 2 * shared(content, words) < words.size()) return;
        if (best != nullptr && best_size <= content.size()) return;
        best = &one;
        best_size = content.size();
    };
    for (auto next = first; next != text.attributions.end() && next->sentence <= sentence + kSentences; ++next) {
        const Attribution& one = *next;
        if (one.kind != language::CueKind::speech || overlap(one.cue, words)) continue;
        offer(one, one.content);
        for (std::uint32_t piece = one.further_begin; piece < one.further_end; ++piece) {
            offer(one, text.further_content[piece]);
        }
    }
    return best;
}

bool behind_colon(const language::AnnotatedText& text, const Attribution& one) {
    static const std::uint64_t kColon = language::hash_word(":");
    const auto& form = text.tokens.form;
    if (one.content.size() == 0 || one.speaker.size() == 0 || one.content.begin < one.cue.end) return false;
    for (std::uint32_t token = one.cue.begin; token < one.content.begin; ++token) {
        if (form[token] == kColon) return true;
    }
    return false;
}

class Collector {
public:
    Collector(const StoryTexts& texts, std::span<const Statement> statements)
        : texts_(texts), statements_(statements), of_report_(texts.size()) {
        for (std::uint32_t number = 0; number < statements.size(); ++number) {
            of_report_[statements[number].report].push_back(number);
        }
        for (auto& numbers : of_report_) {
            std::stable_sort(numbers.begin(), numbers.end(), [&](std::uint32_t left, std::uint32_t right) {
                return statements[left].sentence.begin < statements[right].sentence.begin;
            });
        }
    }

    std::vector<Utterance> collect() && {
        for (std::uint32_t report = 0; report < texts_.size(); ++report) add_report(report);
        return std::move(found_);
    }

private:
    void add_report(std::uint32_t report) {
        const ReportText& text = texts_.report(report);
        const Speakers speakers(text);
        const auto& quotations = text.closely.quotations;
        for (const auto& quotation : quotations) {
            const Attribution* said = attribution_of(text.closely, quotation.tokens);
            add(report, quotation.tokens, true, said == nullptr ? Speaker{} : speakers.of(said->speaker));
        }
        for (const Attribution& one : text.closely.attributions) {
            if (one.kind != language::CueKind::speech || !behind_colon(text.closely, one)) continue;
            const auto next = std::partition_point(quotations.begin(), quotations.end(), [&](const auto& quotation) {
                return quotation.tokens.end <= one.content.begin;
            });
            if (next == quotations.end() || next->tokens.begin >= one.content.end)
                add(report, one.content, false, speakers.of(one.speaker));
        }
    }

    void add(std::uint32_t report, TokenSpan tokens, bool in_marks, const Speaker& speaker) {
        const auto& text = texts_.report(report).words.tokens;
        auto words = words_within(text, tokens);
        if (!is_long_enough(text, words)) return;
        const std::uint32_t statement = statement_with(report, tokens);
        if (statement == kNone) return;
        found_.push_back({report, tokens, in_marks, speaker, statement, std::move(words)});
    }

    // The statement of the report that states most of these tokens.
    [[nodiscard]] std::uint32_t statement_with(std::uint32_t report, TokenSpan tokens) const {
        const auto& numbers = of_report_[report];
        auto next = std::lower_bound(numbers.begin(), numbers.end(), tokens.begin, [&](auto number, auto token) {
            return statements_[number].sentence.end <= token;
        });
        std::uint32_t best = kNone;
        std::uint32_t most = 0;
        for (; next != numbers.end() && statements_[*next].sentence.begin < tokens.end; ++next) {
            std::uint32_t words = 0;
            for (const TokenSpan range : statements_[*next].stated) words += shared(range, tokens);
            if (words <= most) continue;
            most = words;
            best = *next;
        }
        return best;
    }

    const StoryTexts& texts_;
    std::span<const Statement> statements_;
    std::vector<std::vector<std::uint32_t>> of_report_;
    std::vector<Utterance> found_;
};

}  // namespace

std::vector<Utterance> find_utterances(const StoryTexts& texts, std::span<const Statement> statements) {
    return Collector(texts, statements).collect();
}

}  // namespace axray::story
