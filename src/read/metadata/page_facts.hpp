// What rankings ask of the page as a whole (Statements -> PageFacts).
//
// Source: own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/html/html_tree.hpp"
#include "read/metadata/dates.hpp"
#include "read/metadata/statements.hpp"

namespace axray::read {

struct PageFacts {
    std::vector<std::string> site_keys;  // letters of the names of the site and of its host
    std::string host;                    // of the page's address, lower case, without "www."
    std::string host_key;                // its letters
    std::string address;                 // the page's own, empty when unknown
    std::string declared_language;       // as the page declares it, lower case; empty when it does not
    std::string language;                // the same, completed by the country of the host
    DateHints date_hints;                // views of `language`
    std::optional<FoundDate> last;       // when the page was fetched, after which no date is believed
};

struct PageAddress {
    std::string_view address;    // where the page was fetched from, empty when unknown
    std::string_view retrieved;  // ISO 8601, empty when unknown
};

[[nodiscard]] PageFacts facts_of_page(const Statements& statements, const PageAddress& given);

// Where in the page's structure a node stands.
enum class Area : std::uint8_t { head, article, page, margin };  // margin: navigation, aside, footer, comments, related
[[nodiscard]] Area area_of(const HtmlTree& tree, std::uint32_t node);

// On which side of a heading a node stands; `near` within `reach` nodes behind its end, `before` within `reach` before
// it.
enum class HeadingSide : std::uint8_t { none, before, near, after };
[[nodiscard]] HeadingSide side_of_heading(const HtmlTree& tree, std::uint32_t heading, std::uint32_t node,
                                          std::uint32_t reach);

// Letters and digits alone, case folded: two titles with the same key differ in signs and blanks.
[[nodiscard]] std::string letters_key(std::string_view text);

}  // namespace axray::read
