#include "language/dates/holidays.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string_view>
#include <utility>

#include "language/dates/calendar.hpp"
#include "language/words/lexicon.hpp"

namespace axray::language {
namespace {

using Rule = HolidayRule;

struct Row {
    Holiday holiday;
    std::string_view names;  // apart by ';', without 's
};

constexpr Holiday fixed(int month, int day) {
    return {.month = static_cast<std::int16_t>(month), .day = static_cast<std::int16_t>(day)};
}
constexpr Holiday nth(int month, int weekday, int count, int offset = 0) {
    return {.rule = Rule::nth_weekday,
            .month = static_cast<std::int16_t>(month),
            .day = static_cast<std::int16_t>(weekday),
            .count = static_cast<std::int16_t>(count),
            .offset = static_cast<std::int16_t>(offset)};
}
constexpr Holiday easter(Rule rule, int offset, int length = 1) {
    return {.rule = rule, .offset = static_cast<std::int16_t>(offset), .length = static_cast<std::int16_t>(length)};
}
constexpr Holiday lunar(Rule rule, int month, int day, int length = 1) {
    return {.rule = rule,
            .month = static_cast<std::int16_t>(month),
            .day = static_cast<std::int16_t>(day),
            .length = static_cast<std::int16_t>(length)};
}

constexpr Row kRows[] = {
    {fixed(12, 25), "christmas day;christmas;xmas;xmas day"},
    {fixed(12, 24), "christmas eve;xmas eve"},
    {fixed(12, 26), "boxing day;st stephen day;saint stephen day"},
    {fixed(1, 1), "new year day;new years day;new year;new years"},
    {fixed(12, 31), "new year eve;new years eve;hogmanay"},
    {fixed(1, 6), "epiphany;three kings day;twelfth night"},
    {fixed(2, 2), "groundhog day;candlemas"},
    {fixed(2, 14), "valentine day;valentines day;valentines;saint valentine day;st valentine day"},
    {fixed(3, 8), "international women day;international womens day;women day;womens day"},
    {fixed(3, 14), "pi day"},
    {fixed(3, 17), "st patrick day;saint patrick day;st patricks day;saint patricks day;st paddy day;st. patrick day"},
    {fixed(4, 1), "april fool day;april fools day;april fools"},
    {fixed(4, 22), "earth day"},
    {fixed(4, 23), "st george day;saint george day"},
    {fixed(4, 25), "anzac day"},
    {fixed(5, 1), "may day;international workers day"},
    {fixed(5, 5), "cinco de mayo"},
    {fixed(5, 8), "ve day"},
    {fixed(6, 6), "d-day"},
    {fixed(6, 14), "flag day"},
    {fixed(6, 19), "juneteenth;juneteenth day"},
    {fixed(6, 24), "midsummer day;st john day;saint john day"},
    {fixed(7, 1), "canada day"},
    {fixed(7, 4), "independence day"},
    {fixed(7, 14), "bastille day"},
    {fixed(8, 15), "assumption day;assumption of mary"},
    {fixed(9, 11), "patriot day"},
    {fixed(10, 31), "halloween;hallowe'en;halloween day;all hallows eve"},
    {fixed(11, 1), "all saints day;all saint day;all hallows;world vegan day"},
    {fixed(11, 2), "all souls day;all soul day;day of the dead"},
    {fixed(11, 5), "guy fawkes night;guy fawkes day;bonfire night"},
    {fixed(11, 11), "veteran day;veterans day;armistice day;remembrance day"},
    {fixed(11, 30), "st andrew day;saint andrew day"},
    {fixed(12, 1), "world aids day"},
    {fixed(12, 7), "pearl harbor day"},
    {fixed(12, 10), "human rights day"},
    {fixed(4, 27), "king day;kings day;koningsdag"},
    {fixed(10, 16), "boss day"},
    {fixed(4, 14), "vaisakhi;baisakhi"},
    {fixed(1, 14), "pongal"},
    {fixed(1, 26), "australia day"},
    {nth(1, 1, 3), "martin luther king day;martin luther king jr day;mlk day;martin luther king jr. day"},
    {nth(2, 1, 3), "president day;presidents day;washington birthday"},
    {nth(5, 7, 2), "mother day;mothers day"},
    {nth(6, 7, 3), "father day;fathers day"},
    {nth(5, 1, -1), "memorial day"},
    {nth(9, 1, 1), "labor day;labour day"},
    {nth(10, 1, 2), "columbus day;indigenous peoples day;canadian thanksgiving"},
    {nth(11, 4, 4), "thanksgiving day;thanksgiving;turkey day"},
    {nth(11, 4, 4, 1), "black friday"},
    {nth(11, 4, 4, 4), "cyber monday"},
    {nth(11, 4, 4, 5), "giving tuesday"},
    {nth(11, 1, 1, 1), "election day"},
    {nth(4, 5, -1), "arbor day"},
    {easter(Rule::easter, 0), "easter sunday;easter day;easter"},
    {easter(Rule::easter, 1), "easter monday;easter mon"},
    {easter(Rule::easter, -1), "holy saturday;easter eve"},
    {easter(Rule::easter, -2), "good friday"},
    {easter(Rule::easter, -3), "maundy thursday;holy thursday;covenant thursday"},
    {easter(Rule::easter, -7), "palm sunday;branch sunday"},
    {easter(Rule::easter, -46), "ash wednesday"},
    {easter(Rule::easter, -46, 46), "lent"},
    {easter(Rule::easter, -47), "shrove tuesday;mardi gras;fat tuesday;pancake day;pancake tuesday"},
    {easter(Rule::easter, -48), "shrove monday;rose monday"},
    {easter(Rule::easter, 39), "ascension day;ascension thursday"},
    {easter(Rule::easter, 49), "pentecost;pentecost sunday;whit sunday;white sunday;whitsun"},
    {easter(Rule::easter, 50), "whit monday;pentecost monday"},
    {easter(Rule::easter, 56), "trinity sunday"},
    {easter(Rule::easter, 60), "corpus christi"},
    {easter(Rule::orthodox_easter, 0), "orthodox easter;orthodox easter sunday"},
    {easter(Rule::orthodox_easter, 1), "orthodox easter monday"},
    {easter(Rule::orthodox_easter, -2), "orthodox good friday;great friday"},
    {easter(Rule::orthodox_easter, -7), "orthodox palm sunday"},
    {easter(Rule::orthodox_easter, -8), "lazarus saturday"},
    {easter(Rule::orthodox_easter, -48), "clean monday;orthodox shrove monday;orthodox ash monday"},
    {easter(Rule::orthodox_easter, -48, 40), "great fast;great lent"},
    {lunar(Rule::jewish, 7, 1, 2), "rosh hashanah;rosh hashana;jewish new year"},
    {lunar(Rule::jewish, 7, 10), "yom kippur;day of atonement"},
    {lunar(Rule::jewish, 7, 15, 8), "sukkot;feast of tabernacles;feast of booths"},
    {lunar(Rule::jewish, 7, 22), "shemini atzeret"},
    {lunar(Rule::jewish, 7, 23), "simchat torah"},
    {lunar(Rule::jewish, 9, 25, 8), "hanukkah;hanukah;chanukah"},
    {lunar(Rule::jewish, 14, 14), "purim"},
    {lunar(Rule::jewish, 1, 15, 8), "passover;pesach"},
    {lunar(Rule::jewish, 3, 6, 2), "shavuot;feast of weeks"},
    {lunar(Rule::jewish, 5, 9), "tisha b'av;tisha bav"},
    {lunar(Rule::islamic, 9, 1, 30), "ramadan;ramadhan"},
    {lunar(Rule::islamic, 10, 1), "eid al-fitr;eid al fitr;eid ul-fitr;eid ul fitr"},
    {lunar(Rule::islamic, 12, 10),
     "eid al-adha;eid al adha;eid ul-adha;id ul-adha;bakr id;feast of the sacrifice;sacrifice feast"},
    {lunar(Rule::islamic, 1, 1), "islamic new year;hijri new year"},
    {lunar(Rule::islamic, 1, 10), "ashura;day of ashura"},
    {lunar(Rule::islamic, 3, 12), "mawlid;mawlid al-nabi"},
    {lunar(Rule::islamic, 9, 27), "laylat al-qadr;laylat al kadr;night of power"},
    {{.rule = Rule::chinese_new_year},
     "chinese new year;chinese new year day;chinese lunar new year day;chinese lunar new year;lunar new year;lunar new "
     "year day;chinese new years;tet"},
};

bool is_common(std::string_view name) { return name == "lent" || name == "tet" || name == "epiphany"; }

// Calls take(row, name) for all names.
template <class Take>
void for_each_name(const Take& take) {
    for (const Row& row : kRows) {
        std::string_view rest = row.names;
        while (!rest.empty()) {
            const std::size_t end = rest.find(';');
            take(row, rest.substr(0, end));
            rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        }
    }
}

std::string_view next_word(std::string_view& rest) {
    const std::size_t end = rest.find_first_of(" -");
    const std::string_view word = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    return word;
}

std::int64_t easter_sunday(int year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return base::day_number({year, n / 31, n % 31 + 1});
}

std::int64_t orthodox_easter_sunday(int year) {
    const int d = (19 * (year % 19) + 15) % 30;
    const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    const int n = d + e + 114;
    const int ahead = year / 100 - year / 400 - 2;  // of the Gregorian calendar before the Julian one
    return base::day_number({year, n / 31, n % 31 + 1}) + ahead;
}

// Days from the epoch of the Jewish calendar to the first of Tishri of a Jewish year.
std::int64_t jewish_new_year(std::int64_t year) {
    const auto elapsed = [](std::int64_t of) {
        const std::int64_t months = (235 * of - 234) / 19;
        const std::int64_t parts = 12084 + 13753 * months;
        const std::int64_t day = 29 * months + parts / 25920;
        return 3 * (day + 1) % 7 < 3 ? day + 1 : day;
    };
    const std::int64_t before = elapsed(year - 1);
    const std::int64_t here = elapsed(year);
    const std::int64_t after = elapsed(year + 1);
    const int delay = after - here == 356 ? 2 : here - before == 382 ? 1 : 0;
    return here + delay;
}

constexpr std::int64_t kDaysToUnix = 719163;  // from 0001-01-01, which is day 1, to 1970-01-01

// Month 1 Nisan, 7 Tishri; 14 the last before Nisan (Adar, in leap years the second one).
std::int64_t jewish_day(int gregorian_year, int month, int day) {
    constexpr std::int64_t kEpoch = -1373427;
    const std::int64_t year = gregorian_year + (month >= 7 && month <= 9 ? 3761 : 3760);
    const std::int64_t next = jewish_new_year(year + 1);
    const std::int64_t begin = jewish_new_year(year);
    const std::int64_t length = next - begin;
    std::int64_t days = 0;
    if (month >= 7 && month <= 9) {
        const int heshvan = length % 10 == 5 ? 30 : 29;
        days = begin + (month == 7 ? 0 : month == 8 ? 30 : 30 + heshvan);
    } else {
        // From Nisan to the next Tishri the lengths of months never change: 177 days.
        constexpr std::array<int, 6> kAhead = {0, 30, 59, 89, 118, 148};
        days = next - 177 + (month == 14 ? -29 : kAhead[static_cast<std::size_t>(month - 1)]);
    }
    return kEpoch + days + day - 1 - kDaysToUnix;
}

std::int64_t islamic_day(std::int64_t year, int month, int day) {
    constexpr std::int64_t kEpoch = 227015;
    return kEpoch - 1 + (year - 1) * 354 + (3 + 11 * year) / 30 + 29 * (month - 1) + month / 2 + day - kDaysToUnix;
}

// Days from 1970-01-01 in universal time of the k-th new moon after that of 2000-01-06. Greatest terms of Meeus,
// "Astronomical Algorithms", chapter 49: right to about ten minutes for years near ours.
double new_moon(double k) {
    const double t = k / 1236.85;
    const auto radians = [](double degrees) { return std::fmod(degrees, 360.0) * std::numbers::pi / 180.0; };
    const double sun = radians(2.5534 + 29.1053567 * k);
    const double moon = radians(201.5643 + 385.81693528 * k + 0.0107582 * t * t);
    const double latitude = radians(160.7108 + 390.67050284 * k - 0.0016118 * t * t);
    const double day = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t - 0.4072 * std::sin(moon) +
                       0.17241 * std::sin(sun) + 0.01608 * std::sin(2 * moon) + 0.01039 * std::sin(2 * latitude) +
                       0.00739 * std::sin(moon - sun) - 0.00514 * std::sin(moon + sun) + 0.00208 * std::sin(2 * sun);
    return day - 2440587.5;
}

// The first day of an Islamic month that the tabular calendar puts near `first`: the day after the new moon, and one
// more when that comes after sunset in Mecca.
std::int64_t month_of_new_moon(std::int64_t first) {
    constexpr double kSunset = 15.5 / 24;
    constexpr double kFirstMoon = 10962.76;  // 2000-01-06T18:14
    constexpr double kMonth = 29.530588861;
    const double moon = new_moon(std::round((static_cast<double>(first) - 1.5 - kFirstMoon) / kMonth));
    const auto day = static_cast<std::int64_t>(std::floor(moon));
    return day + (moon - static_cast<double>(day) < kSunset ? 1 : 2);
}

std::optional<base::Day> islamic_in(const Holiday& holiday, int year) {
    const std::int64_t near = (static_cast<std::int64_t>(year) - 622) * 33 / 32;
    for (std::int64_t islamic = near - 1; islamic <= near + 2; ++islamic) {
        if (islamic < 1) continue;
        const std::int64_t first = month_of_new_moon(islamic_day(islamic, holiday.month, 1));
        const base::Day day = base::day_of_number(first + holiday.day - 1);
        if (day.year == year) return day;
    }
    return std::nullopt;
}

// The new moon of China between 21 January and 20 February.
std::optional<base::Day> chinese_new_year(int year) {
    if (year < 1600 || year > 2400) return std::nullopt;
    constexpr double kBeijing = 8.0 / 24;
    const std::int64_t first = base::day_number({year, 1, 21});
    double k = std::floor((year - 2000) * 12.3685) - 1;
    for (int step = 0; step < 4; ++step, k += 1) {
        const auto day = static_cast<std::int64_t>(std::floor(new_moon(k) + kBeijing));
        if (day >= first) return base::day_of_number(day);
    }
    return std::nullopt;
}

}  // namespace

HolidayNames::HolidayNames() : between_{hash_word("'s"), hash_word("'"), hash_word("-"), hash_word(".")} {
    for_each_name([this](const Row& row, std::string_view name) {
        Name entry{.forms = {}, .holiday = row.holiday, .common = is_common(name)};
        while (!name.empty()) entry.forms.push_back(hash_word(next_word(name)));
        names_.push_back(std::move(entry));
    });
    std::stable_sort(names_.begin(), names_.end(),
                     [](const Name& left, const Name& right) { return left.forms.front() < right.forms.front(); });
}

std::vector<HolidayNames::FirstWord> HolidayNames::first_words() const {
    std::vector<FirstWord> words;
    for (std::size_t at = 0; at < names_.size(); ++at) {
        const std::uint64_t form = names_[at].forms.front();
        if (words.empty() || words.back().form != form) words.push_back({form, static_cast<std::int16_t>(at)});
    }
    return words;
}

std::optional<HolidayName> HolidayNames::find(std::int16_t place, std::span<const std::uint64_t> forms) const {
    std::optional<HolidayName> found;
    const auto first = static_cast<std::size_t>(place);
    for (std::size_t at = first; at < names_.size() && names_[at].forms[0] == names_[first].forms[0]; ++at) {
        const std::uint32_t words = match(names_[at], forms);
        if (words != 0 && (!found || words > found->words)) {
            found = HolidayName{names_[at].holiday, words, names_[at].common};
        }
    }
    return found;
}

// How many forms from the first on make the name; 0 when they do not.
std::uint32_t HolidayNames::match(const Name& name, std::span<const std::uint64_t> forms) const {
    std::uint32_t at = 0;
    for (const std::uint64_t form : name.forms) {
        if (at > 0 && at < forms.size() && std::find(between_.begin(), between_.end(), forms[at]) != between_.end()) {
            ++at;
        }
        if (at >= forms.size() || forms[at] != form) return 0;
        ++at;
    }
    return at;
}

std::optional<base::Day> holiday_in(const Holiday& holiday, int year) {
    if (year < kFirstYear || year > kLastYear) return std::nullopt;
    std::int64_t number = 0;
    switch (holiday.rule) {
        case Rule::fixed: number = base::day_number({year, holiday.month, holiday.day}); break;
        case Rule::nth_weekday:
            number = base::day_number(nth_weekday(year, holiday.month, holiday.day, holiday.count));
            break;
        case Rule::easter: number = easter_sunday(year); break;
        case Rule::orthodox_easter: number = orthodox_easter_sunday(year); break;
        case Rule::jewish: number = jewish_day(year, holiday.month, holiday.day); break;
        case Rule::islamic: return islamic_in(holiday, year);
        case Rule::chinese_new_year: return chinese_new_year(year);
    }
    return base::day_of_number(number + holiday.offset);
}

}  // namespace axray::language
