#include "read/metadata/folded_name.hpp"

#include <cstddef>

#include <unicode/uchar.h>

#include "base/utf8.hpp"

namespace axray::read {

FoldedName fold_name(std::string_view name) {
    constexpr std::uint64_t kPrime = 1099511628211ULL;
    FoldedName folded;
    for (std::size_t at = 0; at < name.size();) {
        const base::DecodedCodePoint point = base::decode_utf8(name, at);
        at += point.size;
        const auto character = static_cast<UChar32>(point.value);
        if (character == '.' || character == '-') continue;
        if (u_isdigit(character) || (!u_isalpha(character) && u_charType(character) != U_NON_SPACING_MARK &&
                                     u_charType(character) != U_COMBINING_SPACING_MARK))
            folded.letters_only = false;
        folded.hash = (folded.hash ^ static_cast<std::uint64_t>(u_foldCase(character, U_FOLD_CASE_DEFAULT))) * kPrime;
    }
    return folded;
}

}  // namespace axray::read
