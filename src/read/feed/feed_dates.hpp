// Dates of feeds (text of pubDate, updated, dc:date -> ISO 8601).
//
// RFC 822 with the liberties that feeds take: years of two digits, missing weekdays and seconds, month before day,
// names of zones, "GMT+1", 24:00; and whatever read_date_value understands. An offset is kept; a zone name that means
// several zones is left out. Source: RFC 822, RFC 2822 section 4.3, W3CDTF; zone names of North America and Europe.
#pragma once

#include <string>
#include <string_view>

namespace axray::read {

// Empty when the text holds no date that can be trusted: no such day, no day at all, two days that it could mean.
[[nodiscard]] std::string feed_date(std::string_view text);

// True when the ISO 8601 date lies after `now` (ISO 8601, with zone), by more than a day. False when either is empty.
[[nodiscard]] bool is_after(std::string_view date, std::string_view now);

}  // namespace axray::read
