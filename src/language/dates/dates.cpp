#include "language/dates/dates.hpp"

#include <array>

#include "language/quantities/numbers.hpp"
#include "language/words/lexicon.hpp"

namespace axray::language {
namespace {

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

// Year 0 means unknown: the 29th of February is a day then.
bool is_day(int year, int month, int day) {
    static constexpr std::array<int, 13> kDays = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12 || day < 1 || day > kDays[static_cast<std::size_t>(month)]) return false;
    return !(month == 2 && day == 29 && year != 0 && !is_leap(year));
}

class DateFinder {
public:
    DateFinder(const TokenView& view, std::vector<Date>& dates) : view_(view), dates_(dates) {}

    void run(TokenSpan sentence) {
        begin_ = sentence.begin;
        end_ = sentence.end;
        for (at_ = begin_; at_ < end_;) {
            const std::uint32_t next = find_at(at_);
            at_ = next > at_ ? next : at_ + 1;
        }
    }

private:
    struct Day {
        int day = 0;
        std::uint32_t end = 0;  // position after it; 0 when there is none
    };

    // Position after the date or dates that begin at `at`, or `at`.
    std::uint32_t find_at(std::uint32_t at) {
        switch (view_.tokens.kind[at]) {
            case TokenKind::word: {
                const WordFacts& facts = view_.facts[at];
                if (!facts.is(kUseMonth | kUseMonthAbbreviation | kUseWeekday)) return at;
                if (!view_.has(at, kCapitalised)) return at;
                return facts.is(kUseWeekday) ? from_weekday(at) : from_month(at);
            }
            case TokenKind::number: return from_number(at);
            case TokenKind::alphanumeric: {
                const std::uint32_t next = decade(at);
                return next > at ? next : from_number(at);
            }
            default: return at;
        }
    }

    bool is(std::uint32_t at, Sign sign) const { return at < end_ && view_.sign(at) == sign; }
    bool is_joined(std::uint32_t at, Sign sign) const {
        return is(at, sign) && view_.touches_previous(at) && view_.touches_previous(at + 1);
    }
    bool word(std::uint32_t at, std::string_view lower) const {
        return at >= begin_ && at < end_ && view_.reads(at, lower);
    }

    // "25", "25th", 1..31
    Day day_at(std::uint32_t at) const {
        if (at < begin_ || at >= end_) return {};
        const TokenKind kind = view_.tokens.kind[at];
        if (kind == TokenKind::number) {
            const int value = integer(at, 2);
            return value >= 1 && value <= 31 ? Day{value, at + 1} : Day{};
        }
        if (kind != TokenKind::alphanumeric || view_.tokens.span[at].size() > 4) return {};
        const ParsedNumber number = parse_number(view_, at, end_);
        if (number.kind != NumberKind::ordinal || number.low < 1 || number.low > 31) return {};
        return {static_cast<int>(number.low), at + 1};
    }

    // A plain number of at most `digits` digits; -1 for anything else.
    int integer(std::uint32_t at, std::uint32_t digits) const {
        if (at < begin_ || at >= end_ || !view_.is_number(at)) return -1;
        const std::string_view written = view_.slice(at);
        if (written.size() > digits) return -1;
        int value = 0;
        for (const char byte : written) {
            if (byte < '0' || byte > '9') return -1;
            value = value * 10 + (byte - '0');
        }
        return value;
    }

    int year_at(std::uint32_t at) const {
        if (at >= end_ || view_.tokens.span[at].size() != 4) return 0;
        const int year = integer(at, 4);
        return year >= 1000 && year <= 2099 ? year : 0;
    }

    int month_at(std::uint32_t at) const {
        const bool month = at >= begin_ && at < end_ && view_.uses(at, kUseMonth | kUseMonthAbbreviation) &&
                           view_.has(at, kCapitalised);
        return month ? view_.value(at) : 0;
    }

    // The full stop of an abbreviated month belongs to it.
    std::uint32_t past_month(std::uint32_t month) const {
        const bool stop =
            view_.uses(month, kUseMonthAbbreviation) && is(month + 1, Sign::full_stop) && month + 2 < end_;
        return stop ? month + 2 : month + 1;
    }

    // The position of a year that follows a day or month at `at`: ", 2024", "2024", "of 2024"; 0 when none does.
    std::uint32_t year_after(std::uint32_t at) const {
        if (year_at(at) != 0) return at;
        if ((is(at, Sign::comma) || word(at, "of")) && year_at(at + 1) != 0) return at + 1;
        return 0;
    }

    void add(TokenSpan tokens, int year, int month, int day, int weekday) {
        Date date;
        date.tokens = tokens;
        date.span = view_.span(tokens);
        date.year = static_cast<std::int16_t>(year);
        date.month = static_cast<std::int8_t>(month);
        date.day = static_cast<std::int8_t>(day);
        date.weekday = static_cast<std::int8_t>(weekday);
        for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
            view_.tokens.date[token] = static_cast<std::uint32_t>(dates_.size());
            if (month_at(token) != 0) view_.unmark(token, kFunctionWord);
        }
        dates_.push_back(date);
    }

    // "Monday", "Monday, March 25", "Monday 25 March 2024"
    std::uint32_t from_weekday(std::uint32_t at) {
        const std::uint32_t next = is(at + 1, Sign::comma) ? at + 2 : at + 1;
        const int weekday = view_.value(at);
        if (next < end_) {
            const std::size_t count = dates_.size();
            const std::uint32_t after = month_at(next) != 0 ? month_first(next) : day_first(next);
            if (after > next && dates_.size() > count) {
                Date& date = dates_[count];
                date.weekday = static_cast<std::int8_t>(weekday);
                date.tokens.begin = at;
                date.span = view_.span(date.tokens);
                view_.tokens.date[at] = static_cast<std::uint32_t>(count);
                if (next > at + 1) view_.tokens.date[at + 1] = static_cast<std::uint32_t>(count);
                return after;
            }
        }
        add({at, at + 1}, 0, 0, 0, weekday);
        return at + 1;
    }

    std::uint32_t from_month(std::uint32_t at) {
        if (const std::uint32_t after = month_first(at); after > at) return after;
        // The month alone: "in March". Names that are first names or verbs too need a word that says so.
        if (view_.uses(at, kUseMonthAbbreviation) && !is(at + 1, Sign::full_stop)) return at;
        if (view_.uses(at, kUseNotDate) && (!date_word_before(at) || view_.capitalised(at + 1))) return at;
        add({at, at + 1}, 0, month_at(at), 0, 0);
        return at + 1;
    }

    bool date_word_before(std::uint32_t at) const {
        if (at == begin_) return false;
        const std::uint32_t before = is(at - 1, Sign::hyphen) && at - 1 > begin_ ? at - 2 : at - 1;
        if (month_at(before) != 0) return true;
        return view_.uses(before, kUseDateContext) && !word(before, "and") && !word(before, "or");
    }

    // "March 25, 2024", "March 25-27", "March 2024"; `at` when no number follows.
    std::uint32_t month_first(std::uint32_t at) {
        const int month = month_at(at);
        const std::uint32_t next = past_month(at);
        const bool impossible_day =
            integer(at - 1, 2) >= 0;  // "31 February 2024": as a possible day it was taken before
        if (const std::uint32_t year = year_after(next); year != 0) {
            if (impossible_day) return year + 1;
            add({at, year + 1}, year_at(year), month, 0, 0);
            return year + 1;
        }
        const Day first = day_at(next);
        if (first.end == 0 || is_time(first.end)) return at;
        if (word(at - 1, "in") && counts(first.end)) return at;  // "in March 14 people died"
        Day last = range_end(first.end);
        if (last.end != 0 && last.day <= first.day) last = {};
        if (last.end != 0 && month_at(last.end) != 0) last = {};  // "March 25 to 2 April"
        const std::uint32_t days_end = last.end != 0 ? last.end : first.end;
        const std::uint32_t year_token = year_after(days_end);
        const int year = year_token != 0 ? year_at(year_token) : 0;
        if (!is_day(year, month, first.day) || (last.end != 0 && !is_day(year, month, last.day))) return at;
        const std::uint32_t end = year_token != 0 ? year_token + 1 : days_end;
        add_days({at, end}, year, month, first, last);
        return end;
    }

    // One date of all `tokens`, or two when a last day follows the first.
    void add_days(TokenSpan tokens, int year, int month, Day first, Day last) {
        if (last.end == 0) {
            add(tokens, year, month, first.day, 0);
        } else {
            add({tokens.begin, first.end}, year, month, first.day, 0);
            add({last.end - 1, tokens.end}, year, month, last.day, 0);
        }
    }

    // "10:30", "5 p.m."
    bool is_time(std::uint32_t after) const {
        if (is_joined(after, Sign::colon)) return true;
        return after < end_ && view_.is_word(after) &&
               (view_.slice(after) == "p.m." || view_.slice(after) == "a.m." || view_.slice(after) == "pm" ||
                view_.slice(after) == "am");
    }

    // The day that ends a range begun before `at`: "-27", "to 27", "and 27".
    Day range_end(std::uint32_t at) const {
        if (is_joined(at, Sign::hyphen) || is(at, Sign::dash) || word(at, "to") || word(at, "and"))
            return day_at(at + 1);
        return {};
    }

    // "25 March 2024", "25th of March", "25-27 March", "25 to 27 March"
    std::uint32_t day_first(std::uint32_t at) {
        const Day first = day_at(at);
        if (first.end == 0) return at;
        std::uint32_t month_token = word(first.end, "of")                ? first.end + 1
                                    : is_joined(first.end, Sign::hyphen) ? first.end + 1
                                                                         : first.end;
        Day last;
        if (month_at(month_token) == 0) {
            last = range_end(first.end);
            if (last.end == 0 || last.day <= first.day) return at;
            month_token = word(last.end, "of") ? last.end + 1 : last.end;
        }
        const int month = month_at(month_token);
        if (month == 0) return at;
        const std::uint32_t after = past_month(month_token);
        const std::uint32_t year_token =
            is_joined(after, Sign::hyphen) ? (year_at(after + 1) != 0 ? after + 1 : 0) : year_after(after);
        const int year = year_token != 0 ? year_at(year_token) : 0;
        if (!is_day(year, month, first.day) || (last.end != 0 && !is_day(year, month, last.day))) return at;
        const std::uint32_t end = year_token != 0 ? year_token + 1 : after;
        add_days({at, end}, year, month, first, last);
        return end;
    }

    std::uint32_t from_number(std::uint32_t at) {
        if (const std::uint32_t after = numeric(at); after > at) return after;
        if (const std::uint32_t after = day_first(at); after > at) return after;
        const int year = year_at(at);
        if (year == 0) return at;
        const std::uint32_t after = year_range(at, year);
        if (after > at) return after;
        if (!year_in_context(at, year)) return at;
        add({at, at + 1}, year, 0, 0, 0);
        return at + 1;
    }

    // "2024-03-25", "25/03/2024", "25.03.2024"
    std::uint32_t numeric(std::uint32_t at) {
        if (view_.tokens.kind[at] != TokenKind::number ||
            (at > begin_ && view_.touches_previous(at) && view_.is_sign(at - 1) &&
             view_.sign(at - 1) != Sign::open_bracket))
            return at;
        if (const Date date = dotted(at); date.year != 0) {
            add({at, at + 1}, date.year, date.month, date.day, 0);
            return at + 1;
        }
        const bool hyphens = is_joined(at + 1, Sign::hyphen) && is_joined(at + 3, Sign::hyphen);
        const bool slashes = is_joined(at + 1, Sign::slash) && is_joined(at + 3, Sign::slash);
        if ((!hyphens && !slashes) || at + 4 >= end_) return at;
        const int first = integer(at, 4);
        const int second = integer(at + 2, 2);
        const int third = integer(at + 4, 4);
        if (first < 0 || second < 0 || third < 0) return at;
        if (year_at(at) != 0) return add_numeric(at, first, second, third);
        const int year = year_at(at + 4) != 0                               ? third
                         : view_.tokens.span[at + 4].size() == 2 && slashes ? (third < 50 ? 2000 : 1900) + third
                                                                            : 0;
        if (year == 0 || first > 31) return at;
        if (first > 12) return add_numeric(at, year, second, first);
        if (second > 12) return add_numeric(at, year, first, second);
        if (first == second) return add_numeric(at, year, first, second);
        if (!is_day(year, second, first)) return at;
        add({at, at + 5}, year, 0, 0, 0);  // day and month cannot be told apart
        return at + 5;
    }

    std::uint32_t add_numeric(std::uint32_t at, int year, int month, int day) {
        if (!is_day(year, month, day)) return at;
        add({at, at + 5}, year, month, day, 0);
        return at + 5;
    }

    Date dotted(std::uint32_t at) const {
        const std::string_view written = view_.slice(at);
        Date date;
        std::array<int, 3> parts{};
        std::size_t part = 0;
        std::size_t digits = 0;
        for (const char byte : written) {
            if (byte == '.') {
                if (++part > 2 || digits == 0 || digits > 2) return date;
                digits = 0;
            } else if (byte < '0' || byte > '9' || ++digits > 4) {
                return date;
            } else {
                parts[part] = parts[part] * 10 + (byte - '0');
            }
        }
        if (part != 2 || digits != 4 || parts[2] < 1000 || parts[2] > 2099 || !is_day(parts[2], parts[1], parts[0]))
            return date;
        date.year = static_cast<std::int16_t>(parts[2]);
        date.month = static_cast<std::int8_t>(parts[1]);
        date.day = static_cast<std::int8_t>(parts[0]);
        return date;
    }

    // "2014-2022", "2014 to 2022", "between 2014 and 2022", "2014-22": two dates.
    std::uint32_t year_range(std::uint32_t at, int year) {
        const bool hyphen = is_joined(at + 1, Sign::hyphen) || is_joined(at + 1, Sign::dash);
        const bool to = word(at + 1, "to") || word(at + 1, "until") || word(at + 1, "through");
        const bool between = word(at + 1, "and") && (word(at - 1, "between") || word(at - 1, "in"));
        if (!hyphen && !to && !between) return at;
        int last = year_at(at + 2);
        if (last == 0 && hyphen && at + 2 < end_ && view_.tokens.span[at + 2].size() == 2) {
            const int short_year = integer(at + 2, 2);
            if (short_year >= 0) last = year / 100 * 100 + short_year;
        }
        if (last < year || (last == year && !hyphen) || (to && last - year > 300)) return at;
        if (is_joined(at + 3, Sign::hyphen) || counts(at + 3)) return at;
        add({at, at + 1}, year, 0, 0, 0);
        add({at + 2, at + 3}, last, 0, 0, 0);
        return at + 3;
    }

    // A plural noun, a unit, a multiplier: what stands before it was a count.
    bool counts(std::uint32_t at) const {
        if (at >= end_) return false;
        if (is(at, Sign::percent)) return true;
        if (!view_.is_word(at) || view_.has(at, kFunctionWord) || view_.capitalised(at)) return false;
        if (view_.uses(at, kUseMultiplier | kUsePercent | kUseCurrency)) return true;
        return view_.can_be(at, kPlural) && !view_.can_be(at, kPastForm);
    }

    bool year_in_context(std::uint32_t at, int year) const {
        if (view_.tokens.date[at] != kNone) return false;
        const std::uint32_t before = at == begin_ ? kNone : at - 1;
        const bool signed_before = before != kNone && view_.is_sign(before) && view_.touches_previous(at);
        if (signed_before && view_.sign(before) != Sign::open_bracket && view_.sign(before) != Sign::hyphen &&
            view_.sign(before) != Sign::close_single && view_.sign(before) != Sign::open_quote &&
            view_.sign(before) != Sign::straight_quote && view_.sign(before) != Sign::dash)
            return false;  // "$2000", "#2000"
        if (is_joined(at + 1, Sign::colon) || is_joined(at + 1, Sign::slash)) return false;
        const bool modern = year >= 1900;
        const bool preposition = before != kNone && view_.uses(before, kUseDateContext) && view_.is_word(before);
        if (counts(at + 1)) return modern && (word(before, "in") || word(before, "since"));
        if (preposition) return modern || !view_.is_word(at + 1) || view_.has(at + 1, kFunctionWord);
        if (before != kNone && view_.uses(before, kUseMonth | kUseMonthAbbreviation)) return true;
        if (!modern) return bracketed(at);
        if (view_.is_form(at + 1, hash_word("'s")) && view_.touches_previous(at + 1)) return true;
        if (before != kNone &&
            (word(before, "over") || word(before, "about") || word(before, "than") || word(before, "nearly") ||
             word(before, "least") || word(before, "almost") || word(before, "some")))
            return false;
        if (bracketed(at)) return true;
        const bool ends = at + 1 >= end_ || (view_.is_sign(at + 1) && view_.sign(at + 1) != Sign::hyphen) ||
                          view_.has(at + 1, kFunctionWord);
        const bool determined =
            before != kNone && (view_.uses(before, kUseDeterminer) ||
                                (view_.capitalised(before) && !view_.has(before, kSentenceInitial)) ||
                                view_.can_be(before, kAdjective) || view_.is_form(before, hash_word("'s")));
        return ends || determined || at == begin_;
    }

    bool bracketed(std::uint32_t at) const {
        return at > begin_ && view_.sign(at - 1) == Sign::open_bracket &&
               (is(at + 1, Sign::close_bracket) || is(at + 1, Sign::comma));
    }

    // "1990s", "the '90s"
    std::uint32_t decade(std::uint32_t at) {
        const std::string_view written = view_.slice(at);
        if (written.back() != 's' && written.back() != 'S') return at;
        int value = 0;
        for (const char byte : written.substr(0, written.size() - 1)) {
            if (byte < '0' || byte > '9' || value > 9999) return at;
            value = value * 10 + (byte - '0');
        }
        if (written.size() == 3) {
            const bool marked = at > begin_ && (view_.sign(at - 1) == Sign::close_single ||
                                                view_.sign(at - 1) == Sign::straight_single);
            if (!marked && !word(at - 1, "the") && !word(at - 1, "early") && !word(at - 1, "late")) return at;
            if (value % 10 != 0) return at;
            value += value < 30 ? 2000 : 1900;
        }
        if (value < 1000 || value > 2099 || value % 10 != 0) return at;
        add({at, at + 1}, value, 0, 0, 0);
        dates_.back().last_year = static_cast<std::int16_t>(value + (value % 100 == 0 && value < 2000 ? 99 : 9));
        return at + 1;
    }

    const TokenView& view_;
    std::vector<Date>& dates_;
    std::uint32_t begin_ = 0;
    std::uint32_t end_ = 0;
    std::uint32_t at_ = 0;
};

}  // namespace

std::vector<Date> find_dates(const TokenView& view, const std::vector<Sentence>& sentences) {
    std::vector<Date> dates;
    DateFinder finder(view, dates);
    for (const Sentence& sentence : sentences) finder.run(sentence.tokens);
    return dates;
}

}  // namespace axray::language
