// How far two claims say the same (two StatedClaims -> Agreement).
//
// Each word takes the word of the other claim that it is most nearly the same as: the same entity, stem, value, country
// or a word of like meaning. "Each entails the other in the main" is told from the share of each claim's weight that is
// borne out by the other. Method: greedy alignment as in trace/align.hpp, both ways; relations of WordNet 3.0.
#pragma once

#include <array>
#include <cstdint>

#include "story/analyst.hpp"
#include "story/facts/stated_claims.hpp"
#include "story/story_texts.hpp"

namespace axray::story {

enum class AgreementFeature : std::uint8_t {
    least_coverage,  // share of a claim's weight that the other bears out: of the worse borne out
    most_coverage,   // and of the better
    least_soft,      // the same two with words of like meaning counted as far as their vectors tell
    most_soft,
    predicate,         // how far the predicates are borne out, the worse
    predicate_most,    // and the better
    names,             // share of the names' weight that is borne out, the worse; 0.5 without names
    shared_weight,     // weight of the words that are the same: 1 - exp(-weight / 2)
    values_differ,     // numbers or dates that cannot both be right: 1
    polarity_differs,  // one is denied or negated: 1
    same_speaker,      // 1; other speakers 0; 0.5 where one is not named
    least_content,     // as least_coverage and most_coverage, without names
    most_content,
    shared_content,  // as shared_weight, without names
    runs,            // share of the shorter's words that stand in runs of three or more in the other, word for word
    subject,         // how far who does it is borne out, the worse; 0.5 where it is not told
    names_differ,    // weight of the names that the other lacks, the less: 1 - exp(-weight)
    least_core,      // as least_soft and most_soft, of the predicate and the heads of what hangs on it
    most_core,
    count,
};
inline constexpr std::size_t kAgreementFeatures = static_cast<std::size_t>(AgreementFeature::count);
using AgreementFeatures = std::array<float, kAgreementFeatures>;

struct Agreement {
    float of_first = 0;   // 0..1: share of the first's weight that the second bears out
    float of_second = 0;  // the same the other way round
    AgreementFeatures features{};
    bool by_kind = false;       // what kind of statement they are tells it: ClaimSigns
    bool values_agree = false;  // they share a number or a date
    bool clash = false;         // they say of one act that another did it, another time, another number: look-alikes
    float score = 0;            // 0..1: that both say the same

    [[nodiscard]] float feature(AgreementFeature which) const { return features[static_cast<std::size_t>(which)]; }
};

class ClaimComparer {
public:
    // All are borrowed.
    ClaimComparer(const StoryTexts& texts, const WordMeanings& meanings, const Analyst& analyst)
        : texts_(texts), meanings_(meanings), analyst_(analyst) {}

    // Symmetric but for the order of its parts. O(words of one * words of the other).
    [[nodiscard]] Agreement compare(const StatedClaim& first, const StatedClaim& second) const;

private:
    enum class Depth : std::uint8_t { surface, meaning };  // meaning: relations of the lexicon and vectors too

    // What bears a word out best.
    struct WordMatch {
        float strength = 0;
        float likeness = 0;  // at least the strength
    };

    // How far one claim is borne out by the other.
    struct Support {
        float coverage = 0;
        float soft = 0;
        float predicate = 0;
        float names = 0;
        float content = 0;
        float subject = 0;
        float core = 0;
        float missing_names = 0;  // weight
        float shared = 0;         // weight
        float shared_content = 0;
    };
    [[nodiscard]] float strength(const StatedClaim& mine, const StatedWord& word, const StatedClaim& theirs,
                                 const StatedWord& other) const;
    [[nodiscard]] float related(const StatedClaim& mine, const StatedWord& word, const StatedClaim& theirs,
                                const StatedWord& other) const;
    [[nodiscard]] WordMatch match(const StatedClaim& mine, const StatedWord& word, const StatedClaim& theirs,
                                  Depth depth) const;
    [[nodiscard]] Support support(const StatedClaim& mine, const StatedClaim& theirs, Depth depth) const;
    [[nodiscard]] float runs(const StatedClaim& first, const StatedClaim& second) const;
    [[nodiscard]] bool values_differ(const StatedClaim& mine, const StatedClaim& theirs) const;
    [[nodiscard]] bool values_agree(const StatedClaim& mine, const StatedClaim& theirs) const;
    [[nodiscard]] bool clash(const StatedClaim& mine, const StatedClaim& theirs) const;
    [[nodiscard]] bool cannot_be_one(const StatedClaim& mine, const StatedWord& word, const StatedClaim& theirs,
                                     const StatedWord& other) const;
    [[nodiscard]] bool same_act(const StatedClaim& mine, const StatedClaim& theirs) const;
    [[nodiscard]] bool opposite_acts(const StatedClaim& mine, const StatedClaim& theirs) const;
    [[nodiscard]] float same_speaker(const StatedClaim& first, const StatedClaim& second) const;

    const StoryTexts& texts_;
    const WordMeanings& meanings_;
    const Analyst& analyst_;
};

}  // namespace axray::story
