// Which characters a reader sees: white space, invisible characters, the ends of sentences.
//
// Source: Unicode Character Database, properties White_Space, Cc, Cf, as far as web pages use them.
#pragma once

#include <cstdint>
#include <string_view>

namespace axray::read {

enum class CharacterKind : std::uint8_t {
    visible,
    white_space,  // becomes one blank
    invisible,    // dropped: control characters, soft hyphen, zero-width space, marks of direction
    joiner,       // U+200C, U+200D: spelling in some scripts, noise in others
};

[[nodiscard]] CharacterKind kind_of(char32_t character);

// One of . ! ? ... and their relatives in other scripts, with closing quotation marks and brackets after it allowed.
[[nodiscard]] bool ends_like_a_sentence(std::string_view text);

// The last character is a colon (which announces a list).
[[nodiscard]] bool ends_with_colon(std::string_view text);

// The first letter, after opening quotation marks and brackets, is a lower-case one. False for scripts without case.
[[nodiscard]] bool begins_with_lower_case(std::string_view text);

// Chinese, Japanese and Thai are written without blanks between words.
[[nodiscard]] bool is_written_without_blanks(char32_t character);

}  // namespace axray::read
