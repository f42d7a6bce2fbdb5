#include <algorithm>

#include "judge/layer_members.hpp"
#include "judge/value_differences.hpp"
#include "language/words/lexicon.hpp"

namespace axray::judge {
namespace {

using language::kNone;
using language::Mention;
using language::NameType;
using language::TokenSpan;

constexpr float kSameMatter = 0.7F;        // share of the rest of the claim that a sentence must bear out
constexpr float kBesideTheSame = 0.4F;     // share of a name's surroundings that make it the claim's own
constexpr float kSameSurroundings = 0.6F;  // ... that make another name stand in its place
constexpr float kExactlyThere = 0.85F;     // ... and leave no doubt
constexpr float kAllButTheName = 0.85F;    // share of the rest of the claim, for that

bool share_word(const language::Tokens& tokens, TokenSpan span, const language::Tokens& others, TokenSpan other_span) {
    for (std::uint32_t token = span.begin; token < span.end; ++token) {
        for (std::uint32_t other = other_span.begin; other < other_span.end; ++other) {
            if (tokens.stem[token] == others.stem[other]) return true;
        }
    }
    return false;
}

// True when a sentence of the evidence has the claim's name where the claim has it.
bool stands_there(const EvidenceView& view, const Mention& mention) {
    const language::AnnotatedText& source = view.source();
    for (std::size_t word = 0; word < view.alignment().links.size(); ++word) {
        const std::uint32_t position = view.alignment().links[word].position;
        if (position == kNone || !mention.tokens.contains(view.claim_word(word).token)) continue;
        const std::uint32_t local = position - view.first_token();
        const std::uint32_t other = source.tokens.mention[local];
        const TokenSpan place = other != kNone ? source.mentions[other].tokens : TokenSpan{local, local + 1};
        if (view.surroundings(mention.tokens, place) >= kBesideTheSame) return true;
    }
    return false;
}

// Names of persons are not taken for those of places; what is not known may be anything.
bool may_be_alike(NameType claim, NameType source) {
    const auto vague = [](NameType type) { return type == NameType::unknown; };
    return claim == source || vague(claim) || vague(source);
}

// True for a name that only goes with the noun behind it: "the Domino's boss", "an American film".
bool describes_a_noun(const language::AnnotatedText& text, TokenSpan name) {
    static const std::uint64_t kPossessive = language::hash_word("'s");
    const language::Tokens& tokens = text.tokens;
    const std::uint32_t next = name.end;
    if (next >= tokens.size()) return false;
    if (tokens.form[next] == kPossessive) return true;
    return tokens.is_content(next) && tokens.kind[next] == language::TokenKind::word &&
           !tokens.has(next, language::kVerbLike);
}

// True when the source has all words of the name somewhere. A source that speaks of both, and has one exactly where the
// claim has the other, has two different things in mind, not two names of one.
bool speaks_of(const EvidenceView& view, const trace::SourceIndex& index, const language::Tokens& claim,
               const Mention& mention) {
    const std::uint32_t end = view.first_token() + view.source().tokens.size();
    for (std::uint32_t token = mention.tokens.begin; token < mention.tokens.end; ++token) {
        if (!claim.is_content(token)) continue;
        const auto places = index.find_stem(claim.stem[token]);
        const auto place = std::lower_bound(places.begin(), places.end(), view.first_token());
        if (place == places.end() || *place >= end) return false;
    }
    return true;
}

struct Rival {
    const Mention* mention = nullptr;
    float surroundings = 0;
};

// The name of the sentence that stands most nearly where the claim has `mention`, and is tied to no word of the claim.
Rival rival_of(const EvidenceView& view, const language::AnnotatedText& claim, const Mention& mention) {
    Rival best{nullptr, kSameSurroundings};
    const bool describes = describes_a_noun(claim, mention.tokens);
    for (const Mention* other : members_within(view.source().mentions, view.local_tokens())) {
        const bool known_others = trace::other_entity(mention, *other);
        if (trace::may_be_one(mention, *other)) continue;
        if (view.uses(other->tokens) || (!known_others && !may_be_alike(mention.type, other->type)) ||
            describes_a_noun(view.source(), other->tokens) != describes ||
            (!known_others && share_word(view.claim_tokens(), mention.tokens, view.source().tokens, other->tokens))) {
            continue;
        }
        const float surroundings = view.surroundings(mention.tokens, other->tokens);
        if (surroundings > best.surroundings) best = {other, surroundings};
    }
    return best;
}

}  // namespace

std::vector<Difference> name_differences(const TracedClaim& claim, std::span<const EvidenceView> evidence,
                                         const trace::SourceIndex& index) {
    std::vector<Difference> found;
    const language::AnnotatedText& text = *claim.words.text;
    for (const Mention* mention : members_of(text.mentions, claim)) {
        const bool borne_out = std::any_of(evidence.begin(), evidence.end(), [mention](const EvidenceView& view) {
            return stands_there(view, *mention);
        });
        if (borne_out) continue;
        for (const EvidenceView& view : evidence) {
            if (view.links_any(mention->tokens) || view.coverage_without(mention->tokens) < kSameMatter) continue;
            const Rival rival = rival_of(view, text, *mention);
            if (rival.mention == nullptr) continue;
            Difference difference{FlagKind::name_differs, mention->tokens, view.positions(rival.mention->tokens)};
            difference.certain =
                rival.surroundings >= kExactlyThere && view.coverage_without(mention->tokens) >= kAllButTheName &&
                (trace::other_entity(*mention, *rival.mention) || speaks_of(view, index, text.tokens, *mention));
            found.push_back(difference);
            break;
        }
    }
    return found;
}

}  // namespace axray::judge
