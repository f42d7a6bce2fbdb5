// Words of any script in Latin letters (code points -> ASCII).
//
// Cyrillic, Greek, Arabic and Hebrew by tables of our own, which meet the spellings that registers print more often
// than the scientific ones do; Han, Hangul, kana and all other scripts by ICU's transforms (Unicode CLDR).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <axray/result.hpp>

namespace axray::matching {

enum class Script : std::uint8_t { none, latin, cyrillic, greek, arabic, hebrew, han, kana, hangul, other };

[[nodiscard]] Script script_of(char32_t letter);

// A small Latin letter that looks the same as `letter` of another script, 0 when there is none.
[[nodiscard]] char latin_lookalike(char32_t letter);
// The Cyrillic letter that looks like the ASCII letter, 0 when there is none.
[[nodiscard]] char32_t cyrillic_lookalike(char32_t letter);

// Small ASCII letters and digits of words in one script; anything else is left out. Letters may be of either case.
[[nodiscard]] std::string latin_of_cyrillic(std::u32string_view word);
[[nodiscard]] std::string latin_of_greek(std::u32string_view word);
// Consonants, and the long vowels that are written.
[[nodiscard]] std::string latin_of_arabic(std::u32string_view word);
[[nodiscard]] std::string latin_of_hebrew(std::u32string_view word);

// Holds the transforms of ICU.
class ScriptTransforms {
public:
    // Errors: model_mismatch when ICU lacks its normal forms. Transforms are made when a script first needs them.
    [[nodiscard]] static Result<ScriptTransforms> create();

    // One code point as its NFKC normal form says, in small letters.
    [[nodiscard]] std::u32string normal(char32_t letter) const;

    // Letters of Latin script without marks: "oe", "ss", "l".
    [[nodiscard]] std::string latin_letters(char32_t letter) const;

    // Words of a run in Han or Hangul: a person's family name first, then the others as one word; of other names
    // business words in English, what lies between as one word.
    [[nodiscard]] std::vector<std::string> han_words(std::u32string_view run, bool person) const;
    [[nodiscard]] std::vector<std::string> hangul_words(std::u32string_view run, bool person) const;

    // A word in any other script.
    [[nodiscard]] std::string any_word(std::u32string_view word) const;

    ScriptTransforms(ScriptTransforms&&) noexcept;
    ScriptTransforms& operator=(ScriptTransforms&&) noexcept;
    ~ScriptTransforms();

private:
    struct Icu;
    explicit ScriptTransforms(std::unique_ptr<Icu> icu);
    std::unique_ptr<Icu> icu_;
};

}  // namespace axray::matching
