#include "story/facts/stated_claims.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "language/words/lexicon.hpp"
#include "story/facts/speech_of_claim.hpp"
#include "story/facts/worth_telling.hpp"

namespace axray::story {
namespace {

using language::kNone;
using language::TokenSpan;

constexpr float kEntityWeight = 1.5F;   // all words of one name together at most
constexpr float kPronounWeight = 0.5F;  // of a word that stands for a name
constexpr float kContextShare = 0.5F;   // words that a claim shares with its neighbours tell less of it
constexpr float kSpeechShare = 0.3F;    // who says it tells less than what is said

bool contains(const std::vector<TokenSpan>& ranges, std::uint32_t token) {
    return std::any_of(ranges.begin(), ranges.end(), [token](TokenSpan range) { return range.contains(token); });
}

std::vector<TokenSpan> own_ranges(const Claim& claim, const std::vector<TokenSpan>& ranges,
                                  const language::AnnotatedText& text) {
    std::vector<TokenSpan> own;
    for (const auto range : ranges) {
        const Span place{text.tokens.span[range.begin].begin, text.tokens.span[range.end - 1].end};
        if (claim.span.contains(place)) own.push_back(range);
    }
    return own;
}

// Pronouns carry no content of their own and are no words to trace: they count for the name they stand for.
void add_pronouns(const StoryEntities& entities, StatedClaim& stated) {
    for (const auto range : stated.ranges) {
        for (auto token = range.begin; token < range.end; ++token) {
            const auto& entity = entities.at(stated.report, token);
            if (entity.is_pronoun)
                stated.words.push_back({token, entity.entity, {}, kNone, kPronounWeight, true, false});
        }
    }
    std::sort(stated.words.begin(), stated.words.end(),
              [](const StatedWord& left, const StatedWord& right) { return left.token < right.token; });
}

void weigh_names(StatedClaim& stated) {
    for (std::size_t begin = 0; begin < stated.words.size();) {
        std::size_t end = begin + 1;
        float sum = stated.words[begin].weight;
        const auto entity = stated.words[begin].entity;
        for (; entity != kNone && end < stated.words.size() && stated.words[end].entity == entity; ++end) {
            sum += stated.words[end].weight;
        }
        for (auto word = begin; sum > kEntityWeight && end - begin > 1 && word < end; ++word) {
            stated.words[word].weight *= kEntityWeight / sum;
        }
        begin = end;
    }
}

void weigh_parts(const language::AnnotatedText& text, StatedClaim& stated) {
    for (auto& word : stated.words) {
        if (!contains(stated.own, word.token)) word.weight *= kContextShare;
        if (stated.attribution == kNone || stated.denies) continue;
        const auto& speech = text.attributions[stated.attribution];
        if (speech.speaker.contains(word.token) || speech.cue.contains(word.token)) word.weight *= kSpeechShare;
    }
}

std::vector<std::uint64_t> forms_of(const language::AnnotatedText& text, const StatedClaim& stated) {
    std::vector<std::uint64_t> forms;
    for (const auto range : stated.own) {
        for (auto token = range.begin; token < range.end; ++token) {
            if (text.tokens.kind[token] != language::TokenKind::punctuation) forms.push_back(text.tokens.form[token]);
        }
    }
    return forms;
}

std::uint64_t hash_of_words(const language::AnnotatedText& text, const StatedClaim& stated) {
    std::uint64_t hash = 1469598103934665603ULL;
    for (const auto range : stated.ranges) {
        for (auto token = range.begin; token < range.end; ++token)
            hash = (hash ^ text.tokens.form[token]) * 1099511628211ULL;
    }
    return hash;
}

// That of the last name among `tokens`, which stands behind title and office: "Treasury's Under Secretary, Brian
// Nelson"; else of a description or pronoun there.
std::uint32_t entity_in(TokenSpan tokens, const ClaimCollecting& with, std::uint32_t report) {
    std::uint32_t best = kNone;
    bool named = false;
    for (auto token = tokens.begin; token < tokens.end; ++token) {
        const auto& entity = with.entities.at(report, token);
        if (entity.entity == kNone || (named && !entity.is_name)) continue;
        best = entity.entity;
        named = entity.is_name;
    }
    return best;
}

StatedClaim make_stated(const ClaimCollecting& with, std::uint32_t report, const Claim& claim) {
    const auto& text = with.texts.report(report).closely;
    StatedClaim stated;
    stated.report = report;
    stated.claim = claim;
    stated.ranges = judge::stated_ranges(claim, text);
    stated.own = own_ranges(claim, stated.ranges, text);
    stated.attribution = attribution_of(text, claim.sentence, stated.own);
    stated.denies =
        stated.attribution != kNone && text.attributions[stated.attribution].stance == language::Stance::denies;
    if (stated.attribution != kNone)
        stated.speaker = entity_in(text.attributions[stated.attribution].speaker, with, report);
    const auto predicate = predicate_of(text, stated.own, stated.attribution);
    stated.negated = predicate != kNone && text.tokens.has(predicate, language::kNegated);
    for (const auto& word : trace::collect_claim_words(text, stated.ranges, with.analyst.judge.word_weights()).words) {
        const auto& entity = with.entities.at(report, word.token);
        stated.words.push_back({word.token, entity.entity, entity.country,
                                with.meanings.add(text.tokens.form[word.token]), word.weight,
                                entity.is_name || entity.is_pronoun, word.token == predicate});
    }
    add_pronouns(with.entities, stated);
    weigh_names(stated);
    weigh_parts(text, stated);
    stated.forms = forms_of(text, stated);
    stated.wording = hash_of_words(text, stated);
    return stated;
}

// In how many claims of its own report a word stands.
using Uses = std::unordered_map<std::uint64_t, std::uint32_t>;

void lower_topic_words(const StoryTexts& texts, std::vector<StatedClaim>::iterator begin,
                       std::vector<StatedClaim>::iterator end) {
    Uses uses;
    for (auto claim = begin; claim != end; ++claim) {
        const auto& tokens = texts.report(claim->report).closely.tokens;
        std::vector<std::uint64_t> stems;
        for (const auto& word : claim->words) stems.push_back(tokens.stem[word.token]);
        std::sort(stems.begin(), stems.end());
        stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
        for (const auto stem : stems) ++uses[stem];
    }
    for (auto claim = begin; claim != end; ++claim) {
        const auto& tokens = texts.report(claim->report).closely.tokens;
        claim->total_weight = 0;
        for (auto& word : claim->words) {
            const auto times = static_cast<float>(uses[tokens.stem[word.token]]);
            word.weight /= std::sqrt(std::sqrt(times));
            claim->total_weight += word.weight;
        }
    }
}

}  // namespace

std::vector<StatedClaim> collect_stated_claims(const ClaimCollecting& with, const FactLimits& limits) {
    const auto& texts = with.texts;
    std::vector<std::uint32_t> quota(texts.size());
    std::uint32_t left = limits.claims;
    for (bool more = true; more && left > 0;) {
        more = false;
        for (std::uint32_t report = 0; report < texts.size() && left > 0; ++report) {
            if (quota[report] >= texts.report(report).claims.size()) continue;
            ++quota[report];
            --left;
            more = true;
        }
    }
    std::vector<StatedClaim> stated;
    for (std::uint32_t report = 0; report < texts.size(); ++report) {
        const auto first = stated.size();
        for (std::uint32_t number = 0; number < quota[report]; ++number) {
            if (!worth_telling(texts.report(report), number)) continue;
            auto one = make_stated(with, report, texts.report(report).claims[number]);
            if (!one.own.empty() && !one.words.empty()) stated.push_back(std::move(one));
        }
        lower_topic_words(texts, stated.begin() + static_cast<std::ptrdiff_t>(first), stated.end());
    }
    return stated;
}

}  // namespace axray::story
