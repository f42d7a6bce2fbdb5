// The best sequence of name tags (scores -> NameTags): a name goes on only where the same kind of name began.
//
// Source: Viterbi 1967 over the nine tags of NameTag; what may follow what is fixed, nothing of it is learned.
#pragma once

#include <cstddef>
#include <span>

#include "language/names/name.hpp"

namespace axray::language {

inline constexpr std::size_t kNameTags = 9;

// scores[word * stride + tag] for each word of `tags`, which is filled. O(words).
void find_name_path(const float* scores, std::size_t stride, std::span<NameTag> tags);

}  // namespace axray::language
