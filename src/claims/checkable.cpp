#include "claims/checkable.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claims/checkable_words.hpp"
#include "claims/sentence_view.hpp"
#include "claims/statements.hpp"
#include "language/syntax/sentence_models.hpp"

namespace axray::claims {
namespace {

using language::kNone;
using language::WordTag;

constexpr std::uint32_t kWordsOfUnclear = 3;      // content words of a claim that says too little to be told apart
constexpr std::uint32_t kSentencesOfSpeech = 12;  // around a claim, in which what is said of it may stand

// What a claim that is looked at closely may be.
using Answer = std::optional<NotCheckable>;

// A claim in its sentence, with its place in the tree. Positions are tokens of the whole text.
class ClaimLook {
public:
    ClaimLook(const Document& document, const language::AnnotatedText& annotated, const ClaimPlace& place)
        : annotated_(annotated),
          tokens_(annotated.tokens),
          view_(document, annotated, place.sentence),
          sentence_(place.sentence),
          range_(annotated.sentences[place.sentence].tokens),
          own_(range_.size(), false) {
        for (std::uint32_t token = range_.begin; token < range_.end; ++token) {
            own_[token - range_.begin] = std::any_of(place.parts.begin(), place.parts.end(),
                                                     [&](Span part) { return part.contains(tokens_.span[token]); });
        }
        if (tokens_.parsed()) root_ = find_root();
    }

    [[nodiscard]] const SentenceView& view() const { return view_; }
    [[nodiscard]] language::TokenSpan range() const { return range_; }
    [[nodiscard]] std::uint32_t root() const { return root_; }
    [[nodiscard]] bool owns(std::uint32_t token) const { return range_.contains(token) && own_[token - range_.begin]; }
    [[nodiscard]] std::string_view word(std::uint32_t token) const {
        return range_.contains(token) ? view_.word(token - range_.begin) : std::string_view();
    }
    [[nodiscard]] std::string_view relation(std::uint32_t token) const {
        return language::relation_name(tokens_.relation[token]);
    }
    [[nodiscard]] std::string_view fine_tag(std::uint32_t token) const {
        return language::fine_tag_name(tokens_.fine_tag[token]);
    }
    [[nodiscard]] WordTag tag(std::uint32_t token) const { return tokens_.tag[token]; }
    [[nodiscard]] bool is_root_like(std::uint32_t token) const {
        return tokens_.head[token] == kNone || !owns(tokens_.head[token]);
    }

    // The first word that hangs on `token` for which `accept(word, relation)` holds; kNone when there is none.
    template <class Accept>
    [[nodiscard]] std::uint32_t child(std::uint32_t token, Accept accept) const {
        for (std::uint32_t other = range_.begin; other < range_.end; ++other) {
            if (tokens_.head[other] == token && accept(word(other), relation(other))) return other;
        }
        return kNone;
    }

    // The word that the predicate is said of, also where it shares that of a predicate before it; kNone without one.
    [[nodiscard]] std::uint32_t subject() const {
        std::uint32_t at = root_;
        for (int step = 0; step < 4 && at != kNone; ++step) {
            const auto found = child(at, [](auto, auto relation) {
                return relation.substr(0, 5) == "nsubj" || relation.substr(0, 4) == "expl";
            });
            if (found != kNone) return found;
            if (relation(at) != "conj") return kNone;
            at = tokens_.head[at];
        }
        return kNone;
    }

    // Somebody else says it, or it stands in quotation marks: then it can be checked who said so.
    [[nodiscard]] bool spoken() const {
        if (root_ != kNone && tokens_.has(root_, language::kInQuotation)) return true;
        return any_attribution([this](const auto& one) { return covers(one, root_); });
    }

    // The claim says itself who says so.
    [[nodiscard]] bool attributes() const {
        return any_attribution([this](const auto& one) { return owns(one.cue.begin); });
    }

    [[nodiscard]] NotCheckable because(Uncheckable reason, std::uint32_t cue) const {
        return {reason, cue == kNone ? Span{} : tokens_.span[cue]};
    }

private:
    template <class Accept>
    [[nodiscard]] bool any_attribution(Accept accept) const {
        const auto& all = annotated_.attributions;
        const auto least = sentence_ > kSentencesOfSpeech ? sentence_ - kSentencesOfSpeech : 0;
        auto one = std::lower_bound(all.begin(), all.end(), least,
                                    [](const auto& attribution, auto number) { return attribution.sentence < number; });
        for (; one != all.end() && one->sentence <= sentence_ + kSentencesOfSpeech; ++one) {
            if (!is_own_speech(*one) && accept(*one)) return true;
        }
        return false;
    }

    // The predicate of the claim: what no other word of the claim stands above, told by its relation.
    [[nodiscard]] std::uint32_t find_root() const {
        static constexpr std::string_view kPredicates[] = {"root",  "conj", "parataxis", "ccomp",
                                                           "advcl", "acl",  "acl:relcl", "xcomp"};
        for (std::uint32_t token = range_.begin; token < range_.end; ++token) {
            if (owns(token) && is_root_like(token) && is_one_of(relation(token), kPredicates)) return token;
        }
        return kNone;
    }

    // What "I", "we" and nobody say, and what people do or feel, is not attributed to anybody else.
    [[nodiscard]] bool is_own_speech(const language::Attribution& attribution) const {
        static constexpr std::string_view kNobodyElse[] = {"i",  "we",   "you",  "it",  "my",
                                                           "us", "this", "that", "our", "let"};
        if (attribution.kind == language::CueKind::attitude) return true;
        for (auto token = attribution.speaker.begin; token < attribution.speaker.end; ++token) {
            if (is_one_of(word(token), kNobodyElse)) return true;
        }
        return false;
    }

    [[nodiscard]] bool covers(const language::Attribution& attribution, std::uint32_t token) const {
        if (token == kNone) return false;
        if (attribution.content.contains(token)) return true;
        for (auto piece = attribution.further_begin; piece < attribution.further_end; ++piece) {
            if (annotated_.further_content[piece].contains(token)) return true;
        }
        return false;
    }

    const language::AnnotatedText& annotated_;
    const language::Tokens& tokens_;
    SentenceView view_;
    std::uint32_t sentence_;
    language::TokenSpan range_;
    std::vector<bool> own_;
    std::uint32_t root_ = kNone;
};

// Also of "is bound to" and "am convinced", which may be read as passives.
bool is_copula(std::string_view, std::string_view relation) { return relation == "cop" || relation == "aux:pass"; }
bool is_modal(std::string_view, std::string_view relation) { return relation.substr(0, 3) == "aux"; }

bool is_will(std::string_view word) { return word == "will" || word == "wo" || word == "'ll" || word == "shall"; }

std::uint32_t modal_among(const ClaimLook& look, bool (*accept)(std::string_view)) {
    return look.child(look.root(), [&](auto word, auto relation) { return is_modal(word, relation) && accept(word); });
}

// "Let us ...", "Do not ...", "Stop ...": a base form that begins the sentence and has no subject.
Answer imperative(const ClaimLook& look) {
    const auto root = look.root();
    if (look.fine_tag(root) != "VB" || look.subject() != kNone) return {};
    for (std::uint32_t token = look.range().begin; token < root; ++token) {
        const bool opening =
            look.view().is_protected(token - look.range().begin) || look.tag(token) == WordTag::punctuation;
        if (!opening && !is_one_of(look.word(token), kBeforeImperative)) return {};
    }
    return look.because(Uncheckable::exhortation, root);
}

// "should", "we must", "you need to".
Answer demand(const ClaimLook& look) {
    const auto subject = look.word(look.subject());
    const auto demanding = modal_among(look, [](auto word) { return is_one_of(word, kDemandingModals); });
    const bool inverted = demanding == look.range().begin;  // "Should it fail, ..."
    if (demanding != kNone && !inverted && look.subject() != kNone) {
        return look.because(Uncheckable::exhortation, demanding);
    }
    if (look.word(look.root()) == "ought") return look.because(Uncheckable::exhortation, look.root());
    const bool of_us = is_one_of(subject, kDemandedOfUs);
    const auto must = modal_among(look, [](auto word) { return word == "must"; });
    if (must != kNone && of_us) return look.because(Uncheckable::exhortation, must);
    const bool needs = look.word(look.root()) == "need" || look.word(look.root()) == "have";
    const auto to_do = look.child(look.root(), [](auto, auto relation) { return relation == "xcomp"; });
    if (needs && to_do != kNone && look.fine_tag(to_do) == "VB" && of_us) {
        return look.because(Uncheckable::exhortation, look.root());
    }
    return {};
}

// "I think", "We are proud", "in my view", "deserve".
Answer own_thought(const ClaimLook& look) {
    const auto root = look.root();
    const bool first_person = is_one_of(look.word(look.subject()), kFirstPersons);
    const bool negated_or_modal = modal_among(look, [](auto word) { return word == "did" || word == "had"; }) != kNone;
    if (first_person && !negated_or_modal) {
        if (is_one_of(look.word(root), kOwnThoughts)) return look.because(Uncheckable::opinion, root);
        const auto copula = look.child(root, is_copula);
        const bool present = look.word(copula) == "am" || look.word(copula) == "are" || look.word(copula) == "'m" ||
                             look.word(copula) == "'re";
        if (present && is_one_of(look.word(root), kOwnStates)) return look.because(Uncheckable::opinion, root);
    }
    if (look.word(root) == "deserve" || look.word(root) == "deserves") return look.because(Uncheckable::opinion, root);
    for (std::uint32_t token = look.range().begin; token < look.range().end; ++token) {
        static constexpr std::string_view kViews[] = {"view", "opinion", "mind"};
        const bool mine =
            (look.word(token) == "my" || look.word(token) == "our") && is_one_of(look.word(token + 1), kViews);
        const auto before = token > look.range().begin ? look.word(token - 1) : std::string_view();
        if (mine && look.owns(token) && (before == "in" || before == "to")) {
            return look.because(Uncheckable::opinion, token + 1);
        }
    }
    return {};
}

// "It is sad that ...", "It is time to ...": what follows is judged; "It is important to note that ..." only leads on.
Answer judged_clause(const ClaimLook& look) {
    const auto root = look.root();
    const auto copula = look.child(root, is_copula);
    const bool present = look.word(copula) == "is" || look.word(copula) == "'s" || look.word(copula) == "was";
    const auto subject = look.subject();
    if (!present || look.word(subject) != "it" || subject > copula || !is_one_of(look.word(root), kJudgingThat))
        return {};
    const auto clause = look.child(root, [](auto, auto relation) {
        return relation == "csubj" || relation == "ccomp" || relation == "advcl" || relation == "xcomp" ||
               relation == "acl" || relation == "acl:relcl";
    });
    if (clause == kNone || clause < root || is_one_of(look.word(clause), kMentioning)) return {};
    const bool call = look.word(root) == "time" || look.word(root) == "imperative";
    return look.because(call ? Uncheckable::exhortation : Uncheckable::opinion, root);
}

// "X is absurd", "X is a disgrace", "X is a wonderful city", "There is no excuse", "What a mess!".
Answer judgement(const ClaimLook& look) {
    const auto root = look.root();
    if (look.child(root, is_copula) != kNone) {
        const bool noun = look.tag(root) == WordTag::noun;
        if (noun && is_one_of(look.word(root), kJudgingNouns)) return look.because(Uncheckable::opinion, root);
        if (!noun && is_one_of(look.word(root), kJudgingAdjectives)) return look.because(Uncheckable::opinion, root);
        const auto judging = look.child(
            root, [](auto word, auto relation) { return relation == "amod" && is_one_of(word, kJudgingAdjectives); });
        if (noun && judging != kNone) return look.because(Uncheckable::opinion, judging);
    }
    if (look.word(look.range().begin) == "there") {
        for (auto token = look.range().begin; token + 2 < look.range().end && token < look.range().begin + 3; ++token) {
            const bool excuse = look.word(token + 1) == "excuse" || look.word(token + 1) == "justification";
            if (look.word(token) == "no" && excuse) return look.because(Uncheckable::opinion, token + 1);
        }
    }
    const auto first = look.word(look.range().begin);
    const bool exclaims = look.word(look.range().end - 1) == "!" && look.range().size() > 2;
    if (exclaims && (first == "how" || (first == "what" && look.view().is_determiner(1)))) {
        return look.because(Uncheckable::opinion, look.range().begin);
    }
    return {};
}

bool names_a_value(const ClaimLook& look) {
    for (std::uint32_t at = 0; at < look.view().size(); ++at) {
        if (look.owns(look.range().begin + at) && (look.view().is_number(at) || look.view().is_date(at))) return true;
    }
    return false;
}

// "one day", "no doubt".
std::uint32_t foretelling_pair(const ClaimLook& look) {
    for (auto token = look.range().begin; token + 1 < look.range().end; ++token) {
        const bool pair = (look.word(token) == "one" && look.word(token + 1) == "day") ||
                          (look.word(token) == "no" && look.word(token + 1) == "doubt");
        if (pair && look.owns(token)) return token;
    }
    return kNone;
}

// "is bound to", "will surely", "may well", "One day ... will".
Answer prediction(const ClaimLook& look) {
    const auto root = look.root();
    const auto copula = look.child(root, is_copula);
    const bool present = look.word(copula) == "is" || look.word(copula) == "are" || look.word(copula) == "'s";
    if (present && is_one_of(look.word(root), kForetelling)) {
        const auto what = look.child(root, [](auto, auto relation) {
            return relation == "xcomp" || relation == "ccomp" || relation == "csubj" || relation == "advcl" ||
                   relation == "obl";
        });
        if (what != kNone && what > root) return look.because(Uncheckable::prediction, root);
    }
    const auto may = modal_among(look, [](auto word) { return word == "may" || word == "might" || word == "could"; });
    if (may != kNone && look.word(may + 1) == "well") return look.because(Uncheckable::prediction, may);
    const auto will = modal_among(look, is_will);
    const auto going = look.word(root) == "going" ? root : kNone;
    if (will == kNone && going == kNone) return {};
    const auto adverb = look.child(
        root, [](auto word, auto relation) { return relation == "advmod" && is_one_of(word, kForetellingAdverbs); });
    if (adverb != kNone) return look.because(Uncheckable::prediction, adverb);
    if (const auto pair = foretelling_pair(look); pair != kNone) return look.because(Uncheckable::prediction, pair);
    if (will != kNone && is_one_of(look.word(root), kOutcomes) && !names_a_value(look)) {
        return look.because(Uncheckable::prediction, will);
    }
    return {};
}

std::uint32_t count_content(const SentenceView& view) {
    std::uint32_t content = 0;
    for (std::uint32_t at = 0; at < view.size(); ++at) content += view.is_content(at) ? 1 : 0;
    return content;
}

// "They denied it.", where nothing before it says who and what.
Answer unclear_reference(const ClaimLook& look, std::uint32_t sentences_before) {
    const auto& view = look.view();
    const bool personal = is_one_of(view.word(0), kPersonalPronouns);
    const bool pointing = is_one_of(view.word(0), kDemonstratives) && (view.is_finite(1) || view.is_auxiliary(1));
    if (sentences_before > 0 || (!personal && !pointing)) return {};
    for (std::uint32_t at = 0; at < view.size(); ++at) {
        if (view.is_name(at) || (view.is_number(at) && !view.is_date(at))) return {};
    }
    if (count_content(view) > kWordsOfUnclear) return {};
    return look.because(Uncheckable::unclear_reference, look.range().begin);
}

// The question mark is the text's own, not one of somebody who is quoted.
bool asks(const ClaimLook& look) {
    if (!is_question(look.view())) return false;
    const auto& view = look.view();
    for (auto at = view.size(); at-- > 0;) {
        if (view.word(at).find('?') != std::string_view::npos && view.is_protected(at)) return false;
        if (view.is_word(at)) return look.owns(look.range().begin + at);
    }
    return false;
}

// Words that each rule cannot do without, beside "!" and a verb that begins the sentence.
bool is_telling(std::string_view word) {
    static constexpr std::string_view kOthers[] = {"i",   "we",    "us",      "you",           "must",   "need",
                                                   "my",  "our",   "deserve", "deserves",      "time",   "well",
                                                   "day", "doubt", "excuse",  "justification", "opinion"};
    return is_one_of(word, kOthers) || is_one_of(word, kDemandingModals) || is_one_of(word, kJudgingAdjectives) ||
           is_one_of(word, kJudgingNouns) || is_one_of(word, kJudgingThat) || is_one_of(word, kForetelling) ||
           is_one_of(word, kForetellingAdverbs) || is_one_of(word, kOutcomes);
}

// Whether the first word may be a verb in its base form, as far as its form and the next word tell.
bool may_be_imperative(const SentenceView& view) {
    if (is_one_of(view.word(0), kBeforeImperative)) return true;
    if (view.is_determiner(0) || view.is_preposition(0) || view.is_subject_pronoun(0) || view.is_name(0)) return false;
    if (view.is_finite(1) || !view.is_word(0) || view.is_adverb(0)) return false;
    const auto word = view.word(0);
    const auto ends_with = [word](std::string_view ending) {
        return word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending;
    };
    return !ends_with("ing") && !ends_with("ed") && (!ends_with("s") || ends_with("ss"));
}

}  // namespace

bool may_be_uncheckable(const Document& document, const language::AnnotatedText& annotated, std::uint32_t sentence) {
    const SentenceView view(document, annotated, sentence);
    if (view.size() == 0) return false;
    if (is_question(view) || may_be_imperative(view)) return true;
    if (is_one_of(view.word(0), kPersonalPronouns) || is_one_of(view.word(0), kDemonstratives)) return true;
    for (std::uint32_t at = 0; at < view.size(); ++at) {
        if (is_telling(view.word(at)) || view.word(at) == "!") return true;
    }
    return false;
}

std::optional<NotCheckable> why_not_checkable(const Document& document, const language::AnnotatedText& annotated,
                                              const ClaimPlace& place) {
    if (place.sentence >= annotated.sentences.size() || annotated.sentences[place.sentence].tokens.size() == 0)
        return {};
    const ClaimLook look(document, annotated, place);
    const bool headline = place.block == BlockKind::title || place.block == BlockKind::heading;
    if (asks(look)) return NotCheckable{Uncheckable::question, {}};
    const auto unclear = headline ? Answer() : unclear_reference(look, place.sentences_before);
    if (look.root() == kNone) return unclear;
    if (look.spoken()) return {};
    if (!headline) {
        if (const auto answer = imperative(look)) return answer;
    }
    if (look.attributes()) return unclear;
    for (const auto rule : {demand, own_thought, judged_clause, judgement, prediction}) {
        if (const auto answer = rule(look)) return answer;
    }
    return unclear;
}

std::vector<Claim> find_questions(const Document& document, const language::AnnotatedText& annotated) {
    std::vector<Claim> questions;
    for (std::uint32_t number = 0; number < annotated.sentences.size(); ++number) {
        const auto& sentence = annotated.sentences[number];
        if (sentence.tokens.size() == 0 || sentence.block >= document.blocks.size()) continue;
        const std::array<Span, 1> parts = {sentence.span};
        const ClaimLook look(document, annotated, {number, parts});
        if (!asks(look) || count_content(look.view()) == 0) continue;
        Claim claim;
        claim.span = sentence.span;
        claim.text = std::string(document.slice(sentence.span));
        std::replace(claim.text.begin(), claim.text.end(), '\n', ' ');
        claim.block = document.blocks[sentence.block].kind;
        claim.sentence = number;
        questions.push_back(std::move(claim));
    }
    return questions;
}

}  // namespace axray::claims
