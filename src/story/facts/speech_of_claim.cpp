#include "story/facts/speech_of_claim.hpp"

#include <algorithm>

#include "language/names/chains.hpp"
#include "language/syntax/sentence_models.hpp"

namespace axray::story {
namespace {

using language::AnnotatedText;
using language::Attribution;
using language::kNone;
using language::TokenSpan;

constexpr std::uint32_t kFarthest = 6;      // sentences between a cue and what it speaks of
constexpr std::uint32_t kWidestScope = 60;  // tokens between a cue and what it speaks of
constexpr std::uint32_t kFarSubject = 100;  // tokens between a predicate and its subject
constexpr std::uint32_t kDeepest = 40;      // steps from a word towards the root
constexpr double kMost = 0.6;               // share of a claim's content words that makes a claim somebody's words

Span bytes_of(const AnnotatedText& text, TokenSpan tokens) {
    if (tokens.size() == 0) return {};
    return {text.tokens.span[tokens.begin].begin, text.tokens.span[tokens.end - 1].end};
}

bool in_content(const AnnotatedText& text, const Attribution& speech, std::uint32_t token) {
    if (speech.content.contains(token)) return true;
    for (auto piece = speech.further_begin; piece < speech.further_end; ++piece) {
        if (text.further_content[piece].contains(token)) return true;
    }
    return false;
}

// Share of the content words, without those that name the speaker and the saying, that stand in the content.
double share_said(const AnnotatedText& text, const Attribution& speech, const std::vector<TokenSpan>& own) {
    std::uint32_t said = 0;
    std::uint32_t all = 0;
    for (const auto range : own) {
        for (auto token = range.begin; token < range.end; ++token) {
            if (!text.tokens.is_content(token) || speech.speaker.contains(token) || speech.cue.contains(token))
                continue;
            ++all;
            said += in_content(text, speech, token) ? 1U : 0U;
        }
    }
    return all == 0 ? 0 : static_cast<double>(said) / all;
}

// The fullest form of the first person among `tokens`, else of the first name there, else of what a description or
// pronoun there stands for.
std::string name_in(const ReportText& report, const StoryEntities& entities, std::uint32_t number, TokenSpan tokens) {
    const auto& text = report.closely;
    const auto form = [&](std::uint32_t mention) {
        return language::normal_form(report.document->text, text, text.mentions[mention]);
    };
    std::uint32_t best = kNone;
    for (auto token = tokens.begin; token < tokens.end; ++token) {
        const auto mention = text.tokens.mention[token];
        if (mention == kNone) continue;
        if (text.mentions[mention].type == language::NameType::person) return form(mention);
        if (best == kNone) best = mention;
    }
    if (best != kNone) return form(best);
    for (auto token = tokens.begin; token < tokens.end; ++token) {
        const auto chain = entities.at(number, token).chain;
        if (chain != kNone) return form(text.chains[chain].canonical);
    }
    return {};
}

double overlap(TokenSpan scope, const std::vector<TokenSpan>& own, const language::Tokens& tokens) {
    std::uint32_t inside = 0;
    std::uint32_t all = 0;
    for (const auto range : own) {
        for (auto token = range.begin; token < range.end; ++token) {
            if (!tokens.is_content(token)) continue;
            ++all;
            inside += scope.contains(token) ? 1U : 0U;
        }
    }
    return all == 0 ? 0 : static_cast<double>(inside) / all;
}

}  // namespace

std::uint32_t attribution_of(const AnnotatedText& text, std::uint32_t sentence, const std::vector<TokenSpan>& own) {
    std::uint32_t best = kNone;
    auto number = static_cast<std::uint32_t>(
        std::partition_point(text.attributions.begin(), text.attributions.end(),
                             [sentence](const auto& one) { return one.sentence + kFarthest < sentence; }) -
        text.attributions.begin());
    for (; number < text.attributions.size(); ++number) {
        const auto& speech = text.attributions[number];
        if (speech.sentence > sentence + kFarthest) break;
        if (speech.kind != language::CueKind::speech || speech.content.size() == 0) continue;
        if (share_said(text, speech, own) < kMost) continue;
        const bool named = speech.speaker.size() != 0;
        const bool best_named = best != kNone && text.attributions[best].speaker.size() != 0;
        if (best == kNone || (named && !best_named) ||
            (named == best_named && speech.content.size() < text.attributions[best].content.size()))
            best = number;
    }
    return best;
}

std::uint32_t predicate_of(const AnnotatedText& text, const std::vector<TokenSpan>& own, std::uint32_t attribution) {
    const auto& tokens = text.tokens;
    const auto said = [&](std::uint32_t token) {
        return attribution == kNone || in_content(text, text.attributions[attribution], token);
    };
    const auto inside = [&](std::uint32_t token) {
        return token != kNone && said(token) &&
               std::any_of(own.begin(), own.end(), [token](TokenSpan range) { return range.contains(token); });
    };
    std::uint32_t best = kNone;
    for (const auto range : own) {
        for (auto token = range.begin; token < range.end; ++token) {
            if (!tokens.is_content(token) || !said(token) || inside(tokens.head[token])) continue;
            const bool verb = tokens.tag[token] == language::WordTag::verb;
            if (best == kNone || (verb && tokens.tag[best] != language::WordTag::verb)) best = token;
        }
    }
    return best;
}

TokenSpan subject_of(const AnnotatedText& text, std::uint32_t sentence, std::uint32_t predicate) {
    if (predicate == kNone) return {};
    const auto& tokens = text.tokens;
    auto place = text.sentences[sentence].tokens;
    place.begin = std::max(place.begin, predicate - std::min(predicate, kFarSubject));
    place.end = std::min(place.end, predicate + kFarSubject);
    std::uint32_t top = kNone;
    bool agent = false;
    for (auto token = place.begin; token < place.end; ++token) {
        if (tokens.head[token] != predicate) continue;
        const auto relation = language::relation_name(tokens.relation[token]);
        if (relation == "obl:agent") agent = true;
        if (relation == "obl:agent" || (relation == "nsubj" && !agent)) top = token;
    }
    if (top == kNone) return {};
    TokenSpan run{top, top + 1};
    const auto below = [&tokens, top](std::uint32_t token) {
        for (std::uint32_t step = 0; token != kNone && step < kDeepest; ++step, token = tokens.head[token]) {
            if (token == top) return true;
        }
        return false;
    };
    while (run.begin > place.begin && below(run.begin - 1)) --run.begin;
    while (run.end < place.end && below(run.end)) ++run.end;
    return run;
}

namespace {

// Who speaks: "The two states imposed sanctions, with Norland denying it" has Norland deny, whoever the network took
// for the speaker. The subject of the cue's own verb goes first where it has a name and is somebody else.
TokenSpan speaker_of(const AnnotatedText& text, const Attribution& found) {
    const auto& tokens = text.tokens;
    for (auto token = found.cue.begin; token < found.cue.end; ++token) {
        if (tokens.tag[token] != language::WordTag::verb) continue;
        const auto subject = subject_of(text, found.sentence, token);
        const bool apart = subject.end <= found.speaker.begin || found.speaker.end <= subject.begin;
        if (subject.size() == 0 || !apart) continue;
        for (auto at = subject.begin; at < subject.end; ++at) {
            if (tokens.mention[at] != kNone) return subject;
        }
    }
    return found.speaker;
}

}  // namespace

MentionSpeech speech_of(const StoryTexts& texts, const StoryEntities& entities, std::uint32_t report,
                        std::uint32_t attribution) {
    const auto& text = texts.report(report).closely;
    const auto& found = text.attributions[attribution];
    MentionSpeech speech;
    const auto speaker = speaker_of(text, found);
    speech.speaker = bytes_of(text, speaker);
    speech.cue = bytes_of(text, found.cue);
    speech.stance = static_cast<Stance>(found.stance);
    speech.name = name_in(texts.report(report), entities, report, speaker);
    return speech;
}

CertaintyOfClaim certainty_of(const AnnotatedText& text, const std::vector<TokenSpan>& own) {
    CertaintyOfClaim result;
    double most = 0.5;
    if (own.empty()) return result;
    auto cue = std::partition_point(text.certainty_cues.begin(), text.certainty_cues.end(),
                                    [&own](const auto& one) { return one.cue.end + kWidestScope < own.front().begin; });
    for (; cue != text.certainty_cues.end() && cue->cue.begin < own.back().end + kWidestScope; ++cue) {
        const auto share = overlap(cue->scope, own, text.tokens);
        if (share <= most) continue;
        most = share;
        result = {static_cast<Certainty>(cue->certainty), bytes_of(text, cue->cue)};
    }
    return result;
}

}  // namespace axray::story
