#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "story/stream/test_stream.hpp"

using namespace axray::story;
using tests::StreamText;

namespace {

// What a stream holds of one event, in order of arrival.
using Event = std::vector<StreamText>;

const Event kFireInHarrow = {
    {"Warehouse fire in Harrowgate kills two workers",
     "Two workers died when fire destroyed a paint warehouse in Harrowgate on Friday night. Fire chief Dana Quill said "
     "that eighty firefighters were called and that the roof fell in within an hour."},
    {"Two dead in Harrowgate paint warehouse blaze",
     "A blaze at a paint warehouse in Harrowgate killed two workers on Friday night. The roof fell in within an hour, "
     "fire chief Dana Quill said; eighty firefighters fought the flames."},
    {"Harrowgate fire: investigators search paint warehouse",
     "Investigators searched the burnt paint warehouse in Harrowgate where two workers died on Friday. Fire chief Dana "
     "Quill said that the roof had fallen in within an hour."}};

const Event kFireInOstby = {
    {"Warehouse fire in Ostby injures nine",
     "Nine people were injured when fire swept through a timber warehouse in Ostby on Sunday morning. Mayor Lars "
     "Vinter "
     "told residents to keep their windows shut because of the smoke."},
    {"Nine hurt as timber warehouse burns in Ostby",
     "A timber warehouse in Ostby burnt down on Sunday morning; nine people were hurt. Because of the smoke mayor Lars "
     "Vinter told residents to keep windows shut."},
    {"Ostby residents told to stay indoors after warehouse fire",
     "Mayor Lars Vinter told residents of Ostby to stay indoors and keep windows shut on Sunday after a fire in a "
     "timber "
     "warehouse that injured nine people and sent smoke over the town."}};

// Another event at the place of the first fire.
const Event kElectionInHarrow = {
    {"Harrowgate elects first woman as mayor",
     "Voters in Harrowgate have elected Priya Sandoval as mayor, the first woman to hold the office. She won 54 per "
     "cent "
     "of the vote against council leader Tom Marsh."},
    {"Priya Sandoval wins mayoral vote in Harrowgate",
     "Priya Sandoval has won the mayoral election in Harrowgate with 54 per cent of the vote. Council leader Tom Marsh "
     "conceded defeat; she is the first woman in the office."},
    {"Marsh concedes as Sandoval becomes mayor of Harrowgate",
     "Council leader Tom Marsh conceded defeat to Priya Sandoval, who becomes the first woman to be mayor of "
     "Harrowgate "
     "after an election in which she won 54 per cent of the vote."}};

// Each of these is like the next, the first unlike the last: a strike, the talks that end it, and the elections that
// the minister who led them then calls.
const Event kStrike = {
    {"Train drivers in Kelland begin three-day strike",
     "Train drivers in Kelland walked out on Monday for three days over night shifts. The drivers' union said that "
     "nine in "
     "ten trains stand still; commuters crowded into buses."},
    {"Strike of train drivers brings Kelland to a halt",
     "Nine in ten trains stood still in Kelland as train drivers began a three-day strike over night shifts on Monday, "
     "their union said. Buses were crowded with commuters."},
    {"Commuters crowd buses as Kelland train drivers strike",
     "Commuters crowded into buses on Monday as a strike of train drivers over night shifts stopped nine in ten trains "
     "in "
     "Kelland, the union said. It lasts three days."},
    {"Transport minister Ilse Dorn to meet striking train drivers in Kelland",
     "Transport minister Ilse Dorn will meet the union of the train drivers, whose three-day strike over night shifts "
     "has "
     "stopped nine in ten trains in Kelland, to end it."}};

const Event kVote = {
    {"Ilse Dorn calls early elections for September",
     "Ilse Dorn, the transport minister who leads the Green Union since last week, has called early elections for the "
     "third of September. Parliament will be dissolved in June, she said."},
    {"Early elections in September, Dorn says",
     "Parliament will be dissolved in June and early elections held on the third of September, Ilse Dorn of the Green "
     "Union said. Polls see her party in front of the Liberals."},
    {"Polls see Green Union in front before September elections",
     "Polls see the Green Union of Ilse Dorn in front of the Liberals in the early elections of the third of "
     "September. "
     "Parliament will be dissolved in June."}};

Event in_turn(const std::vector<Event>& events) {
    Event stream;
    std::size_t longest = 0;
    for (const auto& event : events) longest = std::max(longest, event.size());
    for (std::size_t at = 0; at < longest; ++at) {
        for (const auto& event : events) {
            if (at < event.size()) stream.push_back(event[at]);
        }
    }
    return stream;
}

std::vector<std::uint32_t> wanted(const std::vector<Event>& events) {
    std::vector<std::uint32_t> numbers;
    std::size_t longest = 0;
    for (const auto& event : events) longest = std::max(longest, event.size());
    for (std::size_t at = 0; at < longest; ++at) {
        for (std::size_t event = 0; event < events.size(); ++event) {
            if (at < events[event].size()) numbers.push_back(static_cast<std::uint32_t>(event));
        }
    }
    return numbers;
}

Event one_after_the_other(const Event& one, const Event& other) {
    auto both = one;
    both.insert(both.end(), other.begin(), other.end());
    return both;
}

}  // namespace

TEST_CASE("look-alike events are stories of their own") {
    const std::vector<std::vector<Event>> cases = {
        {kFireInHarrow, kFireInOstby},                     // the same kind of event at two places
        {kFireInHarrow, kElectionInHarrow},                // two events at one place
        {kFireInHarrow, kFireInOstby, kElectionInHarrow},  // what is like each of two others does not join them
    };
    for (const auto& events : cases) CHECK(tests::sorted(in_turn(events)) == wanted(events));
}

TEST_CASE("a chain of follow-ups does not weld what it begins and ends with") {
    const auto stories = tests::sorted(one_after_the_other(kStrike, kVote));
    for (std::size_t at = 0; at + 1 < kStrike.size(); ++at) CHECK(stories[at] == stories[0]);
    for (std::size_t at = kStrike.size(); at < stories.size(); ++at) {
        CHECK(stories[at] == stories[kStrike.size()]);
        CHECK(stories[at] != stories[0]);
    }
}
