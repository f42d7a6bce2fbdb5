#include "judge/wording_differences.hpp"

#include <algorithm>

#include "language/words/lexicon.hpp"

namespace axray::judge {
namespace {

using language::kNone;
using language::TokenSpan;
using trace::WordLink;

constexpr float kSameMatter = 0.6F;        // share of the claim that a sentence must bear out
constexpr float kSameSurroundings = 0.4F;  // of a word that one side denies
constexpr std::size_t kMaxAntonymWords = 24;

// Words of the claim with the source token that they are tied to by form or meaning.
template <class Visit>
void for_linked_words(const TracedClaim& claim, const EvidenceView& view, Visit visit) {
    for (std::size_t word = 0; word < claim.words.words.size(); ++word) {
        const WordLink& link = view.alignment().links[word];
        const bool same_word = link.kind == AlignmentKind::same || link.kind == AlignmentKind::same_stem ||
                               link.kind == AlignmentKind::same_meaning;
        if (link.position != kNone && same_word)
            visit(claim.words.words[word].token, link.position - view.first_token());
    }
}

// Linked words of the claim that can be its predicate, with the source token that they are linked to.
template <class Visit>
void for_linked_predicates(const TracedClaim& claim, const EvidenceView& view, Visit visit) {
    for_linked_words(claim, view, [&](std::uint32_t token, std::uint32_t local) {
        const bool verbs = claim.words.text->tokens.has(token, language::kVerbLike) &&
                           view.source().tokens.has(local, language::kVerbLike);
        if (verbs) visit(token, local);
    });
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

// True for the first content word behind a negation of the sentence, where it stands near it.
bool is_first_denied(const language::AnnotatedText& text, TokenSpan sentence, std::uint32_t token) {
    constexpr std::uint32_t kNear = 4;  // tokens from the negation to the word
    auto one =
        std::partition_point(text.negations.begin(), text.negations.end(),
                             [&](const language::Negation& before) { return before.cue.begin < sentence.begin; });
    for (; one != text.negations.end() && one->cue.begin < token; ++one) {
        if (!one->scope.contains(token) || token - one->cue.end > kNear) continue;
        std::uint32_t first = one->cue.end;
        while (first < token && !text.tokens.is_content(first)) ++first;
        if (first == token) return true;
    }
    return false;
}

// What a sentence does with one of its words. A denial near a word that does not reach it, as far as can be told, may
// reach it all the same: "refused", "no evidence that".
enum class Denial : std::uint8_t { none, near, denied };

Denial unless_near(const language::Tokens& tokens, TokenSpan sentence, std::uint32_t token) {
    constexpr std::uint32_t kNear = 8;  // tokens
    const std::uint32_t begin = token > sentence.begin + kNear ? token - kNear : sentence.begin;
    const std::uint32_t end = std::min(sentence.end, token + kNear);
    for (std::uint32_t other = begin; other < end; ++other) {
        if (other != token && tokens.has(other, language::kNegationCue)) return Denial::near;
    }
    return Denial::none;
}

Denial denial_of_verb(const language::Tokens& tokens, TokenSpan sentence, std::uint32_t token) {
    return denied_at(tokens, sentence.end, token) ? Denial::denied : unless_near(tokens, sentence, token);
}

Denial denial_of_word(const language::AnnotatedText& text, TokenSpan sentence, std::uint32_t token) {
    return is_first_denied(text, sentence, token) ? Denial::denied : unless_near(text.tokens, sentence, token);
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
    const language::AnnotatedText& text = *claim.words.text;
    for (const EvidenceView& view : evidence) {
        if (view.alignment().coverage < kSameMatter || !found.empty()) continue;
        const TokenSpan local_sentence = view.local_tokens();
        const auto compare = [&](Denial mine, Denial theirs, std::uint32_t token, std::uint32_t local) {
            const auto apart = [](Denial one, Denial other) { return one == Denial::denied && other == Denial::none; };
            if (!found.empty() || (!apart(mine, theirs) && !apart(theirs, mine))) return;
            if (view.surroundings({token, token + 1}, {local, local + 1}) < kSameSurroundings) return;
            found.push_back({FlagKind::negated, {token, token + 1}, view.positions({local, local + 1})});
        };
        for_linked_predicates(claim, view, [&](std::uint32_t token, std::uint32_t local) {
            compare(denial_of_verb(text.tokens, claim.tokens, token),
                    denial_of_verb(view.source().tokens, local_sentence, local), token, local);
        });
        // "is not a champion": what is denied need not be a verb.
        for_linked_words(claim, view, [&](std::uint32_t token, std::uint32_t local) {
            compare(denial_of_word(text, claim.tokens, token), denial_of_word(view.source(), local_sentence, local),
                    token, local);
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
