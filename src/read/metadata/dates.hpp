// Dates as pages write them, for machines and for people, in any language (text -> FoundDate).
//
// Machine forms: ISO 8601 and its relatives, RFC 822, seconds and milliseconds since 1970. Forms for people: day, month
// and year in the orders of the world, month names of every language from ICU's locale data, digits of other scripts,
// years of the Buddhist era on Thai pages. What could be two days is marked as ambiguous.
// Source: own; month names and the order of day and month are ICU's (Unicode CLDR).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <axray/span.hpp>

#include "base/days.hpp"

namespace axray::read {

using base::Day;
using base::day_number;
using base::day_of_number;
using base::is_day;

struct FoundDate {
    Day day;                 // as written, in the zone of the page
    std::string time;        // "14:30", "14:30:05"; empty when none is given
    std::string zone;        // "Z", "+02:00"; empty when none is given
    bool ambiguous = false;  // "03/04/2024" where the page does not say which order it uses
    Span place;              // bytes of the text

    // ISO 8601: "2024-03-25", "2024-03-25T14:30:05+01:00".
    [[nodiscard]] std::string iso() const;
};

// True when `date` lies after `moment`: as instants where both have a time and a zone, else by their days.
[[nodiscard]] bool is_after(const FoundDate& date, const FoundDate& moment);

// What the page says of its language: a tag such as "en-gb", lower case, empty when unknown.
struct DateHints {
    std::string_view language;
    bool order_known = false;  // the language or the address names the country, so that day and month are not mixed up
};

// The date that a value for machines holds: an attribute, a meta tag, a JSON string. Nothing when it holds none, or
// more than one day.
[[nodiscard]] std::optional<FoundDate> read_date_value(std::string_view text, const DateHints& hints);

// The dates in running text, at most `limit`, in order.
[[nodiscard]] std::vector<FoundDate> find_dates(std::string_view text, const DateHints& hints, std::size_t limit);

// True for the name of a month or a weekday in any language.
[[nodiscard]] bool is_calendar_word(std::string_view word);

// The date in an address: ".../2024/03/25/...", "...-20240325-...".
[[nodiscard]] std::optional<FoundDate> date_in_address(std::string_view address);

}  // namespace axray::read
