// Declared origins of a text: "(Reuters)", "Source: ...", "(c) AP", press-release boilerplate (document -> credits).
//
// Looks where such words stand: in the dateline, at the end of the text, in lines of their own, under pictures.
// Source: own, after the habits of news agencies and press-release services.
#pragma once

#include <string_view>
#include <vector>

#include <axray/document.hpp>

namespace axray::read {

inline constexpr std::size_t kMostCredits = 20;

// In order of the text; `original` are bytes of the file. O(bytes).
[[nodiscard]] std::vector<MetadataValue> find_credits(const Document& document);

}  // namespace axray::read
