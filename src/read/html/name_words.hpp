// The words of a class, id or role name: "entry-content", "socialShare" (name -> hashes of its words).
//
// Words end at anything that is no letter, and where a capital follows a small letter. Source: own; the ways in which
// style sheets name things.
#pragma once

#include <cstddef>
#include <string_view>

#include "read/characters/ascii.hpp"
#include "read/characters/folded_words.hpp"

namespace axray::read {

// Calls `use` with the WordHash of each word, in order. O(bytes).
template <typename Use>
void for_each_name_word(std::string_view name, const Use& use) {
    const auto is_upper = [](char character) { return character >= 'A' && character <= 'Z'; };
    WordHash hash = kHashBasis;
    bool open = false;
    for (std::size_t i = 0; i <= name.size(); ++i) {
        const bool letter = i < name.size() && is_ascii_letter(name[i]);
        const bool camel = letter && open && is_upper(name[i]) && !is_upper(name[i - 1]);
        if (open && (!letter || camel)) {
            use(hash);
            hash = kHashBasis;
            open = false;
        }
        if (letter) {
            hash = extend_hash(hash, static_cast<unsigned char>(lower_ascii(name[i])));
            open = true;
        }
    }
}

}  // namespace axray::read
