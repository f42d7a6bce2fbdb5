#include <algorithm>
#include <cmath>

#include "judge/layer_members.hpp"
#include "judge/wording_differences.hpp"
#include "language/words/lexicon.hpp"

namespace axray::judge {
namespace {

using language::Attribution;
using language::Certainty;
using language::kNone;
using language::Mention;
using language::NameType;
using language::TokenSpan;
using trace::WordLink;

constexpr float kSameMatter = 0.6F;

// How sure a statement is; "will" and "could" are apart, "alleged" and "possible" are not.
float level(Certainty certainty) {
    switch (certainty) {
        case Certainty::stated: return 3.0F;
        case Certainty::future: return 2.75F;
        case Certainty::probable: return 2.0F;
        case Certainty::alleged: return 1.5F;
        case Certainty::possible: return 1.0F;
        case Certainty::conditional: return 1.0F;
        case Certainty::denied: return 0.0F;
    }
    return 3.0F;
}

// "Stated" and "future" are less than this apart: the tense alone makes nothing surer.
constexpr float kLeastStep = 0.75F;

// True when a token of `cue` (a cue of `cue_tokens`) stands in `tokens` within `span` too.
bool holds_form(const language::Tokens& tokens, TokenSpan span, const language::Tokens& cue_tokens, TokenSpan cue) {
    for (std::uint32_t token = cue.begin; token < cue.end; ++token) {
        for (std::uint32_t other = span.begin; other < span.end; ++other) {
            if (tokens.form[other] == cue_tokens.form[token]) return true;
        }
    }
    return false;
}

// A longer speaker is a clause that was taken for one ("sanctions on a firm it said").
constexpr std::uint32_t kMaxSpeaker = 6;

struct CertaintyAt {
    float level = 3.0F;
    TokenSpan cue;
};

// The least sure cue whose scope holds `token`, within the sentence `tokens`.
CertaintyAt certainty_at(const language::AnnotatedText& text, TokenSpan tokens, std::uint32_t token) {
    CertaintyAt found;
    auto cue =
        std::partition_point(text.certainty_cues.begin(), text.certainty_cues.end(),
                             [tokens](const language::CertaintyCue& one) { return one.cue.begin < tokens.begin; });
    for (; cue != text.certainty_cues.end() && cue->cue.begin < tokens.end; ++cue) {
        if (!cue->scope.contains(token) || cue->certainty == Certainty::denied) continue;
        if (level(cue->certainty) < found.level) found = {level(cue->certainty), cue->cue};
    }
    return found;
}

// A word that a cue speaks of, right beside it.
struct CuedWord {
    std::uint32_t token = 0;
    float level = 3.0F;
    TokenSpan cue;
};

// The first content words behind each cue of the sentence, and the last before it where none is near: what the cue
// makes less sure whatever else its scope holds.
std::vector<CuedWord> cued_words(const language::AnnotatedText& text, TokenSpan sentence) {
    constexpr std::uint32_t kNear = 5;  // tokens
    constexpr std::size_t kWords = 2;
    std::vector<CuedWord> words;
    auto cue =
        std::partition_point(text.certainty_cues.begin(), text.certainty_cues.end(),
                             [sentence](const language::CertaintyCue& one) { return one.cue.begin < sentence.begin; });
    for (; cue != text.certainty_cues.end() && cue->cue.begin < sentence.end; ++cue) {
        if (cue->certainty == Certainty::denied || cue->certainty == Certainty::future) continue;
        std::size_t count = 0;
        const std::uint32_t end = std::min(sentence.end, cue->cue.end + kNear);
        for (std::uint32_t token = cue->cue.end; token < end && count < kWords; ++token) {
            if (!text.tokens.is_content(token)) continue;
            words.push_back({token, level(cue->certainty), cue->cue});
            ++count;
        }
        for (std::uint32_t token = cue->cue.begin; count == 0 && token > sentence.begin; --token) {
            if (cue->cue.begin - token >= kNear || !text.tokens.is_content(token - 1)) continue;
            words.push_back({token - 1, level(cue->certainty), cue->cue});
            ++count;
        }
    }
    return words;
}

TokenSpan around(std::uint32_t token, TokenSpan sentence) {
    constexpr std::uint32_t kReach = 8;  // tokens
    return {token > sentence.begin + kReach ? token - kReach : sentence.begin, std::min(sentence.end, token + kReach)};
}

bool attributes(const language::AnnotatedText& text, TokenSpan tokens) {
    return std::any_of(text.attributions.begin(), text.attributions.end(), [tokens](const language::Attribution& one) {
        return one.cue.begin >= tokens.begin && one.cue.end <= tokens.end;
    });
}

std::size_t links_into(const EvidenceView& view, TokenSpan local) {
    const PositionSpan span = view.positions(local);
    return static_cast<std::size_t>(
        std::count_if(view.alignment().links.begin(), view.alignment().links.end(), [span](const WordLink& link) {
            return link.position != kNone && link.position >= span.begin && link.position < span.end;
        }));
}

// The name in a speaker's words; nullptr when nobody is named, or only by what he is ("the minister").
const Mention* named(const language::AnnotatedText& text, TokenSpan speaker) {
    const auto names = members_within(text.mentions, speaker);
    return names.size() == 1 ? names.front() : nullptr;
}

// Two names of one kind that have nothing in common; an organisation speaks through its people.
bool different(const Mention& mine, const language::Tokens& claim, const Mention& theirs,
               const language::Tokens& source) {
    const auto meet = [](std::uint64_t one, std::uint64_t other) { return one != 0 && one == other; };
    const bool known = mine.type != NameType::unknown && theirs.type != NameType::unknown;
    if (known && mine.type != theirs.type) return false;
    if (meet(mine.key, theirs.key) || meet(mine.key, theirs.acronym) || meet(mine.acronym, theirs.key) ||
        meet(mine.alias, theirs.key) || meet(mine.key, theirs.alias)) {
        return false;
    }
    for (std::uint32_t token = mine.tokens.begin; token < mine.tokens.end; ++token) {
        for (std::uint32_t other = theirs.tokens.begin; other < theirs.tokens.end; ++other) {
            if (claim.stem[token] == source.stem[other]) return false;
        }
    }
    return true;
}

std::vector<const Attribution*> attributions_in(const language::AnnotatedText& text, TokenSpan sentence) {
    std::vector<const Attribution*> found;
    auto one =
        std::partition_point(text.attributions.begin(), text.attributions.end(),
                             [sentence](const Attribution& before) { return before.cue.begin < sentence.begin; });
    for (; one != text.attributions.end() && one->cue.begin < sentence.end; ++one) found.push_back(&*one);
    return found;
}

// Words of the claim within `mine` that are linked into `local`.
std::size_t links_between(const EvidenceView& view, TokenSpan mine, TokenSpan local) {
    const PositionSpan there = view.positions(local);
    std::size_t count = 0;
    for (std::size_t word = 0; word < view.alignment().links.size(); ++word) {
        const std::uint32_t position = view.alignment().links[word].position;
        const bool linked = position != kNone && position >= there.begin && position < there.end;
        count += linked && mine.contains(view.claim_word(word).token) ? 1U : 0U;
    }
    return count;
}

// The attribution of the sentence that has the same content from another speaker.
const Attribution* other_speaker(const TracedClaim& claim, const EvidenceView& view, const Attribution& mine,
                                 const Mention& speaker) {
    constexpr std::size_t kLeastWords = 3;
    const language::AnnotatedText& text = *claim.words.text;
    std::size_t words = 0;
    for (const trace::ClaimWord& word : claim.words.words) words += mine.content.contains(word.token) ? 1U : 0U;
    for (const Attribution* theirs : attributions_in(view.source(), view.local_tokens())) {
        const std::size_t linked = links_between(view, mine.content, theirs->content);
        if (linked < kLeastWords || 3 * linked < 2 * words || theirs->speaker.size() > kMaxSpeaker) continue;
        const Mention* name = named(view.source(), theirs->speaker);
        if (name == nullptr || view.uses(name->tokens)) continue;
        if (different(speaker, text.tokens, *name, view.source().tokens)) return theirs;
    }
    return nullptr;
}

std::vector<Difference> speaker_differences(const TracedClaim& claim, std::span<const EvidenceView> evidence) {
    for (const Attribution* mine : attributions_in(*claim.words.text, claim.tokens)) {
        const Mention* speaker =
            mine->speaker.size() <= kMaxSpeaker ? named(*claim.words.text, mine->speaker) : nullptr;
        if (speaker == nullptr) continue;
        for (const EvidenceView& view : evidence) {
            if (view.links_any(speaker->tokens)) break;
            const Attribution* theirs = other_speaker(claim, view, *mine, *speaker);
            if (theirs == nullptr) continue;
            return {{FlagKind::attribution_differs, speaker->tokens, view.positions(theirs->speaker)}};
        }
    }
    return {};
}

}  // namespace

std::vector<Difference> attribution_differences(const TracedClaim& claim, std::span<const EvidenceView> evidence) {
    if (evidence.empty()) return {};
    if (attributes(*claim.words.text, claim.tokens)) return speaker_differences(claim, evidence);
    const EvidenceView& view = evidence.front();
    const TokenSpan local = view.local_tokens();
    const auto& attributions = view.source().attributions;
    auto one =
        std::partition_point(attributions.begin(), attributions.end(),
                             [local](const language::Attribution& before) { return before.cue.begin < local.begin; });
    for (; one != attributions.end() && one->cue.begin < local.end; ++one) {
        const std::size_t linked = links_into(view, local);
        if (one->speaker.size() > kMaxSpeaker) continue;
        if (one->content.size() == 0 || linked < 2 || 2 * links_into(view, one->content) < linked) continue;
        // A claim that carries the reporting word itself ("blamed") has not dropped it.
        if (links_into(view, one->cue) > 0) continue;
        const TokenSpan said = one->speaker.size() > 0 ? TokenSpan{std::min(one->speaker.begin, one->cue.begin),
                                                                   std::max(one->speaker.end, one->cue.end)}
                                                       : one->cue;
        return {{FlagKind::attribution_dropped, {}, view.positions(said)}};
    }
    return {};
}

std::vector<Difference> certainty_differences(const TracedClaim& claim, std::span<const EvidenceView> evidence) {
    if (evidence.empty() || evidence.front().alignment().coverage < kSameMatter) return {};
    const EvidenceView& view = evidence.front();
    const language::AnnotatedText& text = *claim.words.text;
    const TokenSpan local = view.local_tokens();
    // The same cue on both sides, out of reach of one word, is no change.
    for (const CuedWord& theirs : cued_words(view.source(), local)) {
        for (std::size_t word = 0; word < view.alignment().links.size(); ++word) {
            if (view.alignment().links[word].position != theirs.token + view.first_token()) continue;
            const std::uint32_t token = view.claim_word(word).token;
            const CertaintyAt mine = certainty_at(text, claim.tokens, token);
            if (mine.level - theirs.level < kLeastStep) continue;
            if (holds_form(text.tokens, around(token, claim.tokens), view.source().tokens, theirs.cue)) continue;
            return {{FlagKind::certainty_raised, mine.cue, view.positions(theirs.cue)}};
        }
    }
    for (const CuedWord& mine : cued_words(text, claim.tokens)) {
        for (std::size_t word = 0; word < view.alignment().links.size(); ++word) {
            const std::uint32_t position = view.alignment().links[word].position;
            if (view.claim_word(word).token != mine.token || position == kNone) continue;
            const std::uint32_t token = position - view.first_token();
            const CertaintyAt theirs = certainty_at(view.source(), local, token);
            if (theirs.level - mine.level < kLeastStep) continue;
            if (holds_form(view.source().tokens, around(token, local), text.tokens, mine.cue)) continue;
            return {{FlagKind::certainty_lowered, mine.cue, view.positions(theirs.cue)}};
        }
    }
    return {};
}

}  // namespace axray::judge
