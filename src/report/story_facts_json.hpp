// The facts of a story with their mentions, conflicts, order in time and corrections as members of its JSON
// (StoryReport -> JSON). Source: own.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <axray/story.hpp>

#include "report/json_writer.hpp"
#include "report/text_place.hpp"

namespace axray::report {

// `places` has one finder a report. The members "facts", "conflicts", "timeline", "corrections".
void write_facts(JsonWriter& json, const StoryReport& story, const std::vector<PlaceFinder>& places);

// The member `name` with numbers on one line.
void write_numbers(JsonWriter& json, std::string_view name, const std::vector<std::uint32_t>& numbers);

// The member "flags".
void write_flags(JsonWriter& json, const std::vector<FactFlag>& flags);

// The member `name`: words of a report with their places, or null for an empty span.
void write_words(JsonWriter& json, std::string_view name, const Document& report, const PlaceFinder& places, Span span);

// A value: words with the report that they stand in.
void write_source(JsonWriter& json, const StoryReport& story, const std::vector<PlaceFinder>& places,
                  const SourceSpan& place);

}  // namespace axray::report
