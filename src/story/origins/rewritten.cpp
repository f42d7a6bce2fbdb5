#include "story/origins/rewritten.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <unordered_map>
#include <utility>

namespace axray::story {
namespace {

constexpr std::uint32_t kMostSentencesOfWord = 24;  // of a text; a more frequent word tells no sentence from others
constexpr std::uint32_t kFurthestSentence = 3;      // from one pair of a passage to the next, on either side
constexpr double kSkippedSentence = 0.1;            // likeness that a sentence between two pairs costs

void sort_unique(std::vector<std::uint64_t>& words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
}

// Words of both sentences that stand in a name in either.
std::uint32_t named_in_common(const StatedText::Sentence& first, const StatedText::Sentence& second) {
    std::uint32_t named = 0;
    for (const auto word : first.name_words)
        named += std::binary_search(second.words.begin(), second.words.end(), word) ? 1 : 0;
    for (const auto word : second.name_words) {
        const bool counted = std::binary_search(first.name_words.begin(), first.name_words.end(), word);
        named += !counted && std::binary_search(first.words.begin(), first.words.end(), word) ? 1 : 0;
    }
    return named;
}

class SentenceAligner {
public:
    SentenceAligner(const StatedText& first, const StatedText& second, const RewrittenLimits& limits)
        : first_(first), second_(second), limits_(limits) {
        for (const auto* text : {&first_, &second_}) {
            for (const auto& sentence : text->sentences) {
                for (const auto word : sentence.words) ++frequency_[word];
            }
        }
        for (std::uint32_t number = 0; number < second_.sentences.size(); ++number) {
            for (const auto word : second_.sentences[number].words) holders_[word].push_back(number);
        }
        for (const auto& sentence : second_.sentences) second_weight_.push_back(weight_of(sentence));
    }

    // All pairs that reach the limits, in order of the first text, then the second.
    [[nodiscard]] std::vector<AlikeSentences> alike() const {
        std::vector<AlikeSentences> pairs;
        std::vector<double> common(second_.sentences.size());
        std::vector<std::uint32_t> count(second_.sentences.size());
        std::vector<std::uint32_t> met;
        for (std::uint32_t number = 0; number < first_.sentences.size(); ++number) {
            const auto& sentence = first_.sentences[number];
            met.clear();
            for (const auto word : sentence.words) {
                const auto holders = holders_.find(word);
                if (holders == holders_.end() || holders->second.size() > kMostSentencesOfWord) continue;
                for (const auto other : holders->second) {
                    if (count[other]++ == 0) met.push_back(other);
                    common[other] += weight(word);
                }
            }
            std::sort(met.begin(), met.end());
            const auto own = weight_of(sentence);
            for (const auto other : met) {
                const auto lighter = std::min(own, second_weight_[other]);
                const auto heavier = std::max(own, second_weight_[other]);
                const auto likeness = lighter > 0 ? common[other] / lighter : 0;
                const auto share = heavier > 0 ? common[other] / heavier : 0;
                if (count[other] >= limits_.common && likeness >= limits_.likeness && share >= limits_.share_of_both) {
                    const auto named = named_in_common(sentence, second_.sentences[other]);
                    if (count[other] - named >= limits_.unnamed)
                        pairs.push_back({number, other, count[other], named, likeness, share});
                }
                count[other] = 0;
                common[other] = 0;
            }
        }
        return pairs;
    }

private:
    [[nodiscard]] double weight(std::uint64_t word) const {
        const auto sentences = static_cast<double>(first_.sentences.size() + second_.sentences.size());
        return std::log(1 + sentences / frequency_.at(word));
    }
    [[nodiscard]] double weight_of(const StatedText::Sentence& sentence) const {
        double sum = 0;
        for (const auto word : sentence.words) sum += weight(word);
        return sum;
    }

    const StatedText& first_;
    const StatedText& second_;
    const RewrittenLimits& limits_;
    std::unordered_map<std::uint64_t, std::uint32_t> frequency_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> holders_;
    std::vector<double> second_weight_;
};

struct ChainedPair {
    double score = 0;
    std::size_t before = 0;
    bool has_before = false;
};

// Best chains of pairs that follow each other in both texts. O(pairs * pairs nearby).
std::vector<ChainedPair> chain(const std::vector<AlikeSentences>& pairs) {
    std::vector<ChainedPair> chained(pairs.size());
    for (std::size_t at = 0; at < pairs.size(); ++at) {
        chained[at].score = pairs[at].likeness;
        for (std::size_t before = at; before > 0; --before) {
            const auto& earlier = pairs[before - 1];
            if (pairs[at].first - earlier.first > kFurthestSentence) break;
            if (earlier.first == pairs[at].first || earlier.second >= pairs[at].second ||
                pairs[at].second - earlier.second > kFurthestSentence)
                continue;
            const auto skipped = pairs[at].first - earlier.first + pairs[at].second - earlier.second - 2;
            const auto score = chained[before - 1].score + pairs[at].likeness - kSkippedSentence * skipped;
            if (score > chained[at].score) chained[at] = {score, before - 1, true};
        }
    }
    return chained;
}

bool is_passage(const RewrittenPassage& passage, const RewrittenLimits& limits) {
    if (passage.sentences.size() > 2) return passage.likeness >= limits.passage_likeness;
    if (passage.sentences.size() == 2) return passage.likeness >= limits.pair_likeness;
    const auto& lone = passage.sentences.front();
    return lone.likeness >= limits.lone_likeness && lone.common >= limits.lone_common &&
           lone.common - lone.named >= limits.lone_unnamed;
}

}  // namespace

StatedText stated_text(const language::AnnotatedText& text, CountedWords counted) {
    StatedText stated;
    stated.sentences.reserve(text.sentences.size());
    for (const auto& sentence : text.sentences) {
        StatedText::Sentence made;
        made.span = sentence.span;
        for (auto at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
            const bool counts = counted == CountedWords::all
                                    ? text.tokens.kind[at] != language::TokenKind::punctuation
                                    : text.tokens.is_content(at) && !text.tokens.has(at, language::kInQuotation);
            if (!counts) continue;
            made.words.push_back(text.tokens.stem[at]);
            if (text.tokens.has(at, language::kNameToken)) made.name_words.push_back(text.tokens.stem[at]);
        }
        sort_unique(made.words);
        sort_unique(made.name_words);
        stated.sentences.push_back(std::move(made));
    }
    return stated;
}

std::vector<RewrittenPassage> find_rewritten(const StatedText& first, const StatedText& second,
                                             const RewrittenLimits& limits) {
    const auto pairs = SentenceAligner(first, second, limits).alike();
    const auto chained = chain(pairs);
    std::vector<std::size_t> order(pairs.size());
    for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t left, std::size_t right) { return chained[left].score > chained[right].score; });
    std::vector<char> first_taken(first.sentences.size(), 0);
    std::vector<char> second_taken(second.sentences.size(), 0);
    std::vector<RewrittenPassage> passages;
    for (const auto end : order) {
        RewrittenPassage passage;
        for (auto at = end;; at = chained[at].before) {
            if (first_taken[pairs[at].first] != 0 || second_taken[pairs[at].second] != 0) break;
            passage.sentences.push_back(pairs[at]);
            passage.likeness += pairs[at].likeness;
            if (!chained[at].has_before) break;
        }
        if (passage.sentences.empty()) continue;
        std::reverse(passage.sentences.begin(), passage.sentences.end());
        passage.likeness /= static_cast<double>(passage.sentences.size());
        if (!is_passage(passage, limits)) continue;
        for (const auto& pair : passage.sentences) {
            first_taken[pair.first] = 1;
            second_taken[pair.second] = 1;
        }
        passages.push_back(std::move(passage));
    }
    std::sort(passages.begin(), passages.end(), [](const auto& left, const auto& right) {
        return left.sentences.front().first < right.sentences.front().first;
    });
    return passages;
}

std::vector<AlikeSentences> likest_sentences(const StatedText& first, const StatedText& second,
                                             const RewrittenLimits& limits) {
    std::vector<AlikeSentences> likest;
    for (const auto& pair : SentenceAligner(first, second, limits).alike()) {
        if (likest.empty() || likest.back().first != pair.first) {
            likest.push_back(pair);
        } else if (pair.likeness + pair.share_of_both > likest.back().likeness + likest.back().share_of_both) {
            likest.back() = pair;
        }
    }
    return likest;
}

}  // namespace axray::story
