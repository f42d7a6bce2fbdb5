// How sure a text is and what it negates: the types of these layers in AnnotatedText.
//
// Made by polarity.hpp. The classes are those of the project's vocabulary.
#pragma once

#include <cstdint>

#include "language/token_span.hpp"

namespace axray::language {

enum class Certainty : std::uint8_t { stated, probable, possible, alleged, denied, future, conditional };

struct CertaintyCue {
    TokenSpan cue;
    TokenSpan scope;  // the words that it speaks of: the clause it stands in, or the noun group behind an adjective
    Certainty certainty = Certainty::stated;
};

struct Negation {
    TokenSpan cue;    // "not", "no evidence that", "failed to"
    TokenSpan scope;  // what is negated, behind the cue; empty when nothing follows
};

}  // namespace axray::language
