// From probabilities and features to a verdict (Chances + Features -> Decision), and from the network's words to those
// that are marked as wrong. The training program decides its cross-validated answers by the same functions.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <axray/span.hpp>
#include <axray/verdict.hpp>

#include "judge/calibration.hpp"
#include "judge/features.hpp"

namespace axray::judge {

// What settled whether a claim is supported.
enum class Decider : std::uint8_t {
    nothing_found,    // no sentence of the sources belongs to the evidence
    models,           // the probability of support alone
    differing_value,  // a difference that no supported claim can have, although the model would have called it
                      // supported
    thin_evidence,    // the evidence bears out too little of it, although the model would have called it supported
};

// 0..1, of the three models. Each is cut at one half.
struct Chances {
    float supported = 0;
    float contradicted = 0;
    float found = 0;
};

struct Decision {
    Verdict verdict = Verdict::not_found;
    float probability = 0;  // 0..1, of support
    Decider decider = Decider::nothing_found;
};

// What the differences between a claim and its evidence come to.
struct Observed {
    bool both_values = false;   // some difference excludes support and names what both sides say
    bool another_name = false;  // the source itself keeps the two names apart: they are not two ways to name one thing
};

// For a claim of which something was found. `curve` makes the probability that is reported. "Contradicted" needs a
// difference that shows both values, whatever the models say; with values that differ and nothing else, it needs no
// more.
[[nodiscard]] Decision decide(const Chances& chances, const Features& features, const Observed& observed,
                              const Calibration& curve);

// One word of a claim as it stands in the evidence.
struct DoubtfulWord {
    Span span;            // bytes of the claim
    float wrong = 0;      // log odds, of the network
    bool without = true;  // a word with content that has no counterpart in the evidence
};

// The words that the evidence does not bear out, neighbours joined: bytes. Empty for a supported claim.
[[nodiscard]] std::vector<Span> wrong_words(std::span<const DoubtfulWord> words, Verdict verdict);

}  // namespace axray::judge
