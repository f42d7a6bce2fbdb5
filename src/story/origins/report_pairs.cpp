#include "story/origins/report_pairs.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>

#include "story/origins/rewritten.hpp"

namespace axray::story {
namespace {

constexpr std::uint32_t kMostReportsOfAllPairs = 64;
constexpr double kCopiedAlready = 0.4;       // share of a sentence that stands in copied or quoted passages
constexpr std::size_t kSentencesOfCopy = 3;  // rewritten sentences without which rewriting alone makes no copy

using PairMap = std::map<std::pair<std::uint32_t, std::uint32_t>, TextPair>;

PairMap copied_pairs(const StoryTexts& texts) {
    // In one story every pair is worth a look, and what many of its reports hold is no template but a source.
    CopyFinder finder({1, 64, CopyFinder::Templates::count_as_prose});
    for (const auto& report : texts.reports()) {
        CollectedText text{report.document->text, {}};
        for (const auto& block : report.document->blocks) {
            if (block.kind == BlockKind::quotation) text.quoted.push_back(block.span);
        }
        finder.add(std::move(text));
    }
    finder.index();
    PairMap pairs;
    ReuseIndex::Lookup lookup;
    for (std::uint32_t text = 0; text < finder.size(); ++text) {
        for (auto& pair : finder.pairs_with_earlier(text, lookup))
            pairs.emplace(std::pair(pair.first, pair.second), std::move(pair));
    }
    return pairs;
}

std::uint32_t bytes_in_common(Span left, Span right) {
    const auto begin = std::max(left.begin, right.begin);
    const auto end = std::min(left.end, right.end);
    return end > begin ? end - begin : 0;
}

bool is_copied(Span sentence, const std::vector<SharedPassage>& passages, SourceSpan SharedPassage::*side) {
    std::uint32_t covered = 0;
    for (const auto& passage : passages) {
        if (passage.kind != PassageKind::rewritten) covered += bytes_in_common(sentence, (passage.*side).span);
    }
    return covered >= kCopiedAlready * sentence.size();
}

class RewritingFinder {
public:
    RewritingFinder(const StoryTexts& texts, PairMap& pairs) : texts_(texts), pairs_(pairs) {
        for (const auto& report : texts.reports()) stated_.push_back(stated_text(report.words));
    }

    void find() {
        if (texts_.size() <= kMostReportsOfAllPairs) {
            for (std::uint32_t second = 1; second < texts_.size(); ++second) {
                for (std::uint32_t first = 0; first < second; ++first) look_at(first, second);
            }
            return;
        }
        std::vector<std::pair<std::uint32_t, std::uint32_t>> known;
        for (const auto& [reports, pair] : pairs_) known.push_back(reports);
        for (const auto& [first, second] : known) look_at(first, second);
    }

private:
    void look_at(std::uint32_t first, std::uint32_t second) {
        const auto found = find_rewritten(stated_[first], stated_[second]);
        if (found.empty()) return;
        const auto known = pairs_.find({first, second});
        TextPair made;
        made.first = first;
        made.second = second;
        auto& pair = known != pairs_.end() ? known->second : made;
        std::vector<SharedPassage> passages;
        double words_of_first = 0;
        double words_of_second = 0;
        std::size_t sentences = 0;
        for (const auto& passage : found) {
            AlikeSentences last;
            bool goes_on = false;
            for (const auto& alike : passage.sentences) {
                const auto one = stated_[first].sentences[alike.first].span;
                const auto other = stated_[second].sentences[alike.second].span;
                if (is_copied(one, pair.passages, &SharedPassage::first) ||
                    is_copied(other, pair.passages, &SharedPassage::second)) {
                    goes_on = false;
                    continue;
                }
                if (!goes_on)
                    passages.push_back({{first, one}, {second, other}, PassageKind::rewritten, alike.likeness});
                goes_on = true;
                last = alike;
                auto& made_passage = passages.back();
                made_passage.first.span.end = std::max(made_passage.first.span.end, one.end);
                made_passage.second.span.end = std::max(made_passage.second.span.end, other.end);
                made_passage.likeness = std::min(made_passage.likeness, alike.likeness);
                words_of_first += alike.likeness * words_of(first, alike.first);
                words_of_second += alike.likeness * words_of(second, alike.second);
                ++sentences;
            }
        }
        if (passages.empty()) return;
        add(pair, passages, sentences, {words_of_first, words_of_second});
        if (known == pairs_.end()) pairs_.emplace(std::pair(first, second), std::move(made));
    }

    [[nodiscard]] double words_of(std::uint32_t report, std::uint32_t sentence) const {
        const auto& text = texts_.report(report).words;
        const auto tokens = text.sentences[sentence].tokens;
        double words = 0;
        for (auto at = tokens.begin; at < tokens.end; ++at)
            words += text.tokens.kind[at] == language::TokenKind::punctuation ? 0 : 1;
        return words;
    }

    void add(TextPair& pair, const std::vector<SharedPassage>& passages, std::size_t sentences,
             std::pair<double, double> words) const {
        pair.passages.insert(pair.passages.end(), passages.begin(), passages.end());
        std::sort(pair.passages.begin(), pair.passages.end(),
                  [](const SharedPassage& left, const SharedPassage& right) {
                      return std::pair(left.first, left.second) < std::pair(right.first, right.second);
                  });
        pair.share_of_first =
            std::min(1.0, pair.share_of_first + words.first / own_words(pair.own_of_first, pair.first));
        pair.share_of_second =
            std::min(1.0, pair.share_of_second + words.second / own_words(pair.own_of_second, pair.second));
        pair.shares_prose = true;
        if (sentences < kSentencesOfCopy) return;
        const auto of_shorter = own_words(pair.own_of_first, pair.first) <= own_words(pair.own_of_second, pair.second)
                                    ? pair.share_of_first
                                    : pair.share_of_second;
        pair.kind = std::min(pair.kind, kind_of_share(of_shorter));
    }

    // Words of prose; of a report that was not compared word for word, all its words.
    [[nodiscard]] double own_words(std::uint32_t counted, std::uint32_t report) const {
        if (counted != 0) return counted;
        double words = 1;
        for (std::uint32_t sentence = 0; sentence < texts_.report(report).words.sentences.size(); ++sentence)
            words += words_of(report, sentence);
        return words;
    }

    const StoryTexts& texts_;
    PairMap& pairs_;
    std::vector<StatedText> stated_;
};

}  // namespace

std::vector<TextPair> find_report_pairs(const StoryTexts& texts) {
    auto found = copied_pairs(texts);
    RewritingFinder(texts, found).find();
    std::vector<TextPair> pairs;
    pairs.reserve(found.size());
    for (auto& [reports, pair] : found) pairs.push_back(std::move(pair));
    return pairs;
}

}  // namespace axray::story
