#include "story/account/certain_days.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <string_view>

#include "language/dates/calendar.hpp"
#include "language/dates/moments.hpp"
#include "language/syntax/sentence_models.hpp"
#include "language/words/lexicon.hpp"

namespace axray::story {
namespace {

using language::Date;
using language::kNone;
using language::TimeUnit;
using language::TokenSpan;

constexpr std::int64_t kWeek = 7;
constexpr std::int64_t kNearYear = 45;  // days from publication to "25 March" whose year needs no saying
constexpr std::int64_t kBeside = 10;    // days around a day that a text named, in which "Monday" may belong to it

enum class Tense : std::uint8_t { unknown, past, future };

class DatedWords {
public:
    DatedWords(const ReportText& report, const Date& date)
        : text_(report.closely), date_(date), published_(base::day_number(report.published)) {
        const auto next =
            std::partition_point(text_.sentences.begin(), text_.sentences.end(),
                                 [&](const language::Sentence& one) { return one.tokens.end <= date.tokens.begin; });
        if (next == text_.sentences.end()) return;
        sentence_ = next->tokens;
        before_ = next != text_.sentences.begin() && std::prev(next)->block + 1 >= next->block
                      ? std::prev(next)->tokens.begin
                      : sentence_.begin;
    }

    [[nodiscard]] bool certain() const {
        if (sentence_.size() == 0 || !text_.tokens.parsed() || date_.reckoned ||
            date_.modifier == language::DateModifier::about || date_.moment.unit > TimeUnit::day)
            return false;
        const std::int64_t away = language::first_day(date_.moment) - published_;
        if (date_.month != 0) return date_.day != 0 && std::abs(away) <= kNearYear && fits_tense(away);
        if (date_.weekday != 0) return std::abs(away) <= kWeek && fits_tense(away) && !may_belong_elsewhere();
        return is_told_from_today() && fits_tense(away) && !near_midnight();
    }

private:
    [[nodiscard]] bool is_word(std::uint32_t token, std::initializer_list<std::string_view> words) const {
        const std::uint64_t form = text_.tokens.form[token];
        return std::any_of(words.begin(), words.end(),
                           [form](std::string_view word) { return language::hash_word(word) == form; });
    }
    [[nodiscard]] std::string_view tag(std::uint32_t token) const {
        return language::fine_tag_name(text_.tokens.fine_tag[token]);
    }
    [[nodiscard]] std::string_view relation(std::uint32_t token) const {
        return language::relation_name(text_.tokens.relation[token]);
    }

    // "Yesterday", "this morning", and not "the following day".
    [[nodiscard]] bool is_told_from_today() const {
        for (std::uint32_t token = date_.tokens.begin; token < date_.tokens.end; ++token) {
            if (is_word(token, {"yesterday", "today", "tonight", "tomorrow", "this"})) return true;
        }
        return false;
    }

    // What was sent in the night may have been today's or yesterday's where it was written.
    [[nodiscard]] bool near_midnight() const {
        constexpr int kMorning = 6 * 60;
        constexpr int kEvening = 20 * 60;
        const int minutes = text_.published.minutes;
        return minutes >= 0 && (minutes < kMorning || minutes >= kEvening);
    }

    // "On 3 May the dam broke. On Monday ...": of the week after, for all that is known.
    [[nodiscard]] bool may_belong_elsewhere() const {
        const std::int64_t here = language::first_day(date_.moment);
        return std::any_of(text_.dates.begin(), text_.dates.end(), [&](const Date& other) {
            if (other.tokens.begin < before_ || other.tokens.end > date_.tokens.begin || other.month == 0) return false;
            return !other.interval.known() || std::abs(language::first_day(other.moment) - here) > kBeside;
        });
    }

    // The verb that the date says the time of; kNone when it hangs on something else.
    [[nodiscard]] std::uint32_t verb() const {
        for (std::uint32_t token = date_.tokens.begin; token < date_.tokens.end; ++token) {
            const std::uint32_t head = text_.tokens.head[token];
            if (head == kNone) return kNone;
            if (date_.tokens.contains(head)) continue;
            const auto name = relation(token);
            const bool bare = date_.weekday != 0 && name == "obj";  // "said Wednesday" is easily taken for what is said
            const bool of_verb =
                bare || name.substr(0, 3) == "obl" || name.substr(0, 3) == "adv" || name == "nmod:tmod";
            return of_verb && tag(head).substr(0, 2) == "VB" ? head : kNone;
        }
        return kNone;
    }

    // "Announced a meeting for Monday", "has been closed since Monday": not the time of the verb.
    [[nodiscard]] bool has_other_preposition() const {
        const std::uint32_t before = date_.tokens.begin - 1;
        if (date_.tokens.begin == sentence_.begin || (tag(before) != "IN" && tag(before) != "TO")) return false;
        return !is_word(before, {"on", "at", "in", "during"});
    }

    [[nodiscard]] Tense tense() const {
        const std::uint32_t verb = this->verb();
        if (verb == kNone || has_other_preposition()) return Tense::unknown;
        bool past = tag(verb) == "VBD" || tag(verb) == "VBN";
        for (std::uint32_t token = sentence_.begin; token < sentence_.end; ++token) {
            if (text_.tokens.head[token] != verb || relation(token).substr(0, 3) != "aux") continue;
            if (is_word(token, {"will", "'ll", "shall"})) return Tense::future;
            if (tag(token) == "MD" || is_word(token, {"is", "are", "be", "to"})) return Tense::unknown;
            past |= tag(token) == "VBD";
        }
        return past ? Tense::past : Tense::unknown;
    }

    [[nodiscard]] bool fits_tense(std::int64_t away) const {
        const Tense told = tense();
        return (told == Tense::past && away <= 0) || (told == Tense::future && away >= 0);
    }

    const language::AnnotatedText& text_;
    const Date& date_;
    std::int64_t published_;
    TokenSpan sentence_;
    std::uint32_t before_ = 0;  // the first token of the sentence before
};

}  // namespace

bool is_certain_day(const ReportText& report, const Date& date) {
    if (report.published.year == 0 || report.published_inferred || !language::is_reckoned({date, report.closely}))
        return false;
    return DatedWords(report, date).certain();
}

}  // namespace axray::story
