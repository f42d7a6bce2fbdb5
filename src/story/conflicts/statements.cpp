#include "story/conflicts/statements.hpp"

#include <algorithm>

#include "trace/align.hpp"
#include "trace/candidates.hpp"

namespace axray::story {
namespace {

constexpr std::size_t kMostOfFact = 16;      // mentions of the same fact that one is held against
constexpr std::size_t kMostRelated = 16;     // mentions of facts linked to it
constexpr std::size_t kNearSentences = 12;   // found by the index
constexpr float kLeastScore = 0.15F;         // of such a sentence
constexpr std::size_t kMostPairs = 200'000;  // of a story

// Which statements stand in which sentence: numbers of statements by number of sentence.
class BySentence {
public:
    explicit BySentence(std::span<const Statement> statements) : statements_(statements), order_(statements.size()) {
        for (std::uint32_t number = 0; number < order_.size(); ++number) order_[number] = number;
        std::stable_sort(order_.begin(), order_.end(), [&](std::uint32_t left, std::uint32_t right) {
            return statements[left].sentence_number < statements[right].sentence_number;
        });
    }
    [[nodiscard]] std::span<const std::uint32_t> in(std::uint32_t sentence) const {
        const auto begin = std::lower_bound(order_.begin(), order_.end(), sentence, [&](auto number, auto wanted) {
            return statements_[number].sentence_number < wanted;
        });
        auto end = begin;
        while (end != order_.end() && statements_[*end].sentence_number == sentence) ++end;
        return {begin, end};
    }

private:
    std::span<const Statement> statements_;
    std::vector<std::uint32_t> order_;
};

// Where the statements of each fact begin.
std::vector<std::uint32_t> first_of_facts(std::span<const Statement> statements, std::size_t facts) {
    std::vector<std::uint32_t> first(facts + 1, 0);
    for (const Statement& one : statements) ++first[one.fact + 1];
    for (std::size_t fact = 0; fact < facts; ++fact) first[fact + 1] += first[fact];
    return first;
}

std::span<const language::Attribution> said_in(const language::AnnotatedText& text, std::uint32_t sentence) {
    const auto& all = text.attributions;
    const auto begin =
        std::partition_point(all.begin(), all.end(), [sentence](const auto& one) { return one.sentence < sentence; });
    const auto end =
        std::partition_point(begin, all.end(), [sentence](const auto& one) { return one.sentence == sentence; });
    return {begin, end};
}

}  // namespace

bool Statement::states(std::uint32_t token) const {
    return std::any_of(stated.begin(), stated.end(),
                       [token](language::TokenSpan range) { return range.contains(token); });
}

ConflictSide Statement::side(language::TokenSpan tokens) const {
    const auto& spans = text->words.tokens.span;
    if (tokens.size() == 0) return {fact, mention, {}};
    return {fact, mention, {spans[tokens.begin].begin, spans[tokens.end - 1].end}};
}

std::vector<Statement> collect_statements(const StoryTexts& texts, const std::vector<Fact>& facts,
                                          const trace::WordWeights& weights) {
    std::vector<Statement> statements;
    for (std::uint32_t fact = 0; fact < facts.size(); ++fact) {
        for (std::uint32_t mention = 0; mention < facts[fact].mentions.size(); ++mention) {
            const FactMention& one = facts[fact].mentions[mention];
            if (one.report >= texts.size()) continue;
            const ReportText& text = texts.report(one.report);
            if (one.claim.sentence >= text.words.sentences.size()) continue;
            Statement statement;
            statement.fact = fact;
            statement.mention = mention;
            statement.report = one.report;
            statement.text = &text;
            statement.stated = judge::stated_ranges(one.claim, text.words);
            if (statement.stated.empty()) continue;
            statement.sentence = text.words.sentences[one.claim.sentence].tokens;
            statement.sentence_number =
                texts.index().sentence_at(texts.index().first_token(one.report) + statement.sentence.begin);
            statement.words = trace::collect_claim_words(text.words, statement.stated, weights);
            statement.said = said_in(text.closely, one.claim.sentence);
            if (!statement.words.words.empty()) statements.push_back(std::move(statement));
        }
    }
    return statements;
}

std::vector<StatementPair> near_pairs(const StoryTexts& texts, const std::vector<Fact>& facts,
                                      std::span<const Statement> statements) {
    const BySentence by_sentence(statements);
    const auto first = first_of_facts(statements, facts.size());
    std::vector<StatementPair> pairs;
    const auto add = [&](std::uint32_t one, std::uint32_t other) {
        if (statements[one].report == statements[other].report) return false;
        pairs.emplace_back(std::min(one, other), std::max(one, other));
        return true;
    };
    for (std::uint32_t number = 0; number < statements.size() && pairs.size() < kMostPairs; ++number) {
        const Statement& statement = statements[number];
        std::size_t added = 0;
        for (auto other = first[statement.fact]; other < first[statement.fact + 1] && added < kMostOfFact; ++other) {
            added += add(number, other) ? 1 : 0;
        }
        added = 0;
        for (const RelatedFact& related : facts[statement.fact].related) {
            if (related.fact >= facts.size()) continue;
            for (auto other = first[related.fact]; other < first[related.fact + 1] && added < kMostRelated; ++other) {
                added += add(number, other) ? 1 : 0;
            }
        }
        for (const auto& near : trace::find_candidates(statement.words, texts.index(), kNearSentences)) {
            if (near.score < kLeastScore) break;
            for (const std::uint32_t other : by_sentence.in(near.sentence)) add(number, other);
        }
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

judge::TracedClaim Comparison::trace(const Statement& mine, const Statement& theirs, const trace::SourceIndex& index,
                                     trace::LexicalRelations& relations) {
    judge::TracedClaim traced{mine.words, mine.sentence, mine.stated, {}};
    traced.trace.candidates.push_back(
        trace::align(mine.words, index, theirs.sentence_number, trace::AlignmentDepth::lexical, relations));
    traced.trace.evidence.push_back(0);
    return traced;
}

Comparison::Comparison(const Statement& mine, const Statement& theirs, const trace::SourceIndex& index,
                       trace::LexicalRelations& relations)
    : mine_(mine), theirs_(theirs), traced_(trace(mine, theirs, index, relations)), view_(traced_, index, 0) {}

template <class LeavesOut>
float Comparison::share_agreed(const LeavesOut& leaves_out) const {
    float total = 0;
    float agreed = 0;
    const auto& words = traced_.words.words;
    for (std::size_t word = 0; word < words.size(); ++word) {
        if (leaves_out(words[word].token)) continue;
        total += words[word].weight;
        const auto& link = view_.alignment().links[word];
        if (link.position == language::kNone || !theirs_.states(link.position - view_.first_token())) continue;
        agreed += words[word].weight * link.strength;
    }
    return total > 0 ? agreed / total : 0;
}

float Comparison::agreement_without(language::TokenSpan left_out) const {
    return share_agreed([left_out](std::uint32_t token) { return left_out.contains(token); });
}

float Comparison::agreement_on_matter_without(language::TokenSpan left_out) const {
    const auto said = mine_.said;
    return share_agreed([&](std::uint32_t token) {
        if (left_out.contains(token)) return true;
        return std::any_of(said.begin(), said.end(), [token](const language::Attribution& one) {
            return one.speaker.contains(token) || one.cue.contains(token);
        });
    });
}

std::uint32_t Comparison::tied_to(std::uint32_t token) const {
    const auto& words = traced_.words.words;
    const auto found =
        std::lower_bound(words.begin(), words.end(), token,
                         [](const trace::ClaimWord& word, std::uint32_t wanted) { return word.token < wanted; });
    if (found == words.end() || found->token != token) return language::kNone;
    const auto& link = view_.alignment().links[static_cast<std::size_t>(found - words.begin())];
    if (link.position == language::kNone || link.strength < trace::kBorneOut) return language::kNone;
    const std::uint32_t local = link.position - view_.first_token();
    return theirs_.states(local) ? local : language::kNone;
}

bool Comparison::ties(language::TokenSpan tokens) const {
    for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
        if (tied_to(token) != language::kNone) return true;
    }
    return false;
}

}  // namespace axray::story
