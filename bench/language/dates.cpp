// Dates, resolved against the day of publication: values of TIMEX3, and values in the ways of three programs whose test
// phrases stand in the development data.
//
// What is written here beyond the library's TIMEX3 values are conventions of those data sets: how a stretch of time is
// written, whether its end is counted, and which hours a morning has.
#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "language/dates/calendar.hpp"
#include "language/dates/timex.hpp"
#include "predict.hpp"

namespace axray::bench {
namespace {

using namespace axray::language;

constexpr std::int64_t kDay = 86400;

ReferenceTime reference_of(const std::string& written) {
    ReferenceTime reference{day_of(written), -1};
    const std::size_t t = written.find('T');
    if (t != std::string::npos && written.size() >= t + 6 && written[t + 3] == ':') {
        reference.minutes = std::stoi(written.substr(t + 1, 2)) * 60 + std::stoi(written.substr(t + 4, 2));
    }
    return reference;
}

AnnotatedText annotate(Tools& tools, const std::string& text, ReferenceTime published) {
    return tools.annotator.annotate_text(text, tools.workspace, {.layers = Layers::words, .published = published});
}

Json timeml(Tools& tools, const Json& record) {
    const std::string text = record.at("text");
    const TextPositions positions(text);
    Json found = Json::array();
    for (const Date& date : annotate(tools, text, reference_of(record.value("dct", ""))).dates) {
        const CodePointSpan span = positions.code_points(date.span);
        found.push_back(
            {{"start", span.begin}, {"end", span.end}, {"type", timex_type(date.type)}, {"value", timex_value(date)}});
    }
    return {{"id", record.at("id")}, {"timex", std::move(found)}};
}

// How a set of phrases writes what is meant.
struct Convention {
    bool stretches = false;                     // a year, month or week is START/END, not its own value
    bool last_counts = false;                   // the end of "July 13 to 15" is the 16th
    bool clock_alone = false;                   // a time without a day is "T15:00:00"
    bool full_times = false;                    // seconds are always written
    bool full_stretches = false;                // START and END have hours
    bool days_of_units = false;                 // "next week" is the day seven days on
    std::array<std::array<int, 2>, 7> hours{};  // of DayPart
};

Convention convention_of(const std::string& set) {
    Convention way;
    if (set == "duckling") {
        way.last_counts = true;
        way.full_stretches = true;
        way.hours = {{{0, 24}, {0, 12}, {12, 14}, {12, 19}, {18, 24}, {18, 24}, {6, 18}}};
    } else if (set == "recognizers") {
        way.stretches = true;
        way.clock_alone = true;
        way.full_times = true;
        way.hours = {{{0, 24}, {8, 12}, {11, 13}, {12, 16}, {16, 20}, {20, 24}, {8, 18}}};
    } else {
        way.last_counts = true;
        way.days_of_units = true;
        way.hours = {{{0, 24}, {6, 12}, {12, 14}, {15, 18}, {20, 24}, {22, 24}, {6, 18}}};
    }
    return way;
}

class PhraseWriter {
public:
    explicit PhraseWriter(Convention way) : way_(way) {}

    std::string value(const Date& date) const {
        if (date.type == DateType::set)
            return date.amount[0].unit != TimeUnit::none ? timex_value(date) : recurring(date);
        if (date.type == DateType::duration && !date.moment.known()) {
            return date.interval.known() ? stretch(date.interval) : length(date);
        }
        if (date.reference == DateReference::present) return now_;
        if (!is_placed(date.moment)) return timex_value(date);
        const std::string point = one(date);
        if (date.bound == DateBound::none || way_.days_of_units) return point;
        const std::string begin = edge(date, date.interval.begin);
        switch (date.bound) {
            case DateBound::from: return begin + "/..";
            case DateBound::after: return (way_.stretches ? edge(date, date.interval.end) : begin) + "/..";
            default: return "../" + begin;
        }
    }

    std::string range(const Date& first, const Date& last) const {
        if (!first.interval.known() || !last.interval.known()) return value(first);
        const TimeInterval whole{first.interval.begin, way_.last_counts ? last.interval.end : last.interval.begin};
        const bool clock = first.moment.hour >= 0 || last.moment.hour >= 0;
        if (clock && way_.clock_alone && first.day_assumed && last.day_assumed) {
            return "T" + time(whole.begin, true) + "/T" + time(whole.end, true);
        }
        if (clock) {
            const TimeUnit unit = way_.days_of_units ? last.moment.unit : TimeUnit::second;
            return instant(first.interval.begin, unit) + "/" +
                   instant(way_.full_stretches ? last.interval.end : last.interval.begin, unit);
        }
        return stretch(whole);
    }

    void set_now(const ReferenceTime& reference) {
        if (!reference.known()) return;
        const std::int64_t minutes = std::max(reference.minutes, 0);
        now_ = instant(base::day_number(reference.day) * kDay + minutes * 60, TimeUnit::second);
        hour_ = fmt::format("T{:02}", minutes / 60);
    }

private:
    static std::string day(std::int64_t seconds) {
        const base::Day date = base::day_of_number(seconds >= 0 ? seconds / kDay : (seconds - kDay + 1) / kDay);
        return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
    }

    static std::string time(std::int64_t seconds, bool full) {
        const std::int64_t rest = ((seconds % kDay) + kDay) % kDay;
        const std::string minutes = fmt::format("{:02}:{:02}", rest / 3600, rest / 60 % 60);
        return full ? fmt::format("{}:{:02}", minutes, rest % 60) : minutes;
    }

    std::string instant(std::int64_t seconds, TimeUnit unit) const {
        if (way_.full_times || unit == TimeUnit::second) return day(seconds) + "T" + time(seconds, true);
        if (unit == TimeUnit::hour) return day(seconds) + "T" + time(seconds, false).substr(0, 2);
        return day(seconds) + "T" + time(seconds, false);
    }

    std::string stretch(TimeInterval interval) const {
        const bool days = interval.begin % kDay == 0 && interval.end % kDay == 0;
        if (days && !way_.full_stretches) return day(interval.begin) + "/" + day(interval.end);
        return instant(interval.begin, TimeUnit::second) + "/" + instant(interval.end, TimeUnit::second);
    }

    std::string edge(const Date& date, std::int64_t seconds) const {
        if (date.moment.hour < 0) return way_.full_stretches ? instant(seconds, TimeUnit::second) : day(seconds);
        return date.day_assumed && way_.clock_alone ? "T" + time(date.interval.begin, true)
                                                    : instant(date.interval.begin, TimeUnit::second);
    }

    // "A few" are three.
    static std::string length(const Date& date) {
        Date told = date;
        for (TimeAmount& amount : told.amount) amount.count = amount.count < 0 ? 3 : amount.count;
        return timex_value(told);
    }

    static std::string recurring(const Date& date) {
        if (date.moment.part != DayPart::none && date.moment.weekday == 0) {
            const std::string value = timex_value(date);
            return value.substr(value.find('T'));
        }
        return timex_value(date);
    }

    std::string part(const Date& date) const {
        const auto& hours = way_.hours[static_cast<std::size_t>(date.moment.part)];
        const std::int64_t begin = first_day(date.moment) * kDay;
        if (way_.days_of_units) return instant(begin + hours[0] * 3600LL, TimeUnit::hour);
        const std::int64_t end = begin + hours[1] * 3600LL - (hours[1] == 24 && way_.clock_alone ? 1 : 0);
        if (way_.clock_alone && date.day_assumed) {
            return "T" + time(begin + hours[0] * 3600LL, true) + "/T" + time(end, true);
        }
        return instant(begin + hours[0] * 3600LL, TimeUnit::second) + "/" + instant(end, TimeUnit::second);
    }

    std::string one(const Date& date) const {
        const Moment& moment = date.moment;
        if (moment.hour >= 0 && moment.unit < TimeUnit::day) {
            if (way_.clock_alone && date.day_assumed) return "T" + time(date.interval.begin, true);
            const bool to_minute = way_.days_of_units && moment.unit == TimeUnit::second && date.reckoned;
            return instant(date.interval.begin, to_minute ? TimeUnit::minute : moment.unit);
        }
        if (moment.part != DayPart::none) return part(date);
        if (moment.unit == TimeUnit::day && date.interval.end - date.interval.begin > kDay)
            return stretch(date.interval);
        const bool part_meant = date.modifier == DateModifier::start || date.modifier == DateModifier::middle ||
                                date.modifier == DateModifier::end;
        if (part_meant && !way_.days_of_units) return stretch(date.interval);
        const bool day_meant = date.reckoned && moment.unit > TimeUnit::day;
        if (moment.unit == TimeUnit::day && date.reckoned && way_.full_stretches)
            return day(first_day(moment) * kDay) + hour_;
        if (moment.unit == TimeUnit::day || day_meant) return day(first_day(moment) * kDay);
        if (date.modifier == DateModifier::none && way_.days_of_units && moment.unit != TimeUnit::month) {
            return day(first_day(moment) * kDay);
        }
        if (way_.stretches || moment.unit == TimeUnit::weekend) return stretch(date.interval);
        return timex_value(moment);
    }

    Convention way_;
    std::string now_;
    std::string hour_;  // of now
};

Json phrases(Tools& tools, const Json& record) {
    const std::string text = record.at("text");
    const ReferenceTime reference = reference_of(record.value("ref", ""));
    PhraseWriter writer(convention_of(record.value("set", "")));
    writer.set_now(reference);
    const TextPositions positions(text);
    Json found = Json::array();
    const AnnotatedText annotated = annotate(tools, text, reference);
    for (std::size_t at = 0; at < annotated.dates.size(); ++at) {
        const Date& first = annotated.dates[at];
        const bool range = first.opens_range && at + 1 < annotated.dates.size();
        const Date& last = range ? annotated.dates[at + 1] : first;
        const CodePointSpan span = positions.code_points({first.span.begin, last.span.end});
        found.push_back({{"start", span.begin},
                         {"end", span.end},
                         {"value", range ? writer.range(first, last) : writer.value(first)}});
        if (range) ++at;
    }
    return {{"id", record.at("id")}, {"found", std::move(found)}};
}

void write_timeml(Tools& tools, std::istream& in, std::ostream& out) {
    answer_lines(in, out, [&tools](const Json& record) { return timeml(tools, record); });
}

void write_phrases(Tools& tools, std::istream& in, std::ostream& out) {
    answer_lines(in, out, [&tools](const Json& record) { return phrases(tools, record); });
}

constexpr std::array<Task, 2> kTasks = {{
    {"timeml", "timeml_*.jsonl of dates", "TIMEX3 of each text", write_timeml},
    {"phrases", "phrases.*.jsonl of dates", "dates and stretches of each phrase", write_phrases},
}};

}  // namespace

std::span<const Task> date_tasks() { return kTasks; }

}  // namespace axray::bench
