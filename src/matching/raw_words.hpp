// Words of a name before anything is known of them (name -> RawWord).
//
// ASCII names are cut byte by byte; all others are decoded leniently, normalised (Unicode NFKC), freed of invisible
// letters, and every word is turned into Latin letters by the rules of its script. Source: own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <axray/span.hpp>

#include "matching/prepared_name.hpp"
#include "matching/script_transforms.hpp"

namespace axray::matching {

struct RawWord {
    std::string text;       // a-z and 0-9 only
    Span span;              // bytes of the name
    bool capitals = false;  // two letters or more, none of them small
    bool dotted = false;    // "L.L.C." or "J."
    bool after_comma = false;
    bool after_slash = false;  // a slash between blanks, which parts two names
    bool hyphenated = false;   // joined to the word before it
    bool bracketed = false;
};

struct RawName {
    std::vector<RawWord> words;
    std::uint8_t hints = 0;
    bool latin = true;
    bool consonants_only = false;
};

inline constexpr std::size_t kMostWords = 48;  // of a name; what comes behind is not compared

// `name` has kNameLimit bytes at most. `transforms` is asked for what is not ASCII only.
[[nodiscard]] RawName cut_words(std::string_view name, NameKind kind, const ScriptTransforms& transforms);

}  // namespace axray::matching
