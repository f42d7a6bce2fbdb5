// The language of a document: what its words say, together with what it declares (text + hints -> BCP 47 tag).
//
// Letter statistics decide where they are sure; a declaration adds the country when it names the same language, and
// decides where the text is too short. Source: CLD2 (Compact Language Detector 2) for the statistics.
#pragma once

#include <string>
#include <string_view>

#include <axray/document.hpp>

namespace axray::read {

// `declared` is the page's own statement, empty when it makes none; `address` that of the document, may be empty.
// Empty value when nothing is known.
[[nodiscard]] MetadataValue language_of(std::string_view text, const MetadataValue& declared, std::string_view address);

// What the letters of a text alone say of its language.
struct TextLanguage {
    std::string tag;        // BCP 47, lower case; empty when they say nothing
    std::string name;       // in English: "German"
    double share = 0;       // 0..1: of the text that is in this language
    bool reliable = false;  // no other language comes near
};

// Looks at the first 4,000 bytes of `text`, which is valid UTF-8.
[[nodiscard]] TextLanguage language_of_letters(std::string_view text);

}  // namespace axray::read
