#include "story/conflicts/clause_comparison.hpp"

#include <algorithm>
#include <cstdlib>

namespace axray::story {
namespace {

using language::kNone;
using language::Tokens;
using language::TokenSpan;

constexpr float kKnownElsewhere = 0.75F;  // what a word counts that stands near the other statement, not in it

bool is_of_value(const Clause& value, std::uint32_t token) {
    return value.shown.contains(token) ||
           std::find(value.path.between.begin(), value.path.between.end(), token) != value.path.between.end();
}

// The day of the event that both reports are about.
bool is_near_publication(const Side& side, std::uint32_t number) {
    constexpr std::int64_t kDays = 4;
    constexpr std::int64_t kDay = 24 * 60 * 60;
    const language::Date& date = side.words().dates[number];
    const base::Day published = side.statement.text->published;
    if (published.year == 0) return date.weekday != 0 && date.year == 0;
    return date.interval.known() && std::abs(date.interval.begin / kDay - base::day_number(published)) <= kDays;
}

// Not in a clause that hangs on it.
bool in_clause(const Tokens& tokens, std::uint32_t token, std::uint32_t predicate) {
    constexpr int kSteps = 12;
    for (int step = 0; step < kSteps && token != predicate; ++step) {
        const bool another = is_relation(tokens, token, "conj") || is_relation(tokens, token, "advcl") ||
                             is_relation(tokens, token, "parataxis") || is_relation(tokens, token, "appos") ||
                             is_relation(tokens, token, "ccomp") || is_relation(tokens, token, "acl");
        if (another || tokens.head[token] == kNone) return false;
        token = tokens.head[token];
    }
    return token == predicate;
}

// 0..1: share of the words beside the value that the other report says, in the statement or near it. `within` tells
// which words count.
template <class Within>
float share_said(const Side& side, const ContextWords& known, const Within& within) {
    float total = 0;
    float agreed = 0;
    for (const trace::ClaimWord& word : side.statement.words.words) {
        if (side.value.contains(word.token) || is_of_speech(side, word.token) || !within(word.token)) continue;
        total += word.weight;
        if (side.comparison.tied_to(word.token) != kNone) {
            agreed += word.weight;
        } else if (std::binary_search(known.begin(), known.end(), side.tokens().stem[word.token])) {
            agreed += word.weight * kKnownElsewhere;
        }
    }
    return total > 0 ? agreed / total : 0;
}

}  // namespace

ClauseComparison::ClauseComparison(const StatementsCompared& pair)
    : pair_(pair), mine_(pair.one.text->closely.tokens), theirs_(pair.other.text->closely.tokens) {}

bool ClauseComparison::same_word(std::uint32_t mine, std::uint32_t theirs) const {
    return mine_.lemma[mine] == theirs_.lemma[theirs] || mine_.stem[mine] == theirs_.stem[theirs];
}

bool ClauseComparison::same_entity(std::uint32_t mine, std::uint32_t theirs) const {
    const auto& entities = pair_.texts.entities();
    const auto& one = entities.at(pair_.one.report, mine);
    const auto& other = entities.at(pair_.other.report, theirs);
    return (one.entity != kNone && one.entity == other.entity) ||
           (one.country.country != kNone && one.country.country == other.country.country);
}

bool ClauseComparison::tied(std::uint32_t mine, std::uint32_t theirs) const {
    const auto pronoun = [](const Tokens& tokens, std::uint32_t token) {
        return tokens.tag[token] == language::WordTag::pronoun;
    };
    if (pronoun(mine_, mine) || pronoun(theirs_, theirs)) return same_entity(mine, theirs);
    if (same_word(mine, theirs)) return true;
    if (pair_.forth.tied_to(mine) == theirs || pair_.back.tied_to(theirs) == mine) return true;
    if (same_entity(mine, theirs)) return true;
    // A word of a name has not the meaning that a dictionary gives it.
    const bool names = mine_.mention[mine] != kNone || theirs_.mention[theirs] != kNone;
    return !names && pair_.relations.relate(mine_.lemma[mine], theirs_.lemma[theirs]).strength >= trace::kBorneOut;
}

ClauseComparison::Arguments ClauseComparison::compare_arguments(const Clause& value, const Clause& other) const {
    Arguments result;
    const auto mine = arguments_of(mine_, pair_.one.sentence, value.path.predicate);
    const auto theirs = arguments_of(theirs_, pair_.other.sentence, other.path.predicate);
    for (const Argument& one : mine) {
        if (is_of_value(value, one.head)) continue;
        bool met = false;
        bool shared = false;
        for (const Argument& rival : theirs) {
            if (is_of_value(other, rival.head) || rival.part != one.part) continue;
            if (one.part == Part::other && rival.preposition != one.preposition) continue;
            met = true;
            shared = shared || tied(one.head, rival.head);
        }
        result.shared += shared ? 1 : 0;
        if (!met || shared) continue;
        result.other_subject |= one.part == Part::subject;
        for (const Argument& rival : theirs) {
            const bool same_part = rival.part == one.part && rival.preposition == one.preposition;
            if (same_part && !is_of_value(other, rival.head)) result.exclude |= excludes(one, rival);
        }
    }
    return result;
}

// Two names of different things, or two nouns. A name and a noun may be the same where they do it or bear it.
bool ClauseComparison::excludes(const Argument& one, const Argument& other) const {
    const std::uint32_t mine = one.head;
    const std::uint32_t theirs = other.head;
    const auto pronoun = [](const Tokens& tokens, std::uint32_t token) {
        return tokens.tag[token] == language::WordTag::pronoun || tokens.has(token, language::kFunctionWord);
    };
    if (pronoun(mine_, mine) || pronoun(theirs_, theirs)) return false;
    const auto date = [](const Tokens& tokens, std::uint32_t token) { return tokens.date[token] != kNone; };
    if (date(mine_, mine) != date(theirs_, theirs)) return false;
    const bool one_name = mine_.mention[mine] != kNone;
    const bool other_name = theirs_.mention[theirs] != kNone;
    return one_name == other_name || one.part == Part::other;
}

bool ClauseComparison::tells_apart(const Side& side, const Clause& value, const ContextWords& known) {
    const Tokens& tokens = side.parsed();
    for (const trace::ClaimWord& word : side.statement.words.words) {
        const std::uint32_t token = word.token;
        if (side.value.contains(token) || side.comparison.tied_to(token) != kNone) continue;
        if (is_of_speech(side, token)) continue;
        const bool date = tokens.date[token] != kNone;
        const bool number = tokens.quantity[token] != kNone && !date;
        if (!date && !number && tokens.mention[token] == kNone) continue;
        if (!in_clause(tokens, token, value.path.predicate)) continue;
        if (date && is_near_publication(side, tokens.date[token])) continue;
        if (!std::binary_search(known.begin(), known.end(), tokens.stem[token])) return true;
    }
    return false;
}

float ClauseComparison::agreement(const Side& side, const Clause& value, const ContextWords& known) {
    const Tokens& tokens = side.parsed();
    int tied = 0;
    for (const trace::ClaimWord& word : side.statement.words.words) {
        const bool own = !value.shown.contains(word.token) && in_clause(tokens, word.token, value.path.predicate);
        tied += own && side.comparison.tied_to(word.token) != kNone ? 1 : 0;
    }
    const float whole = share_said(side, known, [](std::uint32_t) { return true; });
    const bool enough = tied >= (value.path.predicate == value.path.top ? 1 : 2);
    if (!enough) return whole;
    return std::max(whole, share_said(side, known, [&](std::uint32_t token) {
                        return in_clause(tokens, token, value.path.predicate);
                    }));
}

ContextWords context_of(const Statement& statement) {
    constexpr std::uint32_t kBeginning = 4;  // sentences of the report
    constexpr std::uint32_t kBefore = 2;     // sentences before the statement's
    const auto& text = statement.text->words;
    ContextWords words;
    const auto add = [&](TokenSpan range) {
        for (std::uint32_t token = range.begin; token < range.end; ++token) {
            if (text.tokens.is_content(token)) words.push_back(text.tokens.stem[token]);
        }
    };
    const auto here = static_cast<std::uint32_t>(
        std::partition_point(text.sentences.begin(), text.sentences.end(),
                             [&](const auto& one) { return one.tokens.end <= statement.sentence.begin; }) -
        text.sentences.begin());
    for (std::uint32_t sentence = 0; sentence < text.sentences.size() && sentence < kBeginning; ++sentence) {
        add(text.sentences[sentence].tokens);
    }
    for (std::uint32_t sentence = here - std::min(here, kBefore);
         sentence <= here + 1 && sentence < text.sentences.size(); ++sentence) {
        add(text.sentences[sentence].tokens);
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

}  // namespace axray::story
