// Headline, summary and points of an account (Facts -> Tellings).
//
// The headline is a report's title where one says what the story is about in plain words and other sentences bear it
// out, else the shortest of the weightiest sentences. The summary is the sentence that holds most of the weightiest
// facts, with the denial where they are disputed. Points are short and say nothing twice. Source: own; the choice of
// points follows maximal marginal relevance (Carbonell and Goldstein 1998).
#pragma once

#include <optional>
#include <vector>

#include "story/account/storyteller.hpp"

namespace axray::story {

// The weightiest facts that can be told, in order of weight; at most `limit`.
[[nodiscard]] std::vector<Telling> weightiest(Storyteller& teller, Length length, std::size_t limit);

[[nodiscard]] std::optional<Telling> write_headline(Storyteller& teller, const std::vector<Telling>& main,
                                                    const std::vector<Telling>& brief);
// The sentence that the summary and the article begin with: one of `main` or of the openings of the reports; none when
// none can stand alone.
[[nodiscard]] std::optional<Telling> choose_lead(Storyteller& teller, const std::vector<Telling>& main,
                                                 const std::optional<Telling>& headline);
[[nodiscard]] Telling write_summary(Storyteller& teller, const Telling& lead);
[[nodiscard]] std::vector<Telling> choose_points(Storyteller& teller, const std::vector<Telling>& brief,
                                                 const std::optional<Telling>& headline,
                                                 const std::optional<Telling>& lead);

// Adds who denies what summary and points tell, where neither says so.
void add_denial(Storyteller& teller, const std::optional<Telling>& summary, std::vector<Telling>& points);

}  // namespace axray::story
