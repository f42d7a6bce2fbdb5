#include "story/conflicts/denials.hpp"

#include <algorithm>
#include <map>

#include "language/speech/denials.hpp"
#include "language/syntax/sentence_models.hpp"
#include "language/words/lexicon.hpp"
#include "story/conflicts/denial_words.hpp"
#include "story/conflicts/explanations.hpp"
#include "story/conflicts/parties_spoken_of.hpp"
#include "story/conflicts/speakers.hpp"
#include "trace/candidates.hpp"

namespace axray::story {
namespace {

using language::Attribution;
using language::kNone;
using language::Stance;
using language::TokenSpan;

constexpr float kLeastOfDenied = 0.6F;     // share of the denied words that the assertion must have
constexpr float kLeastOfAsserted = 0.4F;   // share of the assertion that must be among the denied words
constexpr float kLeastOfBoth = 0.4F;       // their product
constexpr std::size_t kGeneralWords = 2;   // words of its own that a denial of "the allegations" may have
constexpr std::size_t kSpecificWords = 3;  // that a denial needs to be set against an assertion
constexpr std::size_t kNearSentences = 12;
constexpr std::size_t kMostBeside = 20;  // further mentions on each side of one conflict
constexpr double kGeneralProbability = 0.75;

struct Denial {
    std::uint32_t statement = 0;
    const Attribution* said = nullptr;
    TokenSpan speaker;
    std::vector<TokenSpan> content;
    std::vector<PartyKey> parties;   // who denies, best first
    std::vector<std::uint32_t> own;  // tokens of the content that say what it is about
    std::uint32_t words = 0;         // content words of the denial
};

struct Accusation {
    std::uint32_t statement = 0;
    std::vector<PartyKey> accused;
};

class DenialFinder {
public:
    DenialFinder(const StoryTexts& texts, const std::vector<Fact>& facts, std::span<const Statement> statements,
                 const StoryEntities& entities, const Analyst& analyst)
        : texts_(texts), facts_(facts), statements_(statements), analyst_(analyst), entities_(entities) {}

    std::vector<Conflict> find() && {
        collect();
        for (const Denial& denial : denials_) {
            if (denial.own.size() >= kSpecificWords && add_specific(denial)) continue;
            add_general(denial);
        }
        finish();
        return std::move(conflicts_);
    }

private:
    [[nodiscard]] const Statement& statement(std::uint32_t number) const { return statements_[number]; }
    [[nodiscard]] const language::Tokens& words(const Statement& one) const { return one.text->words.tokens; }

    void collect() {
        std::map<std::pair<std::uint32_t, const Attribution*>, bool> known;
        for (std::uint32_t number = 0; number < statements_.size(); ++number) {
            const Statement& one = statements_[number];
            sentences_[one.sentence_number].push_back(number);
            bool denies = false;
            for_attributions(one, [&](const Attribution& said) {
                if (!language::is_denial(words(one), said, content_of(one, said))) return;
                denies = true;
                if (known.emplace(std::pair{one.report, &said}, true).second) add_denial(number, said);
            });
            denying_.push_back(denies);
            if (!denies) add_accusation(number);
        }
    }

    // Those of the sentence whose cue the statement has.
    template <class Visit>
    void for_attributions(const Statement& one, const Visit& visit) const {
        for (const Attribution& said : one.said) {
            if (said.cue.size() > 0 && one.states(said.cue.begin)) visit(said);
        }
    }

    [[nodiscard]] static bool in_date(const Statement& one, TokenSpan tokens) {
        const auto& dates = one.text->closely.dates;
        const auto next = std::partition_point(
            dates.begin(), dates.end(), [tokens](const language::Date& date) { return date.tokens.end < tokens.end; });
        return tokens.size() > 0 && next != dates.end() && next->tokens.contains(tokens.end - 1);
    }

    // The subject of the cue's verb; empty when the tree has none.
    [[nodiscard]] static TokenSpan subject_of(const Statement& one, const Attribution& said) {
        const auto& tokens = one.text->closely.tokens;
        if (!tokens.parsed()) return {};
        for (std::uint32_t token = one.sentence.begin; token < one.sentence.end; ++token) {
            const bool of_cue = tokens.head[token] != kNone && said.cue.contains(tokens.head[token]);
            if (!of_cue || language::relation_name(tokens.relation[token]).substr(0, 5) != "nsubj") continue;
            const auto mention = tokens.mention[token];
            return mention == kNone ? TokenSpan{token, token + 1} : one.text->closely.mentions[mention].tokens;
        }
        return {};
    }

    // The noun that the denying verb goes with as the tree of the sentence has it ("with Port Ellery denying it"),
    // where that stands outside of the speaker's words; else these.
    [[nodiscard]] static TokenSpan who_denies(const Statement& one, const Attribution& said) {
        const auto& tokens = one.text->closely.tokens;
        if (in_date(one, said.speaker)) return subject_of(one, said);  // "Torvane over the weekend denied"
        if (!tokens.parsed() || one.text->words.tokens.size() != tokens.size()) return said.speaker;
        for (std::uint32_t verb = said.cue.begin; verb < said.cue.end; ++verb) {
            if (tokens.tag[verb] != language::WordTag::verb) continue;
            const std::uint32_t noun = verb - 1;
            if (verb == one.sentence.begin || said.speaker.contains(noun)) return said.speaker;
            const bool subject =
                tokens.head[noun] == verb && language::relation_name(tokens.relation[noun]).substr(0, 5) == "nsubj";
            const bool close =
                subject || (tokens.head[verb] == noun && tokens.tag[noun] == language::WordTag::proper_noun);
            return close ? TokenSpan{noun, verb} : said.speaker;
        }
        return said.speaker;
    }

    [[nodiscard]] std::vector<TokenSpan> content_of(const Statement& one, const Attribution& said) const {
        std::vector<TokenSpan> content;
        const auto add = [&](TokenSpan piece) {
            for (const TokenSpan range : one.stated) {
                const TokenSpan stated{std::max(piece.begin, range.begin), std::min(piece.end, range.end)};
                if (stated.begin < stated.end) content.push_back(stated);
            }
        };
        add(said.content);
        for (std::uint32_t piece = said.further_begin; piece < said.further_end; ++piece) {
            add(one.text->closely.further_content[piece]);
        }
        std::sort(content.begin(), content.end(), [](auto left, auto right) { return left.begin < right.begin; });
        return content;
    }

    void add_denial(std::uint32_t number, const Attribution& said) {
        const Statement& one = statement(number);
        Denial denial{number, &said, {}, content_of(one, said), {}, {}, 0};
        denial.speaker = who_denies(one, said);
        denial.parties = parties_of_speaker(texts_, entities_, one.report, denial.speaker);
        const auto& tokens = words(one);
        for (const TokenSpan piece : denial.content) {
            for (std::uint32_t token = piece.begin; token < piece.end; ++token) {
                if (tokens.has(token, language::kNegationCue)) return;  // denies that something is not so
                if (!tokens.is_content(token)) continue;
                ++denial.words;
                if (speaks_of_accusation(tokens.lemma[token]) || speaks_of_falsity(tokens.lemma[token])) continue;
                if (share_party(parties_within(texts_, entities_, one.report, {token, token + 1}), denial.parties))
                    continue;
                denial.own.push_back(token);
            }
        }
        if (denial.words > 0) denials_.push_back(std::move(denial));
    }

    // Somebody is accused in it by another.
    void add_accusation(std::uint32_t number) {
        const Statement& one = statement(number);
        const FactMention& mention = facts_[one.fact].mentions[one.mention];
        Accusation accusation{number, {}};
        for_attributions(one, [&](const Attribution& said) {
            if (said.stance != Stance::accuses || said.content.size() == 0 || !is_charge(one, said)) return;
            const auto by = parties_of_speaker(texts_, entities_, one.report, said.speaker);
            TokenSpan accused{std::min(said.cue.end, said.content.begin), said.content.end};
            for (const PartyKey key : parties_within(texts_, entities_, one.report, accused)) {
                if (!share_party(by, {key})) accusation.accused.push_back(key);
            }
        });
        if (mention.certainty == Certainty::alleged && accusation.accused.empty() && is_charged(one, mention)) {
            for (const TokenSpan range : one.stated) {
                const auto keys = parties_within(texts_, entities_, one.report, range);
                accusation.accused.insert(accusation.accused.end(), keys.begin(), keys.end());
            }
        }
        if (!accusation.accused.empty()) accusations_.push_back(std::move(accusation));
    }

    // "allegedly", "purportedly", and not "apparently".
    [[nodiscard]] bool is_charged(const Statement& one, const FactMention& mention) const {
        const auto& tokens = words(one);
        for (std::uint32_t token = one.sentence.begin; token < one.sentence.end; ++token) {
            if (mention.certainty_cue.contains(tokens.span[token]) && lays_to_charge(tokens.lemma[token])) return true;
        }
        return false;
    }

    [[nodiscard]] bool is_charge(const Statement& one, const Attribution& said) const {
        const auto& lemma = words(one).lemma;
        return std::any_of(lemma.begin() + said.cue.begin, lemma.begin() + said.cue.end, lays_to_charge);
    }

    // The assertion that has most of the denied words, and little else.
    bool add_specific(const Denial& denial) {
        const Statement& one = statement(denial.statement);
        Statement denied = one;
        denied.stated = denial.content;
        denied.words = trace::collect_claim_words(one.text->words, denial.content, analyst_.judge.word_weights());
        if (denied.words.words.empty()) return false;
        std::uint32_t best = kNone;
        float best_score = 0;
        for (const auto& near : trace::find_candidates(denied.words, texts_.index(), kNearSentences)) {
            if (near.sentence == one.sentence_number) continue;
            for (const std::uint32_t number : in_sentence(near.sentence)) {
                const float score = match(denied, denial, number);
                if (score <= best_score) continue;
                best = number;
                best_score = score;
            }
        }
        if (best == kNone) return false;
        add_conflict(denial, {best}, 0.5 + 0.4 * static_cast<double>(best_score));
        return true;
    }

    [[nodiscard]] const std::vector<std::uint32_t>& in_sentence(std::uint32_t sentence) const {
        static const std::vector<std::uint32_t> kNobody;
        const auto found = sentences_.find(sentence);
        return found == sentences_.end() ? kNobody : found->second;
    }

    // 0 where the statement does not assert what is denied.
    [[nodiscard]] float match(const Statement& denied, const Denial& denial, std::uint32_t number) const {
        const Statement& other = statement(number);
        if (denying_[number] || is_negated_or_denied(other)) return 0;
        if (share_party(spoken_by(other), denial.parties)) return 0;
        const Comparison of_denied(denied, other, texts_.index(), analyst_.judging.relations);
        const Comparison of_asserted(other, denied, texts_.index(), analyst_.judging.relations);
        const float mine = of_denied.agreement_without({});
        const float theirs = of_asserted.agreement_without({});
        const bool enough = mine >= kLeastOfDenied && theirs >= kLeastOfAsserted && mine * theirs >= kLeastOfBoth;
        return enough ? mine * theirs : 0;
    }

    [[nodiscard]] bool is_negated_or_denied(const Statement& one) const {
        const auto& tokens = words(one);
        return std::any_of(one.stated.begin(), one.stated.end(), [&](TokenSpan range) {
            for (std::uint32_t token = range.begin; token < range.end; ++token) {
                if (tokens.has(token, language::kNegationCue) || speaks_of_denial(tokens.lemma[token])) return true;
            }
            return false;
        });
    }

    [[nodiscard]] std::vector<PartyKey> spoken_by(const Statement& one) const {
        std::vector<PartyKey> keys;
        for_attributions(one, [&](const Attribution& said) {
            if (said.kind != language::CueKind::speech) return;
            const auto by = parties_of_speaker(texts_, entities_, one.report, said.speaker);
            keys.insert(keys.end(), by.begin(), by.end());
        });
        return keys;
    }

    void add_general(const Denial& denial) {
        if (denial.parties.empty()) return;
        const bool general = denial.own.size() <= kGeneralWords && speaks_of_accusations(denial);
        const bool of_claims = language::names_claim(words(statement(denial.statement)), denial.content);
        std::vector<std::uint32_t> accusing;
        for (const Accusation& accusation : accusations_) {
            if (!share_party(accusation.accused, denial.parties)) continue;
            const float shared = share_of_own(denial, accusation.statement);
            const bool nothing_told = denial.own.empty() && (general || of_claims);
            const bool enough =
                nothing_told ||
                (general || of_claims ? shared > 0 : denial.own.size() >= 2 && shared >= kLeastOfDenied);
            if (enough) accusing.push_back(accusation.statement);
        }
        order_by_matter(denial, accusing);
        if (!accusing.empty()) add_conflict(denial, accusing, kGeneralProbability);
    }

    // Those first of which the denials by this party speak most, and which are most central; a few of them.
    void order_by_matter(const Denial& denial, std::vector<std::uint32_t>& accusing) const {
        constexpr std::size_t kMostDenials = 16;
        constexpr std::size_t kMostAccusing = 64;
        if (accusing.size() > kMostAccusing) accusing.resize(kMostAccusing);
        std::map<std::uint32_t, double> weight;
        for (const std::uint32_t number : accusing) weight[number] = facts_[statement(number).fact].centrality;
        std::size_t looked = 0;
        for (const Denial& other : denials_) {
            if (other.own.empty() || !share_party(other.parties, denial.parties)) continue;
            if (++looked > kMostDenials) break;
            for (const std::uint32_t number : accusing) {
                weight[number] += static_cast<double>(share_of_own(other, number));
            }
        }
        std::stable_sort(accusing.begin(), accusing.end(),
                         [&weight](std::uint32_t left, std::uint32_t right) { return weight[left] > weight[right]; });
        if (accusing.size() > kMostBeside) accusing.resize(kMostBeside);
    }

    // "the allegations", "any involvement".
    [[nodiscard]] bool speaks_of_accusations(const Denial& denial) const {
        const auto& tokens = words(statement(denial.statement));
        for (const TokenSpan piece : denial.content) {
            for (std::uint32_t token = piece.begin; token < piece.end; ++token) {
                if (speaks_of_accusation(tokens.lemma[token])) return true;
            }
        }
        return false;
    }

    // 0..1: how many of the words that say what the denial is about the accusation has.
    [[nodiscard]] float share_of_own(const Denial& denial, std::uint32_t number) const {
        if (denial.own.empty()) return 0;
        const Statement& one = statement(denial.statement);
        Statement denied = one;
        denied.stated = denial.content;
        denied.words = trace::collect_claim_words(one.text->words, denial.content, analyst_.judge.word_weights());
        const Comparison comparison(denied, statement(number), texts_.index(), analyst_.judging.relations);
        const auto tied = std::count_if(denial.own.begin(), denial.own.end(), [&](std::uint32_t token) {
            return comparison.ties({token, token + 1});
        });
        return static_cast<float>(tied) / static_cast<float>(denial.own.size());
    }

    // One conflict for a denier and a matter.
    void add_conflict(const Denial& denial, const std::vector<std::uint32_t>& asserting, double probability) {
        const Statement& one = statement(denial.statement);
        const ConflictSide denies = one.side(words_of(denial));
        for (std::size_t known = 0; known < conflicts_.size(); ++known) {
            const bool same_matter = std::any_of(asserting.begin(), asserting.end(), [&](std::uint32_t number) {
                return has_fact(conflicts_[known], statement(number).fact);
            });
            if (!same_matter || !share_party(denial.parties, parties_[known])) continue;
            Conflict& conflict = conflicts_[known];
            for (const std::uint32_t number : asserting) add_side(side_of(number), conflict.one, conflict.with_one);
            if (weight_of(denial) > weights_[known]) {
                conflict.with_other.insert(conflict.with_other.begin(), conflict.other);
                conflict.other = denies;
                weights_[known] = weight_of(denial);
                speakers_[known] = speaker_of(denial);
            } else {
                add_side(denies, conflict.other, conflict.with_other);
            }
            return;
        }
        Conflict conflict{ConflictKind::denial, best_side_of(asserting.front(), denial), denies, {}, {}, {},
                          probability};
        add_side(side_of(asserting.front()), conflict.one, conflict.with_one);
        for (const std::uint32_t number : asserting) add_side(side_of(number), conflict.one, conflict.with_one);
        conflicts_.push_back(std::move(conflict));
        parties_.push_back(denial.parties);
        weights_.push_back(weight_of(denial));
        speakers_.push_back(speaker_of(denial));
    }

    [[nodiscard]] static bool has_fact(const Conflict& conflict, std::uint32_t fact) {
        return conflict.one.fact == fact || std::any_of(conflict.with_one.begin(), conflict.with_one.end(),
                                                        [fact](const ConflictSide& side) { return side.fact == fact; });
    }

    static void add_side(const ConflictSide& side, const ConflictSide& first, std::vector<ConflictSide>& others) {
        const auto same = [&side](const ConflictSide& one) {
            return one.fact == side.fact && one.mention == side.mention;
        };
        if (same(first) || std::any_of(others.begin(), others.end(), same) || others.size() >= kMostBeside) return;
        others.push_back(side);
    }

    // How central a denial is: many reports have it, and it says much.
    [[nodiscard]] double weight_of(const Denial& denial) const {
        constexpr double kOfWord = 1e-4;
        return facts_[statement(denial.statement).fact].centrality +
               kOfWord * std::min<std::uint32_t>(denial.words, 100U);
    }

    [[nodiscard]] ConflictSide side_of(std::uint32_t number) const {
        const Statement& one = statement(number);
        return {one.fact, one.mention, facts_[one.fact].mentions[one.mention].claim.span};
    }

    // Of a fact that many reports have, the wording that says it best, where it says much the same.
    [[nodiscard]] ConflictSide best_side_of(std::uint32_t number, const Denial& denial) const {
        constexpr std::size_t kManyReports = 3;
        constexpr float kMuchTheSame = 0.4F;
        const Statement& one = statement(number);
        const Fact& fact = facts_[one.fact];
        const bool exactly_that = denial.own.size() >= kSpecificWords;  // the denial itself chose the wording
        if (exactly_that || fact.reports.size() < kManyReports) return side_of(number);
        for (std::uint32_t other = 0; other < statements_.size(); ++other) {
            const Statement& main = statement(other);
            if (main.fact != one.fact || main.mention != fact.main_mention || denying_[other]) continue;
            if (main.report == one.report || share_party(spoken_by(main), denial.parties)) continue;
            const Comparison forth(one, main, texts_.index(), analyst_.judging.relations);
            const Comparison back(main, one, texts_.index(), analyst_.judging.relations);
            const float agreement = std::min(forth.agreement_without({}), back.agreement_without({}));
            if (agreement >= kMuchTheSame) return side_of(other);
        }
        return side_of(number);
    }

    [[nodiscard]] TokenSpan words_of(const Denial& denial) const {
        TokenSpan span = denial.said->cue;
        const Statement& one = statement(denial.statement);
        const auto widen = [&](TokenSpan part) {
            if (part.size() == 0 || !one.sentence.contains(part.begin)) return;
            span = {std::min(span.begin, part.begin), std::max(span.end, part.end)};
        };
        widen(denial.speaker);
        for (const TokenSpan piece : denial.content) widen(piece);
        return span;
    }

    [[nodiscard]] std::string speaker_of(const Denial& denial) const {
        const Statement& one = statement(denial.statement);
        return Speaker{{}, one.text, denial.speaker}.shown();
    }

    void finish() {
        for (std::size_t number = 0; number < conflicts_.size(); ++number) {
            conflicts_[number].explanation = explain(texts_, facts_, conflicts_[number], speakers_[number]);
            conflicts_[number].denier = speakers_[number];
        }
        std::stable_sort(conflicts_.begin(), conflicts_.end(), [&](const Conflict& left, const Conflict& right) {
            return facts_[left.one.fact].centrality > facts_[right.one.fact].centrality;
        });
    }

    const StoryTexts& texts_;
    const std::vector<Fact>& facts_;
    std::span<const Statement> statements_;
    const Analyst& analyst_;
    const StoryEntities& entities_;
    std::map<std::uint32_t, std::vector<std::uint32_t>> sentences_;
    std::vector<bool> denying_;  // one a statement
    std::vector<Denial> denials_;
    std::vector<Accusation> accusations_;
    std::vector<Conflict> conflicts_;
    std::vector<std::vector<PartyKey>> parties_;  // who denies, one a conflict
    std::vector<double> weights_;                 // of the denial that leads
    std::vector<std::string> speakers_;
};

}  // namespace

std::vector<Conflict> find_denials(const StoryTexts& texts, const std::vector<Fact>& facts,
                                   std::span<const Statement> statements, const StoryEntities& entities,
                                   const Analyst& analyst) {
    return DenialFinder(texts, facts, statements, entities, analyst).find();
}

}  // namespace axray::story
