#include "language/names/known_names.hpp"

#include <algorithm>
#include <map>

#include "language/names/mention_maker.hpp"

namespace axray::language {
namespace {

// The tokens that a span touches.
TokenSpan tokens_of(const Tokens& tokens, Span span) {
    const auto begin = std::partition_point(tokens.span.begin(), tokens.span.end(),
                                            [span](Span token) { return token.end <= span.begin; });
    const auto end =
        std::partition_point(begin, tokens.span.end(), [span](Span token) { return token.begin < span.end; });
    return {static_cast<std::uint32_t>(begin - tokens.span.begin()),
            static_cast<std::uint32_t>(end - tokens.span.begin())};
}

void put_in_order(const TokenView& view, std::vector<Mention>& mentions) {
    std::stable_sort(mentions.begin(), mentions.end(),
                     [](const Mention& left, const Mention& right) { return left.tokens.begin < right.tokens.begin; });
    for (std::uint32_t number = 0; number < mentions.size(); ++number) {
        const TokenSpan tokens = mentions[number].tokens;
        for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) view.tokens.mention[token] = number;
    }
}

}  // namespace

void set_entities(const TokenView& view, const std::vector<KnownName>& known, std::vector<Mention>& mentions) {
    const std::size_t found_by_rules = mentions.size();
    std::map<std::uint64_t, std::uint64_t> entity_of;  // by the key of a mention
    for (const KnownName& name : known) {
        if (name.entity == 0) continue;
        const TokenSpan tokens = tokens_of(view.tokens, name.span);
        std::uint32_t mention = kNone;
        for (std::uint32_t token = tokens.begin; token < tokens.end && mention == kNone; ++token)
            mention = view.tokens.mention[token];
        if (mention == kNone) {
            append_mention(view, tokens, NameType::organisation, mentions);
            if (tokens.size() > 0) mention = view.tokens.mention[tokens.begin];
        }
        if (mention == kNone || mentions[mention].entity != 0) continue;
        mentions[mention].entity = name.entity;
        entity_of.emplace(mentions[mention].key, name.entity);
    }
    if (mentions.size() > found_by_rules) put_in_order(view, mentions);
    for (Mention& mention : mentions) {
        if (mention.entity != 0 || mention.alias == 0) continue;
        if (const auto at = entity_of.find(mention.alias); at != entity_of.end()) mention.entity = at->second;
    }
}

}  // namespace axray::language
