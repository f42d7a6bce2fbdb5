// Any bytes as running text with names found by rules, and by tags that the bytes choose: mentions, chains and members
// must fit each other.
// Depends: base language
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annotating.hpp"
#include "language/names/chains.hpp"
#include "language/names/tagged_mentions.hpp"
#include "language/workspace_state.hpp"

namespace {

using namespace axray;
using namespace axray::language;

void check_members(const AnnotatedText& annotated, std::uint32_t number, std::vector<unsigned>& held) {
    const NameChain& chain = annotated.chains[number];
    require(chain.begin < chain.end && chain.end <= annotated.chain_members.size(), "a chain has members");
    require(chain.canonical < annotated.mentions.size() && annotated.mentions[chain.canonical].chain == number,
            "the fullest form is of the chain");
    std::uint32_t last = 0;
    for (std::uint32_t at = chain.begin; at < chain.end; ++at) {
        const ChainMember& member = annotated.chain_members[at];
        require(member.tokens.begin >= last && member.tokens.size() > 0, "members in the order of the text");
        require(member.tokens.end <= annotated.tokens.size(), "members in the text");
        last = member.tokens.begin;
        require((member.kind == MemberKind::name) == (member.mention != kNone), "names have a mention");
        if (member.mention == kNone) continue;
        require(annotated.mentions[member.mention].chain == number, "members and mentions agree");
        ++held[member.mention];
    }
}

void check_names(std::string_view text, const AnnotatedText& annotated) {
    std::uint32_t end = 0;
    for (const Mention& mention : annotated.mentions) {
        require(mention.tokens.begin >= end && mention.tokens.size() > 0, "names are ordered and disjoint");
        end = mention.tokens.end;
        require(end <= annotated.tokens.size() && mention.span.end <= text.size(), "names lie in the text");
        require(mention.chain < annotated.chains.size(), "every name has a chain");
        require(normal_form(text, annotated, mention).find('\n') == std::string::npos, "a normal form is one line");
    }
    std::vector<unsigned> held(annotated.mentions.size());
    std::uint32_t begin = 0;
    for (std::uint32_t number = 0; number < annotated.chains.size(); ++number) {
        require(annotated.chains[number].begin == begin, "chains partition the members");
        begin = annotated.chains[number].end;
        check_members(annotated, number, held);
    }
    require(begin == annotated.chain_members.size(), "chains hold all members");
    for (const unsigned times : held) require(times == 1, "a name is in one chain once");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static AnnotatorFixture fixture;
    // On the heap at its exact size, so that reading one byte too many is noticed.
    const std::vector<char> copy(data, data + size);
    const std::string_view text(copy.data(), copy.size());
    AnnotatedText annotated =
        fixture.annotator.annotate_text(text, fixture.workspace, {.layers = Layers::all, .published = {}});
    check_names(text, annotated);

    // Tags from the letters of each token, so that changes of the text change them.
    annotated.tokens.name_tag.clear();
    for (const Span span : annotated.tokens.span) {
        annotated.tokens.name_tag.push_back(static_cast<NameTag>(static_cast<unsigned char>(text[span.begin]) % 9));
    }
    annotated.tokens.mention.assign(annotated.tokens.size(), kNone);
    const TokenView view{text, annotated.tokens, fixture.workspace.state().facts};
    annotated.mentions = mentions_from_tags(view, annotated.sentences);
    Chains found = find_chains(view, annotated.sentences, fixture.lexicon, annotated.mentions);
    annotated.chains = std::move(found.chains);
    annotated.chain_members = std::move(found.members);
    check_names(text, annotated);
    return 0;
}
