#include "claims/clauses.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "claims/clause_rules.hpp"

namespace axray::claims {
namespace {

constexpr std::size_t kMostClauses = 32;  // of one sentence; what follows stays in the last

constexpr std::string_view kJoining[] = {"and", "but", "so", "yet"};  // never "or": neither half is said alone
constexpr std::string_view kListing[] = {"and", "or"};
constexpr std::string_view kContrasting[] = {"although", "but", "though", "whereas", "while"};
constexpr std::string_view kLeading[] = {"although", "as", "though", "whereas", "while"};
constexpr std::string_view kRelativePronouns[] = {"where", "which", "who", "whose"};

// Walks through a sentence once; `open` is the clause that the present token belongs to.
class ClauseCutter {
public:
    explicit ClauseCutter(const SentenceView& sentence) : sentence_(sentence), end_(sentence.size()) {
        while (end_ > 0 && !sentence_.is_word(end_ - 1) && !sentence_.is_protected(end_ - 1)) --end_;
    }

    std::vector<Clause> cut() {
        std::uint32_t at = cut_leading_clause(sentence_.end_of_dateline());
        open_.own.begin = main_begin_ = at;
        while (at < end_ && clauses_.size() + 1 < kMostClauses) {
            const auto next = sentence_.is_protected(at) ? at + 1 : cut_at(at);
            at = std::max(next, at + 1);
        }
        close(sentence_.size());
        share_trailing_attribution();
        return std::move(clauses_);
    }

private:
    // "As tensions rise, ministers meet": gives where the main clause begins, `begin` when it has no such clause
    // before.
    std::uint32_t cut_leading_clause(std::uint32_t begin) {
        const auto verb = verb_of_clause_at(sentence_, begin + 1);
        if (!is_one_of(sentence_.word(begin), kLeading) || !verb) return begin;
        for (auto comma = *verb + 1; comma < std::min(end_, begin + kReach); ++comma) {
            if (sentence_.is_protected(comma) || !sentence_.is_comma(comma)) continue;
            if (!verb_of_clause_at(sentence_, comma + 1)) continue;
            open_.own.begin = begin + 1;
            close(comma);
            return comma + 1;
        }
        return begin;
    }

    // Tries to end the open clause at the token `at`; gives the position to go on from.
    std::uint32_t cut_at(std::uint32_t at) {
        if (sentence_.word(at) == ";") return cut_semicolon(at);
        if (sentence_.is_comma(at)) return cut_comma(at);
        if (is_one_of(sentence_.word(at), kJoining)) return cut_joining(at, at + 1);
        return at + 1;
    }

    std::uint32_t cut_semicolon(std::uint32_t at) {
        const auto next = is_one_of(sentence_.word(at + 1), kJoining) ? at + 2 : at + 1;
        if (!open_verb(at) || !verb_of_clause_at(sentence_, next)) return at + 1;
        begin_main(at, next, {});
        return next;
    }

    std::uint32_t cut_comma(std::uint32_t comma) {
        const auto next = comma + 1;
        const auto word = sentence_.word(next);
        if (is_one_of(word, kRelativePronouns)) return cut_relative(comma);
        if (is_one_of(word, kJoining)) return cut_joining(comma, next + 1);
        if (!open_verb(comma)) return next;
        if (is_one_of(word, kContrasting) && verb_of_clause_at(sentence_, next + 1)) {
            begin_main(comma, next + 1, {});
            return next + 1;
        }
        if (word == "with" && absolute_clause_at(sentence_, next)) {
            begin_aside(comma, next + 1, {});
            return next + 1;
        }
        if (!open_is_aside_ && participle_clause_at(sentence_, next) && !is_list_of_activities(comma) &&
            !closing_comma(sentence_, next)) {
            begin_aside(comma, next, nearest_subject(comma));
            return next;
        }
        return cut_listed_predicate(comma);
    }

    // "X fined A, closed B and sued C": the middle ones have no "and".
    std::uint32_t cut_listed_predicate(std::uint32_t comma) {
        const auto governor = governing_verb(comma, comma + 1);
        if (!governor || !has_complement(sentence_, *governor, comma)) return comma + 1;
        const auto verb = verb_of_predicate_at(sentence_, comma + 1, *governor);
        if (!verb || sentence_.is_preposition(*verb + 1)) return comma + 1;
        for (auto at = *verb + 1; at < std::min(end_, *verb + kReach); ++at) {
            if (is_one_of(sentence_.word(at), kJoining) && verb_of_predicate_at(sentence_, at + 1, *governor)) {
                begin_predicate(comma, comma + 1, *governor);
                return comma + 1;
            }
        }
        return comma + 1;
    }

    // At "and" or at its comma: `next` is the token behind "and".
    std::uint32_t cut_joining(std::uint32_t at, std::uint32_t next) {
        const bool with_comma = sentence_.is_comma(at);
        if (!open_verb(at)) return next;
        if (const auto attributed = cut_second_statement(at, next)) return *attributed;
        const bool clause = verb_of_clause_at(sentence_, next).has_value();
        const bool pronoun =
            sentence_.is_subject_pronoun(next) && sentence_.is_finite(skip_adverbs(sentence_, next + 1));
        if (clause && (with_comma ? !is_list_item(at) : pronoun)) {
            begin_main(at, next, {});
            return next;
        }
        const auto governor = governing_verb(at, next);
        if (!governor || !has_complement(sentence_, *governor, at)) return next;
        const auto verb = verb_of_predicate_at(sentence_, next, *governor);
        if (verb && (!open_is_aside_ || sentence_.is_auxiliary(*verb))) begin_predicate(at, next, *governor);
        return next;
    }

    // "X said that A and that B": B is said by X too.
    std::optional<std::uint32_t> cut_second_statement(std::uint32_t at, std::uint32_t next) {
        if (sentence_.word(next) != "that" || !verb_of_clause_at(sentence_, next + 1)) return std::nullopt;
        const auto verb = main_verb(sentence_, {main_begin_, at});
        if (!verb || !sentence_.reports(*verb)) return std::nullopt;
        std::vector<Range> speaker = {{main_begin_, *verb + 1}};
        begin_aside(at, next + 1, std::move(speaker));
        return next + 1;
    }

    std::uint32_t cut_relative(std::uint32_t comma) {
        const auto pronoun = comma + 1;
        const auto verb = skip_adverbs(sentence_, pronoun + 1);
        const bool is_subject = sentence_.is_finite(verb);
        const auto word = sentence_.word(pronoun);
        const bool whole_clause = word == "where" || word == "whose"
                                      ? main_verb(sentence_, {pronoun, std::min(end_, pronoun + kReach)}).has_value()
                                      : verb_of_clause_at(sentence_, pronoun + 1).has_value();
        const auto antecedent = antecedent_before(comma);
        if ((!is_subject && !whole_clause) || antecedent.empty()) return pronoun;
        const bool drops = is_subject && (word == "which" || word == "who");
        if (open_verb(comma)) {
            begin_aside(comma, drops ? pronoun + 1 : pronoun, {antecedent});
            return pronoun + 1;
        }
        const auto closing = closing_comma(sentence_, pronoun);
        if (!closing) return pronoun;
        Clause relative;
        relative.own = {open_.own.begin, *closing};
        relative.before = open_.before;
        relative.left_out = {{open_.own.begin, antecedent.begin}, {comma, drops ? pronoun + 1 : pronoun}};
        clauses_.push_back(std::move(relative));
        open_.before.push_back({open_.own.begin, comma});
        open_.own.begin = *closing + 1;
        return *closing + 1;
    }

    // What a relative clause behind `comma` speaks of; empty when that cannot be told. Behind "Anna Berg, the owner,"
    // it is the name before the apposition; behind a list or "including ..." it could be anything.
    Range antecedent_before(std::uint32_t comma) const {
        const auto begin = last_comma_clause(comma);
        const bool listed = is_one_of(sentence_.word(begin), kListing) || sentence_.word(begin) == "including" ||
                            sentence_.word(begin) == "such";
        if (begin == open_.own.begin || main_verb(sentence_, {begin, comma})) {
            return noun_phrase_before(sentence_, begin, comma);
        }
        if (listed || begin < 2 || !sentence_.is_name(begin - 2)) return {};
        return noun_phrase_before(sentence_, open_.own.begin, begin - 1);
    }

    // The words before the first verb, without the comma-separated adverbial that may stand before them.
    Range subject_of(Range clause, std::uint32_t verb) const {
        auto begin = clause.begin;
        for (auto at = clause.begin; at < verb; ++at) {
            const bool adverbial_ends = sentence_.is_comma(at) && !sentence_.is_protected(at) &&
                                        (sentence_.is_preposition(begin) || sentence_.is_adverb(begin) ||
                                         sentence_.verb(begin) == VerbForm::ing);
            if (adverbial_ends) begin = at + 1;
        }
        while (begin < verb && !sentence_.is_word(begin)) ++begin;
        auto end = first_apposition({begin, verb});
        while (end > begin && (sentence_.is_adverb(end - 1) || sentence_.is_comma(end - 1))) --end;
        return {begin, end};
    }

    // "Norvik, a maker of valves," ends behind "Norvik"; a list of subjects has no end before its own.
    std::uint32_t first_apposition(Range subject) const {
        std::uint32_t comma = subject.end;
        for (auto at = subject.end; at-- > subject.begin;) {
            if (sentence_.is_protected(at)) continue;
            if (sentence_.is_comma(at)) comma = at;
            if (is_one_of(sentence_.word(at), kListing)) return subject.end;
        }
        return comma;
    }

    // The subject of the open clause as it stands at `at`, with what the clause itself has as context.
    std::vector<Range> nearest_subject(std::uint32_t at) const {
        std::vector<Range> context = open_.before;
        const auto verb = open_verb(at);
        const auto begin = last_comma_clause(at);
        if (const auto speaker = main_verb(sentence_, {begin, at});
            speaker && begin > open_.own.begin && sentence_.reports(*speaker)) {
            return {subject_of({begin, at}, *speaker)};
        }
        if (verb && *verb >= open_.own.begin) {
            const auto subject = subject_of({open_.own.begin, at}, *verb);
            if (!subject.empty()) context.push_back(subject);
        }
        return context;
    }

    // Where the last comma-separated part before `at` begins.
    std::uint32_t last_comma_clause(std::uint32_t at) const {
        const auto first = std::max(open_.own.begin, at > kReach ? at - kReach : 0);
        for (auto begin = at; begin > first; --begin) {
            if (sentence_.is_comma(begin - 1)) return begin;
        }
        return open_.own.begin;
    }

    // True when the comma before the "and" at `at` ends an item of a list: no verb since the comma before it.
    bool is_list_item(std::uint32_t at) const {
        const auto begin = last_comma_clause(at);
        return begin > open_.own.begin && !main_verb(sentence_, {begin, at}).has_value();
    }

    // "by stealing data, selling cards and forging passports"
    bool is_list_of_activities(std::uint32_t comma) const {
        const auto begin = last_comma_clause(comma);
        bool activity_before = sentence_.verb(begin) == VerbForm::ing;
        for (auto at = begin; at < comma; ++at) {
            activity_before =
                activity_before || (sentence_.is_preposition(at) && sentence_.verb(at + 1) == VerbForm::ing);
        }
        bool activity_behind = sentence_.verb(begin) == VerbForm::ing;
        for (auto at = comma + 1; at < std::min(end_, comma + kReach) && !sentence_.is_comma(at); ++at) {
            const bool joins = is_one_of(sentence_.word(at), kListing);
            activity_behind = activity_behind || (joins && sentence_.verb(at + 1) == VerbForm::ing);
        }
        return activity_before && activity_behind;
    }

    // The verb of the open clause, or that of the words which it shares as context.
    std::optional<std::uint32_t> open_verb(std::uint32_t at) const {
        if (const auto verb = main_verb(sentence_, {open_.own.begin, at})) return verb;
        const bool begins_with_verb =
            open_.own.begin < at &&
            (sentence_.is_finite(open_.own.begin) || sentence_.is_finite(skip_adverbs(sentence_, open_.own.begin)));
        if (begins_with_verb) return skip_adverbs(sentence_, open_.own.begin);
        return std::nullopt;
    }

    // The verb whose subject the predicate at `next` shares. Behind "X said that Y did A" it is "did", unless the new
    // predicate reports too.
    std::optional<std::uint32_t> governing_verb(std::uint32_t at, std::uint32_t next) const {
        const auto first = main_verb(sentence_, {main_begin_, at});
        if (!first) return open_verb(at);
        const auto joined = skip_adverbs(sentence_, next);
        if (sentence_.reports(joined) || sentence_.word(joined + 1) == "that") return first;
        auto verb = *first;
        while (sentence_.reports(verb)) {
            const auto inner = main_verb(sentence_, {verb + 1, at});
            if (!inner || !has_complement(sentence_, *inner, at)) break;
            verb = *inner;
        }
        return verb;
    }

    void close(std::uint32_t end) {
        open_.own.end = end;
        if (!open_.own.empty()) clauses_.push_back(std::move(open_));
        open_ = {};
    }

    void begin_main(std::uint32_t end, std::uint32_t begin, std::vector<Range> context) {
        begin_aside(end, begin, std::move(context));
        open_is_aside_ = false;
        main_begin_ = begin;
        main_before_.clear();
    }

    void begin_aside(std::uint32_t end, std::uint32_t begin, std::vector<Range> context) {
        if (clauses_.empty() || main_begin_ == open_.own.begin) main_before_ = open_.before;
        close(end);
        open_is_aside_ = true;
        open_.own.begin = begin;
        open_.before = std::move(context);
    }

    // A predicate shares what stands before the verb at `governor`; with a participle also its auxiliary.
    void begin_predicate(std::uint32_t end, std::uint32_t begin, std::uint32_t governor) {
        if (main_begin_ == open_.own.begin) main_before_ = open_.before;
        std::vector<Range> context = main_before_;
        auto subject = subject_of({main_begin_, end}, governor);
        const auto verb = skip_adverbs(sentence_, begin);
        const bool participle = sentence_.verb(verb) == VerbForm::past || sentence_.verb(verb) == VerbForm::participle;
        if (participle && sentence_.is_auxiliary(governor)) subject.end = governor + 1;
        if (!subject.empty()) context.push_back(subject);
        const bool has_time = !subject.empty() && main_begin_ < subject.begin &&
                              has_date({main_begin_, subject.begin}) &&
                              !has_date({begin, std::min(end_, begin + kReach)});
        if (has_time) context.insert(context.end() - 1, Range{main_begin_, subject.begin - 1});
        const auto main_begin = main_begin_;
        const auto main_before = main_before_;
        begin_aside(end, begin, std::move(context));
        open_is_aside_ = false;
        main_begin_ = main_begin;
        main_before_ = main_before;
    }

    bool has_date(Range range) const {
        for (auto at = range.begin; at < range.end; ++at) {
            if (sentence_.is_date(at)) return true;
        }
        return false;
    }

    // ", officials said" at the end holds for the clauses before it too, unless they name their own speaker.
    void share_trailing_attribution() {
        if (clauses_.size() < 2) return;
        const auto attribution = trailing_attribution(sentence_);
        if (attribution.empty() || attribution.begin <= clauses_.back().own.begin) return;
        for (auto clause = clauses_.begin(); clause + 1 != clauses_.end(); ++clause) {
            const auto verb = main_verb(sentence_, clause->own);
            if (!verb || !sentence_.reports(*verb)) clause->after.push_back(attribution);
        }
    }

    const SentenceView& sentence_;
    std::uint32_t end_;               // without the closing punctuation
    std::uint32_t main_begin_ = 0;    // where the present main clause begins
    std::vector<Range> main_before_;  // what that clause has as context
    bool open_is_aside_ = false;      // a relative or participle clause, not the main one
    Clause open_;
    std::vector<Clause> clauses_;
};

}  // namespace

std::vector<Clause> find_clauses(const SentenceView& sentence) { return ClauseCutter(sentence).cut(); }

}  // namespace axray::claims
