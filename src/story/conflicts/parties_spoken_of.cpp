#include "story/conflicts/parties_spoken_of.hpp"

#include <algorithm>

#include "language/words/lexicon.hpp"
#include "story/conflicts/denial_words.hpp"

namespace axray::story {
namespace {

using language::kNone;
using language::TokenSpan;

constexpr PartyKey kCountry = PartyKey{1} << 40U;  // numbers of entities lie below

void add(PartyKey key, std::vector<PartyKey>& keys) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
}

bool is_preposition(const ReportText& text, std::uint32_t token) {
    return text.closely.tokens.parsed() && text.closely.tokens.tag[token] == language::WordTag::adposition;
}

// The words up to the first preposition: "the Chinese embassy" of "the Chinese embassy in London".
TokenSpan head_of(const ReportText& text, TokenSpan tokens) {
    for (std::uint32_t token = tokens.begin + 1; token < tokens.end; ++token) {
        if (is_preposition(text, token)) return {tokens.begin, token};
    }
    return tokens;
}

}  // namespace

std::vector<PartyKey> parties_within(const StoryTexts& texts, const StoryEntities& entities, std::uint32_t report,
                                     TokenSpan tokens) {
    std::vector<PartyKey> keys;
    const auto& tokens_of = texts.report(report).words.tokens;
    const std::uint32_t end = std::min(tokens.end, texts.report(report).words.tokens.size());
    for (std::uint32_t token = tokens.begin; token < end; ++token) {
        const TokenEntity& one = entities.at(report, token);
        // "Chinese" at the beginning of a sentence need not be found as a name.
        const bool capitalised = tokens_of.has(token, language::kCapitalised);
        const CountryWord word =
            one.country.country != kNone || !capitalised ? one.country : country_of(tokens_of.form[token]);
        if (word.country != kNone) {
            add(kCountry + word.country, keys);
        } else if (one.entity != kNone) {
            add(one.entity, keys);
        }
    }
    return keys;
}

std::vector<PartyKey> parties_of_speaker(const StoryTexts& texts, const StoryEntities& entities, std::uint32_t report,
                                         TokenSpan tokens) {
    const ReportText& text = texts.report(report);
    TokenSpan head = head_of(text, tokens);
    auto keys = parties_within(texts, entities, report, head);
    if (keys.empty() && head.end < tokens.end) {
        head = tokens;
        keys = parties_within(texts, entities, report, tokens);
    }
    // A country is spoken for by its officials, and by its own name; its other citizens speak for themselves.
    const auto& lemma = text.words.tokens.lemma;
    bool official = false;
    for (std::uint32_t token = head.begin; token < head.end; ++token) official |= speaks_for_country(lemma[token]);
    const bool alone = head.size() <= 2;
    if (!official && !alone && std::any_of(keys.begin(), keys.end(), [](PartyKey key) { return key < kCountry; })) {
        std::erase_if(keys, [](PartyKey key) { return key >= kCountry; });
    }
    return keys;
}

bool share_party(const std::vector<PartyKey>& one, const std::vector<PartyKey>& other) {
    return std::any_of(one.begin(), one.end(),
                       [&other](PartyKey key) { return std::find(other.begin(), other.end(), key) != other.end(); });
}

}  // namespace axray::story
