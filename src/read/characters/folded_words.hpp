// Words of a block as numbers, so that a table of some hundred phrases is searched in one pass (text -> FoldedWords).
//
// A word is a run of letters and digits; case is folded for Latin, Greek and Cyrillic, apostrophes are left out
// ("What's" and "whats" are one word). Numbers with their separators are one word each.
// Source: own; the hash is FNV-1a with 64 bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace axray::read {

using WordHash = std::uint64_t;

inline constexpr WordHash kHashBasis = 14695981039346656037ULL;

[[nodiscard]] constexpr WordHash extend_hash(WordHash hash, unsigned char byte) {
    return (hash ^ byte) * 1099511628211ULL;
}

// The hash of a word that is already folded: lower case, no apostrophes.
[[nodiscard]] constexpr WordHash hash_of_folded(std::string_view word) {
    WordHash hash = kHashBasis;
    for (const char byte : word) hash = extend_hash(hash, static_cast<unsigned char>(byte));
    return hash;
}

struct FoldedWord {
    WordHash hash = 0;
    bool is_number = false;   // digits with separators, "3k" and "1.2m" too
    bool is_capital = false;  // begins with a capital letter
    bool is_quoted = false;   // inside double quotation marks
    bool ends_part = false;   // a comma, colon, point, bar or bracket follows
};

// At most `limit` words from the beginning of valid UTF-8; a caller that gets `limit` words knows the text is long.
[[nodiscard]] std::vector<FoldedWord> fold_words(std::string_view text, std::size_t limit);

}  // namespace axray::read
