// What the values of annotations are called outside of the program (WordTag -> "NOUN").
//
// Those of fine tags and relations are in syntax/sentence_models.hpp. Source: Universal Dependencies, version 2.
#pragma once

#include <string_view>

#include "language/annotation.hpp"

namespace axray::language {

// As Universal Dependencies writes the tag: "NOUN", "SCONJ".
[[nodiscard]] std::string_view to_string(WordTag tag);

}  // namespace axray::language
