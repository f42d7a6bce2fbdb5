#include "story/timeline/event_dates.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/days.hpp"
#include "judge/judge.hpp"
#include "language/dates/timex.hpp"
#include "language/syntax/sentence_models.hpp"
#include "language/words/lexicon.hpp"

namespace axray::story {
namespace {

using language::Date;
using language::kNone;
using language::TokenSpan;
using language::WordTag;

constexpr std::int64_t kSecondsOfDay = 86'400;
constexpr std::int64_t kWeek = 7;
constexpr std::int64_t kHalfYear = 183;

std::int64_t day_of_seconds(std::int64_t seconds) {
    return seconds >= 0 ? seconds / kSecondsOfDay : -((-seconds + kSecondsOfDay - 1) / kSecondsOfDay);
}

std::string day_text(std::int64_t number) { return base::written_day(base::day_of_number(number)); }

// How well a date goes with the event, from worst to best.
enum class Fit : std::uint8_t { none, saying, subject, verb };

class ClaimTree {
public:
    ClaimTree(const ReportText& text, const Claim& claim)
        : text_(text.closely), stated_(judge::stated_ranges(claim, text.words)) {
        if (claim.sentence < text_.sentences.size()) sentence_ = text_.sentences[claim.sentence].tokens;
        find_saying();
        main_ = root_of(content_.size() > 0 ? content_ : TokenSpan{});
    }

    [[nodiscard]] bool known() const { return text_.tokens.parsed() && main_ != kNone; }
    [[nodiscard]] bool states(std::uint32_t token) const {
        return std::any_of(stated_.begin(), stated_.end(), [token](TokenSpan range) { return range.contains(token); });
    }

    [[nodiscard]] Fit fit_of(TokenSpan date) const {
        if (in_cue_clause(date)) return said_behind_ && tells_of_past() ? Fit::none : Fit::saying;
        std::uint32_t token = top_of(date);
        for (int step = 0; step < kSteps; ++step) {
            if (token == main_) return Fit::verb;
            const std::uint32_t head = text_.tokens.head[token];
            if (head == kNone) return Fit::none;
            if (head == main_ && is_subject(token)) return may_name_event(date, token) ? Fit::subject : Fit::none;
            if (opens_clause(token)) return Fit::none;
            if (head != main_ && is_noun(head) && !leads_to_subject(head)) return Fit::none;
            token = head;
        }
        return Fit::none;
    }

private:
    static constexpr int kSteps = 12;

    [[nodiscard]] std::string_view relation(std::uint32_t token) const {
        return language::relation_name(text_.tokens.relation[token]);
    }
    [[nodiscard]] bool is_subject(std::uint32_t token) const { return relation(token).substr(0, 5) == "nsubj"; }
    [[nodiscard]] bool is_noun(std::uint32_t token) const {
        const WordTag tag = text_.tokens.tag[token];
        return tag == WordTag::noun || tag == WordTag::proper_noun || tag == WordTag::pronoun;
    }
    [[nodiscard]] bool opens_clause(std::uint32_t token) const {
        const auto name = relation(token);
        return name.substr(0, 3) == "acl" || name == "advcl" || name == "ccomp" || name == "parataxis" ||
               name == "appos";
    }
    [[nodiscard]] bool leads_to_subject(std::uint32_t token) const {
        for (int step = 0; step < kSteps && text_.tokens.head[token] != kNone; ++step) {
            if (text_.tokens.head[token] == main_) return is_subject(token);
            if (opens_clause(token)) return false;
            token = text_.tokens.head[token];
        }
        return false;
    }

    // "the attacks in 2021", "Friday's launch", "the 2021 attack", and not "2020 candidates".
    [[nodiscard]] bool may_name_event(TokenSpan date, std::uint32_t noun) const {
        static constexpr auto kEvents = std::to_array<std::string_view>(
            {"attack",   "cyber-attack", "cyberattack", "hack",    "hacking",  "breach",     "intrusion", "election",
             "vote",     "referendum",   "test",        "launch",  "strike",   "meeting",    "summit",    "visit",
             "raid",     "war",          "crash",       "bombing", "shooting", "earthquake", "flood",     "fire",
             "storm",    "hurricane",    "hearing",     "debate",  "trial",    "protest",    "campaign",  "operation",
             "incident", "explosion",    "blast",       "spill",   "collapse", "merger",     "riot",      "coup"});
        if (date.begin > noun) return true;
        static const std::uint64_t kPossessive = language::hash_word("'s");
        if (date.end < text_.tokens.size() && text_.tokens.form[date.end] == kPossessive) return true;
        const std::uint64_t lemma = text_.tokens.lemma[noun];
        return std::any_of(kEvents.begin(), kEvents.end(),
                           [lemma](std::string_view word) { return language::hash_word(word) == lemma; });
    }

    // The words that are said, where the claim has the words that say so.
    void find_saying() {
        const auto& all = text_.attributions;
        const auto first = std::find_if(all.begin(), all.end(), [&](const language::Attribution& one) {
            return one.kind == language::CueKind::speech && one.content.size() > 0 && one.cue.size() > 0 &&
                   one.stance != language::Stance::denies && sentence_.contains(one.cue.begin) &&
                   states(one.cue.begin) && sentence_.contains(one.content.begin) && states(one.content.begin);
        });
        if (first == all.end()) return;
        std::uint32_t stated = 0;
        for (const TokenSpan range : stated_) stated += range.size();
        const TokenSpan content{first->content.begin, std::min(first->content.end, sentence_.end)};
        if (2 * content.size() < stated) return;  // said by the way: "a firm it said was a front"
        content_ = content;
        said_behind_ = first->cue.begin >= content.end;
    }

    // The stated token (of `within`, where that is given) that hangs on none of these.
    [[nodiscard]] std::uint32_t root_of(TokenSpan within) const {
        if (!text_.tokens.parsed()) return kNone;
        const auto inside = [&](std::uint32_t token) {
            return states(token) && (within.size() == 0 || within.contains(token));
        };
        std::uint32_t best = kNone;
        for (std::uint32_t token = sentence_.begin; token < sentence_.end; ++token) {
            const std::uint32_t head = text_.tokens.head[token];
            if (!inside(token) || (head != kNone && inside(head))) continue;
            const WordTag tag = text_.tokens.tag[token];
            if (tag == WordTag::punctuation || tag == WordTag::adposition) continue;
            if (best == kNone || (tag == WordTag::verb && text_.tokens.tag[best] != WordTag::verb)) best = token;
        }
        return best;
    }

    // "The wall had broken, she said on Monday": the wall did not break on Monday. Where the saying stands first, it is
    // what the sentence tells.
    [[nodiscard]] bool tells_of_past() const {
        const auto past = [&](std::uint32_t token) {
            return language::fine_tag_name(text_.tokens.fine_tag[token]) == "VBD";
        };
        if (past(main_)) return true;
        for (std::uint32_t token = content_.begin; token < content_.end; ++token) {
            if (text_.tokens.head[token] == main_ && past(token)) return true;
        }
        return false;
    }

    // Beside the words that say it, and not within what is said.
    [[nodiscard]] bool in_cue_clause(TokenSpan date) const {
        return content_.size() > 0 && !content_.contains(date.begin);
    }

    // The token of the date that hangs on something outside of it.
    [[nodiscard]] std::uint32_t top_of(TokenSpan date) const {
        for (std::uint32_t token = date.begin; token < date.end; ++token) {
            const std::uint32_t head = text_.tokens.head[token];
            if (head == kNone || !date.contains(head)) return token;
        }
        return date.begin;
    }

    const language::AnnotatedText& text_;
    judge::StatedRanges stated_;
    TokenSpan sentence_;
    TokenSpan content_;
    bool said_behind_ = false;  // the words that say so stand behind what is said
    std::uint32_t main_ = kNone;
};

// What a date covers, in days, and how it is written.
struct Placed {
    std::int64_t begin = 0;
    std::int64_t end = 0;  // exclusive
    std::string value;
};

std::optional<Placed> placed(const Date& date) {
    const bool point = date.type == language::DateType::date || date.type == language::DateType::time;
    if (!point || !date.interval.known() || date.reference != language::DateReference::none) return std::nullopt;
    Placed result{day_of_seconds(date.interval.begin), day_of_seconds(date.interval.end - 1) + 1,
                  language::timex_value(date)};
    const std::size_t clock = result.value.find('T');
    if (clock != std::string::npos) {  // a time of a day counts as the day
        result.end = result.begin + 1;
        result.value.resize(clock);
    }
    if (result.value.empty()) return std::nullopt;
    return result;
}

// False for "the night", "by the day": nothing says which.
bool tells_which(const Document& document, const Date& date) {
    static constexpr auto kWhich = std::to_array<std::string_view>(
        {"yesterday", "today", "tonight", "tomorrow", "last", "this", "ago", "next", "earlier", "later", "previous",
         "past", "same", "following", "before", "after", "century"});
    if (date.is_calendar()) return true;
    std::string words(document.slice(date.span));
    for (char& byte : words) {
        if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
    }
    return std::any_of(kWhich.begin(), kWhich.end(),
                       [&words](std::string_view word) { return words.find(word) != std::string::npos; });
}

// A weekday or a day without its year, of a report of which only the story's days are known.
std::optional<Placed> placed_in_story(const Date& date, const StoryDays& story) {
    if (story.last.year == 0 || date.interval.known() || date.type == language::DateType::set) return std::nullopt;
    const std::int64_t last = base::day_number(story.last);
    const std::int64_t first = base::day_number(story.first);
    std::optional<std::int64_t> only;
    if (date.weekday != 0 && date.day == 0 && last - first < kWeek - 1) {
        for (std::int64_t day = last - (kWeek - 1); day <= last; ++day) {
            if (base::weekday_of(day) == date.weekday) only = day;
        }
    } else if (date.day != 0 && date.month != 0 && date.year == 0) {
        for (std::int64_t day = first - kHalfYear; day <= last + kHalfYear; ++day) {
            const base::Day one = base::day_of_number(day);
            if (one.month == date.month && one.day == date.day) only = day;
        }
    }
    if (!only) return std::nullopt;
    return Placed{*only, *only + 1, day_text(*only)};
}

}  // namespace

StoryDays days_of(const StoryTexts& texts) {
    StoryDays days;
    for (const ReportText& report : texts.reports()) {
        if (report.published.year == 0) continue;
        if (days.first.year == 0 || report.published < days.first) days.first = report.published;
        if (days.last.year == 0 || report.published > days.last) days.last = report.published;
    }
    return days;
}

std::optional<EventDate> event_date(const ReportText& text, const FactMention& mention, const StoryDays& story) {
    if (mention.dates.empty() || mention.claim.sentence >= text.closely.sentences.size()) return std::nullopt;
    const ClaimTree tree(text, mention.claim);
    if (!tree.known()) return std::nullopt;
    const auto& dates = text.closely.dates;
    const StoryDays reckoned = text.published.year == 0 ? story : StoryDays{text.published, text.published};
    std::optional<EventDate> best;
    Fit best_fit = Fit::none;
    for (std::uint32_t number = 0; number < mention.dates.size(); ++number) {
        const Span span = mention.dates[number].span;
        const auto date = std::partition_point(dates.begin(), dates.end(),
                                               [span](const Date& one) { return one.span.begin < span.begin; });
        if (date == dates.end() || date->span != span || !tells_which(*text.document, *date)) continue;
        auto when = placed(*date);
        if (!when) when = placed_in_story(*date, reckoned);
        if (!when) continue;
        const Fit fit = tree.fit_of(date->tokens);
        if (fit <= best_fit) continue;
        if (date->opens_range && date + 1 != dates.end()) {
            if (const auto last = placed(*(date + 1)); last && last->end > when->begin) {
                when->end = last->end;
                when->value += "/" + last->value;
            }
        }
        best_fit = fit;
        best = EventDate{number, day_text(when->begin), day_text(when->end), when->value};
    }
    return best;
}

}  // namespace axray::story
