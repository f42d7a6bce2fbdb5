// A word as a number, case and points left aside: "Sept." and "SEPT" are one (word -> FoldedName).
//
// Used for month names by the program that makes the table and by the reader that looks in it; so both fold alike.
// Source: case folding of the Unicode Standard, by ICU; hash FNV-1a with 64 bits.
#pragma once

#include <cstdint>
#include <string_view>

namespace axray::read {

struct FoldedName {
    std::uint64_t hash = 14695981039346656037ULL;
    bool letters_only = true;  // letters, marks, points and hyphens
};

// Takes valid UTF-8. O(bytes).
[[nodiscard]] FoldedName fold_name(std::string_view name);

}  // namespace axray::read
