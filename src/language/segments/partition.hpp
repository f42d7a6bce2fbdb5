// Do sentences and tokens cover a text without loss (text, Tokens, Sentences -> what is wrong, or nothing)?
//
// Tokens are in order and disjoint, sentences partition them, and what lies between is blank: so sentences and the gaps
// between them cover every byte. Called by the annotator in debug builds, by the tests and by the fuzz target.
#pragma once

#include <optional>
#include <string_view>

#include "language/annotation.hpp"

namespace axray::language {

// Where bytes that are no white space must belong to a token.
enum class Covered : std::uint8_t {
    nowhere,    // the tokens were given
    sentences,  // within sentences; what blocks or given sentences leave out may hold anything
    text,
};

// O(bytes).
[[nodiscard]] std::optional<std::string_view> partition_fault(std::string_view text, const Tokens& tokens,
                                                              const std::vector<Sentence>& sentences, Covered covered);

}  // namespace axray::language
