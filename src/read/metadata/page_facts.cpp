#include "read/metadata/page_facts.hpp"

#include <algorithm>

#include <unicode/uchar.h>

#include "base/utf8.hpp"
#include "read/characters/ascii.hpp"
#include "read/metadata/name_marks.hpp"

namespace axray::read {
namespace {

std::string host_of(std::string_view address) {
    const std::size_t scheme = address.find("//");
    if (scheme == std::string_view::npos) return {};
    std::string_view host = address.substr(scheme + 2);
    host = host.substr(0, host.find_first_of("/?#:"));
    std::string lower = lower_ascii(host);
    if (lower.rfind("www.", 0) == 0) lower.erase(0, 4);
    return lower;
}

// "de-de" out of "de_DE"; empty when the value is no language tag.
std::string language_tag(std::string_view value) {
    constexpr std::size_t kLongest = 35;
    std::string tag = lower_ascii(trim_ascii(value.substr(0, value.find(','))));
    std::replace(tag.begin(), tag.end(), '_', '-');
    const bool well_formed =
        tag.size() >= 2 && tag.size() <= kLongest && is_ascii_letter(tag[0]) && is_ascii_letter(tag[1]) &&
        (tag.size() == 2 || tag[2] == '-' || (is_ascii_letter(tag[2]) && (tag.size() == 3 || tag[3] == '-'))) &&
        std::all_of(tag.begin(), tag.end(), [](char character) {
            return is_ascii_letter(character) || is_ascii_digit(character) || character == '-';
        });
    return well_formed ? tag : std::string();
}

// The country of the host completes a language without one: English of a ".uk" host.
std::string with_country(std::string language, std::string_view host) {
    if (language.empty() || language.find('-') != std::string::npos) return language;
    const std::size_t point = host.rfind('.');
    if (point == std::string_view::npos || host.size() - point != 3) return language;
    const std::string_view country = host.substr(point + 1);
    return language + "-" + (country == "uk" ? "gb" : std::string(country));
}

}  // namespace

std::string letters_key(std::string_view text) {
    std::string key;
    key.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            if (is_ascii_letter(text[at]) || is_ascii_digit(text[at])) key.push_back(lower_ascii(text[at]));
            ++at;
            continue;
        }
        const base::DecodedCodePoint point = base::decode_utf8(text, at);
        const auto character = static_cast<UChar32>(point.value);
        if (u_isalnum(character))
            base::append_utf8(key, static_cast<char32_t>(u_foldCase(character, U_FOLD_CASE_DEFAULT)));
        at += point.size;
    }
    return key;
}

PageFacts facts_of_page(const Statements& statements, const PageAddress& given) {
    constexpr std::size_t kMostSiteNames = 8;
    PageFacts facts;
    facts.address = std::string(given.address);
    for (const Statement& statement : statements.all) {
        if (statement.field == Field::site_name && facts.site_keys.size() < kMostSiteNames) {
            std::string key = letters_key(statement.value);
            if (!key.empty()) facts.site_keys.push_back(std::move(key));
        } else if (statement.field == Field::language && facts.declared_language.empty()) {
            facts.declared_language = language_tag(statement.value);
        } else if (statement.field == Field::address && facts.address.empty() &&
                   (statement.place == Place::link_relation || statement.place == Place::open_graph)) {
            facts.address = statement.value;
        }
    }
    facts.host = host_of(facts.address);
    facts.host_key = letters_key(facts.host);
    facts.language = with_country(facts.declared_language, facts.host);
    facts.date_hints = {facts.language, facts.language.find('-') != std::string::npos};
    if (!given.retrieved.empty()) facts.last = read_date_value(given.retrieved, {});
    return facts;
}

HeadingSide side_of_heading(const HtmlTree& tree, std::uint32_t heading, std::uint32_t node, std::uint32_t reach) {
    if (heading == 0) return HeadingSide::none;
    if (node >= heading) return node < tree.nodes[heading].end + reach ? HeadingSide::near : HeadingSide::after;
    return node + reach >= heading ? HeadingSide::before : HeadingSide::none;
}

Area area_of(const HtmlTree& tree, std::uint32_t node) {
    Area area = Area::page;
    for (; node != 0; node = tree.nodes[node].parent) {
        switch (tree.nodes[node].tag) {
            case HtmlTag::head: return Area::head;
            case HtmlTag::nav:
            case HtmlTag::aside:
            case HtmlTag::footer: return Area::margin;
            case HtmlTag::article: area = Area::article; break;
            default: break;
        }
        for (const HtmlAttributeName name : {HtmlAttributeName::class_, HtmlAttributeName::id}) {
            const Span value = tree.attribute(node, name);
            if (value.empty() || tree.nodes[node].tag == HtmlTag::body) continue;
            if (has(marks_of_name(tree.slice(value)), NameMark::other)) return Area::margin;
        }
    }
    return area;
}

}  // namespace axray::read
