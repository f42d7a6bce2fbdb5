#include <algorithm>
#include <array>
#include <string_view>

#include "judge/wording_differences.hpp"
#include "language/words/lexicon.hpp"

namespace axray::judge {
namespace {

using language::kNone;
using language::Tokens;
using language::TokenSpan;

constexpr float kSameMatter = 0.7F;    // share of the claim that a sentence must bear out
constexpr std::uint32_t kReach = 4;    // small words between a verb and its subject or object
constexpr std::uint32_t kGroup = 6;    // words of a noun group that are looked at
constexpr std::uint32_t kHelpers = 3;  // tokens in which the auxiliary of a passive stands before its verb

template <std::size_t Count>
using Hashes = std::array<std::uint64_t, Count>;

template <std::size_t Count>
Hashes<Count> hashes_of(const std::array<std::string_view, Count>& words) {
    Hashes<Count> hashes{};
    std::transform(words.begin(), words.end(), hashes.begin(), language::hash_word);
    return hashes;
}

template <std::size_t Count>
bool holds(const Hashes<Count>& hashes, std::uint64_t form) {
    return std::find(hashes.begin(), hashes.end(), form) != hashes.end();
}

// Forms of the auxiliary of a passive.
const Hashes<10>& passive_helpers() {
    static const auto kHashes =
        hashes_of<10>({"is", "are", "was", "were", "be", "been", "being", "get", "gets", "got"});
    return kHashes;
}

// What these verbs say of the one they say of the other.
const Hashes<20>& mutual_verbs() {
    static const auto kHashes =
        hashes_of<20>({"be",    "meet",  "marry", "divorce", "face",   "play", "resemble", "equal", "border", "match",
                       "rival", "fight", "date",  "join",    "become", "have", "remain",   "mean",  "differ", "agree"});
    return kHashes;
}

// What stands on the two sides of a verb.
struct Sides {
    TokenSpan before;
    TokenSpan behind;
    std::uint64_t link = 0;  // form of the preposition behind the verb; 0 none
    bool passive = false;

    [[nodiscard]] bool complete() const { return before.size() > 0 && behind.size() > 0; }
    // Behind a passive only "by" names the one who acts.
    [[nodiscard]] bool turned() const {
        static const std::uint64_t kBy = language::hash_word("by");
        return passive && link == kBy;
    }
};

bool is_thing(const Tokens& tokens, std::uint32_t token) {
    if (tokens.mention[token] != kNone) return true;
    return tokens.is_content(token) && tokens.kind[token] == language::TokenKind::word &&
           !tokens.has(token, language::kVerbLike);
}

// The noun group that ends right before `verb`, but for small words; empty when there is none.
TokenSpan group_before(const Tokens& tokens, TokenSpan sentence, std::uint32_t verb) {
    std::uint32_t end = verb;
    while (end > sentence.begin && verb - end < kReach && !is_thing(tokens, end - 1)) {
        if (tokens.kind[end - 1] == language::TokenKind::punctuation || !tokens.has(end - 1, language::kFunctionWord))
            return {};
        --end;
    }
    std::uint32_t begin = end;
    while (begin > sentence.begin && end - begin < kGroup && is_thing(tokens, begin - 1)) --begin;
    return {begin, end};
}

TokenSpan group_behind(const Tokens& tokens, TokenSpan sentence, std::uint32_t verb) {
    std::uint32_t begin = verb + 1;
    while (begin < sentence.end && begin - verb <= kReach && !is_thing(tokens, begin)) {
        if (tokens.kind[begin] == language::TokenKind::punctuation || !tokens.has(begin, language::kFunctionWord))
            return {};
        ++begin;
    }
    std::uint32_t end = begin;
    while (end < sentence.end && end - begin < kGroup && is_thing(tokens, end)) ++end;
    return {begin, end};
}

Sides sides_of(const Tokens& tokens, TokenSpan sentence, std::uint32_t verb) {
    Sides sides{group_before(tokens, sentence, verb), group_behind(tokens, sentence, verb)};
    for (std::uint32_t token = verb; token > sentence.begin && verb - token < kHelpers; --token) {
        sides.passive = sides.passive || holds(passive_helpers(), tokens.form[token - 1]);
    }
    static const auto kPrepositions =
        hashes_of<12>({"by", "to", "from", "for", "with", "against", "over", "at", "on", "in", "of", "about"});
    if (verb + 1 < sentence.end && holds(kPrepositions, tokens.form[verb + 1])) sides.link = tokens.form[verb + 1];
    return sides;
}

bool share_word(const Tokens& tokens, TokenSpan span, const Tokens& others, TokenSpan other_span) {
    for (std::uint32_t token = span.begin; token < span.end; ++token) {
        for (std::uint32_t other = other_span.begin; other < other_span.end; ++other) {
            if (tokens.is_content(token) && tokens.stem[token] == others.stem[other]) return true;
        }
    }
    return false;
}

enum class Roles : std::uint8_t { other, same, swapped };

Roles compare(const Tokens& claim, const Sides& mine, const Tokens& source, const Sides& theirs) {
    const bool turned = mine.turned() != theirs.turned();
    if (!turned && (mine.link != theirs.link || mine.passive != theirs.passive)) return Roles::other;
    if (turned && (mine.turned() ? theirs : mine).link != 0) return Roles::other;
    const bool straight =
        share_word(claim, mine.before, source, theirs.before) && share_word(claim, mine.behind, source, theirs.behind);
    const bool crossed =
        share_word(claim, mine.before, source, theirs.behind) && share_word(claim, mine.behind, source, theirs.before);
    if (straight == crossed) return Roles::other;
    return straight != turned ? Roles::same : Roles::swapped;
}

struct Exchange {
    std::uint32_t verb = kNone;  // of the claim; kNone when nothing is exchanged
    std::uint32_t position = 0;  // of the source's verb
};

// Looks at every place of the sentence that has the claim's verb: one that has the roles of the claim bears it out.
Roles look_up(const TracedClaim& claim, const EvidenceView& view, std::uint32_t verb, Exchange& exchange) {
    const Tokens& tokens = claim.words.text->tokens;
    const Tokens& source = view.source().tokens;
    const Sides mine = sides_of(tokens, claim.tokens, verb);
    if (!mine.complete()) return Roles::other;
    Roles roles = Roles::other;
    const TokenSpan local = view.local_tokens();
    for (std::uint32_t token = local.begin; token < local.end; ++token) {
        const bool same_verb = source.lemma[token] == tokens.lemma[verb] || source.stem[token] == tokens.stem[verb];
        if (!same_verb || !source.has(token, language::kVerbLike)) continue;
        const Sides theirs = sides_of(source, local, token);
        const Roles here = theirs.complete() ? compare(tokens, mine, source, theirs) : Roles::other;
        if (here == Roles::same) return here;
        if (here == Roles::swapped) {
            roles = here;
            exchange = {verb, token + view.first_token()};
        }
    }
    return roles;
}

}  // namespace

std::vector<Difference> role_differences(const TracedClaim& claim, std::span<const EvidenceView> evidence) {
    std::vector<Difference> found;
    const Tokens& tokens = claim.words.text->tokens;
    for (const trace::ClaimWord& word : claim.words.words) {
        if (!tokens.has(word.token, language::kVerbLike) || holds(mutual_verbs(), tokens.lemma[word.token])) continue;
        Exchange exchange;
        bool borne_out = false;
        for (const EvidenceView& view : evidence) {
            if (view.alignment().coverage < kSameMatter) continue;
            borne_out = borne_out || look_up(claim, view, word.token, exchange) == Roles::same;
        }
        if (borne_out || exchange.verb == kNone) continue;
        found.push_back(
            {FlagKind::role_swapped, {word.token, word.token + 1}, {exchange.position, exchange.position + 1}});
    }
    return found;
}

}  // namespace axray::judge
