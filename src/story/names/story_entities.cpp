#include "story/names/story_entities.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "base/disjoint_sets.hpp"

namespace axray::story {
namespace {

using language::AnnotatedText;
using language::kNone;

struct KeyedChain {
    std::uint64_t key = 0;
    std::uint64_t long_form = 0;  // of an acronym that nobody wrote: the name whose initials it is
    std::uint32_t chain = 0;      // counted over all reports
};

// What a name is found under: what a register knows of it, else its forms.
void add_keys(const language::Mention& name, std::uint32_t chain, std::vector<KeyedChain>& keys) {
    if (name.entity != 0) {
        keys.push_back({name.entity, 0, chain});
        return;
    }
    keys.push_back({name.key, 0, chain});
    if (name.alias != 0) keys.push_back({name.alias, 0, chain});
    if (name.acronym != 0) keys.push_back({name.acronym, name.key, chain});
}

// Initials join a name only to an acronym that is written somewhere and can stand for no other name.
void join_equal_keys(std::vector<KeyedChain>& keys, base::DisjointSets& sets) {
    const auto order = [](const KeyedChain& one) { return std::tuple(one.key, one.long_form, one.chain); };
    std::sort(keys.begin(), keys.end(),
              [&order](const auto& left, const auto& right) { return order(left) < order(right); });
    for (auto begin = keys.begin(); begin != keys.end();) {
        const auto end = std::find_if(begin, keys.end(), [begin](const auto& one) { return one.key != begin->key; });
        const auto initials = std::find_if(begin, end, [](const auto& one) { return one.long_form != 0; });
        const bool certain = initials != end && initials->long_form == std::prev(end)->long_form;
        for (auto one = begin; one != (certain ? end : initials); ++one) {
            if (begin->long_form == 0) sets.join(begin->chain, one->chain);
        }
        begin = end;
    }
}

void mark_members(const AnnotatedText& text, std::uint32_t first_chain, base::DisjointSets& sets,
                  std::vector<TokenEntity>& tokens) {
    for (std::uint32_t number = 0; number < text.chains.size(); ++number) {
        const auto& chain = text.chains[number];
        const auto entity = sets.find(first_chain + number);
        for (auto member = chain.begin; member < chain.end; ++member) {
            const auto& place = text.chain_members[member];
            for (auto token = place.tokens.begin; token < place.tokens.end; ++token) {
                tokens[token].entity = entity;
                tokens[token].chain = number;
                tokens[token].is_name = place.kind == language::MemberKind::name;
                tokens[token].is_pronoun = place.kind == language::MemberKind::pronoun;
            }
        }
    }
}

void mark_countries(const AnnotatedText& text, std::vector<TokenEntity>& tokens) {
    for (const auto& name : text.mentions) {
        const auto whole = country_of(name.key);
        for (auto token = name.tokens.begin; token < name.tokens.end; ++token) {
            tokens[token].country = whole.country != kNone ? whole : country_of(text.tokens.form[token]);
        }
    }
}

}  // namespace

StoryEntities::StoryEntities(const std::vector<ReportText>& reports) {
    std::vector<std::uint32_t> first_chain;
    std::uint32_t chains = 0;
    std::vector<KeyedChain> keys;
    for (const auto& report : reports) {
        first_chain.push_back(chains);
        for (const auto& name : report.closely.mentions) {
            if (name.chain != kNone) add_keys(name, chains + name.chain, keys);
        }
        chains += static_cast<std::uint32_t>(report.closely.chains.size());
    }
    base::DisjointSets sets(chains);
    join_equal_keys(keys, sets);
    count_ = chains;
    for (std::size_t number = 0; number < reports.size(); ++number) {
        const auto& text = reports[number].closely;
        tokens_.emplace_back(text.tokens.size());
        mark_members(text, first_chain[number], sets, tokens_.back());
        mark_countries(text, tokens_.back());
    }
}

}  // namespace axray::story
