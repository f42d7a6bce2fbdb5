#include "story/timeline/corrections.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "read/characters/ascii.hpp"

namespace axray::story {
namespace {

constexpr std::size_t kMostPairs = 64;  // mentions that one fact's are held against

// The whole sentence, since a claim may lack the words that tell.
std::string sentence_of(const StoryTexts& texts, const FactMention& mention) {
    const ReportText& text = texts.report(mention.report);
    if (mention.claim.sentence >= text.words.sentences.size()) return {};
    return read::lower_ascii(text.document->slice(text.words.sentences[mention.claim.sentence].span));
}

bool says_corrected(std::string_view sentence) {
    static constexpr auto kPhrases = std::to_array<std::string_view>({"earlier version of this",
                                                                      "previous version of this",
                                                                      "has been corrected",
                                                                      "was corrected",
                                                                      "correction:",
                                                                      "corrects",
                                                                      "corrected to",
                                                                      "regret the error",
                                                                      "regrets the error",
                                                                      "clarification:",
                                                                      "incorrectly stated",
                                                                      "incorrectly reported",
                                                                      "incorrectly said",
                                                                      "wrongly stated",
                                                                      "wrongly reported",
                                                                      "wrongly said",
                                                                      "misstated",
                                                                      "erroneously",
                                                                      "has been retracted",
                                                                      "retracted its"});
    return std::any_of(kPhrases.begin(), kPhrases.end(),
                       [sentence](std::string_view phrase) { return sentence.find(phrase) != std::string_view::npos; });
}

bool says_updated(std::string_view sentence) {
    static constexpr auto kPhrases = std::to_array<std::string_view>(
        {" rose to ",          " risen to ",      " rises to ",       " climbed to ",        " climbs to ",
         " increased to ",     " grown to ",      " grew to ",        " up from ",           " down from ",
         " revised ",          " now stands at ", " now at ",         " raised to ",         " lowered to ",
         " reduced to ",       " fell to ",       " fallen to ",      " updated ",           " is now ",
         " are now ",          "earlier reports", "initial reports",  "previously reported", "earlier reported",
         "initially reported", "earlier figure",  "earlier estimate", "earlier toll",        "had earlier said",
         "previously put"});
    return std::any_of(kPhrases.begin(), kPhrases.end(),
                       [sentence](std::string_view phrase) { return sentence.find(phrase) != std::string_view::npos; });
}

// "up from 12": the value that the report says held before.
bool stood_before(const QuantityAnnotation& quantity) { return quantity.change.find("from") != std::string::npos; }

bool same_value(const QuantityAnnotation& one, const QuantityAnnotation& other) {
    return one.low == other.low && one.high == other.high;
}

bool same_kind(const QuantityAnnotation& one, const QuantityAnnotation& other) {
    const bool counted = one.kind != QuantityKind::ordinal && one.kind != QuantityKind::vague;
    return counted && one.kind == other.kind && !one.unit.empty() && one.unit == other.unit;
}

bool later(const StoryTexts& texts, const FactMention& one, const FactMention& other) {
    const base::Day mine = texts.report(one.report).published;
    const base::Day theirs = texts.report(other.report).published;
    return mine.year != 0 && theirs.year != 0 && mine > theirs;
}

bool same_outlet(const StoryTexts& texts, const FactMention& one, const FactMention& other) {
    const auto& mine = texts.report(one.report).document->metadata.publisher.value;
    return !mine.empty() &&
           read::lower_ascii(mine) == read::lower_ascii(texts.report(other.report).document->metadata.publisher.value);
}

class CorrectionFinder {
public:
    CorrectionFinder(const StoryTexts& texts, const std::vector<Fact>& facts) : texts_(texts), facts_(facts) {
        for (const auto& report : texts.reports())
            takes_back_.push_back(says_corrected(read::lower_ascii(report.document->text)));
    }

    std::vector<Correction> find(const std::vector<Conflict>& conflicts) && {
        for (std::uint32_t fact = 0; fact < facts_.size(); ++fact) {
            for (std::uint32_t mention = 0; mention < facts_[fact].mentions.size(); ++mention) look_at(fact, mention);
        }
        for (const Conflict& conflict : conflicts) add_of_conflict(conflict);
        return std::move(found_);
    }

private:
    [[nodiscard]] const FactMention& mention_of(const ConflictSide& side) const {
        return facts_[side.fact].mentions[side.mention];
    }

    void look_at(std::uint32_t fact, std::uint32_t number) {
        const FactMention& mention = facts_[fact].mentions[number];
        if (mention.report >= texts_.size() || mention.numbers.empty()) return;
        const std::string sentence = sentence_of(texts_, mention);
        const bool corrected = says_corrected(sentence);
        if (!corrected && !says_updated(sentence)) return;
        std::size_t looked = 0;
        look_among(fact, {fact, number, {}}, looked);
        for (const RelatedFact& related : facts_[fact].related) {
            if (related.fact < facts_.size()) look_among(related.fact, {fact, number, {}}, looked);
        }
    }

    void look_among(std::uint32_t fact, ConflictSide mine, std::size_t& looked) {
        const auto& mentions = facts_[fact].mentions;
        for (std::uint32_t other = 0; other < mentions.size() && looked < kMostPairs; ++other, ++looked) {
            if (mentions[other].report >= texts_.size() || !later(texts_, mention_of(mine), mentions[other])) continue;
            compare({fact, other, {}}, mine);
        }
    }

    // The later one has another number of the same things, or says which number held before.
    void compare(ConflictSide earlier, ConflictSide mine) {
        const auto& before = mention_of(earlier).numbers;
        const auto& now = mention_of(mine).numbers;
        for (const QuantityAnnotation& one : now) {
            if (stood_before(one)) continue;
            for (const QuantityAnnotation& other : before) {
                if (!same_kind(one, other) || same_value(one, other)) continue;
                const auto said = [&](const QuantityAnnotation& number) { return same_value(number, one); };
                if (std::any_of(before.begin(), before.end(), said)) continue;
                earlier.words = other.span;
                mine.words = one.span;
                add(earlier, mine);
                return;
            }
        }
    }

    // A conflict between two reports of one outlet, or with a later report that says that it corrects: it mends the
    // earlier one.
    void add_of_conflict(const Conflict& conflict) {
        const bool value = conflict.kind == ConflictKind::number || conflict.kind == ConflictKind::date ||
                           conflict.kind == ConflictKind::place || conflict.kind == ConflictKind::actor;
        if (!value || !has_side(conflict.one) || !has_side(conflict.other)) return;
        const FactMention& one = mention_of(conflict.one);
        const FactMention& other = mention_of(conflict.other);
        const bool of_outlet = same_outlet(texts_, one, other);
        if (later(texts_, one, other) && (of_outlet || takes_back_[one.report])) add(conflict.other, conflict.one);
        if (later(texts_, other, one) && (of_outlet || takes_back_[other.report])) add(conflict.one, conflict.other);
    }

    [[nodiscard]] bool has_side(const ConflictSide& side) const {
        return side.fact < facts_.size() && side.mention < facts_[side.fact].mentions.size() &&
               mention_of(side).report < texts_.size();
    }

    void add(const ConflictSide& earlier, const ConflictSide& later) {
        const auto key = std::tuple(earlier.fact, earlier.mention, later.fact, later.mention);
        if (!known_.insert(key).second) return;
        const Document& first = *texts_.report(mention_of(earlier).report).document;
        const Document& second = *texts_.report(mention_of(later).report).document;
        found_.push_back({earlier, later,
                          first.id + " said \"" + std::string(first.slice(earlier.words)) + "\"; the later " +
                              second.id + " says \"" + std::string(second.slice(later.words)) + "\"."});
    }

    const StoryTexts& texts_;
    const std::vector<Fact>& facts_;
    std::vector<bool> takes_back_;  // one a report: whether its words say that it corrects something
    std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>> known_;
    std::vector<Correction> found_;
};

}  // namespace

std::vector<Correction> find_corrections(const StoryTexts& texts, const std::vector<Fact>& facts,
                                         const std::vector<Conflict>& conflicts) {
    return CorrectionFinder(texts, facts).find(conflicts);
}

}  // namespace axray::story
