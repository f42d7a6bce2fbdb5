#include "language/names/name_types.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace axray::language {
namespace {

constexpr unsigned kSteps = 9;  // from a town up to "location" in the dictionary

enum Weight : int { kHint = 1, kEvidence = 2, kProof = 6 };

// Votes for each NameType.
using Votes = std::array<int, 5>;

class TypeEvidence {
public:
    TypeEvidence(const TokenView& view, const Lexicon& lexicon) : view_(view), lexicon_(lexicon) {}

    // What holds for all mentions with this key.
    void add_form(const Mention& mention, Votes& votes) const {
        add_last_word(mention, votes);
        add_dictionary(mention, votes);
        const std::uint32_t at = mention.tokens.begin;
        if (mention.tokens.size() == 1 && view_.has(at, kAllCapitals) && mention.span.size() >= 3) {
            vote(votes, NameType::organisation, kHint);
        }
        if (mention.tokens.size() >= 2 && mention.tokens.size() <= 4 && is_of_name_words(mention)) {
            vote(votes, NameType::person, kHint);
        }
    }

    // What the words around this mention say.
    void add_context(const Mention& mention, Votes& votes) const {
        const std::uint32_t before = mention.tokens.begin - 1;
        const std::uint32_t after = mention.tokens.end;
        const bool article = view_.reads(before, "the");
        if (view_.uses(before, kUsePersonTitle)) vote(votes, NameType::person, kProof);
        if (article && mention.tokens.size() == 1) vote(votes, NameType::organisation, kHint);
        const bool inside = view_.reads(before, "in") || view_.reads(before, "near") || view_.reads(before, "across") ||
                            view_.reads(before, "throughout");
        if (inside) vote(votes, NameType::place, kEvidence);
        if (view_.reads(after, "who") || (view_.sign(after) == Sign::comma && view_.reads(after + 1, "who"))) {
            vote(votes, NameType::person, kEvidence);
        }
        if (is_age(after)) vote(votes, NameType::person, kProof);
        if (view_.uses(after, kUseAssert | kUseAccuse | kUseDeny) && view_.can_be(after, kPastForm | kThirdPerson)) {
            vote(votes, mention.tokens.size() > 1 ? NameType::person : NameType::organisation, kHint);
        }
    }

private:
    static void vote(Votes& votes, NameType type, int weight) { votes[static_cast<std::size_t>(type)] += weight; }

    // ", 45,"
    bool is_age(std::uint32_t at) const {
        return view_.sign(at) == Sign::comma && view_.is_number(at + 1) && view_.slice(at + 1).size() == 2 &&
               view_.sign(at + 2) == Sign::comma;
    }

    bool reads_any(std::uint32_t at, std::initializer_list<std::string_view> words) const {
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return view_.reads(at, word); });
    }

    void add_last_word(const Mention& mention, Votes& votes) const {
        std::uint32_t last = mention.tokens.end - 1;
        for (std::uint32_t at = mention.tokens.begin + 1; at < mention.tokens.end; ++at) {
            if (view_.reads(at, "of") || view_.reads(at, "for")) {  // "Ministry of Health"
                last = at - 1;
                break;
            }
        }
        if (mention.tokens.size() == 1 || !view_.uses(last, kUseOrganisation)) return;
        const bool place = reads_any(last, {"street", "road", "avenue", "square", "airport", "station", "river", "lake",
                                            "mount", "bay", "island", "islands", "ocean", "sea"});
        const bool other =
            reads_any(last, {"act", "treaty", "convention", "accord", "war", "day", "cup", "prize", "award", "games"});
        vote(votes, place ? NameType::place : other ? NameType::other : NameType::organisation, kProof);
    }

    void add_dictionary(const Mention& mention, Votes& votes) const {
        if (lexicon_.word_classes(mention.key) == 0) return;
        const std::uint32_t at = mention.tokens.begin;
        const bool one = mention.tokens.size() == 1;
        if (one && view_.can_be(at, kKnown) && !view_.can_be(at, kProper) && !view_.has(at, kAllCapitals)) return;
        const auto is_a = [&](std::string_view general) {
            return lexicon_.hypernym(mention.key, hash_word(general), kSteps);
        };
        if (is_a("location")) vote(votes, NameType::place, kProof);
        if (is_a("organization")) vote(votes, NameType::organisation, kEvidence);
        if (is_a("person")) vote(votes, one ? NameType::other : NameType::person, one ? kHint : kProof);
        if (one && view_.can_be(at, kBaseAdjective)) vote(votes, NameType::other, kProof);
    }

    // No word of it is an ordinary one: "Ada Marin", but not "Green Deal".
    bool is_of_name_words(const Mention& mention) const {
        for (std::uint32_t at = mention.tokens.begin; at < mention.tokens.end; ++at) {
            if (view_.is_initial(at) || view_.uses(at, kUseNameInner)) continue;
            const bool ordinary = view_.can_be(at, kKnown) && !view_.can_be(at, kProper);
            if (!view_.is_word(at) || ordinary || view_.has(at, kAllCapitals)) return false;
        }
        return true;
    }

    const TokenView& view_;
    const Lexicon& lexicon_;
};

NameType winner(const Votes& votes) {
    const auto best = std::max_element(votes.begin() + 1, votes.end());
    return *best > 0 ? static_cast<NameType>(best - votes.begin()) : NameType::unknown;
}

}  // namespace

void find_name_types(const TokenView& view, const Lexicon& lexicon, std::vector<Mention>& mentions) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> by_key;
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
        if (mentions[i].type == NameType::unknown) by_key.emplace_back(mentions[i].key, i);
    }
    std::sort(by_key.begin(), by_key.end());
    const TypeEvidence evidence(view, lexicon);
    for (std::size_t begin = 0; begin < by_key.size();) {
        std::size_t end = begin;
        Votes votes{};
        evidence.add_form(mentions[by_key[begin].second], votes);
        for (; end < by_key.size() && by_key[end].first == by_key[begin].first; ++end) {
            evidence.add_context(mentions[by_key[end].second], votes);
        }
        const NameType type = winner(votes);
        for (; begin < end; ++begin) mentions[by_key[begin].second].type = type;
    }
}

}  // namespace axray::language
