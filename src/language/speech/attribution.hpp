// Who says it: the types of the layer of speech in AnnotatedText.
//
// Made by attributions.hpp (rules), spoken_parts.hpp (network) and stance.hpp.
#pragma once

#include <cstdint>

#include "language/token_span.hpp"

namespace axray::language {

// How the speaker stands to the content as its words say it.
enum class Stance : std::uint8_t {
    asserts,  // says that it is so
    accuses,  // says that it is so and holds it against somebody
    denies,   // says that it is not so
    doubts,   // does not vouch for it: questions it, does not believe, confirm or say it
    reports,  // passes on what others say or what a record shows
};

// What a cue expresses. The network was trained on a collection that counts what people want, do about or feel towards
// something as attributed to them too: "supports the bill", "imposed sanctions".
enum class CueKind : std::uint8_t { speech, attitude };

enum class FoundBy : std::uint8_t { rules, network };

// Empty spans where a part is not expressed ("allegedly"). The speaker may stand in another sentence than the cue.
struct Attribution {
    std::uint32_t sentence = 0;  // where the cue stands
    TokenSpan speaker;
    TokenSpan cue;      // with auxiliaries and negation: "did not deny"
    TokenSpan content;  // its first piece, without a leading "that" and without marks around it
    Stance stance = Stance::asserts;
    std::uint32_t further_begin = 0;  // positions in AnnotatedText::further_content: the pieces after the first, where
    std::uint32_t further_end = 0;  // the content is interrupted ("A," she said, "B") or goes on in the next sentences
    CueKind kind = CueKind::speech;
    FoundBy found_by = FoundBy::rules;
    std::uint32_t outer = kNone;  // position in AnnotatedText::attributions of the smallest one around it
};

}  // namespace axray::language
