// Styled text laid out in lines of a given width (pieces of text -> lines for a terminal).
//
// Width is counted in columns as terminals show them: East Asian wide characters and emoji take two, combining marks
// none. Foreign text is made harmless first: control characters and invisible direction overrides never reach the
// terminal. Source: Unicode Standard Annex #11 (East Asian Width).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace axray::report {

enum class TextStyle : std::uint8_t {
    plain,
    strong,
    faint,
    difference,
    supported,
    partly_supported,
    contradicted,
    not_found
};

enum class StyleCodes : std::uint8_t { none, ansi };

// Columns that a terminal gives to the text; `text` is valid UTF-8.
[[nodiscard]] std::uint32_t columns_of(std::string_view text);

// The text with control characters as U+FFFD, line feeds and tabs as blanks, and without direction overrides.
[[nodiscard]] std::string harmless(std::string_view text);

// One paragraph of styled pieces.
class StyledText {
public:
    // Adds text that is made harmless first. Blanks in it may become line ends.
    StyledText& add(std::string_view text, TextStyle style = TextStyle::plain);

    struct Layout {
        std::uint32_t width = 80;
        std::string first;  // what the first line begins with, already harmless
        std::string rest;   // what the other lines begin with
        StyleCodes codes = StyleCodes::none;
    };
    // Lines of at most `width` columns, each with its line feed; a longer word is divided.
    [[nodiscard]] std::string lines(const Layout& layout) const;

private:
    struct Piece {
        std::string text;
        TextStyle style = TextStyle::plain;
    };
    std::vector<Piece> pieces_;
};

}  // namespace axray::report
