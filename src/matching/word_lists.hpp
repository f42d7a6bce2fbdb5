// The lists behind WordRoles: words and phrases separated by '|', in small ASCII letters as NamePreparer writes them.
// Source: own lists from general knowledge; the kinds of legal forms are those of ISO 20275.
#pragma once

#include <array>
#include <string_view>

namespace axray::matching {

struct FormPhrases {
    std::string_view form;     // normal form
    std::string_view phrases;  // "limited liability company|ooo"
};

// Legal forms; those of up to three letters count at the ends of a name only.
[[nodiscard]] const std::array<FormPhrases, 14>& legal_forms();

[[nodiscard]] std::string_view person_titles();    // "sheikh|general"
[[nodiscard]] std::string_view vessel_prefixes();  // "mv|ss"
[[nodiscard]] std::string_view particles();        // of persons: "bin|al|van"
[[nodiscard]] std::string_view business_words();   // of organisations: "company|group|the"
[[nodiscard]] std::string_view number_words();     // "one|two", from 1 on
[[nodiscard]] std::string_view ten_words();        // "ten|twenty", 10 to 90
[[nodiscard]] std::string_view ordinal_words();    // "first|second", from 1 on

}  // namespace axray::matching
