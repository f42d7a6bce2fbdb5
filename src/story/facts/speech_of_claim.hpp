// Whose words a claim is, and how sure they are (own words of a claim -> attribution, MentionSpeech, certainty).
//
// Source: own, over the layers of speech and certainty.
#pragma once

#include <optional>
#include <vector>

#include <axray/facts.hpp>

#include "language/annotation.hpp"
#include "story/names/story_entities.hpp"
#include "story/story_texts.hpp"

namespace axray::story {

// The innermost attribution whose content makes up most of these words; kNone when nobody is named for them.
// Words of a sentence far off its cue are nobody's.
[[nodiscard]] std::uint32_t attribution_of(const language::AnnotatedText& text, std::uint32_t sentence,
                                           const std::vector<language::TokenSpan>& own);

// The word that carries the claim: its verb, or what stands for one behind "is"; of what somebody says the word that
// carries the saying's content. kNone in an empty claim.
[[nodiscard]] std::uint32_t predicate_of(const language::AnnotatedText& text,
                                         const std::vector<language::TokenSpan>& own, std::uint32_t attribution);

// The words that name who does what the predicate says, in order; empty ranges where the claim does not tell.
[[nodiscard]] language::TokenSpan subject_of(const language::AnnotatedText& text, std::uint32_t sentence,
                                             std::uint32_t predicate);

// `report` is a number of StoryTexts.
[[nodiscard]] MentionSpeech speech_of(const StoryTexts& texts, const StoryEntities& entities, std::uint32_t report,
                                      std::uint32_t attribution);

struct CertaintyOfClaim {
    Certainty certainty = Certainty::stated;
    Span cue;
};

// That of the cue which speaks of most of the words.
[[nodiscard]] CertaintyOfClaim certainty_of(const language::AnnotatedText& text,
                                            const std::vector<language::TokenSpan>& own);

}  // namespace axray::story
