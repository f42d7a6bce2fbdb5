// What a story is about: the words that its reports put first (StoryTexts -> MainThing).
//
// Titles and the sentences that a report opens with tell the event; a word weighs the more, the rarer it is, the more
// reports have it there, and the later they were published: of a story that goes on the latest state is the main thing.
// Reports of one origin count as one. Source: own, after the leads that summaries of news are compared with.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include <axray/origins.hpp>

#include "story/account/sentence_check.hpp"
#include "story/analyst.hpp"
#include "story/story_texts.hpp"

namespace axray::story {

class MainThing {
public:
    // O(tokens of titles and openings).
    MainThing(const StoryTexts& texts, const Origins& origins, const trace::WordWeights& weights);

    // 0..1: how much of what the reports put first a text tells, and how little else.
    [[nodiscard]] double told_by(const CheckedText& text) const;
    // 0..1: what the report weighs by its day; 1 of the last day and of no day.
    [[nodiscard]] double recency(std::uint32_t report) const { return recency_[report]; }

private:
    std::map<std::uint64_t, double> shares_;  // by stem: 0..1, of the reports that have it in front
    double heaviest_ = 0;                     // weight of the heaviest words together
    std::map<std::uint64_t, float> weights_;  // by stem
    std::vector<double> recency_;             // one a report
};

}  // namespace axray::story
