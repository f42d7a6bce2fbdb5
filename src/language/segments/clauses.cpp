#include "language/segments/clauses.hpp"

#include <algorithm>

#include "language/words/lexicon.hpp"

namespace axray::language {
namespace {

// Positions around a word, without the adverbs that may stand inside a verb group.
class VerbFinder {
public:
    VerbFinder(const TokenView& view, TokenSpan sentence, SentenceCase sentence_case)
        : view_(view), begin_(sentence.begin), end_(sentence.end), case_(sentence_case) {}

    bool is_verb(std::uint32_t at) const {
        if (!view_.is_word(at) || view_.tokens.date[at] != kNone) return false;
        const WordFacts& facts = view_.facts[at];
        if (facts.is(kUseAuxiliary)) return is_finite_auxiliary(at);
        if (facts.is(kUseFunction))
            return view_.is_form(at, short_is_) && at > begin_ && view_.uses(at - 1, kUsePronoun);
        if (!facts.can_be(kVerb)) return false;
        if (case_ == SentenceCase::normal && view_.has(at, kNameToken | kCapitalised)) return false;
        const std::uint32_t before = word_before(at);
        if (before != kNone && view_.uses(before, kUseAuxiliary))
            return !facts.can_be(kIngForm) || view_.uses(before, kUseBe);
        if (facts.can_be(kIngForm)) return false;
        if (before != kNone && bars_verb(before)) return false;
        if (facts.can_be(kPastForm)) return past(at, before);
        if (facts.can_be(kThirdPerson)) return third_person(at, before);
        return facts.can_be(kBaseVerb) && base(at, before);
    }

private:
    const std::uint64_t short_is_ = hash_word("'s");

    static constexpr std::uint64_t kNounFollows = kUseDeterminer | kUsePreposition | kUseCardinal;

    bool is_finite_auxiliary(std::uint32_t at) const {
        return !view_.reads(at, "be") && !view_.reads(at, "been") && !view_.reads(at, "being") &&
               !view_.reads(at, "having") && !view_.reads(at, "doing") && !view_.reads(at, "done");
    }

    // The token before `at`, past adverbs and "not"; kNone at the beginning.
    std::uint32_t word_before(std::uint32_t at) const {
        for (int left = 4; left > 0 && at > begin_; --left) {
            --at;
            const bool adverb =
                view_.is_word(at) &&
                (view_.uses(at, kUseLight) ||
                 (view_.uses(at, kUseNegation) && !view_.uses(at, kUseAuxiliary) && view_.has(at, kFunctionWord)) ||
                 (view_.can_be(at, kAdverb) && !view_.can_be(at, kNoun | kVerb) && !view_.has(at, kFunctionWord)));
            if (!adverb) return at;
        }
        return kNone;
    }

    // After these a noun or an infinitive comes.
    bool bars_verb(std::uint32_t before) const {
        if (view_.reads(before, "that") || view_.uses(before, kUsePronoun) || view_.uses(before, kUseConjunction))
            return false;
        if (view_.reads(before, "who") || view_.reads(before, "which")) return false;
        if (view_.has(before, kVerbLike)) return true;
        if (view_.is_form(before, short_is_)) return !(before > begin_ && view_.uses(before - 1, kUsePronoun));
        if (view_.uses(before, kNounFollows) && view_.has(before, kFunctionWord)) return true;
        if (view_.tokens.quantity[before] != kNone && view_.is_word(before) && view_.tokens.date[before] == kNone)
            return true;
        return view_.can_be(before, kBaseAdjective) && !view_.can_be(before, kNoun) && !view_.has(before, kNameToken);
    }

    bool object_follows(std::uint32_t at) const {
        const std::uint32_t next = at + 1;
        if (next >= end_) return false;
        if (view_.uses(next, kUseDeterminer | kUsePronoun)) return true;
        return view_.has(next, kNameToken) || view_.tokens.quantity[next] != kNone ||
               view_.sign(next) == Sign::open_quote;
    }

    bool noun_follows(std::uint32_t at) const {
        return view_.is_word(at + 1) && at + 1 < end_ && !view_.has(at + 1, kFunctionWord) &&
               view_.can_be(at + 1, kNoun);
    }

    bool nominal(std::uint32_t before) const {
        if (before == kNone) return false;
        if (view_.uses(before, kUsePronoun) || view_.has(before, kNameToken)) return true;
        return view_.is_wordlike(before) && !view_.has(before, kFunctionWord);
    }

    bool past(std::uint32_t at, std::uint32_t before) const {
        if (before == kNone) return false;
        const bool apart = view_.is_sign(before) || view_.has(before, kFunctionWord);
        if (apart && !view_.uses(before, kUsePronoun) && noun_follows(at) && !object_follows(at)) return false;
        return !view_.reads(at + 1, "by");  // a participle after its noun: "sanctions imposed by"
    }

    bool third_person(std::uint32_t at, std::uint32_t before) const {
        if (!view_.can_be(at, kNoun)) return true;
        if (!nominal(before) && !(before != kNone && (view_.reads(before, "who") || view_.reads(before, "which"))))
            return false;
        if (view_.can_be(before, kPlural) && !view_.has(before, kNameToken)) return false;
        return object_follows(at) || view_.reads(at + 1, "that") || view_.reads(at + 1, "to") ||
               view_.can_be(at, kVerbFirst);
    }

    bool base(std::uint32_t at, std::uint32_t before) const {
        if (before == kNone) return false;
        const bool plural = view_.can_be(before, kPlural) || view_.uses(before, kUsePronoun) ||
                            (view_.has(before, kNameToken) && case_ != SentenceCase::normal);
        const bool joined_names =
            view_.has(before, kNameToken) && before >= begin_ + 2 && view_.uses(before - 1, kUseConjunction);
        if (!plural && !joined_names && !view_.reads(before, "who") && !view_.reads(before, "that")) return false;
        return view_.can_be(at, kVerbFirst) || !view_.can_be(at, kNoun) || object_follows(at);
    }

    const TokenView& view_;
    std::uint32_t begin_;
    std::uint32_t end_;
    SentenceCase case_;
};

enum class VerbBefore : std::uint8_t { no, yes };

class ClauseFinder {
public:
    ClauseFinder(const TokenView& view, TokenSpan sentence) : view_(view), begin_(sentence.begin), end_(sentence.end) {}

    // A clause begins at `at`.
    // `verb_before`: the clause so far has a verb, so that "and" may join another subject with its own.
    bool begins_at(std::uint32_t at, VerbBefore verb_before) const {
        if (view_.is_sign(at)) return view_.sign(at) == Sign::open_bracket;
        if (at > begin_ && view_.is_sign(at - 1) && ends_with(at - 1)) return true;
        if (!view_.is_word(at) || !view_.has(at, kFunctionWord)) return false;
        if (view_.reads(at, "but")) return true;
        if (view_.uses(at, kUseConjunction)) {
            return new_predicate_after(at) || (verb_before == VerbBefore::yes && new_subject_after(at));
        }
        return opens_clause(at);
    }

private:
    bool ends_with(std::uint32_t at) const {
        switch (view_.sign(at)) {
            case Sign::semicolon:
            case Sign::colon:
            case Sign::dash:
            case Sign::close_bracket:
            case Sign::open_bracket:
            case Sign::full_stop:
            case Sign::question:
            case Sign::exclamation:
            case Sign::ellipsis: return true;
            case Sign::comma: return !is_list_comma(at);
            default: return false;
        }
    }

    // "ports, bridges and dams": few words without a verb up to the next comma or conjunction.
    bool is_list_comma(std::uint32_t at) const {
        for (std::uint32_t next = at + 1; next < end_ && next <= at + 5; ++next) {
            if (view_.has(next, kVerbLike) || view_.uses(next, kUsePronoun | kUseClauseStart)) return false;
            if (view_.sign(next) == Sign::comma || view_.reads(next, "and") || view_.reads(next, "or")) {
                return !new_predicate_after(next) && !view_.can_be(at + 1, kIngForm);
            }
        }
        return false;
    }

    // "and attacked", "and they", "or will".
    bool new_predicate_after(std::uint32_t conjunction) const {
        const std::uint32_t next = view_.uses(conjunction + 1, kUseLight) ? conjunction + 2 : conjunction + 1;
        if (next >= end_) return false;
        const bool subject = view_.uses(next, kUsePronoun) && !view_.uses(next, kUseDeterminer);
        return subject || view_.has(next, kVerbLike);
    }

    // "and the union denied", "and Democrats accused".
    bool new_subject_after(std::uint32_t conjunction) const {
        const std::uint32_t first = conjunction + 1;
        if (!view_.uses(first, kUseDeterminer) && !view_.has(first, kNameToken)) return false;
        for (std::uint32_t at = first + 1; at < std::min(end_, first + 5); ++at) {
            if (view_.has(at, kVerbLike)) return true;
            if (view_.is_sign(at) || (view_.has(at, kFunctionWord) && !view_.has(at, kNameToken))) return false;
        }
        return false;
    }

    bool opens_clause(std::uint32_t at) const {
        if (!view_.uses(at, kUseClauseStart)) return false;
        if (view_.reads(at, "that")) {
            // Not the determiner or pronoun at the beginning: "that attack".
            return at > begin_ && !view_.uses(at - 1, kUsePreposition) && !view_.is_sign(at - 1);
        }
        const bool preposition = view_.uses(at, kUsePreposition) || view_.reads(at, "as") || view_.reads(at, "so") ||
                                 view_.reads(at, "once");
        return !preposition || view_.has(at + 2, kVerbLike) || view_.uses(at + 1, kUsePronoun);
    }

    const TokenView& view_;
    std::uint32_t begin_;
    std::uint32_t end_;
};

}  // namespace

void mark_verbs(const TokenView& view, const std::vector<Sentence>& sentences, const std::vector<SentenceCase>& cases) {
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        const VerbFinder finder(view, sentences[i].tokens, cases[i]);
        for (std::uint32_t at = sentences[i].tokens.begin; at < sentences[i].tokens.end; ++at) {
            if (finder.is_verb(at)) view.mark(at, kVerbLike);
        }
    }
}

void find_clauses(const TokenView& view, TokenSpan sentence, std::vector<TokenSpan>& clauses) {
    clauses.clear();
    const ClauseFinder finder(view, sentence);
    std::uint32_t begin = sentence.begin;
    VerbBefore verb_before = VerbBefore::no;
    for (std::uint32_t at = sentence.begin + 1; at < sentence.end; ++at) {
        if (view.has(at - 1, kVerbLike)) verb_before = VerbBefore::yes;
        if (!finder.begins_at(at, verb_before)) continue;
        clauses.push_back({begin, at});
        begin = at;
        verb_before = VerbBefore::no;
    }
    if (begin < sentence.end) clauses.push_back({begin, sentence.end});
}

}  // namespace axray::language
