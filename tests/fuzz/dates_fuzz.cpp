// Any bytes as text, with and without a day of publication: dates lie in order in the text, what they mean lies in the
// calendar, their values can be written, and each is the same as itself.
// Depends: base language
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "annotating.hpp"
#include "language/dates/calendar.hpp"
#include "language/dates/comparison.hpp"
#include "language/dates/moments.hpp"
#include "language/dates/timex.hpp"

namespace {

using namespace axray;
using namespace axray::language;

void check(const Date& date, const AnnotatedText& annotated, std::size_t text_size) {
    require(date.tokens.begin < date.tokens.end && date.tokens.end <= annotated.tokens.size(),
            "tokens lie in the text");
    require(date.span.begin < date.span.end && date.span.end <= text_size, "spans lie in the text");
    const Moment& moment = date.moment;
    if (moment.year != 0) {
        require(moment.year >= kFirstYear && moment.year <= kLastYear, "years are those of the calendar");
        require(moment.month >= 1 && moment.month <= 12, "months are those of the calendar");
        require(moment.day >= 1 && moment.day <= base::days_of_month(moment.year, moment.month), "days exist");
    }
    require(moment.hour <= 23 && moment.minute <= 59 && moment.second <= 59, "hours are those of a day");
    require(date.interval.begin <= date.interval.end, "stretches end after they begin");
    require(timex_value(date).size() < 100, "values are short");
    require(compare(date, date) != Comparison::contradictory, "no date contradicts itself");
}

void check(std::string_view text, const AnnotatedText& annotated) {
    std::uint32_t end = 0;
    for (const Date& date : annotated.dates) {
        check(date, annotated, text.size());
        require(date.span.begin >= end, "dates are in order and apart");
        end = date.span.end;
    }
    for (std::size_t at = 1; at < annotated.dates.size() && at < 64; ++at) {
        const Date& one = annotated.dates[at - 1];
        const Date& other = annotated.dates[at];
        const bool apart = compare(one, other) == Comparison::contradictory;
        require(apart == (compare(other, one) == Comparison::contradictory), "a contradiction is one both ways");
        const DateInText mine{one, annotated};
        const DateInText theirs{other, annotated};
        require(!apart_by_reckoning(mine, mine), "no date is apart from itself");
        require(apart_by_reckoning(mine, theirs) == apart_by_reckoning(theirs, mine), "dates are apart both ways");
        require(meaning_beside(mine, theirs).size() < 100, "meanings are short");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static AnnotatorFixture fixture;
    const std::vector<char> copy(data, data + size);
    const std::string_view text(copy.data(), copy.size());
    check(text, fixture.annotator.annotate_text(text, fixture.workspace));
    for (const base::Day day : {base::Day{2024, 2, 29}, base::Day{1, 1, 1}, base::Day{9999, 12, 31}}) {
        const Setting setting{.layers = Layers::words, .published = {day, 1439}};
        check(text, fixture.annotator.annotate_text(text, fixture.workspace, setting));
    }
    return 0;
}
