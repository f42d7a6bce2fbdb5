#include "story/account/absolute_dates.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "language/dates/date.hpp"
#include "story/account/certain_days.hpp"

namespace axray::story {
namespace {

using language::Date;
using language::DateType;
using language::kNone;
using language::Moment;
using language::TimeUnit;
using language::TokenSpan;

constexpr std::string_view kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December"};

// "25 March 2024", "March 2024", "2024"; empty for what has no such name.
std::string name_of(const Moment& moment) {
    if (moment.year <= 0) return {};
    const auto year = std::to_string(moment.year);
    if (moment.month < 1 || moment.month > 12) return moment.unit == TimeUnit::year ? year : std::string();
    auto name = std::string(kMonths[moment.month - 1]) + " " + year;
    if (moment.unit == TimeUnit::month) return name;
    if (moment.unit > TimeUnit::day || moment.day == 0) return {};
    return std::to_string(int(moment.day)) + " " + name;
}

// `other` names the day and month that `date` means, or the month or year that is all there is to name.
bool names_same(const Date& date, const Date& other) {
    const auto& moment = date.moment;
    if (moment.unit == TimeUnit::year) return other.year == moment.year;
    return other.month == moment.month && (moment.unit > TimeUnit::day || other.day == moment.day) &&
           (other.year == 0 || other.year == moment.year);
}

bool is_named(const StoryTexts& texts, const Date& date) {
    return std::any_of(texts.reports().begin(), texts.reports().end(), [&](const ReportText& report) {
        const auto& dates = report.closely.dates;
        return std::any_of(dates.begin(), dates.end(), [&](const Date& other) { return names_same(date, other); });
    });
}

bool is_named_in(const StoryTexts& texts, SourceSpan sentence, const Date& date) {
    const auto& dates = texts.report(sentence.source).closely.dates;
    return std::any_of(dates.begin(), dates.end(), [&](const Date& other) {
        // "In May" gets its year only where the year is written: which May was meant is a guess.
        return sentence.span.contains(other.span) && names_same(date, other) && (date.month == 0 || other.year != 0);
    });
}

// A sentence has words that surely mean the same day.
bool is_meant_in(const StoryTexts& texts, SourceSpan sentence, const Moment& moment) {
    const auto& report = texts.report(sentence.source);
    return std::any_of(report.closely.dates.begin(), report.closely.dates.end(), [&](const Date& other) {
        const bool same = other.moment.unit <= TimeUnit::day && other.moment.year == moment.year &&
                          other.moment.month == moment.month && other.moment.day == moment.day;
        return same && sentence.span.contains(other.span) && is_certain_day(report, other);
    });
}

// Words that tell a time by its distance from the day of the report.
bool is_relative(const KeptWords& kept, const Date& date) {
    if (date.year != 0 || (date.type != DateType::date && date.type != DateType::time)) return false;
    if (date.weekday != 0 || date.month != 0) return true;
    for (auto token = date.tokens.begin; token < date.tokens.end; ++token) {
        if (is_any(kept.sentence().word(token), {"yesterday", "today", "tomorrow", "tonight", "last", "this", "next",
                                                 "ago", "earlier", "overnight"}))
            return true;
    }
    return false;
}

// All days of publication are known and lie within seven days.
bool published_within_a_week(const StoryTexts& texts) {
    if (texts.size() == 0) return false;
    auto first = texts.report(0).published;
    auto last = first;
    for (const auto& report : texts.reports()) {
        if (report.published.year == 0) return false;
        first = std::min(first, report.published);
        last = std::max(last, report.published);
    }
    return base::day_number(last) - base::day_number(first) < 7;
}

// A date that hangs on a verb, with its preposition and the comma behind or before it.
TokenSpan removable_phrase(const KeptWords& kept, const Date& date) {
    const auto& sentence = kept.sentence();
    TokenSpan phrase = date.tokens;
    while (phrase.begin > 0 && kept.has(phrase.begin - 1) &&
           is_any(sentence.word(phrase.begin - 1),
                  {"on", "in", "during", "early", "late", "at", "about", "around", "by", "shortly"}))
        --phrase.begin;
    // Not "since Monday": without it something else is said.
    if (phrase.begin > 0 && kept.has(phrase.begin - 1) && is_any(sentence.fine_tag(phrase.begin - 1), {"IN", "TO"}))
        return {};
    for (auto token = phrase.begin; token < phrase.end; ++token) {
        const auto head = sentence.head(token);
        const bool leads = head == kNone || head < phrase.begin || head >= phrase.end;
        const auto relation = sentence.relation(token).substr(0, 3);
        if (leads && relation != "obl" && relation != "adv") return {};
    }
    // "a letter delivered on Monday": nothing stays of the participle.
    const auto last = phrase.begin - 1;
    if (phrase.begin > 0 && kept.has(last) && sentence.relation(last).substr(0, 3) == "acl") return {};
    const bool leading = kept.tokens().front() == phrase.begin;
    const bool comma_before = phrase.begin > 0 && kept.has(phrase.begin - 1) && sentence.word(phrase.begin - 1) == ",";
    if (kept.has(phrase.end) && sentence.word(phrase.end) == "," && (leading || comma_before)) {
        ++phrase.end;
        if (comma_before) --phrase.begin;
    }
    return phrase;
}

class DateWriter {
public:
    DateWriter(const StoryTexts& texts, const KeptWords& kept, DateStyle style)
        : texts_(texts), kept_(kept), sentence_(kept.sentence()), style_(style) {}

    // False when the sentence cannot be used.
    bool write(const Date& date) {
        if (!is_relative(kept_, date)) return true;
        const auto name = name_of(date.moment);
        if (date.month != 0 && (!fits(date) || stands_before_number(date))) return true;  // "the Sept. 11 attacks"
        if (style_ == DateStyle::left_out) return leave_out(date);
        const bool certain = is_certain_day(texts_.report(kept_.report()), date);
        if (certain && is_hour(date) && write_behind_hour(date, name)) return true;
        if (name.empty() || !fits(date) || is_hour(date) || (!certain && !is_named(texts_, date)))
            return leave_out(date);
        if (said_last_ == name && follows_last(date)) {  // "Yesterday, Monday,"
            edits_.push_back({sentence_.bytes({last_end_, date.tokens.end}), {}, {}});
            last_end_ = date.tokens.end;
            return true;
        }
        const auto before = date.tokens.begin > sentence_.range().begin ? date.tokens.begin - 1 : kNone;
        const bool has_preposition = before != kNone && kept_.has(before) && sentence_.fine_tag(before) == "IN";
        const auto first = sentence_.word(date.tokens.begin);
        std::string words;
        if (!has_preposition || is_any(first, {"on", "in"})) words = date.moment.unit > TimeUnit::day ? "in " : "on ";
        const Span place = sentence_.bytes(date.tokens);
        if (certain) words += part_of_day(date);
        const auto begin = static_cast<std::uint32_t>(words.size());
        words += name;
        edits_.push_back(
            {place, words, {{{begin, static_cast<std::uint32_t>(words.size())}, {kept_.report(), place}}}});
        said_last_ = name;
        last_end_ = date.tokens.end;
        return true;
    }

    [[nodiscard]] std::vector<Edit> take() { return std::move(edits_); }

private:
    // "The morning of " of "Monday morning".
    [[nodiscard]] std::string part_of_day(const Date& date) const {
        const auto last = sentence_.word(date.tokens.end - 1);
        if (!is_any(last, {"morning", "afternoon", "evening", "night"})) return {};
        return "the " + std::string(last) + " of ";
    }

    // "At 4 p.m. on Monday": the hour stays. False where the words do not end so.
    bool write_behind_hour(const Date& date, const std::string& name) {
        const auto day = date.tokens.end - 1;
        if (name.empty() || date.tokens.size() < 3 || sentence_.word(day - 1) != "on" || !fits(date)) return false;
        const Span place = sentence_.span(day);
        edits_.push_back({place, name, {{{0, static_cast<std::uint32_t>(name.size())}, {kept_.report(), place}}}});
        said_last_ = name;
        last_end_ = date.tokens.end;
        return true;
    }

    // Not "Monday's vote", "the Monday raid".
    [[nodiscard]] bool fits(const Date& date) const {
        if (sentence_.fine_tag(date.tokens.end - 1) == "POS") return false;
        if (date.tokens.end < sentence_.range().end && sentence_.fine_tag(date.tokens.end) == "POS") return false;
        for (auto token = date.tokens.begin; token < date.tokens.end; ++token) {
            const auto head = sentence_.head(token);
            const bool leads = head == kNone || !date.tokens.contains(head);
            if (leads && is_any(sentence_.relation(token), {"compound", "amod", "nmod:poss", "nsubj", "nsubj:pass"}))
                return false;
        }
        return true;
    }

    // "At four on Monday": a day alone does not stand in its place.
    [[nodiscard]] bool is_hour(const Date& date) const {
        const auto before = date.tokens.begin - 1;
        return date.moment.hour >= 0 ||
               (kept_.has(before) && is_any(sentence_.word(before), {"at", "about", "around"}));
    }

    [[nodiscard]] bool stands_before_number(const Date& date) const {
        return date.tokens.end < sentence_.range().end &&
               sentence_.tokens().kind[date.tokens.end] == language::TokenKind::number;
    }

    bool leave_out(const Date& date) {
        if (date.month != 0 && (date.moment.year == 0 || style_ == DateStyle::left_out))
            return true;  // "in March": as far as it goes
        const auto phrase = removable_phrase(kept_, date);
        if (phrase.size() == 0) return is_plain_weekday(date);
        edits_.push_back({sentence_.bytes(phrase), {}, {}});
        return true;
    }

    // "Monday" is one day for all reports that were published in one week.
    [[nodiscard]] bool is_plain_weekday(const Date& date) const {
        if (date.weekday == 0 || date.moment.day == 0 || is_hour(date)) return false;
        for (auto token = date.tokens.begin; token < date.tokens.end; ++token) {
            if (is_any(sentence_.word(token), {"last", "next", "this", "past", "coming"})) return false;
        }
        return published_within_a_week(texts_);
    }

    [[nodiscard]] bool follows_last(const Date& date) const {
        return date.tokens.begin == last_end_ ||
               (date.tokens.begin == last_end_ + 1 && sentence_.word(last_end_) == ",");
    }

    const StoryTexts& texts_;
    const KeptWords& kept_;
    const ReportSentence& sentence_;
    DateStyle style_;
    std::vector<Edit> edits_;
    std::string said_last_;
    std::uint32_t last_end_ = kNone;
};

}  // namespace

std::optional<std::vector<Edit>> make_dates_absolute(const StoryTexts& texts, const KeptWords& kept, DateStyle style) {
    DateWriter writer(texts, kept, style);
    const auto& sentence = kept.sentence();
    const auto& dates = sentence.text().dates;
    const auto first =
        std::lower_bound(dates.begin(), dates.end(), sentence.range().begin,
                         [](const Date& date, std::uint32_t token) { return date.tokens.begin < token; });
    for (auto date = first; date != dates.end() && date->tokens.begin < sentence.range().end; ++date) {
        if (!kept.has_any(date->tokens) || sentence.is_quoted(date->tokens.begin)) continue;
        if (!kept.has_all(date->tokens) || !writer.write(*date)) return std::nullopt;
    }
    return writer.take();
}

bool dates_are_named(const StoryTexts& texts, const Draft& draft, const std::vector<SourceSpan>& evidence) {
    return std::all_of(draft.traces.begin(), draft.traces.end(), [&](const AccountTrace& trace) {
        const auto& dates = texts.report(trace.place.source).closely.dates;
        const auto date = std::find_if(dates.begin(), dates.end(), [&](const Date& one) {
            return one.span.contains(trace.place.span) && one.span.end == trace.place.span.end;
        });
        if (date == dates.end() || name_of(date->moment) != draft.text.substr(trace.text.begin, trace.text.size()))
            return true;  // not a date that was made absolute
        return std::any_of(evidence.begin(), evidence.end(), [&](SourceSpan sentence) {
            return is_named_in(texts, sentence, *date) || is_meant_in(texts, sentence, date->moment);
        });
    });
}

}  // namespace axray::story
