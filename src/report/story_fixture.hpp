// Invented stories for the tests of this folder (nothing -> StoryReport): a ferry strikes a pier.
//
// They are made in code and not by the steps of `axray story`, so that every field has every kind of value.
// Source: own.
#pragma once

#include <cstddef>

#include <axray/story.hpp>

namespace axray::report {

// Five reports of a ferry that strikes a pier, among them an empty one: facts of several reports and of one, every kind
// of flag, conflict, origin, copy and passage, a correction, dates, names, registers, reports left out, and hostile
// text: markup, control characters, direction overrides, right-to-left and East Asian writing, long words.
[[nodiscard]] StoryReport ferry_story();

// One report with one fact, and nothing else.
[[nodiscard]] StoryReport small_story();

// No report that could be used.
[[nodiscard]] StoryReport empty_story();

// `reports` reports, each a copy of an earlier one or of an agency, with a fact that all have and one that each alone
// has.
[[nodiscard]] StoryReport large_story(std::size_t reports, std::size_t sentences_a_report);

}  // namespace axray::report
