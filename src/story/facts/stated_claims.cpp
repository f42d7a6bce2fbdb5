#include "story/facts/stated_claims.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "language/syntax/sentence_models.hpp"
#include "language/words/lexicon.hpp"
#include "read/characters/ascii.hpp"
#include "story/facts/claim_parts.hpp"
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
            if (entity.is_pronoun) stated.words.push_back({token, entity.entity, {}, kNone, kPronounWeight, true});
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

constexpr std::size_t kMostForms = 120;  // words of a claim whose runs are looked for

std::vector<std::uint64_t> forms_of(const language::AnnotatedText& text, const StatedClaim& stated) {
    std::vector<std::uint64_t> forms;
    for (const auto range : stated.own) {
        for (auto token = range.begin; token < range.end; ++token) {
            if (forms.size() == kMostForms) return forms;
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

// Forms that make a word of a word and leave its kind as it is: a cyberattack is an attack.
constexpr std::array<std::string_view, 10> kFirstParts = {"cyber", "mega",  "micro", "mini",  "super",
                                                          "ultra", "multi", "euro",  "hyper", "petro"};
constexpr std::size_t kShortestTail = 4;  // bytes

std::uint64_t tail_of(std::string_view written) {
    const auto folded = read::lower_ascii(written);
    const auto hyphen = folded.rfind('-');
    if (hyphen != std::string::npos && hyphen > 0 && folded.size() - hyphen - 1 >= kShortestTail)
        return language::hash_word(std::string_view(folded).substr(hyphen + 1));
    for (const auto first : kFirstParts) {
        if (folded.starts_with(first) && folded.size() - first.size() >= kShortestTail)
            return language::hash_word(std::string_view(folded).substr(first.size()));
    }
    return 0;
}

constexpr std::uint32_t kLongestStandIn = 10;  // tokens
constexpr std::uint32_t kNearPredicate = 3;    // steps from a value to the group of nouns beside the predicate

// Sets what a word of a name, number or date does beside the predicate.
void set_slot(const language::AnnotatedText& text, std::uint32_t predicate, StatedWord& word) {
    const auto& tokens = text.tokens;
    const bool value = tokens.quantity[word.token] != kNone || tokens.date[word.token] != kNone;
    if (predicate == kNone || (tokens.mention[word.token] == kNone && !value)) return;
    auto top = word.token;
    for (std::uint32_t step = 0; tokens.head[top] != predicate; ++step, top = tokens.head[top]) {
        if (tokens.head[top] == kNone || step == kNearPredicate) return;
    }
    const auto relation = language::relation_name(tokens.relation[top]);
    const bool agent = relation == "obl:agent";
    if (relation == "nsubj" || agent)
        word.slot = Slot::subject;
    else if (relation == "obj" || relation == "nsubj:pass")
        word.slot = Slot::object;
    else if (relation.substr(0, 3) == "obl")
        word.slot = Slot::other;
    if (word.slot != Slot::other) return;
    for (auto token = top; token-- > text.sentences.front().tokens.begin && top - token < kLongestStandIn;) {
        if (tokens.head[token] != top || language::relation_name(tokens.relation[token]) != "case") continue;
        word.preposition = tokens.form[token];
        return;
    }
}

// Whether a word is the predicate, or hangs on it, a name as a whole.
bool is_core(const language::AnnotatedText& text, std::uint32_t predicate, std::uint32_t token) {
    if (predicate == kNone) return false;
    const auto& tokens = text.tokens;
    auto top = token;
    const auto mention = tokens.mention[token];
    if (mention != kNone) {
        const auto& name = text.mentions[mention].tokens;
        for (auto step = name.size(); step > 0 && tokens.head[top] != kNone && name.contains(tokens.head[top]); --step)
            top = tokens.head[top];
    }
    return top == predicate || tokens.head[top] == predicate;
}

void add_words(const ClaimCollecting& with, const std::vector<TokenSpan>& ranges, std::uint32_t predicate,
               StatedClaim& stated) {
    const auto& report = with.texts.report(stated.report);
    const auto& text = report.closely;
    for (const auto& word : trace::collect_claim_words(text, ranges, with.analyst.judge.word_weights()).words) {
        const auto& entity = with.entities.at(stated.report, word.token);
        stated.words.push_back({word.token, entity.entity, entity.country,
                                with.meanings.add(text.tokens.form[word.token]), word.weight,
                                entity.is_name || entity.is_pronoun, word.token == predicate});
        set_slot(text, predicate, stated.words.back());
        stated.words.back().is_core = is_core(text, predicate, word.token);
        stated.words.back().tail = tail_of(report.document->slice(text.tokens.span[word.token]));
    }
}

// What "it" as an object stands for in "named the group and described it as", "added the firm, describing it as": the
// object of the clause above.
TokenSpan stood_for(const language::AnnotatedText& text, std::uint32_t pronoun) {
    const auto& tokens = text.tokens;
    const auto relation = [&tokens](std::uint32_t token) { return language::relation_name(tokens.relation[token]); };
    const auto clause = tokens.head[pronoun];
    if (tokens.tag[pronoun] != language::WordTag::pronoun || relation(pronoun) != "obj" || clause == kNone) return {};
    const auto above = tokens.head[clause];
    if (above == kNone || (relation(clause) != "conj" && relation(clause) != "advcl")) return {};
    std::uint32_t noun = above + 1;
    while (noun < pronoun && !(tokens.head[noun] == above && relation(noun) == "obj")) ++noun;
    if (noun >= pronoun || tokens.tag[noun] == language::WordTag::pronoun) return {};
    TokenSpan run{noun, noun + 1};
    const auto hangs = [&](std::uint32_t token) {
        return tokens.head[token] != kNone && run.contains(tokens.head[token]);
    };
    while (run.begin > above + 1 && run.size() < kLongestStandIn && hangs(run.begin - 1)) --run.begin;
    while (run.end < pronoun && run.size() < kLongestStandIn && hangs(run.end)) ++run.end;
    return run;
}

// Adds to the words of a claim, as context, those that an object pronoun stands for.
void add_stood_for(const ClaimCollecting& with, StatedClaim& stated) {
    const auto& text = with.texts.report(stated.report).closely;
    for (const auto range : stated.own) {
        for (auto token = range.begin; token < range.end; ++token) {
            const auto noun = stood_for(text, token);
            if (noun.size() == 0 || contains(stated.ranges, noun.begin)) continue;
            add_words(with, {noun}, kNone, stated);
        }
    }
}

// Participles and predicates that share a subject have it in their context.
void mark_subject(const language::AnnotatedText& text, std::uint32_t predicate, StatedClaim& stated) {
    const auto subject = subject_of(text, stated.claim.sentence, predicate);
    for (auto& word : stated.words) {
        word.is_subject = subject.size() > 0 ? subject.contains(word.token) : !contains(stated.own, word.token);
    }
}

StatedClaim make_stated(const ClaimCollecting& with, std::uint32_t report, const Claim& claim) {
    const auto& text = with.texts.report(report).closely;
    StatedClaim stated;
    stated.report = report;
    stated.claim = claim;
    stated.ranges = judge::stated_ranges(claim, text);
    stated.own = own_ranges(claim, stated.ranges, text);
    stated.attribution = attribution_of(text, claim.sentence, stated.own);
    const auto carrier = predicate_of(text, stated.own, kNone);
    stated.signs = find_signs(with.texts, with.entities, report, claim.sentence, stated.own, carrier);
    stated.denies = stated.signs.denial != Denial::none;
    if (stated.attribution != kNone)
        stated.speaker = entity_in(text.attributions[stated.attribution].speaker, with, report);
    const auto predicate = predicate_of(text, stated.own, stated.attribution);
    stated.predicate = predicate;
    stated.negated = predicate != kNone && text.tokens.has(predicate, language::kNegated);
    add_words(with, stated.ranges, predicate, stated);
    add_stood_for(with, stated);
    add_pronouns(with.entities, stated);
    mark_subject(text, predicate, stated);
    weigh_names(stated);
    weigh_parts(text, stated);
    stated.forms = forms_of(text, stated);
    stated.wording = hash_of_words(text, stated);
    return stated;
}

void add_with_parts(const ClaimCollecting& with, std::uint32_t report, const Claim& claim,
                    std::vector<StatedClaim>& stated) {
    const auto& source = with.texts.report(report);
    const auto parts = find_parts(*source.document, source.closely, claim);
    auto main = make_stated(with, report, parts.main);
    if (main.own.empty() || main.words.empty()) return;
    if (parts.reduced) main.whole = claim;
    const auto position = static_cast<std::uint32_t>(stated.size());
    stated.push_back(std::move(main));
    for (const auto& part : parts.parts) {
        auto one = make_stated(with, report, part);
        one.part_of = position;
        if (!one.own.empty() && !one.words.empty()) stated.push_back(std::move(one));
    }
}

// In how many claims of its own report a word stands.
using Uses = std::unordered_map<std::uint64_t, std::uint32_t>;

void lower_topic_words(const StoryTexts& texts, std::vector<StatedClaim>::iterator begin,
                       std::vector<StatedClaim>::iterator end) {
    Uses uses;
    for (auto claim = begin; claim != end; ++claim) {
        if (claim->part_of != kNone) continue;
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
            const auto times = static_cast<float>(std::max(1U, uses[tokens.stem[word.token]]));
            word.weight /= std::sqrt(std::sqrt(times));
            claim->total_weight += word.weight;
        }
    }
}

// Whether nothing but marks and a "which" or "of" stands between the context of a part and its words.
bool stands_before(const language::AnnotatedText& text, const Claim& claim) {
    const auto sentence = text.sentences[claim.sentence].tokens;
    const Span gap{claim.context.front().end, claim.span.begin};
    if (gap.begin > gap.end) return false;
    for (auto token = sentence.begin; token < sentence.end; ++token) {
        if (gap.contains(text.tokens.span[token]) && text.tokens.is_content(token)) return false;
    }
    return true;
}

}  // namespace

void make_whole(const StoryTexts& texts, StatedClaim& stated) {
    const auto& text = texts.report(stated.report).closely;
    auto& claim = stated.claim;
    if (stated.whole) {
        claim = *std::move(stated.whole);
        stated.whole.reset();
    } else if (stated.part_of != kNone && claim.context.size() == 1 && stands_before(text, claim)) {
        claim.span.begin = claim.context.front().begin;
        claim.context.clear();
        claim.text = texts.report(stated.report).document->slice(claim.span);
        std::replace(claim.text.begin(), claim.text.end(), '\n', ' ');
    } else {
        return;
    }
    stated.ranges = judge::stated_ranges(stated.claim, text);
    stated.own = own_ranges(stated.claim, stated.ranges, text);
}

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
            const auto& source = texts.report(report);
            const auto& claim = source.claims[number];
            const auto joined = number + 1 < quota[report]
                                    ? as_one_claim(*source.document, source.closely, claim, source.claims[number + 1])
                                    : std::nullopt;
            if (joined) ++number;
            add_with_parts(with, report, joined.value_or(claim), stated);
        }
        lower_topic_words(texts, stated.begin() + static_cast<std::ptrdiff_t>(first), stated.end());
    }
    return stated;
}

}  // namespace axray::story
