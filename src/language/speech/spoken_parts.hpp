// Who says what by the network of speech (Tokens, Quotations -> Attributions, further content).
//
// Cues first; then source and content of each, which may be the same tokens for several cues. Works block by block and
// sees 96 tokens on each side of a cue. What the network has learned to leave out is added by the rules of
// attributions.hpp: who speaks within what is said, and adverbs ("allegedly").
#pragma once

#include <span>
#include <vector>

#include "language/segments/token_view.hpp"
#include "language/speech/speech_network.hpp"
#include "language/speech/tag_sequence.hpp"

namespace axray::language {

// Scratch memory of a thread.
struct SpeechScratch {
    SpeechFeatures features;
    SpeechNetwork network;
    TagSequence sequence;
    std::vector<AskedToken> asked;
    std::vector<std::uint32_t> sentence_of;  // the sentence of each token of a stretch
    std::vector<TokenSpan> cues;
};

struct SpokenParts {
    std::vector<Attribution> attributions;  // ordered by sentence and cue
    std::vector<TokenSpan> further_content;
};

// Of a text that the sentence models have annotated; `states` are theirs, for each token model.state_size numbers.
// Nothing is found when the states are of another size. Stances are not set. O(tokens).
[[nodiscard]] SpokenParts find_spoken_parts(const TokenView& view, const std::vector<Sentence>& sentences,
                                            std::span<const float> states, const SpeechModel& model,
                                            SpeechScratch& scratch);

// Adds to what the network found those of the rules' attributions that lie within its contents or name a cue of their
// own that says how a thing is known; sets `outer` of all. Marks the cues. O(attributions * log).
void join_attributions(const TokenView& view, std::vector<Attribution> by_rules, SpokenParts& found);

}  // namespace axray::language
