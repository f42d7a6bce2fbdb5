#include "language/speech/denials.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "language/words/lexicon.hpp"

namespace axray::language {
namespace {

// What these are said of is held to be untrue, whatever it is.
constexpr auto kDenyAnything = std::to_array<std::string_view>(
    {"deny", "denial", "refute", "rebut", "debunk", "disprove", "disavow", "repudiate"});

// Forms that name what somebody says: as forms, since "claim" and "report" are verbs as well.
constexpr auto kClaimForms = std::to_array<std::string_view>(
    {"claim",  "claims",  "allegation", "allegations", "accusation",  "accusations", "charge",      "charges",
     "report", "reports", "rumour",     "rumours",     "rumor",       "rumors",      "suggestion",  "suggestions",
     "story",  "stories", "assertion",  "assertions",  "speculation", "insinuation", "insinuations"});

constexpr auto kFalse =
    std::to_array<std::string_view>({"false", "untrue", "baseless", "groundless", "unfounded", "fabricated"});

template <std::size_t Count>
std::array<std::uint64_t, Count> sorted_hashes(const std::array<std::string_view, Count>& words) {
    std::array<std::uint64_t, Count> hashes{};
    std::transform(words.begin(), words.end(), hashes.begin(), hash_word);
    std::sort(hashes.begin(), hashes.end());
    return hashes;
}

bool denies_anything(std::uint64_t lemma) {
    static const auto kHashes = sorted_hashes(kDenyAnything);
    return std::binary_search(kHashes.begin(), kHashes.end(), lemma);
}

bool is_claim_form(std::uint64_t form) {
    static const auto kHashes = sorted_hashes(kClaimForms);
    return std::binary_search(kHashes.begin(), kHashes.end(), form);
}

bool is_false(std::uint64_t lemma) {
    static const auto kHashes = sorted_hashes(kFalse);
    return std::binary_search(kHashes.begin(), kHashes.end(), lemma);
}

// "the claims are false", and not "the claims are not false".
bool calls_claim_false(const Tokens& tokens, std::span<const TokenSpan> content) {
    bool claim = false;
    bool falsity = false;
    for (const TokenSpan piece : content) {
        for (std::uint32_t token = piece.begin; token < piece.end; ++token) {
            if (tokens.has(token, kNegationCue)) return false;
            claim = claim || is_claim_form(tokens.form[token]);
            falsity = falsity || (claim && is_false(tokens.lemma[token]));
        }
    }
    return falsity;
}

}  // namespace

bool is_denial(const Tokens& tokens, const Attribution& said, std::span<const TokenSpan> content) {
    if (said.speaker.size() == 0 || said.content.size() == 0 || said.kind != CueKind::speech) return false;
    if (said.stance == Stance::asserts) return calls_claim_false(tokens, content);
    if (said.stance != Stance::denies) return false;
    const auto& lemma = tokens.lemma;
    if (std::any_of(lemma.begin() + said.cue.begin, lemma.begin() + said.cue.end, denies_anything)) return true;
    return names_claim(tokens, content);
}

bool names_claim(const Tokens& tokens, std::span<const TokenSpan> content) {
    const auto& form = tokens.form;
    return std::any_of(content.begin(), content.end(), [&form](TokenSpan piece) {
        return std::any_of(form.begin() + piece.begin, form.begin() + piece.end, is_claim_form);
    });
}

}  // namespace axray::language
