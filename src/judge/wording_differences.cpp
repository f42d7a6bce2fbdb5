#include "judge/wording_differences.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "language/words/lexicon.hpp"

namespace axray::judge {
namespace {

using language::Certainty;
using language::kNone;
using language::TokenSpan;
using trace::WordLink;

constexpr float kSameMatter = 0.6F;
constexpr std::size_t kMaxAntonymWords = 24;

// How sure a statement is; "will" and "could" are apart, "alleged" and "possible" are not.
float level(Certainty certainty) {
    switch (certainty) {
        case Certainty::stated: return 3.0F;
        case Certainty::future: return 2.5F;
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

// Linked words of the claim that can be its predicate, with the source token that they are linked to.
template <class Visit>
void for_linked_predicates(const TracedClaim& claim, const EvidenceView& view, Visit visit) {
    const language::Tokens& tokens = claim.words.text->tokens;
    for (std::size_t word = 0; word < claim.words.words.size(); ++word) {
        const WordLink& link = view.alignment().links[word];
        const std::uint32_t token = claim.words.words[word].token;
        if (link.position == kNone || !tokens.has(token, language::kVerbLike)) continue;
        const std::uint32_t local = link.position - view.first_token();
        const bool same_word = link.kind == AlignmentKind::same || link.kind == AlignmentKind::same_stem ||
                               link.kind == AlignmentKind::same_meaning;
        if (same_word && view.source().tokens.has(local, language::kVerbLike)) visit(token, local);
    }
}

// True when the statement around a predicate is denied: "was not found", and "found no trace" too.
bool denied_at(const language::Tokens& tokens, std::uint32_t sentence_end, std::uint32_t predicate) {
    constexpr std::uint32_t kReach = 3;  // tokens between a verb and the "no" of its object
    // What is said may be denied without the saying being so: a verb of saying needs the "not" right before it.
    if (tokens.has(predicate, language::kReportingCue)) {
        const auto denies = [&tokens](std::uint32_t token) {
            return tokens.has(token, language::kNegationCue) && tokens.has(token, language::kFunctionWord);
        };
        return (predicate >= 1 && denies(predicate - 1)) || (predicate >= 2 && denies(predicate - 2));
    }
    if (tokens.has(predicate, language::kNegated)) return true;
    for (std::uint32_t token = predicate + 1; token < std::min(sentence_end, predicate + 1 + kReach); ++token) {
        if (tokens.has(token, language::kNegationCue) && tokens.has(token, language::kFunctionWord)) return true;
        if (tokens.has(token, language::kVerbLike) && !tokens.has(token, language::kFunctionWord)) return false;
    }
    return false;
}

std::vector<std::uint32_t> unlinked_content(const EvidenceView& view) {
    std::vector<std::uint32_t> words;
    const TokenSpan local = view.local_tokens();
    for (std::uint32_t token = local.begin; token < local.end; ++token) {
        if (view.source().tokens.is_content(token) && !view.uses({token, token + 1})) words.push_back(token);
        if (words.size() == kMaxAntonymWords) break;
    }
    return words;
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

// The next token from `token` on that is a word or number; punctuation is set by house style and changes no quotation.
std::uint32_t next_word(const language::Tokens& tokens, std::uint32_t token, std::uint32_t end) {
    while (token < end && tokens.kind[token] == language::TokenKind::punctuation) ++token;
    return token;
}

// Whether the source repeats the words of `quotation`, beginning with its word `anchor` at the source's token `place`.
bool repeats_from(const language::Tokens& claim, TokenSpan quotation, std::uint32_t anchor,
                  const language::Tokens& source, std::uint32_t place) {
    std::uint32_t token = anchor;
    while (token < quotation.end) {
        if (place >= source.size() || claim.form[token] != source.form[place]) return false;
        token = next_word(claim, token + 1, quotation.end);
        place = next_word(source, place + 1, source.size());
    }
    return true;
}

// Looks for the quotation from its first content word on; the small words before it are left to the reader.
bool stands_word_for_word(const TracedClaim& claim, TokenSpan quotation, const trace::SourceIndex& index) {
    const language::Tokens& tokens = claim.words.text->tokens;
    std::uint32_t anchor = quotation.begin;
    while (anchor < quotation.end && !tokens.is_content(anchor)) ++anchor;
    if (anchor == quotation.end) return true;
    const auto places = index.find_stem(tokens.stem[anchor]);
    return std::any_of(places.begin(), places.end(), [&](std::uint32_t position) {
        const auto& source = index.text(index.sentences()[index.sentence_at(position)].source).tokens;
        return repeats_from(tokens, quotation, anchor, source, index.local(position));
    });
}

// The title of a work ("The Long Harbour") stands between quotation marks without being anybody's words; and brackets
// within a quotation say that it was shortened on purpose.
bool is_title_or_marked_edit(const language::AnnotatedText& text, TokenSpan quotation) {
    bool capitals_only = true;
    for (std::uint32_t token = quotation.begin; token < quotation.end; ++token) {
        if (text.tokens.form[token] == language::hash_word("[")) return true;
        const bool is_word = text.tokens.is_content(token) && text.tokens.kind[token] == language::TokenKind::word;
        capitals_only = capitals_only && (!is_word || text.tokens.has(token, language::kCapitalised));
    }
    return capitals_only;
}

}  // namespace

std::vector<Difference> negation_differences(const TracedClaim& claim, std::span<const EvidenceView> evidence) {
    std::vector<Difference> found;
    for (const EvidenceView& view : evidence) {
        if (view.alignment().coverage < kSameMatter || !found.empty()) continue;
        const language::Tokens& mine = claim.words.text->tokens;
        for_linked_predicates(claim, view, [&](std::uint32_t token, std::uint32_t local) {
            const bool differs = denied_at(mine, claim.tokens.end, token) !=
                                 denied_at(view.source().tokens, view.local_tokens().end, local);
            if (differs && found.empty()) {
                found.push_back({FlagKind::negated, {token, token + 1}, view.positions({local, local + 1})});
            }
        });
    }
    return found;
}

std::vector<Difference> antonym_differences(const TracedClaim& claim, std::span<const EvidenceView> evidence,
                                            const trace::LexicalRelations& relations) {
    std::vector<Difference> found;
    if (evidence.empty()) return found;
    const EvidenceView& view = evidence.front();
    if (view.alignment().coverage < kSameMatter) return found;
    const auto others = unlinked_content(view);
    const language::Tokens& tokens = claim.words.text->tokens;
    for (std::size_t word = 0; word < claim.words.words.size(); ++word) {
        const std::uint32_t token = claim.words.words[word].token;
        if (view.alignment().links[word].position != kNone || tokens.mention[token] != kNone) continue;
        for (const std::uint32_t other : others) {
            if (view.source().tokens.mention[other] != kNone) continue;
            if (!relations.antonyms(tokens.lemma[token], view.source().tokens.lemma[other])) continue;
            if (!view.slot({token, token + 1}, {other, other + 1}).any()) continue;
            found.push_back({FlagKind::antonym, {token, token + 1}, view.positions({other, other + 1})});
            break;
        }
    }
    return found;
}

std::vector<Difference> attribution_differences(const TracedClaim& claim, std::span<const EvidenceView> evidence) {
    if (evidence.empty() || attributes(*claim.words.text, claim.tokens)) return {};
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
    std::vector<Difference> found;
    if (evidence.empty() || evidence.front().alignment().coverage < kSameMatter) return found;
    const EvidenceView& view = evidence.front();
    for_linked_predicates(claim, view, [&](std::uint32_t token, std::uint32_t local) {
        if (!found.empty()) return;
        const CertaintyAt mine = certainty_at(*claim.words.text, claim.tokens, token);
        const CertaintyAt theirs = certainty_at(view.source(), view.local_tokens(), local);
        if (std::abs(mine.level - theirs.level) < kLeastStep) return;
        // The same cue on both sides, out of reach of one predicate, is no change.
        if (holds_form(claim.words.text->tokens, claim.tokens, view.source().tokens, theirs.cue) ||
            holds_form(view.source().tokens, view.local_tokens(), claim.words.text->tokens, mine.cue)) {
            return;
        }
        const auto kind = mine.level > theirs.level ? FlagKind::certainty_raised : FlagKind::certainty_lowered;
        found.push_back({kind, mine.cue, view.positions(theirs.cue)});
    });
    return found;
}

std::vector<Difference> quotation_differences(const TracedClaim& claim, const trace::SourceIndex& index) {
    constexpr std::size_t kLeastWords = 3;
    std::vector<Difference> found;
    for (const language::Quotation& quotation : claim.words.text->quotations) {
        if (quotation.tokens.begin < claim.tokens.begin || quotation.tokens.end > claim.tokens.end) continue;
        if (is_title_or_marked_edit(*claim.words.text, quotation.tokens)) continue;
        if (stands_word_for_word(claim, quotation.tokens, index)) continue;
        for (const std::uint32_t candidate : claim.trace.evidence) {
            const EvidenceView view(claim, index, candidate);
            std::size_t words = 0;
            std::vector<std::uint32_t> linked;
            for (std::size_t word = 0; word < claim.words.words.size(); ++word) {
                if (!quotation.tokens.contains(claim.words.words[word].token)) continue;
                ++words;
                const std::uint32_t position = view.alignment().links[word].position;
                if (position != kNone) linked.push_back(position);
            }
            if (words < kLeastWords || 2 * linked.size() < words) continue;
            const auto [first, last] = std::minmax_element(linked.begin(), linked.end());
            if (*last - *first > 2 * quotation.tokens.size())
                continue;  // scattered over a long sentence: another matter
            found.push_back({FlagKind::quote_altered, quotation.tokens, {*first, *last + 1}});
            break;
        }
    }
    return found;
}

}  // namespace axray::judge
