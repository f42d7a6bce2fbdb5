#include "story/facts/claim_signs.hpp"

#include <algorithm>
#include <array>

#include "language/syntax/sentence_models.hpp"
#include "language/words/lexicon.hpp"
#include "story/facts/speech_of_claim.hpp"

namespace axray::story {
namespace {

using language::AnnotatedText;
using language::hash_word;
using language::kNone;
using language::TokenSpan;

constexpr std::uint32_t kDeepest = 40;  // steps from a word towards the root

bool denies(const AnnotatedText& text, std::uint32_t sentence, std::uint32_t carrier) {
    auto speech = std::partition_point(text.attributions.begin(), text.attributions.end(),
                                       [sentence](const auto& one) { return one.sentence < sentence; });
    for (; speech != text.attributions.end() && speech->sentence == sentence; ++speech) {
        if (speech->stance == language::Stance::denies && speech->cue.contains(carrier)) return true;
    }
    return false;
}

// What is held against somebody, by a word that does not tell what.
bool is_accusation(std::uint64_t lemma) {
    static const std::array<std::uint64_t, 9> kAccusations = {
        hash_word("accusation"),  hash_word("allegation"), hash_word("charge"),
        hash_word("claim"),       hash_word("complaint"),  hash_word("involvement"),
        hash_word("insinuation"), hash_word("wrongdoing"), hash_word("responsibility")};
    return std::find(kAccusations.begin(), kAccusations.end(), lemma) != kAccusations.end();
}

bool gives_name(std::uint64_t lemma) {
    static const std::array<std::uint64_t, 6> kNaming = {hash_word("know"), hash_word("dub"),      hash_word("call"),
                                                         hash_word("name"), hash_word("nickname"), hash_word("track")};
    return std::find(kNaming.begin(), kNaming.end(), lemma) != kNaming.end();
}

bool below(const AnnotatedText& text, std::uint32_t token, std::uint32_t top) {
    for (std::uint32_t step = 0; token != kNone && step < kDeepest; ++step, token = text.tokens.head[token]) {
        if (token == top) return true;
    }
    return false;
}

std::uint32_t object_of(const AnnotatedText& text, std::uint32_t sentence, std::uint32_t predicate) {
    const auto place = text.sentences[sentence].tokens;
    for (auto token = place.begin; token < place.end; ++token) {
        const auto relation = language::relation_name(text.tokens.relation[token]);
        if (text.tokens.head[token] == predicate && (relation == "obj" || relation == "nsubj:pass")) return token;
    }
    return kNone;
}

// "the accusations by Wellington", not "the accusations of theft": names may stand beside the word, nothing else.
Denial denial_of(const AnnotatedText& text, std::uint32_t sentence, std::uint32_t predicate) {
    const auto object = object_of(text, sentence, predicate);
    if (object == kNone || !is_accusation(text.tokens.lemma[object])) return Denial::of_something;
    static const auto kAs = hash_word("as");
    for (auto token = object + 1; token < text.sentences[sentence].tokens.end; ++token) {
        if (!below(text, token, object) || text.tokens.form[token] == kAs) break;
        if (text.tokens.kind[token] == language::TokenKind::punctuation) break;
        if (text.tokens.is_content(token) && text.tokens.mention[token] == kNone) return Denial::of_something;
    }
    return Denial::of_all;
}

// "the group known as Blue Fox, Red Fox and Fox": the names that stand right behind a participle of naming.
void add_names(const AnnotatedText& text, const StoryEntities& entities, std::uint32_t report, TokenSpan range,
               ClaimSigns& signs) {
    static const auto kAs = hash_word("as");
    static const auto kKnow = hash_word("know");
    const auto& tokens = text.tokens;
    for (auto verb = range.begin; verb < range.end; ++verb) {
        if (!gives_name(tokens.lemma[verb]) || language::fine_tag_name(tokens.fine_tag[verb]) != "VBN") continue;
        auto token = verb + 1;
        const bool as = token < range.end && tokens.form[token] == kAs;
        if (!as && tokens.lemma[verb] == kKnow) continue;
        for (token += as ? 1 : 0; token < range.end; ++token) {
            const auto& entity = entities.at(report, token);
            if (!entity.is_name && tokens.is_content(token)) break;
            if (entity.is_name) signs.further_names.push_back(entity.entity);
        }
    }
}

}  // namespace

ClaimSigns find_signs(const StoryTexts& texts, const StoryEntities& entities, std::uint32_t report,
                      std::uint32_t sentence, const std::vector<TokenSpan>& own, std::uint32_t predicate) {
    ClaimSigns signs;
    if (predicate == kNone) return signs;
    const auto& text = texts.report(report).closely;
    for (const auto range : own) add_names(text, entities, report, range, signs);
    if (!denies(text, sentence, predicate)) return signs;
    signs.denial = denial_of(text, sentence, predicate);
    const auto subject = subject_of(text, sentence, predicate);
    for (auto token = subject.begin; token < subject.end; ++token) {
        const auto& entity = entities.at(report, token);
        if (signs.denier == kNone) signs.denier = entity.entity;
        if (signs.denier_country == kNone) signs.denier_country = country_of(text.tokens.form[token]).country;
        if (signs.denier_country == kNone) signs.denier_country = entity.country.country;
    }
    return signs;
}

bool signs_agree(const ClaimSigns& first, const ClaimSigns& second) {
    const bool all = first.denial == Denial::of_all || second.denial == Denial::of_all;
    if (all && first.denial != Denial::none && second.denial != Denial::none) {
        if (first.denier_country != kNone && first.denier_country == second.denier_country) return true;
        if (first.denier != kNone && first.denier == second.denier) return true;
    }
    return std::any_of(first.further_names.begin(), first.further_names.end(), [&second](std::uint32_t name) {
        return std::find(second.further_names.begin(), second.further_names.end(), name) != second.further_names.end();
    });
}

bool deniers_differ(const ClaimSigns& first, const ClaimSigns& second) {
    return first.denier_country != kNone && second.denier_country != kNone &&
           first.denier_country != second.denier_country;
}

}  // namespace axray::story
