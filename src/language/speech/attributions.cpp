#include "language/speech/attributions.hpp"

#include <algorithm>
#include <utility>

namespace axray::language {
namespace {

constexpr std::uint64_t kReporting = kUseAssert | kUseReport | kUseAccuse | kUseDeny | kUseDoubt;
constexpr std::uint32_t kLongestSpeaker = 24;  // tokens
constexpr std::uint32_t kLongestTail = 12;     // tokens after "..., he said" that say when and where

class AttributionFinder {
public:
    AttributionFinder(const TokenView& view, const Sentence& sentence, std::uint32_t number,
                      const std::vector<TokenSpan>& clauses, const std::vector<Quotation>& quotations,
                      std::vector<Attribution>& found)
        : view_(view),
          begin_(sentence.tokens.begin),
          end_(sentence.tokens.end),
          number_(number),
          clauses_(clauses),
          quotations_(quotations),
          found_(found) {
        content_end_ = end_;
        while (content_end_ > begin_ && is_stop(content_end_ - 1)) --content_end_;
    }

    void run() {
        for (const TokenSpan clause : clauses_) {
            for (std::uint32_t at = clause.begin; at < clause.end; ++at) {
                if (!view_.uses(at, kReporting | kUseAlleged)) continue;
                if (view_.reads(at, "according") && view_.reads(at + 1, "to")) {
                    according(at);
                } else if (view_.uses(at, kReporting) && !view_.reads(at, "according") && reports_here(at)) {
                    verb(at);
                } else if (view_.uses(at, kUseAlleged) && view_.uses(at, kUseLight)) {
                    add({}, {at, at + 1}, clause, view_.reads(at, "allegedly") ? Stance::accuses : Stance::reports);
                }
            }
        }
    }

private:
    bool is_stop(std::uint32_t at) const {
        const Sign sign = view_.sign(at);
        return sign == Sign::full_stop || sign == Sign::question || sign == Sign::exclamation || sign == Sign::ellipsis;
    }
    bool is_quote(std::uint32_t at) const {
        const Sign sign = view_.sign(at);
        return sign == Sign::open_quote || sign == Sign::close_quote || sign == Sign::straight_quote ||
               sign == Sign::open_single || sign == Sign::close_single || sign == Sign::straight_single;
    }
    bool is_break(std::uint32_t at) const {
        const Sign sign = view_.sign(at);
        return sign == Sign::comma || sign == Sign::colon || sign == Sign::semicolon || sign == Sign::dash ||
               is_stop(at);
    }

    static Stance stance_of(const WordFacts& facts) {
        if (facts.is(kUseDeny)) return Stance::denies;
        if (facts.is(kUseAccuse)) return Stance::accuses;
        if (facts.is(kUseDoubt)) return Stance::doubts;
        return facts.is(kUseReport) ? Stance::reports : Stance::asserts;
    }

    // A verb here, and one that can report: "claims" as a noun, "reported" before a noun are none.
    bool reports_here(std::uint32_t at) const {
        if (view_.has(at, kNameToken)) return false;
        if (view_.uses(at, kUseWeakReport)) {
            const bool quote_before = at > begin_ && (view_.has(at - 1, kInQuotation) || is_quote(at - 1));
            const bool beside = view_.reads(at + 1, "that") || is_quote(at + 1) || is_quote(at + 2) || quote_before ||
                                follows_quotation(at);
            if (!beside) return false;
        }
        if (view_.has(at, kVerbLike)) return true;
        const bool inverted =
            at > begin_ && (is_quote(at - 1) || view_.sign(at - 1) == Sign::comma) && view_.can_be(at, kPastForm);
        if (inverted) return true;
        const bool saying = view_.reads(at, "saying") || view_.reads(at, "adding") || view_.reads(at, "arguing") ||
                            view_.reads(at, "claiming");
        const bool participle =
            view_.can_be(at, kIngForm) && (saying || view_.reads(at + 1, "that") || is_quote(at + 1));
        const bool passive = view_.can_be(at, kPastForm) && view_.reads(at + 1, "by");
        const bool denying = view_.can_be(at, kIngForm) && view_.uses(at, kUseDeny);
        return participle || passive || denying;
    }

    // "...," the minister wrote
    bool follows_quotation(std::uint32_t at) const {
        const TokenSpan subject = subject_before(group_begin(at));
        return subject.size() > 0 && quotation_before(subject.begin) != kNone;
    }

    void add(TokenSpan speaker, TokenSpan cue, TokenSpan content, Stance stance) {
        Attribution attribution;
        attribution.sentence = number_;
        attribution.speaker = trim(speaker);
        attribution.cue = cue;
        attribution.content = trim(content);
        attribution.stance = stance;
        for (std::uint32_t at = cue.begin; at < cue.end; ++at) view_.mark(at, kReportingCue);
        found_.push_back(attribution);
    }

    // Without quotation marks, commas and brackets at both ends.
    TokenSpan trim(TokenSpan range) const {
        while (range.begin < range.end && view_.is_sign(range.begin) && !opens_value(range.begin)) ++range.begin;
        while (range.begin < range.end && view_.is_sign(range.end - 1) && view_.sign(range.end - 1) != Sign::percent &&
               view_.sign(range.end - 1) != Sign::close_bracket) {
            --range.end;
        }
        return range.begin < range.end ? range : TokenSpan{};
    }
    bool opens_value(std::uint32_t at) const { return view_.tokens.quantity[at] != kNone; }

    // First token of the verb group that ends at `at`: "has repeatedly denied".
    std::uint32_t group_begin(std::uint32_t at) const {
        while (at > begin_ && view_.is_word(at - 1) && view_.uses(at - 1, kUseAuxiliary | kUseLight | kUseNegation))
            --at;
        return at;
    }

    bool is_passive(std::uint32_t begin, std::uint32_t at) const {
        if (!view_.can_be(at, kPastForm)) return false;
        if (view_.reads(at + 1, "by") && begin == at) return true;
        for (std::uint32_t token = begin; token < at; ++token) {
            if (view_.uses(token, kUseBe)) return true;
        }
        return false;
    }

    // The noun phrase that ends before `end`: back to punctuation, a reporting verb or a word that opens a clause.
    TokenSpan subject_before(std::uint32_t end) const {
        std::uint32_t at = end;
        const std::uint32_t limit = end - begin_ > kLongestSpeaker ? end - kLongestSpeaker : begin_;
        while (at > limit) {
            const std::uint32_t before = at - 1;
            if (is_break(before) || is_quote(before)) break;
            const bool opens = view_.has(before, kFunctionWord) && view_.uses(before, kUseClauseStart) &&
                               !view_.uses(before, kUseDeterminer | kUsePreposition);
            if (opens || view_.reads(before, "that") || view_.reads(before, "but")) break;
            if (view_.has(before, kVerbLike)) break;
            at = before;
        }
        while (at < end && view_.has(at, kFunctionWord) && !view_.uses(at, kUseDeterminer | kUsePronoun)) ++at;
        return {at, end};
    }

    // "Smith, a lawyer, said": the name stands before the insertion.
    TokenSpan subject_past_insertion(std::uint32_t end) const {
        if (end == begin_ || view_.sign(end - 1) != Sign::comma) return subject_before(end);
        const std::uint32_t limit = end - begin_ > kLongestSpeaker ? end - kLongestSpeaker : begin_;
        for (std::uint32_t at = end - 1; at > limit; --at) {
            if (view_.sign(at - 1) == Sign::comma) return subject_before(at - 1);
        }
        return {end, end};
    }

    // The noun phrase that begins at `begin`: up to punctuation, a verb, or a word that opens a clause or says when.
    TokenSpan speaker_after(std::uint32_t begin) const {
        std::uint32_t at = begin;
        const std::uint32_t limit = std::min(content_end_, begin + kLongestSpeaker);
        while (at < limit && !is_break(at) && !is_quote(at) && view_.sign(at) != Sign::open_bracket) {
            if (at > begin && (view_.has(at, kVerbLike) || view_.tokens.date[at] != kNone)) break;
            if (at > begin && view_.has(at, kFunctionWord) && view_.uses(at, kUseClauseStart)) break;
            if (at > begin && (view_.reads(at, "on") || view_.reads(at, "in") || view_.reads(at, "at")) &&
                !view_.has(at + 1, kNameToken))
                break;
            ++at;
        }
        while (at > begin && view_.has(at - 1, kFunctionWord) && !view_.uses(at - 1, kUsePronoun)) --at;
        return {begin, at};
    }

    // What comes after the verb says only when and where, or nothing.
    bool is_tail(std::uint32_t at) const {
        if (at >= content_end_ || is_quote(at)) return true;
        const std::uint32_t limit = std::min(content_end_, at + kLongestTail);
        const bool begins = view_.sign(at) == Sign::comma || view_.uses(at, kUsePreposition | kUseLight) ||
                            view_.tokens.date[at] != kNone || view_.can_be(at, kAdverb);
        if (!begins || view_.uses(at, kUsePronoun) || view_.reads(at, "that")) return false;
        for (std::uint32_t token = at; token < limit; ++token) {
            if (view_.has(token, kVerbLike) || view_.reads(token, "that")) return false;
        }
        return limit == content_end_;
    }

    // Something that can be said stands before `end`: words in quotation marks, or a verb.
    bool states_before(std::uint32_t end) const {
        const std::uint32_t limit = end - begin_ > 40 ? end - 40 : begin_;
        for (std::uint32_t at = end; at > limit; --at) {
            if (view_.has(at - 1, kVerbLike | kInQuotation)) return true;
        }
        return false;
    }

    bool divides_before(std::uint32_t at) const {
        return at > begin_ + 1 &&
               (view_.sign(at - 1) == Sign::comma || view_.sign(at - 1) == Sign::dash || is_quote(at - 1));
    }

    void verb(std::uint32_t at) {
        const Stance stance = stance_of(view_.facts[at]);
        const TokenSpan cue{at, at + 1};
        const std::uint32_t group = group_begin(at);
        if (is_passive(group, at)) return passive(at, group, stance);
        const std::uint32_t quote = quotation_before(at);
        const bool noun_next =
            at + 1 < content_end_ &&
            (view_.has(at + 1, kNameToken) || view_.uses(at + 1, kUseDeterminer | kUsePronoun) ||
             (view_.is_word(at + 1) && !view_.has(at + 1, kFunctionWord) && view_.can_be(at + 1, kNoun)));
        if (group == at && quote != kNone && noun_next)
            return add(speaker_after(at + 1), cue, quotations_[quote].tokens, stance);
        if (group == at && divides_before(at) && noun_next && !view_.reads(at + 1, "that") && states_before(at - 1)) {
            const TokenSpan speaker = speaker_after(at + 1);
            if (is_tail(speaker.end) || view_.reads(at, "said") || view_.reads(at, "says"))
                return add(speaker, cue, {begin_, at}, stance);
        }
        if (group == at && view_.can_be(at, kIngForm))
            return add(main_subject(at), cue, {content_begin(at + 1), content_end_}, stance);
        TokenSpan speaker = subject_past_insertion(group);
        if (group > begin_ && (view_.reads(group - 1, "who") || view_.reads(group - 1, "which")))
            speaker = subject_past_insertion(group - 1);
        if (const std::uint32_t before = quotation_before(speaker.begin); before != kNone) {
            return add(speaker, cue, quotations_[before].tokens, stance);
        }
        if (divides_before(speaker.begin) && is_tail(at + 1) && states_before(speaker.begin - 1)) {
            return add(speaker, cue, {begin_, speaker.begin}, stance);
        }
        add(speaker, cue, {content_begin(at + 1), content_end(at)}, stance);
    }

    // The content of a verb goes on to the end of the sentence, or to a clause with "and" or "but" that reports again:
    // "X said A and Y denied B". Looks at the six clauses behind the verb.
    std::uint32_t content_end(std::uint32_t at) const {
        auto clause = std::upper_bound(clauses_.begin(), clauses_.end(), at,
                                       [](std::uint32_t token, TokenSpan one) { return token < one.begin; });
        for (int left = 6; left > 0 && clause != clauses_.end(); --left, ++clause) {
            const bool joined = view_.reads(clause->begin, "and") || view_.reads(clause->begin, "but");
            if (joined && reports(*clause) && !view_.has(clause->begin, kInQuotation))
                return std::min(clause->begin, content_end_);
        }
        return content_end_;
    }

    bool reports(TokenSpan clause) const {
        const std::uint32_t limit = std::min(clause.end, clause.begin + kLongestSpeaker);
        for (std::uint32_t at = clause.begin; at < limit; ++at) {
            if (view_.uses(at, kReporting) && view_.has(at, kVerbLike) && reports_here(at)) return true;
        }
        return false;
    }

    // The quotation that closes right before `at`, in this sentence; kNone when there is none.
    std::uint32_t quotation_before(std::uint32_t at) const {
        if (at <= begin_) return kNone;
        std::uint32_t mark = at - 1;
        if (view_.sign(mark) == Sign::comma && mark > begin_) --mark;
        if (!is_quote(mark)) return kNone;
        const auto found =
            std::lower_bound(quotations_.begin(), quotations_.end(), mark,
                             [](const Quotation& one, std::uint32_t token) { return one.tokens.end < token; });
        if (found == quotations_.end() || found->tokens.end != mark) return kNone;
        return static_cast<std::uint32_t>(found - quotations_.begin());
    }

    // The subject of the sentence, for "..., saying that": what stands before its first verb.
    TokenSpan main_subject(std::uint32_t at) const {
        const std::uint32_t limit = std::min(at, begin_ + kLongestSpeaker);
        for (std::uint32_t token = begin_; token < limit; ++token) {
            if (view_.has(token, kVerbLike)) return subject_past_insertion(group_begin(token));
        }
        return subject_before(at);
    }

    // Past "that", a colon, and the hearer in "told reporters that".
    std::uint32_t content_begin(std::uint32_t at) const {
        const std::uint32_t limit = std::min(content_end_, at + 8);
        for (std::uint32_t token = at; token < limit; ++token) {
            if (view_.reads(token, "that") && !view_.has(at, kVerbLike)) return token + 1;
            if (view_.has(token, kVerbLike) || is_break(token)) break;
        }
        return std::min(at, content_end_);
    }

    void passive(std::uint32_t at, std::uint32_t group, Stance stance) {
        const TokenSpan subject = subject_before(group);
        const std::uint32_t limit = std::min(content_end_, at + 10);
        for (std::uint32_t token = at + 1; token < limit; ++token) {
            if (view_.has(token, kVerbLike) || is_break(token)) break;
            if (!view_.reads(token, "by")) continue;
            return add(speaker_after(token + 1), {at, at + 1}, subject, stance);
        }
        add({}, {at, at + 1}, {subject.begin, content_end_}, stance);
    }

    void according(std::uint32_t at) {
        const TokenSpan speaker = speaker_after(at + 2);
        const bool first = at == begin_ || (at == begin_ + 1 && view_.is_sign(begin_));
        const std::uint32_t limit = std::min(content_end_, speaker.end + kLongestSpeaker);
        std::uint32_t after = speaker.end;
        while (after < limit && !is_break(after)) ++after;
        const TokenSpan content =
            first ? TokenSpan{std::min(after, content_end_), content_end_} : TokenSpan{begin_, at};
        add(speaker, {at, at + 2}, content, Stance::asserts);
    }

    const TokenView& view_;
    std::uint32_t begin_;
    std::uint32_t end_;
    std::uint32_t content_end_ = 0;
    std::uint32_t number_;
    const std::vector<TokenSpan>& clauses_;
    const std::vector<Quotation>& quotations_;
    std::vector<Attribution>& found_;
};

}  // namespace

void find_attributions(const TokenView& view, const Sentence& sentence, std::uint32_t number,
                       const std::vector<TokenSpan>& clauses, const std::vector<Quotation>& quotations,
                       std::vector<Attribution>& attributions) {
    AttributionFinder(view, sentence, number, clauses, quotations, attributions).run();
}

void continue_quotations(const TokenView& view, const std::vector<Sentence>& sentences,
                         const std::vector<Quotation>& quotations, std::vector<Attribution>& attributions) {
    std::vector<Attribution> all;
    all.reserve(attributions.size());
    std::size_t next = 0;
    std::size_t quotation = 0;
    for (std::uint32_t number = 0; number < sentences.size(); ++number) {
        const TokenSpan tokens = sentences[number].tokens;
        const bool spoken = next < attributions.size() && attributions[next].sentence == number;
        while (next < attributions.size() && attributions[next].sentence == number) all.push_back(attributions[next++]);
        while (quotation < quotations.size() && quotations[quotation].tokens.begin < tokens.begin) ++quotation;
        const bool quoted = quotation < quotations.size() && quotations[quotation].tokens.begin == tokens.begin + 1;
        if (spoken || !quoted || number == 0 || all.empty()) continue;
        const Attribution& before = all.back();
        const bool follows = before.sentence + 1 == number && sentences[number - 1].block == sentences[number].block &&
                             before.content.end <= before.cue.begin && before.content.size() > 0 &&
                             view.has(before.content.begin, kInQuotation) && before.speaker.size() > 0;
        if (!follows) continue;
        Attribution attribution = before;
        attribution.sentence = number;
        attribution.content = quotations[quotation].tokens;
        all.push_back(attribution);
    }
    attributions = std::move(all);
}

}  // namespace axray::language
