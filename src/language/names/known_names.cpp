#include "language/names/known_names.hpp"

#include <algorithm>
#include <map>
#include <vector>

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

std::uint32_t mention_with(const Tokens& tokens, TokenSpan range) {
    for (std::uint32_t token = range.begin; token < range.end; ++token) {
        if (tokens.mention[token] != kNone) return tokens.mention[token];
    }
    return kNone;
}

// Some of the tokens of the whole, but not all of them.
bool is_part_of(TokenSpan part, TokenSpan whole) {
    return whole.begin <= part.begin && part.end <= whole.end && part.size() < whole.size();
}

// By their places in the text; those without tokens, for which a longer one stands, go.
void put_in_order(const TokenView& view, std::vector<Mention>& mentions) {
    std::erase_if(mentions, [](const Mention& mention) { return mention.tokens.size() == 0; });
    std::stable_sort(mentions.begin(), mentions.end(),
                     [](const Mention& left, const Mention& right) { return left.tokens.begin < right.tokens.begin; });
    for (std::uint32_t number = 0; number < mentions.size(); ++number) {
        const TokenSpan tokens = mentions[number].tokens;
        for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) view.tokens.mention[token] = number;
    }
}

}  // namespace

void set_entities(const TokenView& view, const NameRegister& names, std::vector<Mention>& mentions) {
    std::map<std::uint64_t, std::uint64_t> entity_of;  // by the key of a mention
    bool changed = false;
    for (const KnownName& name : names.find(view.text)) {
        const TokenSpan tokens = tokens_of(view.tokens, name.span);
        std::uint32_t mention = mention_with(view.tokens, tokens);
        if (name.entity == 0) {
            if (mention != kNone) mentions[mention].doubtful = true;
            continue;
        }
        if (mention == kNone || is_part_of(mentions[mention].tokens, tokens)) {
            // "Storm" of "Storm-0062" gives way to the whole name.
            for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
                const std::uint32_t part = view.tokens.mention[token];
                if (part != kNone && is_part_of(mentions[part].tokens, tokens)) mentions[part].tokens = {};
            }
            append_mention(view, tokens, NameType::organisation, mentions);
            mention = mention_with(view.tokens, tokens);
            changed = true;
        }
        if (mention == kNone || mentions[mention].entity != 0) continue;
        mentions[mention].entity = name.entity;
        entity_of.emplace(mentions[mention].key, name.entity);
    }
    if (changed) put_in_order(view, mentions);
    for (Mention& mention : mentions) {
        if (mention.entity != 0) {
            mention.doubtful = false;
            continue;
        }
        if (const auto at = entity_of.find(mention.alias); at != entity_of.end()) mention.entity = at->second;
        if (mention.entity == 0 && !mention.doubtful)
            mention.doubtful = names.has(view.text.substr(mention.span.begin, mention.span.size()));
    }
}

}  // namespace axray::language
