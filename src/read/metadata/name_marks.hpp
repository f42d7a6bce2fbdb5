// What names of classes, ids and properties say an element or a meta tag holds ("entry-date published" -> marks).
//
// A name is cut into words at signs and changes of case; the words are looked up. Source: own vocabulary of the words
// that publishing systems and people use, in the languages of the web's larger newspapers.
#pragma once

#include <cstdint>
#include <string_view>

namespace axray::read {

enum class NameMark : std::uint16_t {
    none = 0,
    author = 1U << 0U,
    published = 1U << 1U,
    modified = 1U << 2U,
    date = 1U << 3U,
    title = 1U << 4U,
    article = 1U << 5U,  // the title or date of the article, rather than of the site
    other = 1U << 6U,    // of comments, related articles, events, products, authors' pages: not of this article
    site = 1U << 7U,
    section = 1U << 8U,
};
[[nodiscard]] constexpr NameMark operator|(NameMark left, NameMark right) {
    return static_cast<NameMark>(static_cast<std::uint16_t>(left) | static_cast<std::uint16_t>(right));
}
[[nodiscard]] constexpr bool has(NameMark all, NameMark one) {
    return (static_cast<std::uint16_t>(all) & static_cast<std::uint16_t>(one)) != 0;
}

[[nodiscard]] NameMark marks_of_name(std::string_view name);

}  // namespace axray::read
