#include "language/names/chains.hpp"

#include <algorithm>
#include <array>

#include "language/names/name_clusters.hpp"
#include "language/names/references.hpp"

namespace axray::language {
namespace {

// The fuller name: more words, then more letters, then the earlier one. Very long ones are rather slips than names.
bool is_fuller(const Mention& one, const Mention& other) {
    constexpr std::uint32_t kLongestName = 8;
    const auto words = [](const Mention& name) { return name.tokens.size() > kLongestName ? 1 : name.tokens.size(); };
    return words(one) != words(other) ? words(one) > words(other) : one.span.size() > other.span.size();
}

NameType type_of_votes(const std::array<std::uint32_t, 5>& votes) {
    const auto most = std::max_element(votes.begin() + 1, votes.end());
    return *most > 0 ? static_cast<NameType>(most - votes.begin()) : NameType::unknown;
}

// One chain for each group, in the order of their first names; types by the votes of all their mentions.
std::vector<NameChain> chains_of(const std::vector<std::uint32_t>& groups, std::vector<Mention>& mentions) {
    std::vector<NameChain> chains;
    std::vector<std::array<std::uint32_t, 5>> votes;
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
        if (groups[i] == i) {
            mentions[i].chain = static_cast<std::uint32_t>(chains.size());
            chains.push_back({NameType::unknown, i, 0, 0});
            votes.push_back({});
        }
        mentions[i].chain = mentions[groups[i]].chain;
        NameChain& chain = chains[mentions[i].chain];
        votes[mentions[i].chain][static_cast<std::size_t>(mentions[i].type)] += mentions[i].tokens.size();
        if (is_fuller(mentions[i], mentions[chain.canonical])) chain.canonical = i;
    }
    for (std::size_t i = 0; i < chains.size(); ++i) chains[i].type = type_of_votes(votes[i]);
    for (Mention& mention : mentions) mention.type = chains[mention.chain].type;
    return chains;
}

// Counts the members of each chain, then puts them into place: linear, and in the order of the text.
void place_members(const std::vector<Reference>& references, Chains& found) {
    for (const Reference& reference : references) ++found.chains[reference.chain].end;
    std::uint32_t at = 0;
    for (NameChain& chain : found.chains) {
        const std::uint32_t size = chain.end;
        chain.begin = at;
        chain.end = at;
        at += size;
    }
    found.members.resize(references.size());
    for (const Reference& reference : references) {
        found.members[found.chains[reference.chain].end++] = reference.member;
    }
}

}  // namespace

Chains find_chains(const TokenView& view, const std::vector<Sentence>& sentences, const Lexicon& lexicon,
                   std::vector<Mention>& mentions) {
    Chains found;
    found.chains = chains_of(group_mentions(view, lexicon, mentions), mentions);
    place_members(find_references(view, sentences, found.chains, mentions), found);
    return found;
}

std::string normal_form(std::string_view text, const AnnotatedText& annotated, const Mention& mention) {
    const Mention& full = mention.chain < annotated.chains.size()
                              ? annotated.mentions[annotated.chains[mention.chain].canonical]
                              : mention;
    std::string form;
    for (const char byte : text.substr(full.span.begin, full.span.size())) {
        const bool blank = byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
        if (!blank) {
            form += byte;
        } else if (!form.empty() && form.back() != ' ') {
            form += ' ';
        }
    }
    return form;
}

}  // namespace axray::language
