#include "language/dates/date_words.hpp"

#include <string>
#include <string_view>

#include "language/dates/date.hpp"
#include "language/dates/holidays.hpp"
#include "language/words/lexicon.hpp"
#include "language/words/listed_words.hpp"

namespace axray::language {
namespace {

using Kind = DateWordKind;

struct List {
    Kind kind;
    std::string_view words;  // "word" or "word=value"
};

// Values of TimeUnit, DayPart and Season stand as numbers; the tests hold them to the names.
constexpr List kLists[] = {
    {Kind::month,
     "january=1 february=2 march=3 april=4 may=5 june=6 july=7 august=8 september=9 october=10 november=11 "
     "december=12"},
    {Kind::short_month, "jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sep=9 sept=9 oct=10 nov=11 dec=12"},
    {Kind::weekday,
     "monday=1 tuesday=2 wednesday=3 thursday=4 friday=5 saturday=6 sunday=7 mondays=1 tuesdays=2 wednesdays=3 "
     "thursdays=4 fridays=5 saturdays=6 sundays=7"},
    {Kind::short_weekday, "mon=1 tue=2 tues=2 wed=3 weds=3 thu=4 thur=4 thurs=4 fri=5 sat=6 sun=7"},
    {Kind::unit,
     "second=1 sec=1 minute=2 min=2 hour=3 hr=3 day=4 weekend=5 wkend=5 week=6 wk=6 month=7 quarter=8 qtr=8 "
     "semester=9 year=11 yr=11 decade=12 century=13 millennium=14"},
    {Kind::units,
     "seconds=1 secs=1 minutes=2 mins=2 hours=3 hrs=3 days=4 weekends=5 wkends=5 weeks=6 wks=6 months=7 mos=7 "
     "quarters=8 qtrs=8 semesters=9 years=11 yrs=11 decades=12 centuries=13 millennia=14"},
    {Kind::fortnight, "fortnight=1 fortnights=1"},
    {Kind::each_unit,
     "hourly=3 daily=4 everyday=4 nightly=4 weekly=6 monthly=7 quarterly=55 yearly=11 annually=11 "
     "fortnightly=38 biweekly=38 bimonthly=39 biannually=43 biennially=43 semiannually=103"},
    {Kind::day_part,
     "morning=1 mornings=1 midday=2 lunchtime=2 lunch=2 afternoon=3 afternoons=3 evening=4 evenings=4 night=5 "
     "nights=5 nite=5 nites=5 nighttime=5 daytime=6"},
    {Kind::hour_name, "noon=12 noontime=12 midnight=0"},
    {Kind::season, "spring=1 springtime=1 summer=2 summertime=2 autumn=3 fall=3 winter=4 wintertime=4"},
    {Kind::relative_day,
     "yesterday=-1 today=0 tdy=0 tomorrow=1 tmr=1 tmrw=1 tomorow=1 tommorow=1 tommorrow=1 tomorrows=1 tomo=1 tmw=1 "
     "2moro=1"},
    {Kind::tonight, "tonight tonite 2night"},
    {Kind::overnight, "overnight"},
    {Kind::short_place, "eod=4 eow=6 eom=7 eoy=11"},
    {Kind::now, "now nowadays currently"},
    {Kind::lately, "recently lately"},
    {Kind::recent, "recent"},
    {Kind::future_noun, "future"},
    {Kind::this_one, "this current these those"},
    {Kind::last_one, "last past previous prior preceding"},
    {Kind::next_one, "next nxt following coming upcoming subsequent"},
    {Kind::same_one, "same"},
    {Kind::latest_one, "latest"},
    {Kind::each, "every each"},
    {Kind::other, "other"},
    {Kind::article, "a an"},
    {Kind::the, "the"},
    {Kind::of, "of"},
    {Kind::in, "in"},
    {Kind::at, "at @"},
    {Kind::on, "on"},
    {Kind::by, "by"},
    {Kind::from, "from starting"},
    {Kind::to, "to through thru"},
    {Kind::until, "until till til"},
    {Kind::between, "between"},
    {Kind::conjunction, "and or"},
    {Kind::before, "before"},
    {Kind::after, "after"},
    {Kind::since, "since"},
    {Kind::during, "during throughout for"},
    {Kind::within, "within"},
    {Kind::per, "per"},
    {Kind::preposition, "with without against"},
    {Kind::ago, "ago"},
    {Kind::earlier, "earlier"},
    {Kind::later, "later hence afterward afterwards thereafter"},
    {Kind::early, "early"},
    {Kind::late, "late"},
    {Kind::mid, "mid"},
    {Kind::beginning, "start beginning outset"},
    {Kind::middle, "middle"},
    {Kind::end, "end close"},
    {Kind::about, "about around roughly approximately some circa nearly almost"},
    {Kind::less, "less fewer under"},
    {Kind::more, "more over"},
    {Kind::than, "than"},
    {Kind::up, "up"},
    {Kind::at_least, "least most"},
    {Kind::half, "half"},
    {Kind::couple, "couple pair"},
    {Kind::few, "few several many some"},
    {Kind::old, "old"},
    {Kind::only, "just only full whole entire straight consecutive additional another business calendar"},
    {Kind::year_word_before, "fiscal financial academic"},
    {Kind::number,
     "zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 "
     "fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 "
     "sixty=60 seventy=70 eighty=80 ninety=90 dozen=12"},
    {Kind::scale, "hundred=100 thousand=1000"},
    {Kind::ordinal,
     "first=1 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12 "
     "thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 "
     "thirtieth=30 final=-1"},
    {Kind::meridiem, "am=0 a.m.=0 pm=12 p.m.=12"},
    {Kind::oclock, "o'clock oclock"},
    {Kind::era, "bc=0 b.c.=0 bce=0 ad=1 a.d.=1 ce=1"},
    {Kind::the_date, "date"},
    {Kind::decade, "twenties=20 thirties=30 forties=40 fifties=50 sixties=60 seventies=70 eighties=80 nineties=90"},
    {Kind::weekdays, "weekday weekdays"},
    {Kind::once, "once=1 twice=2 times=3"},
    {Kind::zone, "gmt utc est edt cst cdt mst mdt pst pdt cet bst et ist jst"},
};

}  // namespace

DateWords::DateWords() : filter_(kFilterWords), core_filter_(kFilterWords), entries_(kSlots) {
    for (const List& list : kLists) {
        for_each_listed(list.words, [&](std::string_view word, int number) {
            const auto value = static_cast<std::int16_t>(number);
            add(hash_word(word), {list.kind, value});
            // As a token an abbreviation may keep its full stop: "Mar." is not the word "mar".
            const bool abbreviated = list.kind == Kind::short_month || list.kind == Kind::short_weekday;
            if (abbreviated) add(hash_word(std::string(word) + "."), {list.kind, value});
        });
    }
    for (const HolidayNames::FirstWord& word : holidays_.first_words()) add(word.form, {Kind::holiday, word.place});
}

DateWord DateWords::find_slowly(std::uint64_t form) const {
    for (std::size_t at = form % kSlots; entries_[at].form != 0; at = (at + 1) % kSlots) {
        if (entries_[at].form == form) return entries_[at].word;
    }
    return {};
}

// The first list that has a word keeps it.
void DateWords::add(std::uint64_t form, DateWord word) {
    std::size_t at = form % kSlots;
    while (entries_[at].form != 0 && entries_[at].form != form) at = (at + 1) % kSlots;
    if (entries_[at].form == form) return;
    entries_[at] = {form, word};
    filter_[(form >> 6U) % kFilterWords] |= 1ULL << (form & 63U);
    if (is_core(word.kind)) core_filter_[(form >> 6U) % kFilterWords] |= 1ULL << (form & 63U);
}

}  // namespace axray::language
