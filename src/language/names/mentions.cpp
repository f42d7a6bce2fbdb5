#include "language/names/mentions.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "language/names/acronyms.hpp"
#include "language/names/mention_maker.hpp"

namespace axray::language {
namespace {

constexpr std::uint32_t kLongestName = 16;                // tokens
constexpr std::uint64_t kLowerCase = 0x5BD1E9955BD1E995;  // sets evidence against a name apart from evidence for it
constexpr std::uint64_t kAlone = 0x9E3779B97F4A7C15;      // a capital with none beside it
constexpr std::uint64_t kCalendar = kUseMonth | kUseWeekday;

class MentionFinder {
public:
    MentionFinder(const TokenView& view, std::vector<std::uint64_t>& names, std::vector<Mention>& mentions)
        : view_(view), names_(names), mentions_(mentions) {}

    // Words that are capitalised within a sentence, where only names are; and unknown words in lower case.
    void collect_evidence(const Sentence& sentence) {
        for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
            if (!view_.is_word(at)) continue;
            if (view_.has(at, kCapitalised)) {
                if (view_.has(at, kSentenceInitial | kFunctionWord)) continue;
                names_.push_back(view_.tokens.form[at]);
                const bool alone = !view_.has(at - 1, kCapitalised) && !view_.has(at + 1, kCapitalised);
                if (alone) names_.push_back(view_.tokens.form[at] ^ kAlone);
            } else if (!view_.can_be(at, kKnown)) {
                names_.push_back(view_.tokens.form[at] ^ kLowerCase);
            }
        }
    }

    void sort_evidence() { std::sort(names_.begin(), names_.end()); }

    void run(TokenSpan sentence, SentenceCase sentence_case) {
        begin_ = sentence.begin;
        end_ = sentence.end;
        case_ = sentence_case;
        for (std::uint32_t at = begin_; at < end_;) {
            const std::uint32_t next = find_at(at);
            at = next > at ? next : at + 1;
        }
    }

private:
    bool seen_within_sentence(std::uint32_t at) const {
        return std::binary_search(names_.begin(), names_.end(), view_.tokens.form[at]);
    }

    bool seen_alone(std::uint32_t at) const {
        return std::binary_search(names_.begin(), names_.end(), view_.tokens.form[at] ^ kAlone);
    }

    // A word that no dictionary has and that the text writes in lower case elsewhere: "cyber".
    bool seen_in_lower_case(std::uint32_t at) const {
        return std::binary_search(names_.begin(), names_.end(), view_.tokens.form[at] ^ kLowerCase);
    }

    // A capitalised word, or letters and digits, that nothing speaks against being part of a name.
    bool is_name_word(std::uint32_t at) const {
        if (at >= end_ || !view_.has(at, kCapitalised) || view_.is_sign(at) || view_.tokens.date[at] != kNone)
            return false;
        if (view_.tokens.kind[at] == TokenKind::alphanumeric) return true;
        if (!view_.is_word(at)) return false;
        if (is_initial(at)) return true;
        const WordFacts& facts = view_.facts[at];
        if (facts.is(kCalendar)) return facts.is(kUseNotDate) && is_may_or_will(at);
        if (facts.is(kUseFunction)) return is_may_or_will(at);
        if (view_.tokens.span[at].size() == 1) return at > begin_;
        return case_ == SentenceCase::normal || is_known_name(at);
    }

    // The "A." of "John A. Smith".
    bool is_initial(std::uint32_t at) const {
        return view_.is_initial(at) && at + 1 < end_ && view_.capitalised(at + 1) && at > begin_ &&
               view_.capitalised(at - 1);
    }

    // "Theresa May", "Will Smith", "April Jones": words that are names only beside names.
    bool is_may_or_will(std::uint32_t at) const {
        if (case_ != SentenceCase::normal || view_.has(at, kAllCapitals | kSentenceInitial)) return false;
        const bool name_before = at > begin_ && view_.has(at - 1, kCapitalised) && view_.is_word(at - 1) &&
                                 !view_.has(at - 1, kFunctionWord);
        if (view_.reads(at, "may") || view_.reads(at, "march")) return name_before;
        const bool first_name =
            view_.reads(at, "will") || view_.reads(at, "april") || view_.reads(at, "june") || view_.reads(at, "august");
        return first_name &&
               (name_before || (at + 1 < end_ && view_.capitalised(at + 1) && !view_.has(at + 1, kFunctionWord)));
    }

    // Believed to be a name although every word here has a capital.
    bool is_known_name(std::uint32_t at) const {
        if (view_.can_be(at, kProper) || view_.uses(at, kUseDemonym)) return true;
        if (case_ == SentenceCase::title && view_.has(at, kAllCapitals)) return true;
        if (view_.can_be(at, kKnown)) return seen_alone(at);
        return view_.tokens.span[at].size() >= 3 && !seen_in_lower_case(at);
    }

    // The first word of a sentence begins a name only with evidence.
    bool may_start(std::uint32_t at) const {
        if (!is_name_word(at)) return false;
        if (case_ != SentenceCase::normal || !view_.has(at, kSentenceInitial)) return true;
        if (view_.tokens.kind[at] == TokenKind::alphanumeric || view_.has(at, kAllCapitals)) return true;
        if (view_.uses(at, kUseDemonym | kUsePersonTitle)) return true;
        const bool common = view_.can_be(at, kKnown) && !view_.can_be(at, kProper);
        if (seen_within_sentence(at) || (!common && !seen_in_lower_case(at))) return true;
        if (view_.uses(at, kUseCardinal | kUseOrdinal | kUseDiscourse | kUseLight | kUseVague)) return false;
        const bool nominal = view_.can_be(at, kBaseNoun | kBaseAdjective) && !view_.can_be(at, kPlural | kIngForm);
        return nominal && is_name_word(at + 1) && !view_.can_be(at, kAdverb);
    }

    bool joined_by_hyphen(std::uint32_t hyphen) const {
        return hyphen < end_ && view_.sign(hyphen) == Sign::hyphen && view_.touches_previous(hyphen) &&
               view_.touches_previous(hyphen + 1);
    }

    // Position after the connecting words at `at` ("of the", "de", "&") when a name goes on behind them; else `at`.
    std::uint32_t past_connector(std::uint32_t first, std::uint32_t at) const {
        if (at + 1 >= end_) return at;
        if (joined_by_hyphen(at)) {
            const bool goes_on =
                is_name_word(at + 1) || (view_.is_number(at + 1) && view_.tokens.span[at + 1].size() <= 3);
            return goes_on ? at + 1 : at;
        }
        if (view_.sign(at) == Sign::ampersand) return is_name_word(at + 1) ? at + 1 : at;
        if (!view_.uses(at, kUseNameInner) || !view_.is_word(at)) return at;
        const bool of = view_.reads(at, "of") || view_.reads(at, "for") || view_.reads(at, "upon");
        const bool conjunction = view_.reads(at, "and");
        if (view_.reads(at, "the")) return at;
        if ((of || conjunction) && case_ != SentenceCase::normal) return at;
        if (of && !heads_institution(at - 1)) return at;
        if (conjunction && !and_inside(first, at)) return at;
        const bool two =
            (of && view_.reads(at + 1, "the")) || (!of && !conjunction && joined_by_hyphen(at + 1));  // "al-Assad"
        const std::uint32_t next = two ? at + 2 : at + 1;
        return is_name_word(next) && !view_.uses(next, kUsePersonTitle) ? next : at;
    }

    // "Ministry of ...", "Bank of ...": an ordinary noun with a capital.
    bool heads_institution(std::uint32_t at) const {
        if (view_.uses(at, kUseOrganisation)) return true;
        return view_.can_be(at, kBaseNoun) && !view_.can_be(at, kProper) && !view_.has(at, kAllCapitals) &&
               !view_.has(at, kSentenceInitial);
    }

    // "Department of Health and Human Services", "Belt and Road Initiative".
    bool and_inside(std::uint32_t first, std::uint32_t at) const {
        for (std::uint32_t token = first; token < at; ++token) {
            if (view_.reads(token, "of") && view_.uses(first, kUseOrganisation)) return true;
        }
        const bool ordinary = at == first + 1 && !view_.can_be(first, kProper) && view_.can_be(first, kBaseNoun) &&
                              !view_.has(first, kAllCapitals);
        return ordinary && is_name_word(at + 1) && is_name_word(at + 2) && !view_.can_be(at + 1, kProper);
    }

    // Lower-case particles with which a name begins: "al-Assad", "de Gaulle" (within a sentence only).
    std::uint32_t particle_start(std::uint32_t at) const {
        if (!view_.uses(at, kUseNameInner) || view_.has(at, kCapitalised) || !view_.is_word(at)) return at;
        const bool particle = !view_.reads(at, "of") && !view_.reads(at, "the") && !view_.reads(at, "and") &&
                              !view_.reads(at, "for") && !view_.reads(at, "upon") && !view_.reads(at, "la") &&
                              !view_.reads(at, "den");
        if (!particle) return at;
        const std::uint32_t next = joined_by_hyphen(at + 1) ? at + 2 : at + 1;
        return is_name_word(next) ? next : at;
    }

    std::uint32_t find_at(std::uint32_t at) {
        if (view_.tokens.kind[at] == TokenKind::punctuation || view_.tokens.kind[at] == TokenKind::number) return at;
        const std::uint32_t start = particle_start(at);
        if (start == at && !may_start(at)) return at;
        std::uint32_t last = start;  // last word of the name so far
        while (last - at < kLongestName && !is_country_acronym(last)) {
            if (ends_at_stop(last)) break;
            const std::uint32_t next = is_name_word(last + 1) ? last + 1 : past_connector(at, last + 1);
            if (next == last + 1 && !is_name_word(next)) break;
            last = next;
        }
        std::uint32_t end = last + 1;
        if (number_belongs(last)) ++end;
        add_parts({at, end});
        return end;
    }

    // "Norvik Inc. Chief Executive": a name goes on after initials ("J. K. Rowan") and titles, not after these.
    bool ends_at_stop(std::uint32_t at) const {
        return view_.keeps_stop(at) && view_.uses(at, kUseAbbreviation) && !view_.is_initial(at) &&
               !view_.uses(at, kUseTitleAbbreviation) && !view_.uses(at + 1, kUseOrganisation);  // "Co. Ltd"
    }

    // "US Justice Department" is two names.
    bool is_country_acronym(std::uint32_t at) const {
        return view_.uses(at, kUseDemonym) && view_.is_word(at) && view_.has(at, kAllCapitals);
    }

    // "APT 31": an acronym and a short number are one name; "the US 14 people" are not.
    bool number_belongs(std::uint32_t last) const {
        const std::uint32_t number = last + 1;
        if (number >= end_ || !view_.is_number(number) || view_.tokens.span[number].size() > 4) return false;
        if (view_.tokens.date[number] != kNone || view_.tokens.quantity[number] != kNone ||
            view_.touches_previous(number))
            return false;
        return view_.has(last, kCapitalised) && !view_.uses(last, kUseDemonym | kUseCurrency);
    }

    // Titles in front of or within the sequence separate names: "UK Prime Minister Rishi Sunak".
    void add_parts(TokenSpan found) {
        std::uint32_t begin = found.begin;
        const bool organisation = view_.uses(found.end - 1, kUseOrganisation) || has_connector(found);
        if (!organisation) {
            std::uint32_t at = found.begin;
            while (at < found.end) {
                if (!is_title(at)) {
                    ++at;
                    continue;
                }
                std::uint32_t after = at;
                while (after < found.end && (is_title(after) || is_title_joint(after))) ++after;
                if (at > begin && !is_ordinary({begin, at})) add({begin, at});
                begin = after;
                at = after;
            }
        }
        if (begin < found.end) add({begin, found.end});
    }

    // Dictionary words only: "Foreign" of "Foreign Secretary".
    bool is_ordinary(TokenSpan range) const {
        for (std::uint32_t at = range.begin; at < range.end; ++at) {
            if (!view_.can_be(at, kKnown) || view_.can_be(at, kProper) || view_.has(at, kAllCapitals)) return false;
        }
        return range.size() <= 2;
    }

    bool has_connector(TokenSpan range) const {
        for (std::uint32_t at = range.begin; at < range.end; ++at) {
            if (view_.reads(at, "of") || view_.reads(at, "and")) return true;
        }
        return false;
    }

    bool is_title(std::uint32_t at) const { return view_.uses(at, kUsePersonTitle) && view_.is_word(at); }
    // "Vice-President"
    bool is_title_joint(std::uint32_t at) const { return view_.sign(at) == Sign::hyphen; }

    void add(TokenSpan tokens) { append_mention(view_, tokens, NameType::unknown, mentions_); }

    const TokenView& view_;
    std::vector<std::uint64_t>& names_;
    std::vector<Mention>& mentions_;
    std::uint32_t begin_ = 0;
    std::uint32_t end_ = 0;
    SentenceCase case_ = SentenceCase::normal;
};

}  // namespace

std::vector<Mention> find_mentions(const TokenView& view, const std::vector<Sentence>& sentences,
                                   const std::vector<SentenceCase>& cases, std::vector<std::uint64_t>& scratch) {
    std::vector<Mention> mentions;
    scratch.clear();
    MentionFinder finder(view, scratch, mentions);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        if (cases[i] == SentenceCase::normal) finder.collect_evidence(sentences[i]);
    }
    finder.sort_evidence();
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        const std::size_t first = mentions.size();
        finder.run(sentences[i].tokens, cases[i]);
        link_acronyms(view, sentences[i].tokens, first, mentions);
    }
    return mentions;
}

}  // namespace axray::language
