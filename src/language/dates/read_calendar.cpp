#include <array>

#include "language/dates/date_reader.hpp"

namespace axray::language {
namespace {

constexpr std::size_t kLongestHoliday = 8;  // tokens of a name

void set_day(ReadDate& read, int year, int month, int day) {
    read.date.year = static_cast<std::int16_t>(year);
    read.date.month = static_cast<std::int8_t>(month);
    read.date.day = static_cast<std::int8_t>(day);
}

}  // namespace

// The number of a month whose name stands here, whether it is meant or not ("may"); 0 when none does.
int DateReader::month_at(std::uint32_t at) const {
    const Piece& piece = pieces_[at];
    return piece.kind == Kind::month || piece.kind == Kind::short_month ? piece.value : 0;
}

// The full stop of an abbreviated month belongs to it.
std::uint32_t DateReader::past_month(std::uint32_t at) const {
    const bool stop = pieces_.is(at, Kind::short_month) && pieces_.is(at + 1, Sign::full_stop) &&
                      pieces_[at + 1].joined && at + 2 < pieces_.size();
    return stop ? at + 2 : at + 1;
}

// "25", "25th", "twenty-fifth", "the 25th": 1..31, with the piece after it in `end`; 0 when there is none.
int DateReader::day_at(std::uint32_t at, std::uint32_t& end) const {
    constexpr int kLast = 31;
    const Piece& piece = pieces_[at];
    if (piece.kind == Kind::number && piece.digits > 0 && piece.digits <= 2 && !piece.plural) {
        end = at + 1;
        return piece.value <= kLast ? piece.value : 0;
    }
    if (piece.kind == Kind::number && (piece.value == 20 || piece.value == 30) && piece.digits == 0) {
        const std::uint32_t next = pieces_.past_hyphen(at + 1);
        const int ones = ordinal_at(next);
        if (ones < 1 || ones > 9 || piece.value + ones > kLast) return 0;
        end = next + 1;
        return piece.value + ones;
    }
    end = at + 1;
    const int ordinal = ordinal_at(at);
    return ordinal >= 1 && ordinal <= kLast ? ordinal : 0;
}

// The piece after what joins the ends of a stretch of days: "-", "to", "and the"; 0 when nothing does.
std::uint32_t DateReader::range_joint(std::uint32_t at) const {
    const bool joint = pieces_.is_joined(at, Sign::hyphen) || pieces_.is(at, Sign::dash) || pieces_.is(at, Kind::to) ||
                       pieces_.is(at, Kind::until) || pieces_.reads(at, "and");
    if (!joint) return 0;
    return pieces_.is(at + 1, Kind::the) ? at + 2 : at + 1;
}

// A date of the pieces, or two where `last` says where the last day of a stretch begins.
ReadDays DateReader::days_of_month(std::uint32_t begin, std::uint32_t end, int year, int month, std::uint32_t first,
                                   std::uint32_t last) const {
    std::uint32_t first_end = 0;
    std::uint32_t last_end = 0;
    const int first_day = day_at(first, first_end);
    const int last_day = last != 0 ? day_at(last, last_end) : 0;
    const int longest = base::days_of_month(year != 0 ? year : 2000, month);
    if (first_day < 1 || first_day > longest || last_day > longest) return {};
    const auto moment = [&](int day) {
        return year != 0 ? day_moment(base::Day{year, month, day})
                         : resolver_.day(month, day, Which::open, tense_told(begin));
    };
    ReadDays days;
    days.first = point(begin, end, moment(first_day));
    set_day(days.first, year, month, first_day);
    if (last_day == 0) return days;
    const bool month_leads = begin < first;
    days.first.end = first_end;
    if (!month_leads) days.first.begin = first;
    days.first.date.opens_range = true;
    days.last = point(last, end, moment(last_day));
    set_day(days.last, year, month, last_day);
    return days;
}

// "March 25, 2024", "March 25-27", "March 2024", "March the 3rd"; none when no number follows.
ReadDays DateReader::read_month_first(std::uint32_t at) {
    const int month = month_at(at);
    if (month == 0) return {};
    std::uint32_t next = past_month(at);
    if (pieces_.is_joined(next, Sign::hyphen) || pieces_.is_joined(next, Sign::slash)) ++next;  // "Sep-2012", "Nov/2"
    if (const std::uint32_t year = year_after(next); year != 0) {
        ReadDays days;
        days.first = point(at, year + 1, month_moment(year_at(year), month));
        set_day(days.first, year_at(year), month, 0);
        return days;
    }
    const bool article = pieces_.is(next, Kind::the);
    if (article) ++next;
    std::uint32_t first_end = 0;
    const int first = day_at(next, first_end);
    if (first == 0 || pieces_.is_joined(first_end, Sign::colon) || pieces_.is(first_end, Kind::meridiem)) return {};
    const bool ordinal = !pieces_.is_digits(next) || pieces_.is(next, Kind::ordinal);
    if (article && !ordinal) return {};
    const bool plain_word = (pieces_.reads(at, "may") || pieces_.reads(at, "march")) && !pieces_.capitalised(at);
    if (plain_word && !ordinal && year_after(first_end) == 0 && !pieces_.is(at - 1, Kind::on)) {
        if (at != 0 || counts_words(first_end)) return {};  // "they march 25 miles"
    }
    if (pieces_.is(at - 1, Kind::in) && counts(first_end)) return {};  // "in March 14 people died"
    std::uint32_t last = range_joint(first_end);
    std::uint32_t last_end = 0;
    if (last != 0) {
        const int day = day_at(last, last_end);
        const bool other = month_at(last_end) != 0 || (pieces_.is(last_end, Kind::of) && month_at(last_end + 1) != 0);
        if (day <= first || other || pieces_.is_joined(last_end, Sign::colon) || counts_words(last_end)) last = 0;
    }
    const std::uint32_t days_end = last != 0 ? last_end : first_end;
    std::uint32_t year_token = year_after(days_end);
    int year = year_token != 0 ? year_at(year_token) : 0;
    return days_of_month(at, year_token != 0 ? year_token + 1 : days_end, year, month, next, last);
}

// "25 March 2024", "25th of March", "25-27 March", "25 to 27 March", "31-Oct-74"
ReadDays DateReader::read_day_first(std::uint32_t at) {
    std::uint32_t first_end = 0;
    std::uint32_t first_at = pieces_.is(at, Kind::the) ? at + 1 : at;
    const int first = day_at(first_at, first_end);
    if (first == 0) return {};
    constexpr std::uint8_t kFirstMoney = static_cast<std::uint8_t>(Sign::dollar);
    const auto before = static_cast<std::uint8_t>(pieces_[at - 1].sign);
    const bool money =
        pieces_[at - 1].is_sign && before >= kFirstMoney && before <= static_cast<std::uint8_t>(Sign::rupee);
    if (money) return {};  // "for $12 December 27"
    const auto month_after = [this](std::uint32_t end) {
        std::uint32_t place = pieces_.is(end, Kind::of) ? end + 1 : end;
        if (pieces_.is_joined(end, Sign::hyphen) || pieces_.is_joined(end, Sign::slash)) place = end + 1;
        return month_at(place) != 0 ? place : 0;
    };
    std::uint32_t month_token = month_after(first_end);
    std::uint32_t last = 0;
    if (month_token == 0) {
        last = range_joint(first_end);
        std::uint32_t last_end = 0;
        if (last == 0 || day_at(last, last_end) <= first) return {};
        month_token = month_after(last_end);
        if (month_token == 0) return {};
    }
    if (pieces_.is_digits(first_at) && pieces_[first_at].kind == Kind::number && !pieces_.capitalised(month_token) &&
        (pieces_.reads(month_token, "may") || pieces_.reads(month_token, "march")) &&
        !pieces_.is(month_token + 1, Kind::number) && !pieces_.is(month_token - 1, Kind::of) &&
        pieces_.is(month_token, Kind::month) && month_token + 1 < pieces_.size() && !pieces_[month_token + 1].is_sign) {
        return {};  // "the 12 may leave"
    }
    const std::uint32_t after = past_month(month_token);
    std::uint32_t year_token = year_after(after);
    int year = year_token != 0 ? year_at(year_token) : 0;
    const bool joined = pieces_.is_joined(after, Sign::hyphen) || pieces_.is_joined(after, Sign::slash);
    if (joined) {
        year = year_at(after + 1) != 0 ? year_at(after + 1) : short_year_at(after + 1);
        year_token = year != 0 ? after + 1 : 0;
    }
    return days_of_month(at, year_token != 0 ? year_token + 1 : after, year, month_at(month_token), first_at, last);
}

bool DateReader::month_alone(std::uint32_t at) const {
    const std::uint32_t token = pieces_[at].token;
    const bool capital = pieces_.capitalised(at);
    const std::uint32_t before = at == 0 ? kNone : pieces_.is(at - 1, Sign::hyphen) && at > 1 ? at - 2 : at - 1;
    const bool told =
        before != kNone &&
        (month_at(before) != 0 || pieces_.is(before, Kind::this_one) || pieces_.is(before, Kind::last_one) ||
         pieces_.is(before, Kind::next_one) || pieces_.is(before, Kind::early) || pieces_.is(before, Kind::late) ||
         pieces_.is(before, Kind::mid) || pieces_.is(before, Kind::each) ||
         (view_.uses(pieces_[before].token, kUseDateContext) && !pieces_.is(before, Kind::conjunction)));
    if (!capital) return told && (!view_.uses(token, kUseNotDate) || pieces_.is(before, Kind::in));
    const bool range = pieces_.is_dash(at + 1) && month_at(at + 2) != 0;
    const bool stop = pieces_.is(at + 1, Sign::full_stop) || view_.slice(token).back() == '.';
    if (pieces_.is(at, Kind::short_month) && !stop && !told && !range) return false;
    if (range) return true;
    if (view_.uses(token, kUseNotDate) && (!told || view_.capitalised(token + 1))) return false;
    return true;
}

// The month alone: "in March". Names that are first names or verbs too need a word that says so.
ReadDate DateReader::read_month(std::uint32_t at) {
    const int month = month_at(at);
    if (month == 0 || !month_alone(at)) return {};
    const Tense time = tense_told(at);
    ReadDate read = point(at, at + 1, resolver_.month(month, Which::open, time));
    read.date.month = static_cast<std::int8_t>(month);
    return read;
}

bool DateReader::weekday_at(std::uint32_t at) const {
    const Piece& piece = pieces_[at];
    if (piece.kind == Kind::weekday) return true;
    if (piece.kind != Kind::short_weekday) return false;
    // "Sun" and "sat" are words, too.
    const bool kept = view_.slice(piece.token).back() == '.';
    const bool stop = kept || (pieces_.is(at + 1, Sign::full_stop) && pieces_[at + 1].joined);
    const std::uint32_t next = (stop && !kept) || pieces_.is(at + 1, Sign::comma) ? at + 2 : at + 1;
    std::uint32_t end = 0;
    const bool beside = month_at(next) != 0 || day_at(next, end) != 0 || pieces_.is(at - 1, Kind::on) ||
                        pieces_.is(at - 1, Kind::this_one) || pieces_.is(at - 1, Kind::next_one) ||
                        pieces_.is(at - 1, Kind::last_one) || pieces_.is(at - 1, Kind::each) ||
                        pieces_.is(at + 1, Kind::day_part) || pieces_.is(at + 1, Kind::at) ||
                        read_clock(pieces_, next).end != 0;
    return beside || (stop && pieces_.capitalised(at)) || pieces_.size() <= 2;
}

ReadDate DateReader::read_weekday(std::uint32_t at) {
    if (!weekday_at(at)) return {};
    const int weekday = pieces_[at].value;
    const bool stop =
        pieces_.is(at, Kind::short_weekday) && pieces_.is(at + 1, Sign::full_stop) && pieces_[at + 1].joined;
    const std::uint32_t end = stop && at + 2 < pieces_.size() ? at + 2 : at + 1;
    const Tense time = tense(at);
    ReadDate read = point(at, end, resolver_.weekday(weekday, Which::open, time));
    read.date.weekday = static_cast<std::int8_t>(weekday);
    // "Tuesday 19th", "Friday the 13th"
    const std::uint32_t place = pieces_.is(end, Kind::the) ? end + 1 : end;
    std::uint32_t day_end = 0;
    const bool last = place + 1 >= pieces_.size() || pieces_[place + 1].is_sign;
    const bool plain = place == end && pieces_.is_digits(place) && pieces_[place].digits <= 2 && last &&
                       !pieces_.is_dash(place + 1) && !pieces_.is_joined(place + 1, Sign::colon) &&
                       !pieces_.is_joined(place + 1, Sign::slash);
    if ((pieces_.is(place, Kind::ordinal) || plain) && month_at(place + 1) == 0) {
        const int day = day_at(place, day_end);
        if (day != 0) {
            read.end = day_end;
            read.date.day = static_cast<std::int8_t>(day);
            read.date.moment = resolver_.day_of_month(day, weekday, time);
        }
    }
    return read;
}

// "Monday", "Monday, March 25", "Monday 25 March 2024"
ReadDays DateReader::read_weekday_first(std::uint32_t at) {
    ReadDays days;
    days.first = read_weekday(at);
    if (!days.first) return days;
    std::uint32_t next = days.first.end;
    if (pieces_.is(next, Sign::comma)) ++next;
    if (pieces_.is(next, Kind::the)) ++next;
    ReadDays dated = month_at(next) != 0 ? read_month_first(next) : read_day_first(next);
    if (!dated.first || dated.first.date.day == 0) {
        const ReadDate digits = read_digits(next);
        if (!digits || digits.date.moment.unit != TimeUnit::day) return days;
        dated = {};
        dated.first = digits;
    }
    dated.first.begin = at;
    dated.first.date.weekday = days.first.date.weekday;
    Date& date = dated.first.date;
    if (date.year == 0 && is_placed(date.moment)) date.moment = resolver_.on_weekday(date.moment, date.weekday);
    return dated;
}

// A day alone or with its month, weekday and year.
const ReadDays& DateReader::read_days(std::uint32_t at) {
    if (read_days_at_ != at) {
        const ReadDays days = find_days(at);
        days_ = days;
        read_days_at_ = at;
    }
    return days_;
}

ReadDays DateReader::find_days(std::uint32_t at) {
    if (pieces_.is(at, Kind::weekday) || pieces_.is(at, Kind::short_weekday)) return read_weekday_first(at);
    if (month_at(at) != 0) {
        if (ReadDays days = read_month_first(at); days.first) return days;
        ReadDays alone;
        alone.first = read_month(at);
        return alone;
    }
    if (ReadDays days = read_day_first(at); days.first) return days;
    if (const ReadDate number = read_day_number(at)) {
        ReadDays days;
        days.first = number;
        return days;
    }
    ReadDays days;
    days.first = read_digits(at);
    if (days.first) return days;
    return read_years(at);
}

// "on the 18th", "the 20th of next month"
ReadDate DateReader::read_day_number(std::uint32_t at) {
    const std::uint32_t place = pieces_.is(at, Kind::the) ? at + 1 : at;
    std::uint32_t end = 0;
    const int day = day_at(place, end);
    if (day == 0) return {};
    if (pieces_.is(end, Kind::of)) {
        const ReadDate month = read_directed(end + 1);
        if (!month || month.date.moment.unit != TimeUnit::month || !is_placed(month.date.moment)) return {};
        const Moment found = day_moment(base::Day{month.date.moment.year, month.date.moment.month, day});
        return found.known() ? point(at, month.end, found) : ReadDate{};
    }
    const Piece& piece = pieces_[place];
    const bool told = pieces_.is(at - 1, Kind::on) || pieces_.is(at - 1, Kind::by) || pieces_.is(at - 1, Kind::until) ||
                      pieces_.is(at - 1, Kind::since);
    const bool last = end >= pieces_.size() || pieces_[end].is_sign || pieces_.is(end, Kind::at);
    if (piece.kind != Kind::ordinal || piece.digits == 0 || place == at || !told || !last) return {};
    return point(at, end, resolver_.day_of_month(day, 0, tense(at)));
}

ReadDate DateReader::read_holiday(std::uint32_t at, Which which) {
    const Piece& piece = pieces_[at];
    if (piece.kind != Kind::holiday) return {};
    std::array<std::uint64_t, kLongestHoliday> forms{};
    std::size_t count = 0;
    for (std::uint32_t token = piece.token; token < pieces_.sentence().end && count < kLongestHoliday; ++token) {
        forms[count++] = view_.tokens.form[token];
    }
    const auto name = pieces_.words().holidays().find(static_cast<std::int16_t>(piece.value), {forms.data(), count});
    if (!name) return {};
    std::uint32_t end = at;
    while (end < pieces_.size() && pieces_[end].token < piece.token + name->words) ++end;
    std::uint32_t year_token = year_after(end);
    if (name->common && !pieces_.capitalised(at) && year_token == 0) return {};
    ReadDate read;
    ReadDate words = year_token == 0 ? read_year_in_words(end) : ReadDate{};
    if (year_token != 0 || words) {
        const int year = words ? words.date.year : year_at(year_token);
        const auto day = holiday_in(name->holiday, year);
        if (!day) return {};
        read = point(at, words ? words.end : year_token + 1, day_moment(*day));
    } else {
        read = point(at, end, resolver_.holiday(name->holiday, which, tense(at)));
    }
    if (name->holiday.length > 1) {
        read.date.interval = interval_of(read.date.moment);
        if (read.date.interval.known()) read.date.interval.end += (name->holiday.length - 1) * 86400LL;
    }
    return read;
}

ReadDate DateReader::read_season(std::uint32_t at, Which which) {
    if (!pieces_.is(at, Kind::season)) return {};
    const auto season = static_cast<Season>(pieces_[at].value);
    const std::uint32_t year = year_after(at + 1);
    if (year != 0) return point(at, year + 1, season_of(season, year_at(year)));
    ReadDate read = point(at, at + 1, resolver_.season(season, which, tense(at)));
    // "fall" and "spring" are verbs, too; a season alone is one behind an article or a preposition.
    const bool told = at > 0 && (pieces_.is(at - 1, Kind::the) || pieces_.is(at - 1, Kind::in) ||
                                 pieces_.is(at - 1, Kind::early) || pieces_.is(at - 1, Kind::late) ||
                                 pieces_.is(at - 1, Kind::mid) || pieces_.is(at - 1, Kind::this_one) ||
                                 pieces_.is(at - 1, Kind::since) || pieces_.is(at - 1, Kind::during));
    const bool word = pieces_.reads(at, "fall") || pieces_.reads(at, "spring");
    read.weak = word ? !told || pieces_.is(at - 1, Kind::the) : false;
    return read;
}

}  // namespace axray::language
