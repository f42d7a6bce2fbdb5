// A name made ready for comparison (text -> PreparedName): Latin letters, folded words, what each word is for.
//
// Every script becomes Latin by rules that are the same for all spellings of a name; the letters of the original stay
// findable through spans. Preparing is the only step that looks at scripts; all that follows compares plain ASCII
// words. Sources: ICU's transforms (Unicode CLDR), and tables of this folder named in their files.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/span.hpp>

namespace axray::matching {

enum class NameKind : std::uint8_t { unknown, person, organisation, vessel, actor };

// What a word does in a name.
enum class WordRole : std::uint8_t {
    plain,       // it tells names apart
    initial,     // one letter, for a word that begins with it
    number,      // "31", "II", "seven"
    legal_form,  // "Ltd", "OOO", "joint stock company" (one word here): its key is that of the form
    general,     // carries little: "company", "group", "trading", "the", "and", "bin", "al"
    title,       // "Dr", "Sheikh", "M/V"
};

struct NameWord {
    std::string text;  // ASCII, lower case, at least one character; of a legal form its normal form "llc"
    WordRole role = WordRole::plain;
    Span span;             // bytes of the name as it was given
    std::string skeleton;  // consonants that survive transliteration, for "Qaddafi" and "Gathafi"
    // The same for usual spellings of one word: "sergei" of "Sergey" and "Sergei". Of general words of organisations it
    // is that of the English word, "plant" of "zavod", and so is the skeleton.
    std::string spelling;
    bool family = false;  // of a person: the name tells that it is the family name, by a comma or by capitals
    bool aside = false;   // said beside the name: in brackets, or the initials of its other words
};

// What is odd about the letters of a name, and may be meant to hide it.
enum NameHint : std::uint8_t {
    kLookalikes = 1 << 0,    // letters of another script inside a word: a Cyrillic "a" in "Paul"
    kInvisible = 1 << 1,     // zero-width or control characters
    kMixedScripts = 1 << 2,  // words of several scripts
    kShortened = 1 << 3,     // longer than kNameLimit; what lies behind was not compared
};

inline constexpr std::size_t kNameLimit = 1024;  // bytes of a name that are compared

struct PreparedName {
    NameKind kind = NameKind::unknown;
    std::vector<NameWord> words;   // in the order of the name; "LAST, First" keeps that order
    std::uint8_t hints = 0;        // bits of NameHint
    bool latin = true;             // it was written in Latin letters alone
    bool consonants_only = false;  // from a script that leaves vowels out: compare skeletons
};

}  // namespace axray::matching
