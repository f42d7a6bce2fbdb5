// What every page must hold to, for the tests of this folder (HTML text -> doctest checks).
//
// Foreign text has not become markup, elements are closed in order, links lead somewhere, and nothing is loaded.
// Source: HTML Living Standard, as far as our writer makes use of it.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "base/digest.hpp"

namespace axray::report {

inline bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// The page without the content of its styles and its script, which are the program's own.
inline std::string without_page_files(std::string page, const std::vector<std::string_view>& files) {
    for (const auto file : files) {
        const auto place = page.find(file);
        REQUIRE(place != std::string::npos);
        page.erase(place, file.size());
    }
    return page;
}

// The tags of a page, "<p class="a">", without their angle brackets.
inline std::vector<std::string> tags_of(const std::string& page) {
    std::vector<std::string> tags;
    for (auto begin = page.find('<'); begin != std::string::npos; begin = page.find('<', begin + 1)) {
        const auto end = page.find('>', begin);
        REQUIRE(end != std::string::npos);
        tags.push_back(page.substr(begin + 1, end - begin - 1));
    }
    return tags;
}

inline std::string name_of(const std::string& tag) { return tag.substr(0, tag.find(' ')); }

// A tag with the values of its attributes taken out.
inline std::string without_values(const std::string& tag) {
    std::string rest;
    bool inside = false;
    for (const char character : tag) {
        if (character == '"') inside = !inside;
        if (!inside) rest += character;
    }
    return rest;
}

// The values of an attribute in the order of the page.
inline std::vector<std::string> values_of(const std::string& page, const std::string& attribute) {
    std::vector<std::string> values;
    const auto opening = " " + attribute + "=\"";
    for (auto at = page.find(opening); at != std::string::npos; at = page.find(opening, at + 1)) {
        const auto begin = at + opening.size();
        values.push_back(page.substr(begin, page.find('"', begin) - begin));
    }
    return values;
}

inline std::string hex_of_base64(std::string_view base64) {
    constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bits;
    for (const char character : base64) {
        if (character == '=') break;
        const auto value = kAlphabet.find(character);
        for (int bit = 5; bit >= 0; --bit) bits += (value >> bit & 1) != 0 ? '1' : '0';
    }
    std::string hex;
    for (std::size_t at = 0; at + 8 <= bits.size(); at += 4)
        hex += "0123456789abcdef"[std::stoul(bits.substr(at, 4), nullptr, 2)];
    hex += "0123456789abcdef"[std::stoul(bits.substr(hex.size() * 4, 4), nullptr, 2)];
    return hex;
}

// Foreign text must not have become markup: only elements of `elements`, each between blanks, and whole attributes.
inline void check_markup(const std::string& page, std::string_view elements) {
    for (const auto& tag : tags_of(page)) {
        if (tag.front() == '/' || tag == "!DOCTYPE html") continue;
        CAPTURE(tag);
        CHECK(contains(elements, " " + name_of(tag) + " "));
        CHECK(std::count(tag.begin(), tag.end(), '"') % 2 == 0);
        CHECK_FALSE(contains(without_values(tag), "onerror"));
    }
    CHECK_FALSE(contains(page, "<script>a"));
    CHECK_FALSE(contains(page, "<img"));
    CHECK_FALSE(contains(page, "\x1b"));
    CHECK_FALSE(contains(page, "\u202E"));
}

inline void check_nesting(const std::string& page) {
    std::vector<std::string> open;
    for (const auto& tag : tags_of(page)) {
        const auto name = name_of(tag);
        if (name == "!DOCTYPE" || name == "meta" || tag.back() == '/') continue;
        if (name.front() == '/') {
            REQUIRE_FALSE(open.empty());
            CHECK(open.back() == name.substr(1));
            open.pop_back();
        } else {
            open.push_back(name);
        }
    }
    CHECK(open.empty());
}

// Every link within the page leads to an anchor, and no anchor stands twice. Gives the anchors.
inline std::set<std::string> check_anchors(const std::string& page) {
    const auto ids = values_of(page, "id");
    std::set<std::string> anchors(ids.begin(), ids.end());
    CHECK(anchors.size() == ids.size());
    for (const auto& address : values_of(page, "href")) {
        if (address.front() != '#') continue;
        CAPTURE(address);
        CHECK(anchors.count(address.substr(1)) == 1);
    }
    return anchors;
}

// The policy of the page names its own styles and script, in this order, and nothing else.
inline void check_policy(const std::string& page, const std::vector<std::string_view>& styles,
                         std::string_view script) {
    CHECK(contains(page, "default-src &#39;none&#39;; style-src &#39;sha256-"));
    const std::string opening = "&#39;sha256-";
    std::size_t at = 0;
    auto files = styles;
    files.push_back(script);
    for (const auto file : files) {
        at = page.find(opening, at);
        REQUIRE(at != std::string::npos);
        at += opening.size();
        CHECK(hex_of_base64(page.substr(at, 44)) == base::sha256_hex(file));
    }
    CHECK(page.find(opening, at) == std::string::npos);
}

// The page, without its styles and script, loads nothing. Gives the addresses of its links out of the page.
inline std::vector<std::string> check_nothing_loaded(const std::string& markup) {
    CHECK(values_of(markup, "src").empty());
    CHECK(values_of(markup, "style").empty());
    CHECK_FALSE(contains(markup, "<link"));
    auto addresses = values_of(markup, "href");
    addresses.erase(std::remove_if(addresses.begin(), addresses.end(),
                                   [](const std::string& address) { return address.front() == '#'; }),
                    addresses.end());
    return addresses;
}

}  // namespace axray::report
