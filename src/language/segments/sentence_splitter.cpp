#include "language/segments/sentence_splitter.hpp"

#include <algorithm>
#include <array>

#include "language/words/characters.hpp"
#include "language/words/lexicon.hpp"

namespace axray::language {
namespace {

bool is_closing(Sign sign) {
    return sign == Sign::close_quote || sign == Sign::close_bracket || sign == Sign::close_single ||
           sign == Sign::straight_quote || sign == Sign::straight_single;
}

bool is_opening(Sign sign) {
    return sign == Sign::open_quote || sign == Sign::open_bracket || sign == Sign::open_single ||
           sign == Sign::straight_quote || sign == Sign::straight_single;
}

constexpr std::uint32_t kLongWord = 5;  // letters; abbreviations are shorter
constexpr std::uint32_t kShortestRule = 8;
constexpr std::uint32_t kMostMarks = 12;  // end marks and closing marks of one sentence that are looked at
constexpr std::string_view kInvertedQuestion = "\xC2\xBF";
constexpr std::string_view kInvertedExclamation = "\xC2\xA1";

class Splitter {
public:
    Splitter(const TokenView& view, TokenSpan range) : view_(view), range_(range) {}

    // The first token of the next sentence, if the one that begins at `begin` ends at `at`; else `at`.
    std::uint32_t break_after(std::uint32_t at, std::uint32_t begin) const {
        if (begins_list_item(at + 1) || is_rule(at) || is_rule(at + 1)) return at + 1;
        const bool dotted = view_.keeps_stop(at);
        const Sign sign = view_.sign(at);
        const bool stop = sign == Sign::full_stop;
        const bool strong = sign == Sign::question || sign == Sign::exclamation || sign == Sign::emoticon;
        if (!dotted && !stop && !strong && sign != Sign::ellipsis) return at;

        std::uint32_t next = at + 1;
        const std::uint32_t limit = std::min(range_.end, at + kMostMarks);
        while (next < limit && is_terminal(next)) ++next;  // "?!", "...?"
        const std::uint32_t closers = next;
        while (next < limit && closes_here(next)) ++next;
        next = skip_footnotes(next);
        if (next >= range_.end) return at;
        const bool quoted = next > closers;
        if (opens_list(at, begin)) return at;
        if (!can_begin(next, at)) return !quoted && !dotted && lower_case_begins(next, at) ? next : at;
        if (strong) return quoted && names_speaker(next) ? at : next;
        if (sign == Sign::ellipsis) return ellipsis_ends(next) ? next : at;
        if (quoted && !dotted) return next;
        return !dotted || abbreviation_ends(at, next) ? next : at;
    }

private:
    bool is_terminal(std::uint32_t at) const {
        const Sign sign = view_.sign(at);
        return sign == Sign::full_stop || sign == Sign::question || sign == Sign::exclamation ||
               sign == Sign::ellipsis || sign == Sign::emoticon;
    }

    // A quotation mark or bracket that belongs to what is before it.
    bool closes_here(std::uint32_t at) const {
        if (view_.sign(at) == Sign::open_quote) {  // the German closing mark is the English opening one
            return view_.touches_previous(at) && !view_.touches_previous(at + 1);
        }
        if (!is_closing(view_.sign(at))) return false;
        if (view_.touches_previous(at)) return true;
        // A closing mark set apart by a blank, as some texts have it: not if it opens what follows.
        const Sign sign = view_.sign(at);
        return (sign == Sign::close_quote || sign == Sign::close_bracket) && !view_.touches_previous(at + 1);
    }

    // "...in 2020.[12][13] Next", "...in 2020. [12] Next": marks of notes belong to the sentence before them.
    std::uint32_t skip_footnotes(std::uint32_t next) const {
        const std::uint32_t limit = std::min(range_.end, next + 3 * kMostMarks);
        while (next + 2 < limit && view_.sign(next) == Sign::open_bracket && view_.slice(next) == "[" &&
               (view_.touches_previous(next) ? view_.is_wordlike(next + 1) : view_.is_number(next + 1)) &&
               view_.sign(next + 2) == Sign::close_bracket) {
            next += 3;
        }
        return next;
    }

    bool line_feed_before(std::uint32_t at) const {
        const std::uint32_t begin = view_.tokens.span[at - 1].end;
        const std::uint32_t size = view_.tokens.span[at].begin - begin;
        return size > 0 && view_.text.substr(begin, size).find('\n') != std::string_view::npos;
    }

    bool begins_list_item(std::uint32_t at) const {
        if (at >= range_.end || at == range_.begin || !view_.is_sign(at) || !view_.is_wordlike(at + 1)) return false;
        const Sign sign = view_.sign(at);
        if (sign == Sign::bullet) return !view_.touches_previous(at) && !view_.touches_previous(at + 1);
        return sign == Sign::dash && line_feed_before(at) && !view_.touches_previous(at + 1);
    }

    // Lower-case letter first and a capital after it: "iPhone", "eBay".
    bool is_mixed_case(std::uint32_t at) const {
        const std::string_view word = view_.slice(at);
        return word.size() > 1 && std::any_of(word.begin() + 1, word.begin() + std::min<std::size_t>(word.size(), 4),
                                              [](char letter) { return letter >= 'A' && letter <= 'Z'; });
    }

    bool has_case(std::uint32_t at) const {
        const std::string_view word = view_.slice(at);
        return static_cast<unsigned char>(word[0]) < 0x80 || character_at(word, 0).value < 0x590;
    }

    // "(a) The tenant", "[2] The owner".
    bool is_item_mark(std::uint32_t at) const {
        return at + 3 < range_.end && view_.sign(at) == Sign::open_bracket && view_.is_wordlike(at + 1) &&
               view_.tokens.span[at + 1].size() <= 3 && view_.sign(at + 2) == Sign::close_bracket &&
               view_.capitalised(at + 3);
    }

    // The first word at or after `at`, past opening marks.
    std::uint32_t first_word(std::uint32_t at) const {
        if (is_item_mark(at)) return at + 3;
        const std::uint32_t limit = std::min(range_.end, at + 4);
        while (at < limit && is_opening(view_.sign(at))) ++at;
        return at;
    }

    // What stands at `next` can be the beginning of a sentence, as far as its own look tells.
    bool can_begin(std::uint32_t next, std::uint32_t end) const {
        if (!view_.touches_previous(next)) {
            const std::uint32_t word = first_word(next);
            if (word >= range_.end) return false;
            if (view_.is_word(word) || view_.tokens.kind[word] == TokenKind::alphanumeric) {
                return view_.has(word, kCapitalised) || is_mixed_case(word) || !has_case(word) ||
                       view_.slice(word)[0] <= '9';
            }
            if (view_.is_wordlike(word)) return true;
            const Sign sign = view_.sign(word);
            return sign == Sign::bullet || sign == Sign::dollar || sign == Sign::pound || sign == Sign::euro ||
                   sign == Sign::ellipsis || view_.slice(word) == "#" || view_.slice(word) == kInvertedQuestion ||
                   view_.slice(word) == kInvertedExclamation;
        }
        // No blank: "the end.The next", but not "Node.Js" or "3.A".
        const bool before =
            next > end + 1 || (end > range_.begin && view_.is_word(end - 1) && !view_.has(end - 1, kAllCapitals) &&
                               view_.tokens.span[end - 1].size() > 1);
        return before && view_.is_word(next) && view_.has(next, kCapitalised) && view_.tokens.span[next].size() > 1 &&
               !view_.keeps_stop(end);
    }

    // A word that begins sentences and no names: "The", "He", "In", "But".
    bool is_starter(std::uint32_t next) const {
        const std::uint32_t word = first_word(next);
        if (!view_.is_word(word)) return word < range_.end;  // a number, a symbol
        return view_.facts[word].is(kUseFunction | kUseDiscourse) && view_.has(word, kCapitalised) &&
               !view_.has(word, kAllCapitals) && !view_.is_initial(word);
    }

    // "Why?" Smith asked: a name and a reporting verb carry the sentence on.
    bool names_speaker(std::uint32_t next) const {
        if (!view_.is_word(next) || view_.facts[next].is(kUseFunction)) return false;
        const std::uint32_t limit = std::min(range_.end, next + 5);
        for (std::uint32_t at = next; at < limit && view_.is_word(at); ++at) {
            if (view_.facts[at].is(kUseAssert | kUseReport | kUseDeny)) return true;
            if (!view_.has(at, kCapitalised)) return false;
        }
        return false;
    }

    // "it is closed. we went home": texts without capitals. The full stop of an abbreviation that is in no list stands
    // after a word that the dictionary does not have.
    bool lower_case_begins(std::uint32_t next, std::uint32_t at) const {
        if (at == range_.begin || !view_.is_word(at - 1) || !view_.touches_previous(at) || !view_.is_word(next) ||
            view_.touches_previous(next))
            return false;
        switch (view_.sign(at)) {
            case Sign::full_stop: return !could_abbreviate(at - 1);
            case Sign::question: return !reports_within(next);
            case Sign::exclamation: return !view_.capitalised(at - 1) && !reports_within(next);  // "Yahoo! bought"
            default: return false;
        }
    }

    // "5 cm. long", "Id. at 7", "the Terr. of Orsk".
    bool could_abbreviate(std::uint32_t word) const {
        const std::uint32_t size = view_.tokens.span[word].size();
        if (size >= kLongWord) return false;
        const bool measure = word > range_.begin && view_.is_number(word - 1);
        return !view_.can_be(word, kKnown) || (size <= 3 && (measure || view_.capitalised(word)));
    }

    // "Will it hold? she said aloud", "he wondered.": a verb of saying among the next words, or nothing but two.
    bool reports_within(std::uint32_t next) const {
        static constexpr std::array<std::string_view, 5> kSpeakers = {"he", "she", "they", "i", "we"};
        const bool speaker = std::any_of(kSpeakers.begin(), kSpeakers.end(),
                                         [&](std::string_view pronoun) { return view_.reads(next, pronoun); });
        if (speaker && view_.is_word(next + 1) &&
            (next + 2 >= range_.end || (view_.is_sign(next + 2) && view_.touches_previous(next + 2))))
            return true;
        const std::uint32_t limit = std::min(range_.end, next + 3);
        for (std::uint32_t at = next; at < limit && view_.is_word(at); ++at) {
            if (view_.uses(at, kUseAssert | kUseReport | kUseDeny | kUseDoubt)) return true;
        }
        return false;
    }

    bool ellipsis_ends(std::uint32_t next) const {
        const std::uint32_t word = first_word(next);
        return view_.is_wordlike(word) && view_.has(word, kCapitalised) && view_.slice(word) != "I";
    }

    // "vitamin C.", "Plan B.": a letter that counts, not an initial.
    bool is_counting_letter(std::uint32_t at) const {
        return at > range_.begin && view_.is_word(at - 1) && !view_.has(at - 1, kCapitalised);
    }

    // A sentence ends with the abbreviation or initial at `at`.
    bool abbreviation_ends(std::uint32_t at, std::uint32_t next) const {
        const std::string_view written = view_.slice(at);
        if (std::count(written.begin(), written.end(), '.') > 1) return dotted_ends(at, next);
        const WordFacts& facts = view_.facts[at];
        const bool number_next = view_.is_number(next) || view_.tokens.kind[next] == TokenKind::alphanumeric;
        const bool starts = is_starter(next) && !number_next;
        if (written == "etc.") return true;
        if (written == "v." || written == "vs.") return false;
        if (view_.is_initial(at)) return starts || (is_counting_letter(at) && !view_.capitalised(next));
        if (facts.is(kUseTitleAbbreviation) && view_.has(at, kCapitalised)) return starts && ends_name(at);
        return starts;
    }

    // "U.S.", "a.m.", "e.g.": full stops after each letter.
    bool dotted_ends(std::uint32_t at, std::uint32_t next) const {
        if (view_.slice(at) == "e.g." || view_.slice(at) == "i.e.") return false;
        if (view_.is_number(next)) return false;  // "A.D. 120", "12 U.S. 345"
        if (is_starter(next)) return true;
        const bool time = view_.has(at, kCapitalised) ? view_.slice(at) == "P.M." || view_.slice(at) == "A.M."
                                                      : view_.slice(at) == "a.m." || view_.slice(at) == "p.m.";
        if (!time) return false;
        constexpr std::uint64_t kAfterTime = kUseMonth | kUseMonthAbbreviation | kUseWeekday;
        static constexpr std::string_view kZones[] = {"Eastern", "Pacific", "Central", "Mountain", "Moscow", "London"};
        const std::string_view word = view_.slice(next);
        return view_.is_word(next) && !view_.facts[next].is(kAfterTime) && !view_.has(next, kAllCapitals) &&
               std::find(std::begin(kZones), std::end(kZones), word) == std::end(kZones);
    }

    // "on Main St. The": a title after a capitalised word stands at its end.
    bool ends_name(std::uint32_t word) const { return word > range_.begin && view_.capitalised(word - 1); }

    // "1. First", "b. Second", "*3. Third", "IV. Fourth" at the beginning of a sentence or line: `at` is the full stop,
    // or the letter that keeps it.
    bool opens_list(std::uint32_t at, std::uint32_t begin) const {
        const bool dotted = view_.is_initial(at);
        if (!dotted && (view_.sign(at) != Sign::full_stop || at == begin || !view_.touches_previous(at))) return false;
        const std::uint32_t word = dotted ? at : at - 1;
        std::uint32_t first = begin;
        while (first < word && first < begin + 2 && view_.is_sign(first)) ++first;
        if (first != word && !line_feed_before(word)) return false;
        const std::string_view written = view_.slice(word);
        if (dotted || (view_.is_number(word) && written.size() <= 2)) return true;
        return view_.is_word(word) &&
               (written.size() == 1 || (written.size() <= 4 && written.find_first_not_of("IVX") == std::string::npos));
    }

    // A line drawn with signs: "----------".
    bool is_rule(std::uint32_t at) const {
        if (at >= range_.end || !view_.is_sign(at) || view_.tokens.span[at].size() < kShortestRule) return false;
        const std::string_view written = view_.slice(at);
        return std::string_view("-=_*~#+").find(written.front()) != std::string_view::npos &&
               written.front() == written.back();
    }

    const TokenView& view_;
    TokenSpan range_;
};

}  // namespace

void split_sentences(const TokenView& view, TokenSpan range, std::uint32_t block, std::vector<Sentence>& sentences) {
    const Splitter splitter(view, range);
    std::uint32_t begin = range.begin;
    std::uint32_t at = begin;
    while (at < range.end) {
        const std::uint32_t next = splitter.break_after(at, begin);
        if (next > at) {
            sentences.push_back({view.span({begin, next}), {begin, next}, block});
            begin = next;
            at = next;
        } else {
            ++at;
        }
    }
    if (begin < range.end) sentences.push_back({view.span({begin, range.end}), {begin, range.end}, block});
}

}  // namespace axray::language
