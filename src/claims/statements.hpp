// Whether a sentence, title or list item states something that could be checked (SentenceView + BlockKind ->
// Statement).
//
// Questions, greetings, bare section headings and fragments without content state nothing. Source: own rules.
#pragma once

#include <cstdint>

#include <axray/document.hpp>

#include "claims/sentence_view.hpp"

namespace axray::claims {

enum class Statement : std::uint8_t { stated, question, greeting, heading, fragment };

// True when the last mark that is no closing quotation mark or bracket is a question mark.
[[nodiscard]] bool is_question(const SentenceView& sentence);

[[nodiscard]] Statement statement_of(const SentenceView& sentence, BlockKind block);

}  // namespace axray::claims
